import type { ConventionCard } from './convention-card.ts';
import type { CitedDate } from './dates.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { Group } from './parentheses.ts';
import type { RangeSet } from './range-set.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import type { TextRange } from '../text/range.ts';

/** A possible citation before it is resolved. Offsets are those of the prose. */
export interface RawCitation {
  /**
   * `item`: names and year in one parenthesis. `narrative`: names before it. `bare`: without a parenthesis.
   * `alone`: without names.
   */
  readonly kind: 'item' | 'narrative' | 'bare' | 'alone';
  readonly form: CitationForm;
  readonly group: TextRange;
  /** The item with prefix and suffix. */
  readonly range: TextRange;
  readonly names: ChosenNames | null;
  readonly date: CitedDate | null;
  readonly locator: ReadLocator | null;
  readonly prefix: string;
  suffix: string;
  /** Whether the words before the names say that the previous citation is cited in this one. */
  readonly citedIn: boolean;
}

/** The result of resolving a citation. */
export interface CitationAnswer {
  readonly names: readonly string[];
  readonly namesRange: TextRange | null;
  readonly candidates: readonly number[];
  readonly near: readonly number[];
  readonly followUp: boolean;
}

/** The ways to resolve a citation; null if it turns out to be none. */
export interface WaysToWorks {
  /** By names and year. */
  readonly byNames: (raw: RawCitation) => CitationAnswer | null;
  /** A year without a name: by the preceding author. */
  readonly byYear: (raw: RawCitation) => CitationAnswer | null;
  /**
   * The work cited last, at most `reach` characters before. One named since then is a candidate too if
   * `mayBeNamedSince`; the end of a paragraph between them excludes it.
   */
  readonly previous: (raw: RawCitation, reach: number, mayBeNamedSince: boolean) => CitationAnswer | null;
}

/** A text in which citations are searched. */
export interface CitationScene {
  readonly text: string;
  readonly index: ReferenceIndex;
  /** The parentheses, sorted. */
  readonly spans: readonly TextRange[];
  /** Ranges to skip, such as lists of references. */
  readonly excluded: RangeSet;
}

/** A form of citations of a text's own list. */
export interface CitationForm extends ConventionCard {
  readonly yields: 'citations';
  /** Source of a case-insensitive regular expression that parentheses of this form match. */
  readonly needs?: string;
  /**
   * Whether it has no year: used only if most resolved citations of the text are of such forms.
   */
  readonly isPageOnly?: true;
  /**
   * Whether unresolved citations count only if others of this form are resolved, since brackets have many uses.
   */
  readonly isRare?: true;
  /** The brackets that `inGroup` handles, if not round ones. */
  readonly brackets?: 'square';
  /** The citations in a parenthesis; null if it is not of this form, so that the next form is tried. */
  readonly inGroup?: (group: Group, scene: CitationScene) => RawCitation[] | null;
  /** The citations outside parentheses. */
  readonly inText?: (scene: CitationScene) => RawCitation[];
  /** How to resolve one. */
  readonly workOf: (raw: RawCitation, ways: WaysToWorks) => CitationAnswer | null;
}
