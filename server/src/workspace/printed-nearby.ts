/** The source of a quotation, named near it without a key. */
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { Attribution, Quotation } from '../facts/model.ts';
import { printedAnchorsIn } from '../facts/printed-anchors.ts';
import type { FoundCitation, FoundFacts, FoundMarker } from '../found/model.ts';
import { locatorInParentheses } from '../pages/locator-in-parentheses.ts';
import { firstFrom, overlaps, type TextRange } from '../text/range.ts';
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
    for (const attribution of quotation.attributions) {
      // A certain citation by key takes precedence over anything after it.
      if (attribution.kind === 'citation' && !attribution.loose) break;
      const source = this.at(attribution);
      if (!source) continue;
      if (!attribution.loose) return withPageAfter(source, this.text, quotation);
      near ??= { ...source, loose: true };
      count++;
    }
    return count === 1 ? near : null;
  }

  private at({ kind, name, range }: Attribution): PrintedSource | null {
    if (kind === 'note') return this.notes.of(name, range) ? null : this.notes.printed(name, range);
    if (kind === 'citation') return null;
    const marker = this.markerAt(range.from);
    if (marker) return this.ofMarker(marker);
    // A number alone may be a note without a body, or anything else.
    if (!/\p{L}|\d{4}/u.test(this.text.slice(range.from, range.to))) return null;
    return this.citationAt(range);
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

  /** A citation as the readers of found texts resolved it, else by its own words. */
  private citationAt(range: TextRange): PrintedSource | null {
    const words = ` ${this.text.slice(range.from, range.to)}`.slice(1);
    const asWritten: PrintedSource = { words, from: range.from, locator: null, loose: false };
    const [read, ...others] = this.readAt(range);
    if (!read && locatorInParentheses(this.text, range.from)) return null;
    if (!read || others.length > 0) return asWritten;
    if (read.status === 'ambiguous') return null;
    if (!read.followUp || read.names.length === 0 || read.year === null)
      return read.followUp ? null : asWritten;
    const names = read.names.map(({ family }) => family).join(' and ');
    const cited = `(${names}${read.etAl ? ' et al.' : ''}, ${read.year}${read.yearSuffix})`;
    return { words: cited, from: null, locator: read.locator, loose: false };
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

/** A source before a quotation that a page alone follows: `Kilner (2001) says “…” (p. 3)`. */
function withPageAfter(source: PrintedSource, text: string, { kind, range }: Quotation): PrintedSource {
  const isBefore = source.from !== null && source.from < range.from;
  const after = kind === 'inline' && isBefore ? locatorInParentheses(text, range.to) : null;
  return after === null ? source : { ...source, locator: after };
}
