/** The citations and calls of notes of a paragraph, by which quotations are attributed. */
import type { TextRange } from '../text/range.ts';
import { encloses } from '../text/range.ts';
import type { Attribution, InlineNote, NoteMarker, PandocCitation } from './model.ts';
import { bisect } from '../text/bisect.ts';

/** A citation, the first of its brackets, or the call of a note; or what looks like one in the manner of print. */
export interface Anchor extends TextRange {
  readonly attribution: Omit<Attribution, 'loose'>;
  /** Whether it calls a note, stands in brackets of its own, or is a part of the sentence. */
  readonly place: 'note' | 'bracket' | 'in-text';
  /** Null for a note, and for what is printed. */
  readonly citation: PandocCitation | null;
}

/** What a block has of these. */
export interface Callers {
  readonly citations: readonly PandocCitation[];
  readonly markers: readonly NoteMarker[];
  readonly inlineNotes: readonly InlineNote[];
}

/** Those within `stretch` but in no inline note of it, in order. */
export function anchorsIn(
  text: string,
  stretch: TextRange,
  { citations, markers, inlineNotes }: Callers,
): Anchor[] {
  const notes = within(inlineNotes, stretch);
  const isOutside = ({ range }: { readonly range: TextRange }): boolean => {
    // Notes hold no notes: the last that begins before is the one that may hold it.
    const before = notes[firstRangeFrom(notes, range.from + 1) - 1];
    return !before || before.range.to < range.to;
  };
  const anchors: Anchor[] = [];
  let group = -1;
  for (const citation of within(citations, stretch).filter(isOutside)) {
    const last = anchors.at(-1);
    if (citation.group === group && last) anchors[anchors.length - 1] = { ...last, to: citation.range.to };
    else
      anchors.push({
        from: citation.range.from,
        to: citation.range.to,
        attribution: citationAnchor(text, citation),
        place: citation.mode === 'AuthorInText' && !isBracketed(text, citation.range) ? 'in-text' : 'bracket',
        citation,
      });
    ({ group } = citation);
  }
  for (const { label, range } of within(markers, stretch).filter(isOutside))
    anchors.push(noteAnchor(label, range));
  for (const { range } of notes) anchors.push(noteAnchor('', range));
  return anchors.sort((a, b) => a.from - b.from);
}

/** `(@key)`, as those write who do not know brackets. */
function isBracketed(text: string, { from, to }: TextRange): boolean {
  return text.charAt(from - 1) === '(' && /[),;]/.test(text.charAt(to));
}

/** A citation as what attributes a quotation. */
export function citationAnchor(
  text: string,
  { key, keyRange, locator }: PandocCitation,
): Omit<Attribution, 'loose'> {
  const at = locator && { text: text.slice(locator.range.from, locator.range.to), range: locator.range };
  return { kind: 'citation', name: key, range: keyRange, at };
}

function noteAnchor(name: string, range: TextRange): Anchor {
  return {
    from: range.from,
    to: range.to,
    attribution: { kind: 'note', name, range, at: null },
    place: 'note',
    citation: null,
  };
}

type Placed = { readonly range: TextRange };

/** Of a list in the order of the text what lies within `stretch`. */
function within<One extends Placed>(list: readonly One[], stretch: TextRange): readonly One[] {
  const first = firstRangeFrom(list, stretch.from);
  const end = firstRangeFrom(list, stretch.to);
  return list.slice(first, end).filter(({ range }) => encloses(stretch, range));
}

function firstRangeFrom(list: readonly Placed[], offset: number): number {
  return bisect(list.length, (i) => list[i]!.range.from >= offset);
}

/** Up to where a citation at the head of a paragraph may begin: dashes and parentheses may stand before it. */
export function leadEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    // Digits, letters and what stands among them in ASCII: that ends it nearly always.
    if ((code >= 48 && code < 128) || !/[\s—–(-]/.test(text.charAt(at))) return at;
  }
}
