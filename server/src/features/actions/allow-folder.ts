import { unreadWorks } from '../../checking/unread-works.ts';
import type { Finding } from '../../checking/rule.ts';
import { isWorkFile } from '../../workspace/attached-file.ts';
import type { Library } from '../../workspace/library.ts';
import { actionKinds, type Action } from './action.ts';
import { bibliographiesNamedIn } from './named-bibliographies.ts';
import { say } from '../../words/say.ts';

/** Offers to allow the folder of a bibliography outside the workspace; `path` is the file that names it. */
export function allowFolder(finding: Finding, path: string, library: Library): Action[] {
  for (const declared of bibliographiesNamedIn(path, library)) {
    if (declared.token.range.from !== finding.range.from) continue;
    for (const candidate of declared.paths) {
      const folder = library.folderOutside(candidate);
      if (folder === null) continue;
      return [allowing(folder, finding)];
    }
  }
  return [];
}

/** Lets a person allow the folder of a file that the project names as the text of a work. */
export function allowFolderOfSource(finding: Finding, library: Library): Action[] {
  const source = library.project.sourcePaths.find(({ range }) => range.from === finding.range.from);
  const file = source && isWorkFile(source.text) ? library.works.namedInProject(source.text) : null;
  if (file === null || library.works.stateOf(file) !== 'outside') return [];
  const folder = library.works.folderOf(file);
  return folder === null ? [] : [allowing(folder, finding)];
}

/** Lets a person allow the folder in which the files of quoted works lie. */
export function allowFolderOfWorks(finding: Finding, path: string, library: Library): Action[] {
  const meant = unreadWorks(path, library).find(
    ({ works }) => works[0]!.named.range.from === finding.range.from,
  );
  return meant?.folder ? [allowing(meant.folder, finding)] : [];
}

function allowing(folder: string, finding: Finding): Action {
  return {
    title: say('Allow reading from “{folder}”', { folder }),
    kind: actionKinds.fix,
    edits: () => [],
    asks: 'allowFolder',
    askedOf: folder,
    concerns: [finding],
    isPreferred: true,
  };
}
