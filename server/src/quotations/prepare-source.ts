import { numberedParagraphs } from '../pages/numbered-paragraphs.ts';
import type { TextRange } from '../text/range.ts';
import { merged, opaqueCuts, spanMarkup } from './cuts.ts';
import { foldText, type FoldedPiece } from './fold.ts';
import { languageOf } from './language.ts';
import type { Numbered, PreparedSource } from './model.ts';
import { listedNotes, markedPages, noteDefinitions } from './numbering.ts';
import { pageFurniture } from './page-furniture.ts';
import { shortLines } from './short-lines.ts';

export interface SourceOptions {
  /**
   * The notes of the text with their labels, where a reader of found texts has found them. By default
   * Pandoc's definitions, and a numbered list under a heading such as Notes.
   */
  readonly notes?: readonly Numbered[];
  /**
   * What was read from a file of another format: its pages are known, running heads are gone already, and its notes, which
   * interrupt no sentence, begin at `notesFrom`.
   */
  readonly printed?: { readonly pages: readonly Numbered[]; readonly notesFrom: number };
}

/**
 * Prepares the text of a work for `findQuotation` and `locate`. `opaque` are its ranges without prose,
 * sorted, from the document's facts; empty for plain text. Takes about 25 ms per megabyte.
 */
export function prepareSource(
  text: string,
  opaque: readonly TextRange[],
  options: SourceOptions = {},
): PreparedSource {
  const { printed } = options;
  const lines = shortLines(text);
  const furniture = printed ? { cuts: [], pages: printed.pages } : pageFurniture(text, lines);
  const paragraphs = numberedParagraphs(text);
  const definitions = noteDefinitions(text);
  const marked = printed ? [] : markedPages(text);
  const notes = options.notes ?? (definitions.length ? definitions : listedNotes(text, lines.lines));
  const cuts = merged([
    ...opaqueCuts(text, opaque),
    ...spanMarkup(text),
    ...furniture.cuts,
    ...paragraphs.cuts,
  ]);
  const pieces = printed ? apart(text, printed.notesFrom) : flow(text, definitions);
  const folded = foldText(text, pieces, cuts);
  return {
    text,
    folded: { ...folded, language: languageOf(folded.key) },
    numbering: {
      pages: marked.length ? marked : furniture.pages,
      paragraphs: paragraphs.areSections ? [] : paragraphs.paragraphs,
      sections: paragraphs.areSections ? paragraphs.paragraphs : [],
      notes: [...notes].sort((a, b) => a.from - b.from),
    },
  };
}

/**
 * The parts of a source that are no prose: an abstract in the front matter, captions in code. A quotation may
 * be from there, but no place in it can be cited.
 */
export function prepareAside(text: string, opaque: readonly TextRange[]): PreparedSource {
  const pieces = merged(opaque).map((range) => ({ ...range, barrier: true }));
  const numbering = { pages: [], paragraphs: [], sections: [], notes: [] };
  return { text, folded: foldText(text, pieces, []), numbering };
}

/** A text and the notes after it. */
function apart(text: string, notesFrom: number): FoldedPiece[] {
  return [
    { from: 0, to: notesFrom, barrier: true },
    { from: notesFrom, to: text.length, barrier: true },
  ];
}

/** The text without its notes, followed by each note separately: a sentence continues across a note. */
function flow(text: string, notes: readonly Numbered[]): FoldedPiece[] {
  const body: FoldedPiece[] = [];
  let from = 0;
  for (const note of notes) {
    body.push({ from, to: note.from, barrier: false });
    from = note.to;
  }
  body.push({ from, to: text.length, barrier: true });
  return [
    ...body,
    ...notes.map(({ from, to, label }) => ({ from: from + label.length + 4, to, barrier: true })),
  ];
}
