/** Edits of a document's front matter, which is made where there is none. */
import { frontMatterBlock } from '../../facts/front-matter.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { ActionEdit } from './action.ts';
import { asYaml, inFrontMatter } from './name-bibliography.ts';

/**
 * Names further bibliographies in the front matter. With `isPrinted` the text prints its works itself: Pandoc is told
 * not to print them again. Null where the front matter is written so that it cannot be added to.
 */
export function metadataEdits(
  { path, text: { text }, facts }: DocumentView,
  bibliographies: readonly string[],
  isPrinted: boolean,
): ActionEdit[] | null {
  const block = frontMatterBlock(text);
  const { frontMatter } = facts;
  const keys = new Set(frontMatter?.keys ?? []);
  const extra = isPrinted && !keys.has('suppress-bibliography') ? 'suppress-bibliography: true\n' : '';
  const named = frontMatter?.bibliography ?? [];
  const own = named.filter(
    ({ range }) => block && range.from >= block.body.from && range.to <= block.body.to,
  );
  if (named.length === 0) {
    const edit = inFrontMatter(path, text, bibliographies);
    // In a front matter that is made, the line stands before its end.
    const insert = block ? edit.insert + extra : edit.insert.replace('\n---\n', `\n${extra}---\n`);
    return [{ ...edit, insert }];
  }
  const last = own.at(-1);
  if (!block || !last || own.length !== named.length) return null;
  const quote = /["']/.test(text[last.range.to] ?? '') ? 1 : 0;
  const to = last.range.to + quote;
  const from = last.range.from - (quote && /["']/.test(text[last.range.from - 1] ?? '') ? 1 : 0);
  const lead = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const written = bibliographies.map(asYaml);
  const more: ActionEdit[] = [];
  if (/^\s*-\s+$/.test(lead)) {
    const indent = /^\s*/.exec(lead)![0];
    const insert = written.map((one) => `\n${indent}- ${one}`).join('');
    more.push({ path, range: { from: to, to }, insert });
  } else if (/^bibliography[ \t]*:[ \t]*\[/.test(lead)) {
    more.push({ path, range: { from: to, to }, insert: written.map((one) => `, ${one}`).join('') });
  } else if (/^bibliography[ \t]*:[ \t]*$/.test(lead)) {
    const words = text.slice(from, to);
    more.push({ path, range: { from, to }, insert: `[${[words, ...written].join(', ')}]` });
  } else return null;
  const end = block.body.to;
  return extra ? [...more, { path, range: { from: end, to: end }, insert: extra }] : more;
}
