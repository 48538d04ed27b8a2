import type { ConventionCard } from './convention-card.ts';
import type { Judgement } from './marker-form.ts';
import type { Prose } from './prose.ts';

/** Where numbers stand that may cite: `[from, to)` of the document, brackets and tags with them. */
export interface NumbersPlace {
  readonly text: string;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
}

/** A way to cite the entries of a numbered list of references by their numbers. */
export interface NumberedForm extends ConventionCard {
  readonly yields: 'numbered-citations';
  /** Source of a regular expression with one group: the numbers, and what stands between and behind them. */
  readonly pattern: string;
  /** The decimal digits that the group's words stand for, where they are no digits; as many characters. */
  readonly digits?: (written: string) => string;
  /** What stands around the place says of it; see `Judgement`. */
  readonly judge: (place: NumbersPlace) => Judgement;
  /** It may be the numbers of notes as well: read only where names and years call less of the list. */
  readonly mayBeNotes?: true;
  /** It may be anything: read only where new numbers come in their order, as they do when works are numbered as they are cited. */
  readonly isInSequence?: true;
  /** How much of a list it must call to be how the text cites it, from 0 to 1. */
  readonly leastCalled: number;
}

/** Source of an expression for numbers, ranges and what parts them: `3`, `3, 5–7`, `3 and 5`. */
export const NUMBERS = String.raw`\d{1,4}(?:\s?(?:[,;]\s?(?:and\s|und\s)?|[-–—‒‐]|\s(?:and|und|to|et|y|e|&)\s)\s?\d{1,4}){0,40}`;
