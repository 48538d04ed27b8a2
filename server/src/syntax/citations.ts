/** Pandoc's citations, bracketed and in the text. */
import type { CitationMode } from './model.ts';
import { isSpaceCharacter, wordLengthAt } from './characters.ts';
import { BrokenAttributes, readAttributes, spacesAndOneLineEnd } from './attributes.ts';
import { balancedBracketAt } from './balanced-brackets.ts';
import { KeyBraces } from './key-braces.ts';
import { labelOf, linkTargetEnd } from './links.ts';
import type { CitedItem } from './nodes.ts';
import { Walk } from './dead-ends.ts';
import { noteLabelEnd } from './note-labels.ts';
import { Attempt, type Reading } from './reading.ts';

const AT = 64;
const OPEN = 91;
const CLOSE = 93;
const SEMICOLON = 59;

/** The two parts of a cited item. */
const BEFORE_KEY = 0;
const BEHIND_KEY = 1;

interface CiteKey {
  readonly suppressed: boolean;
  /** The offset of its `@`, or of the `-` before that. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/**
 * `@key`, `-@key` or `@{key}` at `at`; null when there is none, or when `at` is inside a word. Pandoc’s
 * `citeKey`.
 */
function citeKeyAt(reading: Reading, at: number, limit: number): CiteKey | null {
  const { text } = reading;
  if (reading.lastWord === at) return null;
  const suppressed = text.charCodeAt(at) === 45;
  const sign = suppressed ? at + 1 : at;
  if (text.charCodeAt(sign) !== AT || sign >= limit) return null;
  const from = sign + 1;
  const end = plainKeyEnd(text, from, limit);
  if (end > from) return { suppressed, start: at, from, to: end, end };
  const braced = bracedKeyEnd(reading, from, limit);
  return braced < 0 ? null : { suppressed, start: at, from: from + 1, to: braced - 1, end: braced };
}

/**
 * The end of a plain key: letters, digits, `_`, and single characters of `:.#$%&-+?<>~/` between them; `//`
 * and `:/` as in a URL. Pandoc’s `simpleCiteIdentifier`.
 */
export function plainKeyEnd(text: string, from: number, limit: number): number {
  const first = text.charCodeAt(from);
  let end = from + (first === 95 || first === 42 ? 1 : wordLengthAt(text, from));
  if (end === from || end > limit) return from;
  while (end < limit) {
    const code = text.charCodeAt(end);
    const kind = code < 128 ? IN_KEY[code] : 0;
    if (kind === WORD) end++;
    else if (code > 127) {
      const length = wordLengthAt(text, end);
      if (length === 0) break;
      end += length;
    } else if (kind === BETWEEN && keyCharacter(text, end + 1, limit) > 0) end++;
    else if ((code === 58 || code === 47) && text.charCodeAt(end + 1) === 47 && end + 1 < limit) end++;
    else break;
  }
  return end;
}

const WORD = 1;
const BETWEEN = 2;

/** Classes of ASCII characters in keys. */
const IN_KEY = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code);
  if (/\w/.test(letter)) IN_KEY[code] = WORD;
  else if (/[:.#$%&+?<>~/-]/.test(letter)) IN_KEY[code] = BETWEEN;
}

function keyCharacter(text: string, at: number, limit: number): number {
  if (at >= limit) return 0;
  return text.charCodeAt(at) === 95 ? 1 : wordLengthAt(text, at);
}

function bracedKeyEnd(reading: Reading, at: number, limit: number): number {
  if (reading.text.charCodeAt(at) !== 123) return -1;
  const end = reading.table(KeyBraces).end(at);
  return end <= limit ? end : -1;
}

/**
 * A bracketed citation at `at`, `[see @a, p. 3; @b]`: its end, or -1. On failure the caller must drop the
 * nodes added. Pandoc’s `normalCite`.
 */
export function normalCitationAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const from = spacesAndOneLineEnd(text, at + 1, limit);
  if (from < 0) return -1;
  const items: CitedItem[] = [];
  const walk = new Walk(reading, limit);
  const listEnd = citeList(reading, from, limit, items, walk);
  const close = listEnd < 0 ? -1 : spacesAndOneLineEnd(text, listEnd, limit);
  const closed = close >= 0 && close < limit && text.charCodeAt(close) === CLOSE;
  if (!closed || bracketGoesOn(reading, close + 1, limit)) return walk.failed();
  reading.add({ kind: 'cite', range: reading.range(at, close + 1), items, linkLabel: null });
  return close + 1;
}

/** Whether the text after a bracket makes it a link, a reference or a span instead of a citation. */
function bracketGoesOn(reading: Reading, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const { text } = reading;
  switch (text.charCodeAt(at)) {
    case 40: // (
      return linkTargetEnd(text, at, limit) >= 0;
    case 123: // {
      return readAttributes(text, at, limit, 0, reading.table(BrokenAttributes)) !== null;
    case OPEN:
      return noteLabelEnd(text, at, limit) < 0 && balancedBracketAt(reading, at, limit) >= 0;
    default:
      return false;
  }
}

/** Pandoc’s `citeList`. */
function citeList(
  reading: Reading,
  from: number,
  limit: number,
  items: CitedItem[],
  walk: Walk | null,
): number {
  let at = from;
  for (;;) {
    at = citedItem(reading, at, limit, items, walk);
    if (at < 0 || at >= limit || reading.text.charCodeAt(at) !== SEMICOLON) return at;
    const next = spacesAndOneLineEnd(reading.text, at + 1, limit);
    if (next < 0) return at;
    at = next;
  }
}

/** Pandoc’s `citation`. */
function citedItem(
  reading: Reading,
  from: number,
  limit: number,
  items: CitedItem[],
  walk: Walk | null,
): number {
  const { text } = reading;
  let key: CiteKey | null = null;
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === SEMICOLON || walk?.isHopeless(at, BEFORE_KEY)) return -1;
    // As in Pandoc the prefix may also end at a `]`.
    if (code === CLOSE || code === AT || code === 45)
      key = citeKeyAt(reading, code === CLOSE ? at + 1 : at, limit);
    if (key || code === CLOSE) break;
    at = reading.step(at, limit);
    if (at < 0) return -1;
  }
  if (!key) return -1;
  const end = suffixEnd(reading, key.end, limit, walk);
  if (end < 0) return -1;
  const mode: CitationMode = key.suppressed ? 'SuppressAuthor' : 'NormalCitation';
  items.push(itemOf(reading, mode, key, trimmed(text, from, at), key.end, end));
  return end;
}

/** Pandoc’s `suffix`. */
function suffixEnd(reading: Reading, from: number, limit: number, walk: Walk | null): number {
  const { text } = reading;
  let at = spacesAndOneLineEnd(text, from, limit);
  if (at < 0) return -1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === SEMICOLON || code === CLOSE) break;
    if (walk?.isHopeless(at, BEHIND_KEY)) return -1;
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
): CitedItem {
  // White space alone is no suffix (Pandoc 2 kept one space).
  const suffix = trimmed(reading.text, suffixFrom, suffixTo);
  const last = suffix.to > suffix.from ? suffix.to : suffixFrom;
  const first = prefix.to > prefix.from ? prefix.from : key.start;
  return {
    mode,
    key: reading.text.slice(key.from, key.to),
    keyRange: reading.range(key.from, key.to),
    range: reading.range(first, Math.max(key.end, suffix.to)),
    prefixRange: reading.range(prefix.from, prefix.to),
    suffixRange: reading.range(suffixFrom, last),
  };
}

/** `@key` at `at`, with `[suffix; more]` after it if present: the end, or -1. Pandoc’s `textualCite`. */
export function textCitationAt(reading: Reading, at: number, limit: number): number {
  const key = citeKeyAt(reading, at, limit);
  if (!key) return -1;
  const mode: CitationMode = key.suppressed ? 'SuppressAuthor' : 'AuthorInText';
  const none = { from: at, to: at };
  const open = spacesAndOneLineEnd(reading.text, key.end, limit);
  if (open >= 0 && open < limit && reading.text.charCodeAt(open) === OPEN) {
    const end = reading.attempt(Attempt.citation, at, limit, withBracket);
    if (end >= 0) return end;
  }
  const item = itemOf(reading, mode, key, none, key.end, key.end);
  reading.add({ kind: 'cite', range: reading.range(at, key.end), items: [item], linkLabel: null });
  return key.end;
}

/** As `textCitationAt`, with the bracket that opens after the key. */
function withBracket(reading: Reading, at: number, limit: number): number {
  const key = citeKeyAt(reading, at, limit)!;
  const mode: CitationMode = key.suppressed ? 'SuppressAuthor' : 'AuthorInText';
  const open = spacesAndOneLineEnd(reading.text, key.end, limit);
  const others = reading.undoing(normalCitationAt, open, limit);
  if (others < 0) return bareLocator(reading, key, mode, at, open, limit);
  const cited = reading.nodes.pop();
  const first = itemOf(reading, mode, key, { from: at, to: at }, key.end, key.end);
  const more = cited?.kind === 'cite' ? cited.items : [];
  reading.add({ kind: 'cite', range: reading.range(at, others), items: [first, ...more], linkLabel: null });
  return others;
}

/** Pandoc’s `bareloc`. */
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
  const end = suffixEnd(reading, open + 1, limit, null);
  if (end < 0) return -1;
  const items: CitedItem[] = [];
  let listEnd = end;
  if (text.charCodeAt(end) === SEMICOLON && end < limit) {
    const next = spacesAndOneLineEnd(text, end + 1, limit);
    const kept = reading.nodes.length;
    const rest = next < 0 ? -1 : citeList(reading, next, limit, items, null);
    if (rest < 0) {
      items.length = 0;
      reading.dropNodes(kept);
    } else listEnd = rest;
  }
  const close = spacesAndOneLineEnd(text, listEnd, limit);
  if (close < 0 || close >= limit || text.charCodeAt(close) !== CLOSE) return -1;
  const after = close + 1 < limit ? text.charCodeAt(close + 1) : -1;
  if (after === OPEN || after === 40 || after === 123) return -1;
  const item = itemOf(reading, mode, key, { from: at, to: at }, open + 1, end);
  const whole = items.length ? item : { ...item, range: reading.range(at, close + 1) };
  const linkLabel = labelOf(text, open + 1, close);
  reading.add({ kind: 'cite', range: reading.range(at, close + 1), items: [whole, ...items], linkLabel });
  return close + 1;
}
