import type { ConventionCard } from './convention-card.ts';
import type { ShortTitleForm } from './model.ts';

/** A way to name a work that was described before: `ibid.`, `op. cit.`, `supra note 12`. */
export interface ShortForm extends ConventionCard {
  readonly yields: 'short-forms';
  readonly form: ShortTitleForm;
  /** Source of a regular expression, with `iu` and without groups. No letter or digit stands in front of it. */
  readonly pattern: string;
  /**
   * Source of one that finds something in each match of `pattern`, preferably rare and a character: a text without it
   * is not looked at again. With `i` but not `u`: what case folding of Unicode adds (`ſ`) is named.
   */
  readonly needs: string;
  /**
   * How it leads to a work: the note whose number its words tell; the work cited last; the work of the authors or of
   * the title named with it, or else the one cited last.
   */
  readonly leadsTo: 'numbered-note' | 'work-before' | 'work-named';
  /** It says something only after a name or a title. */
  readonly needsName?: true;
  /**
   * It may stand for an author instead, before a title of theirs.
   */
  readonly mayBeAuthor?: true;
}
