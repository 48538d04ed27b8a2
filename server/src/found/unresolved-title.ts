/** What is known of the short forms of a text before it is known what they stand for. */
import type { ShortTitle } from './model.ts';
import type { ShortForm } from './short-form.ts';
import type { ReadShortTitle } from './short-titles.ts';
import type { TextRange } from '../text/range.ts';

/** A short form with the document's offsets, before it is resolved. */
export type UnresolvedTitle = Pick<
  ShortTitle,
  'range' | 'wholeRange' | 'note' | 'names' | 'title' | 'locator' | 'noteLabel'
> & {
  readonly form: ShortForm;
  readonly etAl: boolean;
  readonly otherwise: ReadShortTitle['otherwise'];
};

/** A work whose imprint a note leaves out: a short title if one described before has its names and its words. */
export interface BriefWork {
  /** Index into the notes, and into the works of that one. */
  readonly note: number;
  readonly work: number;
  /** It is a short title, or nothing. */
  readonly isKnown: boolean;
  readonly locator: ShortTitle['locator'];
}

/** What resolving needs of a note beside its works. */
export interface NoteBody {
  readonly text: string;
  /** Whether it reads like the name of a source, though no work was made out in it. */
  readonly isSource: boolean;
}

/** A citation by citekey. */
export interface KeyedRange extends TextRange {
  readonly key?: string;
}
