/** A mutant: a small change of a source line that some test should detect. */
export interface ChosenMutant {
  /** The name by which the instrumented code tests whether it is active. */
  readonly id: string;
  /** Path relative to the root of the checkout. */
  readonly file: string;
  /** One-based line of the change. */
  readonly line: number;
  readonly mutator: string;
  /** What is replaced, as it stands in the source. */
  readonly original: string;
  readonly replacement: string;
}

/**
 * The result for a mutant. `uncovered`: no test runs the line; `slow`: its tests did not terminate; `left-out`:
 * listed as equivalent, or as changing only speed.
 */
export type Fate = 'killed' | 'survived' | 'uncovered' | 'slow' | 'left-out';

/** A mutant with its result. */
export interface Judged extends ChosenMutant {
  /** Its line, trimmed. */
  readonly code: string;
  readonly fate: Fate;
  /** The test that detected it, or the reason for leaving it out. */
  readonly by: string | null;
}

/** What ran during one test, or during the hooks of a test file (`title` is null). */
export interface TestCoverage {
  readonly title: string | null;
  readonly milliseconds: number;
  /** Number of runs of each mutant's code, by id. */
  readonly hits: Readonly<Record<string, number>>;
}

/** The tests that run each mutant without any active, and the mutants that run while modules are loaded. */
export interface Coverage {
  readonly loaded: readonly string[];
  /** By path of the test file. */
  readonly tests: Readonly<Record<string, readonly TestCoverage[]>>;
  /** Titles of tests that fail without a mutant. */
  readonly failed: readonly string[];
}

/** Messages to a test process. */
export type Order =
  | { readonly kind: 'cover' }
  | {
      readonly kind: 'try';
      /** Null: none is active. */
      readonly mutant: string | null;
      /** Titles; null: all that are loaded. */
      readonly tests: readonly string[] | null;
      /** After this many runs of its code the mutant counts as not terminating; null: no limit. */
      readonly limit: number | null;
    };

/** Messages from a test process. */
export type Report =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'covered'; readonly coverage: Coverage }
  | { readonly kind: 'tried'; readonly killedBy: string | null };
