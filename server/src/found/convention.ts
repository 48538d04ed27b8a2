/**
 * What a convention of scholarly writing is: one file each in `conventions/`, with its name, its languages, an
 * example, and how it is read. The readers in this folder know kinds of conventions, not single ones.
 */
import type { CitationForm } from './citation-form.ts';
import type { EntryBreaks, EntryOrder } from './entry-form.ts';
import type { LostMarkerForm } from './lost-marker-form.ts';
import type { MarkerForm } from './marker-form.ts';
import type { NoteArrangement } from './note-arrangement.ts';
import type { NoteNumberForm } from './note-number-form.ts';
import type { NumberedForm } from './numbered-form.ts';
import type { HeadingWords } from './section-words.ts';
import type { ShortForm } from './short-form.ts';
import type { WorkForm } from './work-form.ts';

/** A convention, by what it yields. */
export type Convention =
  | HeadingWords
  | MarkerForm
  | LostMarkerForm
  | NoteNumberForm
  | NoteArrangement
  | WorkForm
  | ShortForm
  | EntryBreaks
  | EntryOrder
  | CitationForm
  | NumberedForm;

/** The conventions of one kind. */
export type ConventionOf<Kind extends Convention['yields']> = Extract<Convention, { yields: Kind }>;
