import type { ConventionCard } from './convention-card.ts';
import type { CitedDate } from './dates.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { Group } from './parentheses.ts';
import type { RangeSet } from './range-set.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import type { TextRange } from '../text/range.ts';

/** A citation as it stands in the prose, before it is known whether it is one and whose. Offsets are the prose's. */
export interface RawCitation {
  /**
   * `item`: names and year in one parenthesis. `narrative`: names in front of it. `bare`: without a parenthesis.
   * `alone`: no names with it.
   */
  readonly kind: 'item' | 'narrative' | 'bare' | 'alone';
  readonly form: CitationForm;
  readonly group: TextRange;
  /** The item, prefix and suffix with it. */
  readonly range: TextRange;
  readonly names: ChosenNames | null;
  readonly date: CitedDate | null;
  readonly locator: ReadLocator | null;
  readonly prefix: string;
  suffix: string;
  /** What stands in front of the names within the item says that it was found in that work. */
  readonly citedIn: boolean;
}

/** The work that a citation leads to. */
export interface CitationAnswer {
  readonly names: readonly string[];
  readonly namesRange: TextRange | null;
  readonly candidates: readonly number[];
  readonly near: readonly number[];
  readonly followUp: boolean;
}

/** The ways in which a citation may lead to a work; null where it is no citation after all. */
export interface WaysToWorks {
  /** By its names and year. */
  readonly byNames: (raw: RawCitation) => CitationAnswer | null;
  /** A year without a name: by the author named before it. */
  readonly byYear: (raw: RawCitation) => CitationAnswer | null;
  /**
   * The work cited last, at most `reach` characters before; one named since then may be meant as well where
   * `mayBeNamedSince`, and a paragraph that ends between the two parts them.
   */
  readonly previous: (raw: RawCitation, reach: number, mayBeNamedSince: boolean) => CitationAnswer | null;
}

/** A text in which citations are looked for. */
export interface CitationScene {
  readonly text: string;
  readonly index: ReferenceIndex;
  /** The parentheses, sorted. */
  readonly spans: readonly TextRange[];
  /** Lists of references and the like. */
  readonly excluded: RangeSet;
}

/** A way to cite a work of the text's list. */
export interface CitationForm extends ConventionCard {
  readonly yields: 'citations';
  /** Source of a regular expression, without regard to case, for what a parenthesis of this form has in it. */
  readonly needs?: string;
  /**
   * It has no year: read only where more of the text's citations that lead to works are of such forms than have one.
   */
  readonly isPageOnly?: true;
  /**
   * Read where no work matches only if others of this form lead to works: brackets hold much else.
   */
  readonly isRare?: true;
  /** The brackets that `inGroup` is asked about, where they are not round. */
  readonly brackets?: 'square';
  /** The citations in a parenthesis; null where it is not of this form, and the next form is tried. */
  readonly inGroup?: (group: Group, scene: CitationScene) => RawCitation[] | null;
  /** Those outside of parentheses. */
  readonly inText?: (scene: CitationScene) => RawCitation[];
  /** How one leads to a work. */
  readonly workOf: (raw: RawCitation, ways: WaysToWorks) => CitationAnswer | null;
}
