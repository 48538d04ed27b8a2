/** The citations and note calls of a paragraph, to which quotations are attributed. */
import type { TextRange } from '../text/range.ts';
import { encloses } from '../text/range.ts';
import type { Attribution, InlineNote, NoteMarker, PandocCitation } from './model.ts';
import { bisect } from '../text/bisect.ts';

/** A citation (the first of its bracket), a note call, or what looks like a printed citation. */
export interface Anchor extends TextRange {
  readonly attribution: Omit<Attribution, 'loose'>;
  /** Whether it is a note call, a bracketed citation, or a part of the sentence. */
  readonly place: 'note' | 'bracket' | 'in-text';
  /** Null for notes and printed citations. */
  readonly citation: PandocCitation | null;
}

/** The citations and notes of a block. */
export interface Callers {
  readonly citations: readonly PandocCitation[];
  readonly markers: readonly NoteMarker[];
  readonly inlineNotes: readonly InlineNote[];
}

/** The anchors within `stretch`, in order, without those in its inline notes. */
export function anchorsIn(
  text: string,
  stretch: TextRange,
  { citations, markers, inlineNotes }: Callers,
): Anchor[] {
  const notes = within(inlineNotes, stretch);
  const isOutside = ({ range }: { readonly range: TextRange }): boolean => {
    // Notes do not nest, so only the last one that begins before can contain it.
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

/** `(@key)`, as written by those who do not know Pandoc's brackets. */
function isBracketed(text: string, { from, to }: TextRange): boolean {
  return text.charAt(from - 1) === '(' && /[),;]/.test(text.charAt(to));
}

/** A citation as an anchor. */
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

/** The items of a sorted list within `stretch`. */
export function within<One extends Placed>(list: readonly One[], stretch: TextRange): readonly One[] {
  const first = firstRangeFrom(list, stretch.from);
  const end = firstRangeFrom(list, stretch.to);
  return list.slice(first, end).filter(({ range }) => encloses(stretch, range));
}

function firstRangeFrom(list: readonly Placed[], offset: number): number {
  return bisect(list.length, (i) => list[i]!.range.from >= offset);
}

/** The last offset at which a citation may begin at the start of a paragraph, after dashes and parentheses. */
export function leadEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    // Fast path: ASCII digits, letters and the characters between them, which end it nearly always.
    if ((code >= 48 && code < 128) || !/[\s—–(-]/.test(text.charAt(at))) return at;
  }
}
