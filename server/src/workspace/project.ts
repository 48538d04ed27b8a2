/** The project file `sicetnon.yaml`, parsed. */
import type { ReadingProblem, Token } from '../facts/model.ts';

export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

export type PropertyType = 'boolean' | 'choice' | 'quantity' | 'date' | 'text';

/** A property that `says` may state of an actor. */
export interface PropertyDeclaration {
  readonly name: string;
  readonly type: PropertyType;
  /** For a choice: its closed set. */
  readonly of: readonly string[];
  /** For a choice: whether several may hold at once. */
  readonly many: boolean;
  /** For a choice with `many`: pairs that still exclude each other. */
  readonly contrary: readonly (readonly [string, string])[];
  readonly unit: string | null;
  /** A fraction: 0.05 for `5%`. */
  readonly tolerance: number;
  /** For a quantity: whether the counts of parts add up to that of the whole. */
  readonly additive: boolean;
  /** For a boolean: whether its values are shares of a whole, from none to all. */
  readonly share: boolean;
  /** Whether it says what ought to be (`norm`) or what is. */
  readonly mood: Mood;
}

/** What is stated: how things are, or how they ought to be. */
export type Mood = 'fact' | 'norm';

export interface Project {
  /** Paths and globs, POSIX, relative to the workspace root. */
  readonly bibliography: readonly Token[];
  /**
   * Whether the key is present, even with an empty list: then bibliographies that are not named do not count.
   */
  readonly declaresBibliography: boolean;
  /** Prefixes of keys that a program adds to a bibliography when texts are rendered. */
  readonly knownPrefixes: readonly string[];
  readonly csl: Token | null;
  readonly actors: readonly Token[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Path → citekey of the work whose text it is. */
  readonly sources: ReadonlyMap<string, Token>;
  /** The `sources` that are only a part of their work. */
  readonly excerpts: ReadonlySet<string>;
  /** The paths in `sources` with their ranges. */
  readonly sourcePaths: readonly Token[];
  /** Folders, as they are written, with files that are named for the citekeys of their works. */
  readonly papers: readonly Token[];
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  /** The names of the properties with their ranges. */
  readonly propertyNames: readonly Token[];
  /** From a place to the place that directly contains it. */
  readonly places: ReadonlyMap<string, string>;
  /** Whether a conflict is told at one of its ends or at both as equals. */
  readonly conflictEnds: 'one' | 'both';
  /** In years: between works further apart a conflict without times is a hint. Null for no limit. */
  readonly timelessSpan: number | null;
  readonly rules: ReadonlyMap<string, Severity>;
  readonly problems: readonly ReadingProblem[];
}
