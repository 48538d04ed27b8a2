/** The text of a work as it was read from a file of another format: a PDF, an EPUB, a page of the web, a DOCX. */
import type { LabelledStretch } from '../pages/numbered-paragraphs.ts';
import type { TextRange } from '../text/range.ts';
import { isStyle, type Styled } from './styled.ts';

/** The formats that are read, by what a file begins with. */
export type WorkFormat = 'pdf' | 'epub' | 'html' | 'docx';

/** A page of a file and where its words stand in the text that was read. */
export interface Sheet extends TextRange {
  /** Counted from 0, as the file has its pages. */
  readonly index: number;
}

/** How far the words of a file can be believed. */
export type TextQuality =
  /** They were set: what stands there is what was written. */
  | 'set'
  /** They were made out by a program that looked at a scan, which mistakes one character for another. */
  | 'recognised'
  /** There are none, or as good as none: pictures of pages. */
  | 'none';

export interface WorkText {
  readonly format: WorkFormat;
  /** Lines as they are printed, ended by `\n`; without running heads, feet and folios; the notes at the feet come last. */
  readonly text: string;
  readonly quality: TextQuality;
  /** The stretches of each page, in the order of the text: a page whose notes stand apart has two. */
  readonly sheets: readonly Sheet[];
  /** The printed number of each page of the file; null where nothing tells it for certain. */
  readonly folios: readonly (string | null)[];
  /** Where the notes at the feet of pages begin; the length of the text where there are none. */
  readonly notesFrom: number;
  /** Its headings and emphasis; none where the format does not tell them. */
  readonly styled?: readonly Styled[];
}

/** The printed pages of a text, as the numbering of a source has them: sheets without a folio are left out. */
export function printedPages({ sheets, folios }: WorkText): LabelledStretch[] {
  return sheets.flatMap(({ from, to, index }) => {
    const label = folios[index];
    return label === null || label === undefined ? [] : [{ from, to, label }];
  });
}

/** Whether something that was kept has the shape of the text of a work, and its places lie within its text. */
export function isWorkText(value: unknown): value is WorkText {
  if (typeof value !== 'object' || value === null) return false;
  const { text, sheets, folios, notesFrom, quality, format, styled = [] } = value as Partial<WorkText>;
  if (typeof text !== 'string' || !Array.isArray(sheets) || !Array.isArray(folios)) return false;
  const isPlace = (at: unknown): boolean =>
    Number.isInteger(at) && (at as number) >= 0 && (at as number) <= text.length;
  const isStyled = (each: unknown): boolean => {
    if (typeof each !== 'object' || each === null) return false;
    const { from, to, style } = each as Partial<Styled>;
    return isPlace(from) && isPlace(to) && from! <= to! && isStyle(style);
  };
  return (
    isPlace(notesFrom) &&
    Array.isArray(styled) &&
    (styled as unknown[]).every(isStyled) &&
    (quality === 'set' || quality === 'recognised' || quality === 'none') &&
    typeof format === 'string' &&
    folios.every((folio) => folio === null || typeof folio === 'string') &&
    (sheets as unknown[]).every((sheet) => {
      if (typeof sheet !== 'object' || sheet === null) return false;
      const { from, to, index } = sheet as Partial<Sheet>;
      return isPlace(from) && isPlace(to) && from! <= to! && Number.isInteger(index) && index! >= 0;
    })
  );
}
