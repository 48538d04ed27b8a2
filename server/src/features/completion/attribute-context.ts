import type { TextRange } from '../../text/range.ts';

/** The context of a cursor in an attribute block. */
export type AttributeContext =
  | { readonly at: 'class'; readonly range: TextRange }
  | {
      readonly at: 'name';
      readonly range: TextRange;
      readonly classes: readonly string[];
      readonly present: readonly string[];
    }
  | {
      readonly at: 'value';
      readonly key: string;
      /** The word at the cursor; lists are separated by white space. */
      readonly range: TextRange;
      /** The text from the quotation mark to the cursor. */
      readonly before: string;
      /** The quotation mark that encloses the value; null for none. */
      readonly quote: '"' | "'" | null;
      readonly classes: readonly string[];
    };

/** What ends a value, or keeps it from being one: Pandoc reads none that begins with a blank. */
const ENDS = { '"': /^\s|["\\\p{Cc}]/u, "'": /^\s|['\\\p{Cc}]/u, none: /[\s"'{}=\\\p{Cc}]/u };

/**
 * Whether `words` stay within the attribute value that they are written into. Names come from files that nobody need
 * trust: beyond the value they would be text.
 */
export function staysInValue(words: string, quote: '"' | "'" | null): boolean {
  return !ENDS[quote ?? 'none'].test(words);
}

/** How far back an attribute block may begin, in UTF-16 units. */
const FARTHEST = 2000;

/**
 * The context in the attribute block around `offset`, which may be incomplete: `[words]{.claim about="ac|`. Null
 * outside of one. Looks back at most to the start of the paragraph and 2000 units.
 */
export function attributeContext(text: string, offset: number): AttributeContext | null {
  const open = openingBrace(text, offset);
  if (open === null) return null;
  const classes: string[] = [];
  const present: string[] = [];
  let at = open + 1;
  while (at <= offset) {
    const letter = text[at];
    if (letter === undefined || at === offset) return nameContext(at, offset, classes, present);
    if (/\s/.test(letter)) {
      at++;
      continue;
    }
    if (letter === '}') return null;
    const end = wordEnd(text, at);
    if (letter === '.' || letter === '#') {
      if (offset <= end) return letter === '.' ? { at: 'class', range: { from: at + 1, to: offset } } : null;
      if (letter === '.') classes.push(text.slice(at + 1, end));
      at = end;
      continue;
    }
    const key = text.slice(at, end);
    if (text[end] !== '=') {
      if (offset <= end) return nameContext(at, offset, classes, present);
      at = Math.max(end, at + 1);
      continue;
    }
    present.push(key);
    const quote = text[end + 1] === '"' ? '"' : text[end + 1] === "'" ? "'" : null;
    const from = end + (quote ? 2 : 1);
    const close = quote ? text.indexOf(quote, from) : bareEnd(text, from);
    if (close < 0 || offset <= close) {
      if (offset < from) return null;
      const before = text.slice(from, offset);
      const word = offset - (/[^\s;]*$/.exec(before)?.[0].length ?? 0);
      return { at: 'value', key, range: { from: word, to: offset }, before, quote, classes };
    }
    at = close + (quote ? 1 : 0);
  }
  return null;
}

function nameContext(
  at: number,
  offset: number,
  classes: readonly string[],
  present: readonly string[],
): AttributeContext {
  return { at: 'name', range: { from: Math.min(at, offset), to: offset }, classes, present };
}

/** The `{` that opens the block: after `]`, or after the colons of a fence, without a blank line in between. */
function openingBrace(text: string, offset: number): number | null {
  const least = Math.max(0, offset - FARTHEST);
  let quoted = false;
  for (let at = offset - 1; at >= least; at--) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    if (letter === '}' && !quoted) return null;
    if (letter === '\n' && /^[ \t]*\n/.test(text.slice(at + 1, at + 80))) return null;
    if (
      letter === '{' &&
      (text[at - 1] === ']' || /(?:^|\n)[ \t>]*:{3,}[ \t]*$/.test(text.slice(Math.max(0, at - 80), at)))
    )
      return at;
  }
  return null;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s={}"']/.test(text[at]!)) at++;
  return at;
}

function bareEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s}]/.test(text[at]!)) at++;
  return at;
}
