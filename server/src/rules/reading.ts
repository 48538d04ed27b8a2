/** Faults of the files that documents lean on, found while they were read. */
import type { ReadingProblem } from '../facts/model.ts';
import { declaredBibliography } from '../workspace/bibliography-scope.ts';
import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { isGlob, resolvePath } from '../workspace/paths.ts';
import { duplicateAliases } from './actor-duplicate-alias.ts';
import { actorUnmentioned, unmentionedActors } from './actor-unmentioned.ts';
import { bibliographyUnreadable, unreadableIn, unreadableMessage } from './bibliography-unreadable.ts';
import { duplicateEntries } from './entry-duplicate.ts';
import { entryUncited, uncitedEntries } from './entry-uncited.ts';
import { entryUnreadable } from './entry-unreadable.ts';
import { projectInvalid } from './project-invalid.ts';
import { registerFaults, registerInvalid } from './register-invalid.ts';
import type { Finding, World } from '../checking/rule.ts';

/**
 * What is wrong within the project file, a bibliography or a register at `path`; empty for other files. `isOn`
 * tells whether anybody wants to hear of a rule that would cost something. Before all is read, nothing is said to
 * be missing.
 */
export function fileFindings(
  path: string,
  world: World,
  isOn: (code: string) => boolean,
  allIsRead: boolean,
): Finding[] {
  const { library } = world;
  if (path === PROJECT_FILE) return projectFindings(library, allIsRead);
  for (const settings of library.inheritedBibliographies()) {
    if (settings.path !== path) continue;
    const scope = settings.content.map((token) => declaredBibliography(path, token, library.files));
    return [...unreadableIn(path, scope, library)].map(asFinding(bibliographyUnreadable.code));
  }
  const problems = library.problemsIn(path);
  if (library.bibliography(path))
    return [
      ...problems.map(asFinding(entryUnreadable.code)),
      ...duplicateEntries(path, library),
      ...(isOn(entryUncited.code) ? uncitedEntries(path, library) : []),
    ];
  if (library.register(path))
    return [
      ...problems.map(asFinding(registerInvalid.code)),
      ...registerFaults(path, world, allIsRead),
      ...duplicateAliases(path, library),
      ...(allIsRead && isOn(actorUnmentioned.code) ? unmentionedActors(path, library) : []),
    ];
  return [];
}

function projectFindings(library: Library, allIsRead: boolean): Finding[] {
  const { project } = library;
  const scope = project.bibliography.map((token) => declaredBibliography(PROJECT_FILE, token, library.files));
  const findings = [
    ...project.problems.map(asFinding(projectInvalid.code)),
    ...[...unreadableIn(PROJECT_FILE, scope, library)].map(asFinding(bibliographyUnreadable.code)),
  ];
  for (const { text, range } of allIsRead ? project.sourcePaths : []) {
    const source = resolvePath('', text);
    if (source === null || !library.files.has(source))
      findings.push({
        code: projectInvalid.code,
        range,
        message: `There is no file “${text}” in the workspace that could be the text of a work. Correct the path, which begins at the root.`,
      });
  }
  for (const token of project.actors) {
    if (isGlob(token.text)) continue;
    const path = resolvePath('', token.text);
    const why = path === null ? 'outside' : library.unreadableFile(path);
    if (why)
      findings.push({
        code: registerInvalid.code,
        range: token.range,
        message: unreadableMessage(token.text, why, 'register', library.largest),
      });
  }
  return findings;
}

function asFinding(code: string): (problem: ReadingProblem) => Finding {
  return ({ range, message }) => ({ code, range, message });
}
