import { frontMatterBlock } from '../../facts/front-matter.ts';
import { usedUnnamed } from '../../workspace/used-bibliographies.ts';
import { folderOf, nameOf, relativeTo } from '../../workspace/paths.ts';
import { actionKinds, type ActionEdit, type FindingActions } from './action.ts';
import { enumerated, say } from '../../words/say.ts';

/** Adds to the front matter the bibliographies that a document cites from although they are not named. */
export const nameBibliography: FindingActions = (finding, { view, library }) => {
  const summary = library.summary(view.path);
  const used = summary ? usedUnnamed(summary, library) : [];
  if (used.length === 0) return [];
  const title = say('Name {files} in the front matter', { files: enumerated(used.map(nameOf)) });
  const paths = used.map((path) => relativeTo(folderOf(view.path), path));
  return [
    {
      title,
      kind: actionKinds.fix,
      edits: () => [inFrontMatter(view.path, view.text.text, paths)],
      fixes: [finding],
      isPreferred: true,
    },
  ];
};

/** The edit that names bibliographies in the front matter of a text which names none, or has no front matter. */
export function inFrontMatter(path: string, text: string, paths: readonly string[]): ActionEdit {
  const written = paths.map(asYaml);
  const line = `bibliography: ${written.length === 1 ? written[0] : `[${written.join(', ')}]`}\n`;
  const block = frontMatterBlock(text);
  if (!block) return { path, range: { from: 0, to: 0 }, insert: `---\n${line}---\n\n` };
  const body = text.slice(block.body.from, block.body.to);
  const empty = /^bibliography[ \t]*:[ \t]*(?:#.*)?\n/m.exec(body);
  const from = block.body.from + (empty ? empty.index : body.length);
  return { path, range: { from, to: from + (empty?.[0].length ?? 0) }, insert: line };
}

/** A path in YAML, quoted if necessary. */
export function asYaml(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) && !/^[-.]*\d*$/.test(path) ? path : JSON.stringify(path);
}
