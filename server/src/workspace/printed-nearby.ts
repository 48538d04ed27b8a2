/** The source of a quotation, named near it without a key. */
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { Attribution, Quotation } from '../facts/model.ts';
import { printedAnchorsIn } from '../facts/printed-anchors.ts';
import type { FoundCitation, FoundFacts, FoundMarker } from '../found/model.ts';
import { locatorInParentheses, pageInParentheses } from '../pages/locator-in-parentheses.ts';
import { readLocator } from '../pages/printed-locator.ts';
import { firstFrom, overlaps, type TextRange } from '../text/range.ts';
import { citedBefore, type CitedBefore } from './cited-before.ts';
import type { NoteCitations, PrintedSource } from './note-citations.ts';

/** Longest gap, in UTF-16 units, between a marked quotation and its source. */
const LONGEST_GAP = 4;
/** How far from the quotation a source may begin, in UTF-16 units. */
const REACH = 200;

/** Finds the source, on demand. */
export class PrintedNearby {
  private markers: ReadonlyMap<number, FoundMarker> | null = null;
  private citations: {
    readonly list: readonly FoundCitation[];
    readonly groups: readonly TextRange[];
  } | null = null;

  constructor(
    private readonly text: string,
    private readonly facts: DocumentFacts,
    private readonly found: FoundFacts | null,
    private readonly notes: NoteCitations,
  ) {}

  /** The first that is certain, else the only candidate; null where there is none. */
  of(quotation: Quotation): PrintedSource | null {
    if (quotation.kind === 'marked') return quotation.from ? null : this.behind(quotation.range.to);
    let near: PrintedSource | null = null;
    let count = 0;
    let isCalled = false;
    for (const attribution of quotation.attributions) {
      // A certain citation by key takes precedence over anything after it.
      if (attribution.kind === 'citation' && !attribution.loose) break;
      // A follow-up of a citation by key is as good as that.
      if (attribution.kind === 'printed' && !attribution.loose && this.keyedBefore(attribution)) break;
      const source = this.at(attribution) ?? this.inProse(quotation, attribution);
      if (!source) {
        isCalled ||= this.callsUnread(attribution, quotation);
        continue;
      }
      if (!attribution.loose && !source.loose) return withPageAfter(source, this.text, quotation);
      near ??= { ...source, loose: true };
      count++;
    }
    if (count === 0 && isCalled) return UNREAD;
    return count === 1 ? near : null;
  }

  /** Whether a number, *ibid.* or a command right after a quotation leads to what was not read. */
  private callsUnread({ kind, range, loose }: Attribution, quotation: Quotation): boolean {
    const words = this.text.slice(range.from, range.to);
    const end = quotation.kind === 'block' ? quotation.contentRange.to : quotation.range.to;
    return (
      kind === 'printed' &&
      !loose &&
      (UNREADABLE.test(words) || SAME.test(words)) &&
      /^[\s.,;:”’"'»]{0,3}$/.test(this.text.slice(end, range.from))
    );
  }

  /** `In Kilner’s words “…” (2001: 3)`, `Kilner insists that “…” (p. 3)`: the name is in the prose before. */
  private inProse({ kind, range }: Quotation, attribution: Attribution): PrintedSource | null {
    const { from, to } = attribution.range;
    if (kind === 'marked' || attribution.kind !== 'printed' || (attribution.loose && kind === 'inline'))
      return null;
    const year = YEAR_ALONE.exec(this.text.slice(from, to))?.[1] ?? '';
    if (from < range.to && kind === 'inline') return null;
    const locator = pageInParentheses(this.text, from) ?? (year && pageAfterYear(this.text, from, to));
    if (locator === null || (locator === '' && year === '')) return null;
    const start = Math.max(0, range.from - REACH);
    const before = this.text.slice(start, range.from).trimEnd();
    const between = kind === 'inline' ? this.text.slice(range.to, Math.min(from, range.to + REACH)) : '';
    const words = before.slice(before.lastIndexOf('\n\n') + 1) + between;
    if (kind === 'block' && !/[:：]$/.test(words)) return null;
    return { words, from: null, locator: locator || null, loose: year === '', inProse: year };
  }

  /** The citation by key that an attribution such as `(ibid.: 45)` leads back to; null for none. */
  keyedBefore({ kind, range }: Attribution): (CitedBefore & { readonly keyed: number }) | null {
    if (kind !== 'printed' || this.readAt(range).some(isNamed)) return null;
    const before = citedBefore(this.text, this.facts, range);
    return before && before.keyed !== null ? { ...before, keyed: before.keyed } : null;
  }

  private at({ kind, name, range }: Attribution): PrintedSource | null {
    if (kind === 'note') return this.notes.of(name, range) ? null : this.notes.printed(name, range);
    if (kind === 'citation') return null;
    const marker = this.markerAt(range.from);
    if (marker) return this.ofMarker(marker);
    const words = this.text.slice(range.from, range.to).replace(MARKUP, '');
    if (/^[{\\](?!\[)/.test(words)) return null;
    // A number alone may be a note without a body, or anything else.
    return /\p{L}|\d{4}/u.test(words) && !/^\\?\[\d{1,3}[,:\]]/.test(words)
      ? this.citationAt(range)
      : this.ofNumber(range);
  }

  private behind(at: number): PrintedSource | null {
    const call = this.notes.callAt(at);
    if (call)
      return this.notes.of(call.label, call.range) ? null : this.notes.printed(call.label, call.range);
    const around = { from: at, to: Math.min(this.text.length, at + REACH) };
    const [first] = printedAnchorsIn(this.text, around, this.facts.opaque);
    if (!first || first.from - at > LONGEST_GAP || !/^[\s.,;:”’"']*$/.test(this.text.slice(at, first.from)))
      return null;
    return this.at({ ...first.attribution, loose: false });
  }

  private markerAt(from: number): FoundMarker | undefined {
    this.markers ??= new Map(this.found?.markers.map((marker) => [marker.range.from, marker]) ?? []);
    return this.markers.get(from);
  }

  private ofMarker({ definition }: FoundMarker): PrintedSource | null {
    const note = definition === null ? undefined : this.found!.noteDefinitions[definition];
    return note ? this.notes.printedIn(note.bodyRange) : null;
  }

  /** The entry of a numbered list of references that a number alone cites. */
  private ofNumber(range: TextRange): PrintedSource | null {
    const [read, ...others] = this.readAt(range);
    const [entry, ...more] = read?.candidates ?? [];
    if (!read || read.number === null || entry === undefined || others.length + more.length > 0) return null;
    const { names, year, yearSuffix } = this.found!.references[entry]!;
    const [first, second, third] = names;
    if (!first || year === null) return null;
    const company = third ? ' et al.' : second ? ` and ${second.family}` : '';
    const words = `(${first.family}${company}, ${year}${yearSuffix})`;
    return { words, from: null, locator: read.locator, loose: false };
  }

  /** A citation as the readers of found texts resolved it, else by its own words. */
  private citationAt(range: TextRange): PrintedSource | null {
    const words = ` ${this.text.slice(range.from, range.to)}`.slice(1);
    const [, name, year] = HAN_AND_YEAR.exec(words) ?? [];
    if (name !== undefined)
      return { words: name, from: range.from, locator: null, loose: false, inProse: year! };
    if (YEAR_ALONE.test(words) && !this.readAt(range).some(isNamed)) return null;
    const asWritten: PrintedSource = { words, from: range.from, locator: null, loose: false };
    const [read, ...others] = this.readAt(range);
    if (!read || (!isNamed(read) && read.followUp && read.status !== 'ambiguous')) {
      const before = citedBefore(this.text, this.facts, range);
      if (before) return this.printedBefore(before);
      if (SAME.test(words)) return null;
    }
    if (!read && pageInParentheses(this.text, range.from)) return null;
    if (!read || others.length > 0) return asWritten;
    if (read.status === 'ambiguous') return null;
    if (!read.followUp || read.names.length === 0 || read.year === null)
      return read.followUp ? null : asWritten;
    const names = read.names.map(({ family }) => family).join(' and ');
    const cited = `(${names}${read.etAl ? ' et al.' : ''}, ${read.year}${read.yearSuffix})`;
    return { words: cited, from: null, locator: read.locator, loose: false };
  }

  /** The printed citation to which a follow-up leads back, with the follow-up's own place. */
  private printedBefore({ printed, locator, loose }: CitedBefore): PrintedSource | null {
    if (!printed) return null;
    const words = ` ${this.text.slice(printed.from, printed.to)}`.slice(1);
    return { words, from: null, locator, loose };
  }

  private readAt(range: TextRange): FoundCitation[] {
    if (!this.found) return [];
    if (!this.citations) {
      const list = [...this.found.citations, ...this.found.possibleCitations];
      this.citations = { list, groups: list.map(({ groupRange }) => groupRange) };
    }
    const { list, groups } = this.citations;
    const first = Math.max(0, firstFrom(groups, range.from) - 1);
    const found: FoundCitation[] = [];
    for (let i = first; i < list.length && groups[i]!.from < range.to; i++)
      if (overlaps(groups[i]!, range)) found.push(list[i]!);
    return found;
  }
}

/** What stands in a note that was not read. */
const UNREAD: PrintedSource = { words: '', from: null, locator: null, loose: true };
/** A number that is raised or in brackets, and so calls a note or cites; a citation for another program. */
const UNREADABLE = /^(?:[¹²³⁰⁴-⁹①-⑳㉑-㉟]|\^\d|<|\\?\[\\?\[?\d|\\[a-z]|\{)/;
/** *The same*, of something that was not found. */
const SAME = /^[(（][\s*_]*(?:ibid|ibíd|ebd|ebenda|tamże|там же|同上)/iu;
/** Tags, and the targets of links. */
const MARKUP = /<[^<>]*>|\]\(#[^()]*\)/g;
/** `(2001: 3)`, `(2001, p. 3)`, `(2001)` */
const YEAR_ALONE = /^[(（]\s?((?:1[5-9]|20)\d\d[a-z]?)(?=\s?[),:：;）])/;

/** `闻远山（2008）` */
const HAN_AND_YEAR = /^([\p{Script=Han}·]+)\s?[(（]\s?((?:1[5-9]|20)\d\d)/u;

function pageAfterYear(text: string, from: number, to: number): PrintedSource['locator'] {
  const place = /^[(（]\s?\d{4}[a-z]?\s?[,:：]\s*/.exec(text.slice(from, to));
  return place && readLocator(text, from + place[0].length, true);
}

function isNamed({ names, year }: FoundCitation): boolean {
  return names.length > 0 && year !== null;
}

/** A source before a quotation that a page alone follows: `Kilner (2001) says “…” (p. 3)`. */
function withPageAfter(
  source: PrintedSource,
  text: string,
  { kind, range, contentRange }: Quotation,
): PrintedSource {
  const isBefore = source.from !== null && source.from < range.from;
  const end = kind === 'block' ? contentRange.to : range.to;
  const after = isBefore ? locatorInParentheses(text, end) : null;
  return after === null ? source : { ...source, locator: after };
}
