/** Pandoc's citations, bracketed and in the text. */
import type { CitationMode } from '../facts/model.ts';
import { isSpaceCharacter, isUnicodeSpaceAt, wordLengthAt } from './characters.ts';
import { spacesAndOneLineEnd } from './attributes.ts';
import { labelOf } from './links.ts';
import type { CitedItem } from './nodes.ts';
import { Attempt, type Reading } from './reading.ts';

const AT = 64;
const OPEN = 91;
const CLOSE = 93;
const SEMICOLON = 59;

interface CiteKey {
  readonly suppressed: boolean;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** `@key`, `-@key` or `@{key}` at `at`; null when there is none, or when a word goes on there. */
function citeKeyAt(reading: Reading, at: number, limit: number): CiteKey | null {
  const { text } = reading;
  if (reading.lastWord === at) return null;
  const suppressed = text.charCodeAt(at) === 45;
  const sign = suppressed ? at + 1 : at;
  if (text.charCodeAt(sign) !== AT || sign >= limit) return null;
  const from = sign + 1;
  const end = plainKeyEnd(text, from, limit);
  if (end > from) return { suppressed, from, to: end, end };
  const braced = bracedKeyEnd(text, from, limit);
  return braced < 0 ? null : { suppressed, from: from + 1, to: braced - 1, end: braced };
}

/** Letters, digits, `_`, and one at a time between them `:.#$%&-+?<>~/`; `//` and `:/` as in an address. */
function plainKeyEnd(text: string, from: number, limit: number): number {
  const first = text.charCodeAt(from);
  let end = from + (first === 95 || first === 42 ? 1 : wordLengthAt(text, from));
  if (end === from || end > limit) return from;
  while (end < limit) {
    const length = keyCharacter(text, end, limit);
    if (length > 0) end += length;
    else if (INNER.has(text.charCodeAt(end)) && keyCharacter(text, end + 1, limit) > 0) end++;
    else if (ADDRESS.has(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 47 && end + 1 < limit) end++;
    else break;
  }
  return end;
}

const INNER: ReadonlySet<number> = new Set([...':.#$%&-+?<>~/'].map((letter) => letter.charCodeAt(0)));
const ADDRESS: ReadonlySet<number> = new Set([58, 47]);

function keyCharacter(text: string, at: number, limit: number): number {
  if (at >= limit) return 0;
  return text.charCodeAt(at) === 95 ? 1 : wordLengthAt(text, at);
}

function bracedKeyEnd(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) !== 123) return -1;
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isUnicodeSpaceAt(text, i)) return -1;
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return -1;
}

/** A citation in brackets at `at`, `[see @a, p. 3; @b]`: its end, or -1. On failure nodes may be left behind. */
export function normalCitationAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const from = spacesAndOneLineEnd(text, at + 1, limit);
  if (from < 0) return -1;
  const items: CitedItem[] = [];
  const listEnd = citeList(reading, from, limit, items);
  if (listEnd < 0) return -1;
  const close = spacesAndOneLineEnd(text, listEnd, limit);
  if (close < 0 || close >= limit || text.charCodeAt(close) !== CLOSE) return -1;
  const next = close + 1 < limit ? text.charCodeAt(close + 1) : -1;
  if (next === 123 || next === 40 || next === OPEN) return -1;
  reading.add({ kind: 'cite', range: reading.range(at, close + 1), items, linkLabel: null });
  return close + 1;
}

function citeList(reading: Reading, from: number, limit: number, items: CitedItem[]): number {
  let at = from;
  for (;;) {
    at = citedItem(reading, at, limit, items);
    if (at < 0 || at >= limit || reading.text.charCodeAt(at) !== SEMICOLON) return at;
    const next = spacesAndOneLineEnd(reading.text, at + 1, limit);
    if (next < 0) return at;
    at = next;
  }
}

function citedItem(reading: Reading, from: number, limit: number, items: CitedItem[]): number {
  const prefix = prefixFrom(reading, from, limit);
  if (!prefix) return -1;
  const key = citeKeyAt(reading, prefix.end, limit);
  if (!key) return -1;
  const end = suffixEnd(reading, key.end, limit);
  if (end < 0) return -1;
  const mode: CitationMode = key.suppressed ? 'SuppressAuthor' : 'NormalCitation';
  items.push(
    itemOf(reading, mode, key, trimmed(reading.text, from, prefix.textEnd), key.end, end, prefix.end),
  );
  return end;
}

interface Prefix {
  /** Where its words end, and where the key begins. */
  readonly textEnd: number;
  readonly end: number;
}

/** Reads up to the key of an item; a `]` may end the prefix as well, as in Pandoc. */
function prefixFrom(reading: Reading, from: number, limit: number): Prefix | null {
  const { text } = reading;
  for (let at = from; at < limit;) {
    const code = text.charCodeAt(at);
    if (code === CLOSE) return { textEnd: at, end: at + 1 };
    if (code === SEMICOLON) {
      const next = spacesAndOneLineEnd(text, at + 1, limit);
      return next >= 0 && citeKeyAt(reading, next, limit) ? { textEnd: at, end: at } : null;
    }
    if ((code === AT || code === 45) && citeKeyAt(reading, at, limit)) return { textEnd: at, end: at };
    const end = reading.step(at, limit);
    if (end < 0) return null;
    at = end;
  }
  return null;
}

function suffixEnd(reading: Reading, from: number, limit: number): number {
  const { text } = reading;
  let at = spacesAndOneLineEnd(text, from, limit);
  if (at < 0) return -1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === SEMICOLON || code === CLOSE) break;
    const end = reading.step(at, limit);
    if (end < 0) break;
    at = end;
  }
  return at;
}

function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  while (end > start && isSpaceCharacter(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpaceCharacter(text.charCodeAt(start))) start++;
  return { from: start, to: end };
}

function itemOf(
  reading: Reading,
  mode: CitationMode,
  key: CiteKey,
  prefix: { from: number; to: number },
  suffixFrom: number,
  suffixTo: number,
  keyStart: number,
): CitedItem {
  // A suffix of white space alone is kept as one space: Pandoc has it so.
  const suffix = trimmed(reading.text, suffixFrom, suffixTo);
  const last = suffix.to > suffix.from ? suffix.to : suffixTo > suffixFrom ? suffixFrom + 1 : suffixFrom;
  const first = prefix.to > prefix.from ? prefix.from : keyStart;
  return {
    mode,
    key: reading.text.slice(key.from, key.to),
    keyRange: reading.range(key.from, key.to),
    range: reading.range(first, Math.max(key.end, suffix.to)),
    prefixRange: reading.range(prefix.from, prefix.to),
    suffixRange: reading.range(suffixFrom, last),
  };
}

/** `@key`, with `[suffix; more]` behind it if that follows, at `at`: the end, or -1. */
export function textCitationAt(reading: Reading, at: number, limit: number): number {
  const key = citeKeyAt(reading, at, limit);
  if (!key) return -1;
  const mode: CitationMode = key.suppressed ? 'SuppressAuthor' : 'AuthorInText';
  const none = { from: at, to: at };
  const open = spacesAndOneLineEnd(reading.text, key.end, limit);
  if (open >= 0 && open < limit && reading.text.charCodeAt(open) === OPEN) {
    const end = reading.attempt(Attempt.citation, at, limit, () =>
      withBracket(reading, key, mode, at, open, limit),
    );
    if (end >= 0) return end;
  }
  const item = itemOf(reading, mode, key, none, key.end, key.end, at);
  reading.add({ kind: 'cite', range: reading.range(at, key.end), items: [item], linkLabel: null });
  return key.end;
}

function withBracket(
  reading: Reading,
  key: CiteKey,
  mode: CitationMode,
  at: number,
  open: number,
  limit: number,
): number {
  const none = { from: at, to: at };
  const kept = reading.nodes.length;
  const { lastWord } = reading;
  const others = normalCitationAt(reading, open, limit);
  if (others >= 0) {
    const cited = reading.nodes.pop();
    const first = itemOf(reading, mode, key, none, key.end, key.end, at);
    const more = cited?.kind === 'cite' ? cited.items : [];
    reading.add({ kind: 'cite', range: reading.range(at, others), items: [first, ...more], linkLabel: null });
    return others;
  }
  reading.nodes.length = kept;
  reading.lastWord = lastWord;
  return bareLocator(reading, key, mode, at, open, limit);
}

function bareLocator(
  reading: Reading,
  key: CiteKey,
  mode: CitationMode,
  at: number,
  open: number,
  limit: number,
): number {
  const { text } = reading;
  if (text.charCodeAt(open + 1) === 94) return -1;
  const end = suffixEnd(reading, open + 1, limit);
  if (end < 0) return -1;
  const items: CitedItem[] = [];
  let listEnd = end;
  if (text.charCodeAt(end) === SEMICOLON && end < limit) {
    const next = spacesAndOneLineEnd(text, end + 1, limit);
    const kept = reading.nodes.length;
    const rest = next < 0 ? -1 : citeList(reading, next, limit, items);
    if (rest < 0) {
      items.length = 0;
      reading.nodes.length = kept;
    } else listEnd = rest;
  }
  const close = spacesAndOneLineEnd(text, listEnd, limit);
  if (close < 0 || close >= limit || text.charCodeAt(close) !== CLOSE) return -1;
  const after = close + 1 < limit ? text.charCodeAt(close + 1) : -1;
  if (after === OPEN || after === 40) return -1;
  const item = itemOf(reading, mode, key, { from: at, to: at }, open + 1, end, at);
  const whole = items.length ? item : { ...item, range: reading.range(at, close + 1) };
  const linkLabel = labelOf(text, open + 1, close);
  reading.add({ kind: 'cite', range: reading.range(at, close + 1), items: [whole, ...items], linkLabel });
  return close + 1;
}
