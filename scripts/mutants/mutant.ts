/** A small change of a source line that some test should notice. */
export interface ChosenMutant {
  /** The name by which the instrumented code asks whether it is the one that is switched on. */
  readonly id: string;
  /** Path of the source from the root of the checkout. */
  readonly file: string;
  /** One-based line of the change. */
  readonly line: number;
  readonly mutator: string;
  readonly replacement: string;
}

/**
 * What the tests made of a mutant. `uncovered`: no test runs the line; `slow`: its tests never came to an end;
 * `left-out`: it changes nothing but speed, or nothing at all, and the list says so.
 */
export type Fate = 'killed' | 'survived' | 'uncovered' | 'slow' | 'left-out';

/** A mutant and what became of it. */
export interface Judged extends ChosenMutant {
  readonly fate: Fate;
  /** The test that noticed, or why it is left out. */
  readonly by: string | null;
}

/** What ran while one test did, or while the hooks around the tests of a file did (whose `title` is null). */
export interface TestCoverage {
  readonly title: string | null;
  readonly milliseconds: number;
  /** How often each mutant's code ran, by its id. */
  readonly hits: Readonly<Record<string, number>>;
}

/** Which tests ran which mutants when none was switched on, and which mutants run while modules are loaded. */
export interface Coverage {
  readonly loaded: readonly string[];
  /** By the path of their file. */
  readonly tests: Readonly<Record<string, readonly TestCoverage[]>>;
  /** Titles of tests that fail before anything is broken. */
  readonly failed: readonly string[];
}

/** What the parent asks of a process that holds the tests. */
export type Order =
  | { readonly kind: 'cover' }
  | {
      readonly kind: 'try';
      /** Null: none is switched on. */
      readonly mutant: string | null;
      /** Titles; null: all that are loaded. */
      readonly tests: readonly string[] | null;
      /** After so many runs of the mutant's code it counts as one that never ends; null: any number. */
      readonly limit: number | null;
    };

/** What that process answers. */
export type Report =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'covered'; readonly coverage: Coverage }
  | { readonly kind: 'tried'; readonly killedBy: string | null };
