import type { TextRange } from '../text/range.ts';

/** Where in a JSON file a cursor stands, in quotation marks. */
export interface JsonPlace {
  readonly at: 'key' | 'value';
  /** The key whose value it is; '' at a key. */
  readonly key: string;
  /** The key whose value holds the object that it stands in; '' in an item of the file. */
  readonly within: string;
  /** What is typed of it. */
  readonly range: TextRange;
  /** The keys of the same object above it. */
  readonly present: ReadonlySet<string>;
}

/** How far back is looked, in characters: an item with an abstract is long. */
const FARTHEST = 20_000;

/** Where `offset` stands; null outside of quotation marks, and where that cannot be told. */
export function jsonPlaceAt(text: string, offset: number): JsonPlace | null {
  // No string goes over the end of a line, so that the beginning of one is no part of any.
  const least = Math.max(0, offset - FARTHEST);
  const start = least === 0 ? 0 : text.indexOf('\n', least) + 1;
  if (start > offset || (least > 0 && start === 0)) return null;
  const open: { within: string; keys: Set<string>; sign: string }[] = [];
  let [last, key, quotedAt] = ['', '', -1];
  let expectsKey = false;
  for (let at = start; at < offset; at++) {
    const letter = text[at]!;
    if (quotedAt >= 0) {
      if (letter === '\\') at++;
      else if (letter === '"') {
        last = text.slice(quotedAt + 1, at);
        quotedAt = -1;
      }
    } else if (letter === '"') quotedAt = at;
    else if (letter === '{' || letter === '[') {
      const outer = open.at(-1);
      open.push({ within: key || (outer?.sign === '[' ? outer.within : ''), keys: new Set(), sign: letter });
      [key, expectsKey] = ['', letter === '{'];
    } else if (letter === '}' || letter === ']') {
      open.pop();
      [key, expectsKey] = ['', false];
    } else if (letter === ':') {
      [key, expectsKey] = [last, false];
      open.at(-1)?.keys.add(last);
    } else if (letter === ',') [key, expectsKey] = ['', open.at(-1)?.sign !== '['];
  }
  if (quotedAt < 0) return null;
  const { within = '', keys = new Set<string>() } = open.at(-1) ?? {};
  const range = { from: quotedAt + 1, to: offset };
  return expectsKey
    ? { at: 'key', key: '', within, range, present: keys }
    : { at: 'value', key, within, range, present: keys };
}
