/** Parses locators in citation suffixes, `pp. 3-5`, as Pandoc does (Text.Pandoc.Citeproc.Locator). */
import { locatorTerms, type LocatorTerms } from './locator-terms.ts';
import { suffixTokens, type SuffixToken } from './suffix-tokens.ts';
import type { Locator } from './model.ts';
import { wordTable } from '../text/word-table.ts';

/** Fast path for most suffixes: `, p. 12`, `, pp. 12-15`, `, 12`, with nothing after it. */
const USUAL = /^,? ?(?:(pp?)\. ?)?(\d+(?:(?:-|–|--)\d+)?)$/;
/** How much of a suffix is examined, in UTF-16 units; a locator is at its start. */
const LONGEST = 2000;

/**
 * The locator at the start of a citation's suffix, or null. `from` is the offset of `suffix` in its text, and
 * the locator's range is in that text. A bare number is a page. `terms` are those of the document's language.
 */
export function readLocator(
  suffix: string,
  from: number,
  terms: LocatorTerms = locatorTerms(null),
): Locator | null {
  if (suffix === '') return null;
  const usual = USUAL.exec(suffix);
  if (usual && (usual[1] === undefined || terms.labels.get(`${usual[1]}.`) === 'page')) {
    const [, , value = ''] = usual;
    const start = /^,? ?/.exec(suffix)![0].length;
    return { label: 'page', value, range: { from: from + start, to: from + suffix.length } };
  }
  const reader = new LocatorReader(suffix, suffixTokens(suffix.slice(0, LONGEST)), terms);
  const found = reader.read();
  return found && { ...found, range: { from: from + found.range.from, to: from + found.range.to } };
}

/** A range of consumed tokens, and whether it has digits or Roman numerals. */
interface Taken {
  readonly end: number;
  readonly isNumber: boolean;
  readonly hasDigits: boolean;
}

const PAIRS = wordTable<string>({ '(': ')', '[': ']', '{': '}' });
/** Words that may follow a page number. */
const AFTER_PAGES =
  /^(?:ff|sqq?|seq|et|and|und|ed|en|och|og|or|oder|to|through|bis|passim|nn?|note|notes|fn|Anm|bottom|top|above|below|unten|oben|recto|verso)$/i;
const ROMAN = /^(?:m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/i;

class LocatorReader {
  constructor(
    private readonly text: string,
    private readonly tokens: readonly SuffixToken[],
    private readonly terms: LocatorTerms,
  ) {}

  read(): Locator | null {
    let at = 0;
    if (this.is(at, ',')) at++;
    if (this.isSpace(at)) at++;
    return this.is(at, '{') ? this.delimited(at) : this.integrated(at);
  }

  /** `{p. 12, and all that}`: everything inside the braces (Pandoc's `pLocatorDelimited`). */
  private delimited(open: number): Locator | null {
    let close = open + 1;
    for (let depth = 1; close < this.tokens.length; close++) {
      if (this.is(close, '{')) depth++;
      else if (this.is(close, '}') && --depth === 0) break;
    }
    if (close >= this.tokens.length) return null;
    let from = open + 1;
    while (this.isSpace(from)) from++;
    const label = this.label(from, () => true, close);
    let valueFrom = label?.end ?? from;
    while (this.isSpace(valueFrom)) valueFrom++;
    if (valueFrom >= close) return null;
    return this.locator(label?.label ?? 'page', open, valueFrom, close, close + 1);
  }

  /** A label and the numbers after it, or numbers alone, which are pages (`pLocatorIntegrated`). */
  private integrated(from: number): Locator | null {
    const label = this.label(from, (at) => this.word(at, true)?.isNumber ?? false, this.tokens.length);
    const valueFrom = label?.end ?? from;
    const first = this.word(valueFrom, true);
    if (!first || !(label ? first.isNumber : first.hasDigits)) return null;
    let { end } = first;
    for (;;) {
      const next = this.word(end, false);
      if (!next || !(label ? next.isNumber : next.hasDigits)) break;
      end = next.end;
    }
    let begin = valueFrom;
    while (this.isSpace(begin)) begin++;
    const locator = this.locator(label?.label ?? 'page', from, begin, end, end);
    return label === null && this.mayCount(end) ? { ...locator, isDoubtful: true } : locator;
  }

  /** Whether a word follows that the number may count: not `and`, `ff.` or a note. */
  private mayCount(at: number): boolean {
    const word = this.isSpace(at) ? (this.tokens[at + 1]?.text ?? '') : '';
    return /^\p{L}{2,}$/u.test(word) && !AFTER_PAGES.test(word);
  }

  private locator(label: string, from: number, valueFrom: number, valueTo: number, to: number): Locator {
    const start = this.tokens[from]!.from;
    const value = this.text.slice(this.tokens[valueFrom]!.from, this.tokens[valueTo - 1]!.to).trim();
    return {
      label,
      value: value.replace(/^[*_]+|[*_]+$/g, ''),
      range: { from: start, to: this.tokens[to - 1]!.to },
    };
  }

  /** The longest term at `from` whose next token satisfies `mayFollow` (`pLocatorLabel'`). */
  private label(
    from: number,
    mayFollow: (at: number) => boolean,
    limit: number,
  ): { readonly label: string; readonly end: number } | null {
    let found: { label: string; end: number } | null = null;
    let word = '';
    for (let at = from; at < limit && word.length <= this.terms.longest + 2; at++) {
      word += this.isSpace(at) ? ' ' : this.tokens[at]!.text;
      const label = this.terms.labels.get(word.trim().toLowerCase());
      if (label !== undefined && at + 1 < limit && mayFollow(at + 1)) found = { label, end: at + 1 };
    }
    return found;
  }

  /** One word of a locator, with the comma and space before it (`pLocatorWordIntegrated`). */
  private word(from: number, isFirst: boolean): Taken | null {
    let at = from;
    if (!isFirst && (this.is(at, ',') || this.is(at, ';'))) at++;
    if (this.isSpace(at)) at++;
    let isNumber = false;
    let hasDigits = false;
    let end = at;
    for (;;) {
      const part = this.bracketed(end) ?? this.sequence(end);
      if (!part) break;
      isNumber ||= part.isNumber;
      hasDigits ||= part.hasDigits;
      end = part.end;
    }
    return end === at ? null : { end, isNumber, hasDigits };
  }

  /** `(1)`, `[17]`: a balanced bracket, perhaps empty (`pBalancedBraces`). */
  private bracketed(at: number): Taken | null {
    const close = PAIRS[this.tokens[at]?.text ?? ''];
    if (close === undefined) return null;
    const inner = this.bracketed(at + 1) ?? this.sequence(at + 1);
    const end = inner?.end ?? at + 1;
    if (!this.is(end, close)) return null;
    return { end: end + 1, isNumber: inner?.isNumber ?? false, hasDigits: inner?.hasDigits ?? false };
  }

  /** `1`, `1.2`, `.3`, but not the full stop of `1.` (`pPageSeq`). */
  private sequence(at: number): Taken | null {
    let taken = this.unit(at);
    for (;;) {
      const end: number = taken?.end ?? at;
      const next: Taken | null = this.is(end, '.') ? this.unit(end + 1) : null;
      if (!next) return taken;
      taken = {
        end: next.end,
        isNumber: next.isNumber || (taken?.isNumber ?? false),
        hasDigits: next.hasDigits || (taken?.hasDigits ?? false),
      };
    }
  }

  /**
   * A Roman numeral, or characters other than spaces and punctuation, but with hyphens, dashes and colons
   * (`pPageUnit`).
   */
  private unit(at: number): Taken | null {
    const first = this.tokens[at];
    if (first && ROMAN.test(first.text)) return { end: at + 1, isNumber: true, hasDigits: false };
    let end = at;
    let hasDigits = false;
    for (; end < this.tokens.length; end++) {
      const { text, isSpace } = this.tokens[end]!;
      if (isSpace || (/^\p{P}$/u.test(text) && !/^[-–:]$/.test(text)) || text === '$') break;
      hasDigits ||= /\p{Nd}/u.test(text);
    }
    return end === at ? null : { end, isNumber: hasDigits, hasDigits };
  }

  private is(at: number, sign: string): boolean {
    return this.tokens[at]?.text === sign;
  }

  private isSpace(at: number): boolean {
    return this.tokens[at]?.isSpace === true;
  }
}
