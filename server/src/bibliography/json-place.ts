import type { TextRange } from '../text/range.ts';

/** The context of a cursor inside a JSON string. */
export interface JsonPlace {
  readonly at: 'key' | 'value';
  /** The key whose value it is; '' at a key. */
  readonly key: string;
  /** The key whose value contains the cursor's object; '' in an item of the file. */
  readonly within: string;
  /** The range of what has been typed. */
  readonly range: TextRange;
  /** The keys of the same object before it. */
  readonly present: ReadonlySet<string>;
}

/** How far back is searched, in UTF-16 units: an item with an abstract is long. */
const FARTHEST = 20_000;

/** The context at `offset`; null outside strings, and where it cannot be determined. */
export function jsonPlaceAt(text: string, offset: number): JsonPlace | null {
  // Strings do not cross line ends, so a scan that begins at a line start is outside of any.
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
