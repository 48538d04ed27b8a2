import type { TextRange } from '../text/range.ts';

/** The context of a cursor in a BibTeX file, whether the entry is complete or not. */
export type BibtexPlace =
  | { readonly at: 'type'; readonly range: TextRange }
  | {
      readonly at: 'field';
      readonly range: TextRange;
      readonly type: string;
      /** The fields that the entry already has, in lower case. */
      readonly present: ReadonlySet<string>;
    }
  | {
      readonly at: 'value';
      readonly range: TextRange;
      readonly type: string;
      /** The key of the entry. */
      readonly key: string;
      /** In lower case. */
      readonly field: string;
      /** Whether the value is in braces or quotation marks. */
      readonly enclosed: boolean;
    };

/** How far the beginning of an entry is searched for, in UTF-16 units. */
const FARTHEST = 20_000;

/** The context at `offset`; null where no type, key, field or value can be completed. */
export function bibtexPlaceAt(text: string, offset: number): BibtexPlace | null {
  const before = text.slice(Math.max(0, offset - FARTHEST), offset);
  const start = offset - before.length;
  const type = /(?:^|\n)[ \t]*@([A-Za-z]*)$/.exec(before);
  if (type) return { at: 'type', range: { from: offset - type[1]!.length, to: offset } };
  let head: RegExpExecArray | null = null;
  for (const found of before.matchAll(/(?:^|\n)[ \t]*@([A-Za-z]+)[ \t]*[{(]/g)) head = found;
  if (!head || /^(?:comment|preamble|string)$/i.test(head[1]!)) return null;
  return inEntry(before, head.index + head[0].length, start, head[1]!.toLowerCase(), text);
}

function inEntry(
  before: string,
  from: number,
  start: number,
  type: string,
  text: string,
): BibtexPlace | null {
  const comma = before.indexOf(',', from);
  if (comma < 0) return null;
  const key = before.slice(from, comma).trim();
  const present = new Set<string>();
  let [field, valueAt, depth, quoted, done] = ['', comma + 1, 0, false, false];
  let nameAt = comma + 1;
  for (let at = comma + 1; at < before.length; at++) {
    const letter = before[at]!;
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}') {
      if (--depth < 0) return null;
      done = depth === 0 && !quoted;
    } else if (letter === '"' && depth === 0) {
      quoted = !quoted;
      done = !quoted;
    } else if (depth > 0 || quoted) continue;
    else if (letter === '=') {
      field = before.slice(nameAt, at).trim().toLowerCase();
      present.add(field);
      [valueAt, done] = [at + 1, false];
    } else if (letter === ',') [field, nameAt, done] = ['', at + 1, false];
  }
  const to = start + before.length;
  if (field === '') {
    const name = /^\s*([A-Za-z-]*)$/.exec(before.slice(nameAt));
    if (!name) return null;
    for (const [, later] of fieldsAfter(text, to)) present.add(later!.toLowerCase());
    return { at: 'field', range: { from: to - name[1]!.length, to }, type, present };
  }
  const value = /^\s*([{"]?)([^{}"]*)$/.exec(before.slice(valueAt));
  if (!value || done) return null;
  const word = /[^,\s]*$/.exec(value[2]!)![0];
  return { at: 'value', range: { from: to - word.length, to }, type, key, field, enclosed: value[1] !== '' };
}

/** The fields between `from` and the next entry. */
function fieldsAfter(text: string, from: number): Iterable<RegExpExecArray> {
  const rest = text.slice(from, from + FARTHEST);
  const next = rest.search(/\n[ \t]*@/);
  return (next < 0 ? rest : rest.slice(0, next)).matchAll(/(?:^|[\n,])[ \t]*([A-Za-z-]+)[ \t]*=/g);
}
