/** The quotations of a document as they are kept: words, works, and locators. */
import { locatorTerms } from '../pages/locator-terms.ts';
import { locatorInParentheses } from '../pages/locator-in-parentheses.ts';
import { readLocator } from '../pages/pandoc-locator.ts';
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { Disclaimer, Locator, PandocCitation, Quotation, Token } from '../facts/model.ts';
import { languageOfDocument } from './document-language.ts';
import { NoteCitations, type CitingNote, type PrintedSource } from './note-citations.ts';
import { PrintedNearby } from './printed-nearby.ts';
import type { FoundFacts } from '../found/model.ts';
import { sentenceEnd } from '../facts/sentences.ts';
import { firstFrom, overlaps, type TextRange } from '../text/range.ts';
import { bisect } from '../text/bisect.ts';

export interface QuotedPassage {
  readonly kind: Quotation['kind'];
  /** The whole quotation: with quotation marks, or with the brackets and attributes of a mark. */
  readonly range: TextRange;
  /** The quoted words alone. */
  readonly contentRange: TextRange;
  /**
   * The quoted words as written. The `>` of a block quotation are replaced by spaces, so that offsets agree.
   */
  readonly words: string;
  /**
   * The works that it may be from. The first is the one that the quotation names; the others are cited with
   * it, or before it in its sentence. Empty where only a printed source is given.
   */
  readonly works: readonly Token[];
  /**
   * The source without a key. Where a bibliography has it, it replaces `works`: see `Library.quotationsOf`.
   */
  readonly printed: PrintedSource | null;
  /** Whether the attribution is uncertain: works are cited near it, and others may be meant. */
  readonly loose: boolean;
  /**
   * The printed source is ambiguous, so it is compared with none; or no bibliography has it; or what cites near it need
   * not attribute it, so that it is a quotation only where the work has its words.
   */
  readonly doubt?: 'several-works' | 'unknown-work' | 'no-quotation';
  /** What its context says about it. */
  readonly disclaimer: Disclaimer | null;
  /** The language of the document, as `languageOf` detects it. */
  readonly language: string | null;
  /** Whether the document writes `ß` anywhere. */
  readonly writesSharpS: boolean;
  /** The locator in the first work. */
  readonly locator: Locator | null;
  /** Whether any place is given, even in words that are no locator. */
  readonly located: boolean;
  /** How to insert a locator where there is none: at offset `at`, between `before` and `after`. */
  readonly room: { readonly at: number; readonly before: string; readonly after: string } | null;
}

/** Longer quotations are truncated, in UTF-16 units. */
const LONGEST = 30_000;
/** Longest gap between a marked quotation and its citation, in UTF-16 units. */
const LONGEST_GAP = 300;

/** The attribution of a quotation before the text to search is known. */
type Attributed = Pick<QuotedPassage, 'works' | 'loose' | 'locator' | 'located' | 'room' | 'doubt'>;
/** Attributed without a key, or not at all. */
const NOT_BY_KEY: Attributed = { works: [], loose: true, locator: null, located: true, room: null };

/** The quotations that have a source. `text` is the document's. */
export function quotedPassages(
  text: string,
  facts: DocumentFacts,
  found: FoundFacts | null = null,
): QuotedPassage[] {
  if (facts.quotations.length === 0) return [];
  const byKeyPlace = new Map(facts.citations.map((citation, i) => [citation.keyRange.from, i]));
  const notes = new NoteCitations(text, facts, found);
  const print = new PrintedNearby(text, facts, found, notes);
  const language = languageOfDocument(text, facts.frontMatter?.lang ?? null);
  const writesSharpS = text.includes('ß');
  const passages: QuotedPassage[] = [];
  for (const quotation of facts.quotations) {
    const { kind, range, contentRange } = quotation;
    const attributed =
      kind === 'marked'
        ? markedSource(text, quotation, facts, notes)
        : nearSource(text, quotation, facts, notes, byKeyPlace, print);
    const printed = print.of(quotation);
    if (!attributed && !printed) continue;
    const words = wordsOf(text, contentRange);
    const disclaimer = quotation.disclaimer ?? notes.disclaimerOf(quotation);
    passages.push({
      kind,
      range,
      contentRange,
      words,
      language,
      writesSharpS,
      disclaimer,
      printed,
      ...(attributed ?? NOT_BY_KEY),
    });
  }
  return passages;
}

/** The source that a mark names, or that is cited after it. */
function markedSource(
  text: string,
  quotation: Quotation,
  facts: DocumentFacts,
  notes: NoteCitations,
): Attributed | null {
  const cited = citationBehind(text, quotation, facts);
  const { from, range } = quotation;
  if (from) return { works: [from], loose: false, ...placeOf(text, quotation, facts, cited) };
  if (cited !== null) {
    const works = worksCited(text, quotation, facts, cited);
    return { works, loose: false, ...placeOf(text, quotation, facts, cited) };
  }
  const note = notes.calledAt(range.to);
  return note && fromNote(text, quotation, facts, note);
}

/** The source of a quotation without a mark: the first that is certain, else all candidates. */
function nearSource(
  text: string,
  quotation: Quotation,
  facts: DocumentFacts,
  notes: NoteCitations,
  byKeyPlace: ReadonlyMap<number, number>,
  print: PrintedNearby,
): Attributed | null {
  const near: Token[] = [];
  for (const attribution of quotation.attributions) {
    const { kind, range, name, loose } = attribution;
    if (kind === 'printed') {
      const before = loose ? null : print.keyedBefore(attribution);
      if (!before) continue;
      // The key stands elsewhere, so the range is empty: nothing here could be edited.
      const at = quotation.range.to;
      const works = [{ text: facts.citations[before.keyed]!.key, range: { from: at, to: at } }];
      return { works, loose: before.loose, ...NO_PLACE, locator: before.locator };
    }
    const note = kind === 'note' ? notes.of(name, range) : null;
    if (kind === 'note') {
      if (note && !loose) return fromNote(text, quotation, facts, note);
      if (note) near.push(...note.works);
      continue;
    }
    const cited = byKeyPlace.get(range.from);
    if (cited === undefined) continue;
    const works = worksCited(text, quotation, facts, cited);
    if (!loose) return { works, loose: false, ...placeOf(text, quotation, facts, cited) };
    near.push(...works);
  }
  const works = distinct(near);
  if (works.length === 0) return null;
  const isWeak = quotation.attributions.every(({ weak }) => weak);
  return { works, loose: true, ...NO_PLACE, ...(isWeak && { doubt: 'no-quotation' }) };
}

/** The locator of a citation in another sentence may be for something else. */
const NO_PLACE = { locator: null, located: true, room: null };

function fromNote(text: string, quotation: Quotation, facts: DocumentFacts, note: CitingNote): Attributed {
  const loose = note.works.length > 1 || !note.leads;
  if (loose) return { works: note.works, loose, ...NO_PLACE };
  if (note.first === null) return { works: note.works, loose, ...NO_PLACE, locator: note.locator };
  const place = placeOf(text, quotation, facts, note.first);
  return { works: note.works, loose, ...place, located: place.located || note.holdsNumber };
}

function distinct(works: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return works.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function wordsOf(text: string, { from, to }: TextRange): string {
  const words = text.slice(from, Math.min(to, from + LONGEST));
  const plain = words.includes('\n')
    ? words.replace(/(?<=\n)[ \t>]+/g, (marks) => ' '.repeat(marks.length))
    : words;
  // A slice would keep the whole text of a closed document in memory.
  return ` ${plain}`.slice(1);
}

/** The index of the citation after a marked quotation in its sentence; null where there is none. */
function citationBehind(text: string, { range, from }: Quotation, facts: DocumentFacts): number | null {
  const index = firstCitationFrom(facts.citations, range.to);
  const citation = facts.citations[index];
  if (!citation || citation.range.from - range.to > LONGEST_GAP) return null;
  if (from && citation.key !== from.text) return null;
  const gap = text.slice(range.to, citation.range.from);
  if (/\n[ \t]*\n/.test(gap)) return null;
  return /^[\s([.,;]*$/.test(gap) || !endsBetween(text, range.to, citation.range.from, facts) ? index : null;
}

function firstCitationFrom(citations: readonly PandocCitation[], offset: number): number {
  return bisect(citations.length, (i) => citations[i]!.range.from >= offset);
}

function endsBetween(text: string, from: number, to: number, { opaque }: DocumentFacts): boolean {
  const before = Math.max(0, firstFrom(opaque, from) - 1);
  const within = opaque.slice(before, firstFrom(opaque, to)).filter((range) => overlaps(range, { from, to }));
  return sentenceEnd(text, from, to, within) < to;
}

/** The cited work, those in the same brackets, and those cited before the quotation in its sentence. */
function worksCited(text: string, quotation: Quotation, facts: DocumentFacts, cited: number): Token[] {
  const { citations } = facts;
  const group = groupOf(citations, cited);
  const works = [citations[cited]!, ...group];
  if (quotation.kind !== 'block') {
    let before = cited;
    while (before >= 0 && citations[before]!.range.to > quotation.range.from) before--;
    const last = citations[before];
    if (last && quotation.range.from - last.range.to < 1000) {
      const gap = text.slice(last.range.to, quotation.range.from);
      if (!/\n[ \t]*\n/.test(gap) && !endsBetween(text, last.range.to, quotation.range.from, facts))
        works.push(...groupOf(citations, before));
    }
  }
  return distinct(works.map(({ key, keyRange }) => ({ text: key, range: keyRange })));
}

function groupOf(citations: readonly PandocCitation[], index: number): PandocCitation[] {
  const { group } = citations[index]!;
  let from = index;
  while (citations[from - 1]?.group === group) from--;
  let to = index;
  while (citations[to + 1]?.group === group) to++;
  return citations.slice(from, to + 1);
}

const PAGE_WORDS = String.raw`(?<!\p{L})(?:pp?\.|pgs?\.|pages?|S\.|Seiten?|p[áa]g(?:s?\.|inas?)|pagine?|сс?\.|стр\.)\s*\d|第\s?\d{1,4}\s?[页頁]`;
const PART_WORDS = String.raw`(?<!\p{L})(?:sections?|chapters?|chap\.|ch\.|sec\.|§{1,2}|Kapitel|Kap\.|Abschnitt|cap[íi]tulos?|cap\.|chapitres?|secci[óo]n|sezione|capitol[oi])\s*(?:\d|[IVX]+\b)`;
/** A part of a work, named with its number. */
const PLACE = new RegExp(`${PAGE_WORDS}|${PART_WORDS}`, 'iu');
/** `@key, p. 3`, where Pandoc reads no locator. */
const BEHIND = new RegExp(String.raw`^\]?[\s,;:(]*(?:${PAGE_WORDS}|${PART_WORDS})`, 'iu');

/** A page in front of the key, as some write it: `[pp 52-53 @key]`. */
const BEFORE_KEY = /[[;]\s*(?:see\s|cf\.?\s|vgl\.\s)?(?:pp?|S|s|pág|págs|pag)\.?\s*\d[\d\s,–—-]*-?@$/u;
/** A page that stands right before a key in running text: `p63 @key`, `quoted on 304 in @key`. */
const RIGHT_BEFORE = /(?:(?<![\p{L}\p{N}])pp?\.?\s?\d[\d–-]*[,;]?|\b(?:on|at)\s\d{1,4}\s(?:in|of))\s-?@$/u;
/** A bare number, or that there is none, right after a key in running text: `(@key, 109)`, `@key, no page numbers`. */
const RIGHT_BEHIND =
  /^,?\s\d{1,4}(?:[-–]\d{1,4})?n?(?=[);])|^,\s(?:no pages?\b|unpaginated\b|n\.\s?p\.|o\.\s?S\.|s\.\s?p\.)/iu;
/** A bare number in parentheses right after a quotation: `“…” (77)`. */
const AFTER_MARK = /^[.,]?\s\(\d{1,4}(?:[-–]\d{1,4})?n?\)/u;
/** A place in parentheses at the end of a block quotation: `(§ 1.2.1)`, `(593-4)`. */
const AT_END = new RegExp(
  String.raw`\((?:[^()]*(?:${PAGE_WORDS}|${PART_WORDS})[^()]*|\d{2,4}(?:[-–]\d{1,4})?)\)[\s.]*$`,
  'iu',
);

/** A place in parentheses, `(p. 224)`. */
const IN_PARENTHESES = new RegExp(String.raw`[([](?:see\s|at\s)?(?:${PAGE_WORDS}|${PART_WORDS})`, 'iu');

/** Whether a place in parentheses follows a quotation after the key of its work, before another work is cited. */
function isPlacedBehind(text: string, { range }: Quotation, { keyRange }: PandocCitation): boolean {
  if (keyRange.to > range.from) return false;
  const behind = text.slice(range.to, range.to + 2 * LONGEST_GAP);
  const end = /@|\n[ \t]*\n/.exec(behind);
  return IN_PARENTHESES.test(end ? behind.slice(0, end.index) : behind);
}

/** Whether the last line of a block quotation says where it is from, after a dash, with a place: `— @key, p. 15`. */
function isSigned(text: string, { from, to }: TextRange): boolean {
  const end = text.slice(Math.max(from, to - LONGEST_GAP), to).trimEnd();
  const line = end.slice(end.lastIndexOf('\n') + 1);
  return /^[\s>]*[-–—]{1,3}\s*\S/.test(line) && PLACE.test(line);
}

/** Whether a page is named between two offsets, within the last paragraph of that range. */
function namesPage(text: string, from: number, to: number): boolean {
  const words = text.slice(from, Math.min(to, from + 2 * LONGEST_GAP));
  return PLACE.test(words.slice(words.lastIndexOf('\n\n') + 1));
}

function placeOf(
  text: string,
  quotation: Quotation,
  { citations, frontMatter }: DocumentFacts,
  cited: number | null,
): Pick<QuotedPassage, 'locator' | 'located' | 'room'> {
  const { at, from, kind, range, contentRange } = quotation;
  if (kind === 'marked' && at)
    return {
      locator: readLocator(at.text, at.range.from, locatorTerms(frontMatter?.lang ?? null)),
      located: true,
      room: null,
    };
  if (cited === null) return { locator: null, located: false, room: from && roomForAttribute(text, from) };
  const located = groupOf(citations, cited).some(
    ({ locator, suffixRange }) =>
      locator !== null || /[\p{L}\p{N}]/u.test(text.slice(suffixRange.from, suffixRange.to)),
  );
  const { keyRange, locator, mode } = citations[cited]!;
  // A citation inside the quotation may be part of it. A sentence that names a page needs no locator.
  const isTold =
    (kind === 'inline' && overlaps(keyRange, contentRange)) ||
    namesPage(text, Math.max(0, range.from - LONGEST_GAP), Math.max(range.to, keyRange.from)) ||
    // The words that lead in to a block are another paragraph.
    (kind === 'block' && keyRange.to <= range.from && PLACE.test(text.slice(keyRange.to, range.from))) ||
    BEFORE_KEY.test(text.slice(Math.max(0, keyRange.from - LONGEST_GAP), keyRange.from)) ||
    (kind === 'block' && isSigned(text, range)) ||
    (kind === 'block' && AT_END.test(text.slice(Math.max(range.from, range.to - LONGEST_GAP), range.to))) ||
    BEHIND.test(text.slice(keyRange.to, keyRange.to + LONGEST_GAP)) ||
    (mode === 'AuthorInText' && RIGHT_BEHIND.test(text.slice(keyRange.to, keyRange.to + 30))) ||
    RIGHT_BEFORE.test(text.slice(Math.max(0, keyRange.from - 30), keyRange.from)) ||
    (kind === 'inline' && AFTER_MARK.test(text.slice(range.to, range.to + 20))) ||
    (kind === 'inline' && isPlacedBehind(text, quotation, citations[cited]!));
  if (!located && isTold) {
    const isBefore = kind !== 'marked' && keyRange.to <= range.from;
    const end = kind === 'block' ? contentRange.to : range.to;
    const after = isBefore ? locatorInParentheses(text, end) : null;
    return { locator: locator ?? after, located: true, room: null };
  }
  const isFree = !located && mode !== 'AuthorInText' && /[\];]/.test(text.charAt(keyRange.to));
  return { locator, located, room: isFree ? { at: keyRange.to, before: ', ', after: '' } : null };
}

/** After `from="…"`, if it is in quotation marks. */
function roomForAttribute(text: string, { range }: Token): QuotedPassage['room'] {
  const close = text.charAt(range.to);
  return close === '"' ? { at: range.to + 1, before: ' at="', after: '"' } : null;
}
