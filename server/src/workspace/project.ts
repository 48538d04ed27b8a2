/** The project file `sicetnon.yaml`, understood. */
import type { ReadingProblem, Token } from '../facts/model.ts';

export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

export type PropertyType = 'boolean' | 'choice' | 'quantity' | 'date' | 'text';

/** A property that `says` may state of an actor. */
export interface PropertyDeclaration {
  readonly name: string;
  readonly type: PropertyType;
  /** Of a choice: its closed set. */
  readonly of: readonly string[];
  /** Of a choice: several may hold at once. */
  readonly many: boolean;
  /** Of a choice with `many`: pairs that cannot both hold all the same. */
  readonly contrary: readonly (readonly [string, string])[];
  readonly unit: string | null;
  /** A fraction: 0.05 for `5%`. */
  readonly tolerance: number;
}

export interface Project {
  /** Paths and globs, POSIX, relative to the workspace root. */
  readonly bibliography: readonly Token[];
  /** Whether the key is there, be it with an empty list: then nothing is looked for beside the texts. */
  readonly declaresBibliography: boolean;
  /** What keys begin with that a program puts into a bibliography when texts are rendered. */
  readonly knownPrefixes: readonly string[];
  readonly csl: Token | null;
  readonly actors: readonly Token[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Path → citekey of the work whose text it is. */
  readonly sources: ReadonlyMap<string, Token>;
  /** Those of `sources` that hold only a part of their work. */
  readonly excerpts: ReadonlySet<string>;
  /** The paths in `sources` as they stand in the file. */
  readonly sourcePaths: readonly Token[];
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  /** The names of the properties where they are declared. */
  readonly propertyNames: readonly Token[];
  /** A place → the place that it lies in directly. */
  readonly places: ReadonlyMap<string, string>;
  /** Whether a conflict is told at one of its ends or at both as equals. */
  readonly conflictEnds: 'one' | 'both';
  readonly rules: ReadonlyMap<string, Severity>;
  readonly problems: readonly ReadingProblem[];
}
