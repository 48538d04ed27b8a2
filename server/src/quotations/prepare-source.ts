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
   * The notes of the text and their labels, where a reader of notes has found them; by default Pandoc's
   * definitions and a numbered list under a heading such as Notes.
   */
  readonly notes?: readonly Numbered[];
}

/**
 * Makes the text of a work ready for `findQuotation` and `locate`. `opaque` are the ranges of it that are no
 * prose, sorted, as a document's facts have them; for plain text there are none. About 25 ms a megabyte.
 */
export function prepareSource(
  text: string,
  opaque: readonly TextRange[],
  options: SourceOptions = {},
): PreparedSource {
  const lines = shortLines(text);
  const furniture = pageFurniture(text, lines);
  const paragraphs = numberedParagraphs(text);
  const definitions = noteDefinitions(text);
  const marked = markedPages(text);
  const notes = options.notes ?? (definitions.length ? definitions : listedNotes(text, lines.lines));
  const cuts = merged([
    ...opaqueCuts(text, opaque),
    ...spanMarkup(text),
    ...furniture.cuts,
    ...paragraphs.cuts,
  ]);
  const folded = foldText(text, flow(text, definitions), cuts);
  return {
    text,
    folded: { ...folded, language: languageOf(folded.key) },
    numbering: {
      pages: marked.length ? marked : furniture.pages,
      paragraphs: paragraphs.paragraphs,
      notes: [...notes].sort((a, b) => a.from - b.from),
    },
  };
}

/**
 * What is left out of a source as no prose: an abstract in its front matter, the captions of figures that code makes.
 * A quotation may be from there all the same; nothing in it has a place that could be cited.
 */
export function prepareAside(text: string, opaque: readonly TextRange[]): PreparedSource {
  const pieces = merged(opaque).map((range) => ({ ...range, barrier: true }));
  return { text, folded: foldText(text, pieces, []), numbering: { pages: [], paragraphs: [], notes: [] } };
}

/** The text without its notes, and after it each note by itself: a sentence runs on across a note. */
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
