/** Claims and actor marks, from the attributes of spans and divs. */
import type { PartNode } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';
import { RELATION_KINDS } from './model.ts';
import type { ActorMark, Attributes, Claim, Evidence, RelationKind, Token } from './model.ts';
import { claimText, plainText } from './plain-text.ts';

const NOTHING: readonly never[] = [];
/** ASCII characters above this are not white space. */
const SPACE = 32;
const DELETE = 127;

const RELATIONS: ReadonlySet<string> = new Set(RELATION_KINDS);

/** Whether attributes have a class of that name, in exactly that spelling. */
export function hasClass(attributes: Attributes, name: string): boolean {
  for (const token of attributes.classes) if (token.text === name) return true;
  return false;
}

/** The value of `key`; the first if it is repeated, null when it is absent or empty. */
export function attribute(attributes: Attributes, key: string): Token | null {
  for (const pair of attributes.pairs) if (pair.key.text === key) return orNull(pair.value);
  return null;
}

/** A value; null if it is white space only. */
function orNull(value: Token | null): Token | null {
  if (value === null) return null;
  const first = value.text.charCodeAt(0);
  return (first > SPACE && first < DELETE) || value.text.trim() !== '' ? value : null;
}

/** A token without its leading `@`. */
export function bare(token: Token): Token {
  if (!token.text.startsWith('@')) return token;
  return { text: token.text.slice(1), range: { from: token.range.from + 1, to: token.range.to } };
}

/** The parts of an attribute's value between `separator`s, trimmed, without empty ones. */
function parts(text: string, value: Token, separator: RegExp): Token[] {
  // A value with escapes differs in length from its source: then every part has the whole range.
  const verbatim = isVerbatim(text.slice(value.range.from, value.range.to), value.text);
  const found: Token[] = [];
  separator.lastIndex = 0;
  for (let match = separator.exec(value.text); match; match = separator.exec(value.text)) {
    const words = match[0].trim();
    if (words === '') continue;
    const from = value.range.from + match.index + match[0].indexOf(words);
    found.push({ text: words, range: verbatim ? { from, to: from + words.length } : value.range });
  }
  return found;
}

/** Whether a value is written character by character as it reads; a line end reads as a space. */
function isVerbatim(written: string, value: string): boolean {
  return written === value || (written.length === value.length && written.replace(/\n/g, ' ') === value);
}

const WORDS = /[^\s,;]+/g;
const BETWEEN_WORDS = /[\s,;]/;
const SEMICOLONS = /[^;]+/g;

/** The words of an attribute's value, separated by white space, commas and semicolons. */
export function wordsOf(text: string, value: Token | null): readonly Token[] {
  if (value === null || value.text === '') return NOTHING;
  return BETWEEN_WORDS.test(value.text) ? parts(text, value, WORDS) : [value];
}

/** As `wordsOf`, for names that may have a leading `@`. */
function namesOf(text: string, value: Token | null): readonly Token[] {
  return value === null ? NOTHING : wordsOf(text, value).map(bare);
}

/** The word in `by` between the one reported and the one who reports. */
export const VIA = 'via';

/**
 * The asserters in `by`, and who reports them: `lee2011 via franceschini2014`. A `via` with nobody on one of its sides
 * joins nothing.
 */
function chainOf(text: string, value: Token | null): Pick<Claim, 'by' | 'via'> {
  const words = wordsOf(text, value);
  if (!words.some(isVia)) return { by: words.map(bare), via: NOTHING };
  const [by, via]: [Token[], Token[]] = [[], []];
  let into = by;
  for (const word of words)
    if (!isVia(word)) into.push(bare(word));
    else if (by.length > 0) into = via;
  return { by, via };
}

function isVia({ text }: Token): boolean {
  return text === VIA;
}

/** Each `via` in `by` that has nobody before it, or nobody after it. `by` is the attribute's value. */
export function loneVias({ attributes }: Pick<Claim, 'attributes'>): readonly Token[] {
  const value = attribute(attributes, 'by');
  if (!value?.text.includes(VIA)) return NOTHING;
  // Offsets count from the value: it is its own text, unless it has escapes.
  const isLiteral = value.range.to - value.range.from === value.text.length;
  const words = wordsOf(value.text, { text: value.text, range: { from: 0, to: value.text.length } });
  return words
    .filter(
      (word, place) => isVia(word) && (place === 0 || place === words.length - 1 || isVia(words[place - 1]!)),
    )
    .map(({ text, range }) => ({
      text,
      range: isLiteral
        ? { from: value.range.from + range.from, to: value.range.from + range.to }
        : value.range,
    }));
}

/** So many times the letters that the claims of a block cover are read for their words. */
const MOST_WORDS = 6;
/** The letters that are read of a claim beyond that. */
const FIRST_WORDS = 400;

/**
 * Where the words of the claims of a block end, by their contents: where these end, but of claims very deep within each
 * other only the first words are read, since all would take the square of the text.
 */
export function endsOfWords(contents: readonly TextRange[]): number[] {
  let [first, last] = [Infinity, 0];
  for (const { from, to } of contents) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  let left = MOST_WORDS * (last - first);
  return contents.map(({ from, to }) => {
    const end = to - from > left ? Math.min(to, from + FIRST_WORDS) : to;
    left -= to - from;
    return end;
  });
}

/** Reads a claim, whose words end at `wordsTo`. Offsets are in `text`; what follows is determined by the caller. */
export function readClaim(
  text: string,
  node: PartNode,
  sentence: Claim['sentence'],
  inNote: string | null,
  wordsTo: number,
): Claim {
  const { attributes } = node;
  // The first of repeated keys counts. One pass over the pairs, since there are many claims.
  let by: Token | null = null;
  let about: Token | null = null;
  let evidence: Token | null = null;
  let says: Token | null = null;
  let when: Token | null = null;
  let where: Token | null = null;
  let status: Token | null = null;
  let certainty: Token | null = null;
  let relations: Claim['relations'][number][] | null = null;
  for (const { key, value } of attributes.pairs)
    switch (key.text) {
      case 'by':
        by ??= value;
        break;
      case 'about':
        about ??= value;
        break;
      case 'evidence':
        evidence ??= value;
        break;
      case 'says':
        says ??= value;
        break;
      case 'when':
        when ??= value;
        break;
      case 'where':
        where ??= value;
        break;
      case 'status':
        status ??= value;
        break;
      case 'certainty':
        certainty ??= value;
        break;
      default:
        if (RELATIONS.has(key.text))
          for (const one of relationsOf(text, key.text as RelationKind, value)) (relations ??= []).push(one);
    }
  evidence = orNull(evidence);
  return {
    kind: node.kind,
    id: attributes.id,
    range: node.range,
    contentRange: node.contentRange,
    text:
      claimText(text, { from: node.contentRange.from, to: wordsTo }) +
      (wordsTo < node.contentRange.to ? ' …' : ''),
    attributes,
    ...chainOf(text, orNull(by)),
    about: namesOf(text, orNull(about)),
    relations: relations ?? NOTHING,
    evidence: evidence ? parts(text, evidence, SEMICOLONS).map(readEvidence) : NOTHING,
    says: orNull(says),
    when: orNull(when),
    where: orNull(where),
    status: orNull(status),
    certainty: orNull(certainty),
    sentence,
    inNote,
  };
}

function relationsOf(text: string, kind: RelationKind, value: Token): Claim['relations'] {
  return namesOf(text, value).map((address) => ({ kind, address }));
}

/** `@key, p. 3`, `key`, `#id` or `file.md#id`. An address always has its `#`. */
function readEvidence(item: Token): Evidence {
  const match = /^(@?\{?)([^\s,}]+)\}?,?\s*(.*)$/s.exec(item.text);
  if (!match) return { kind: 'citation', target: item, locator: null };
  const [, lead = '', name = '', rest = ''] = match;
  const from = item.range.from + lead.length;
  const exact = item.range.to - item.range.from === item.text.length;
  const target = { text: name, range: exact ? { from, to: from + name.length } : item.range };
  if (name.includes('#')) return { kind: 'claim', target, locator: null };
  return { kind: 'citation', target, locator: rest.trim() || null };
}

/** Reads an actor mark, `[the union]{.actor ref="acftu"}`. */
export function readActorMark(text: string, node: PartNode): ActorMark {
  const refs = namesOf(text, attribute(node.attributes, 'ref'));
  return {
    range: node.range,
    contentRange: node.contentRange,
    text: plainText(text, node.contentRange),
    refs,
  };
}
