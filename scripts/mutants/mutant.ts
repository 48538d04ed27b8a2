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

/** What the tests made of a mutant. `uncovered`: no test runs the line; `slow`: its tests never came to an end. */
export type Fate = 'killed' | 'survived' | 'uncovered' | 'slow';

/** Which tests ran which mutants when none was switched on, and which lines run while modules are loaded. */
export interface Coverage {
  readonly static: Readonly<Record<string, number>>;
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly failed: readonly string[];
}

/** What the parent asks of a process that holds the tests. */
export type Order =
  | { readonly kind: 'cover' }
  | {
      readonly kind: 'try';
      readonly mutant: string;
      readonly tests: readonly string[] | null;
      readonly limit: number;
    };

/** What that process answers. */
export type Report =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'covered'; readonly coverage: Coverage }
  | { readonly kind: 'tried'; readonly killedBy: string | null };
