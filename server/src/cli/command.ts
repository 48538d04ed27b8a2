import type { CliOption, OptionValues } from './options.ts';
import type { ProgressLine } from './progress-line.ts';
import type { ReportingTerminal } from './terminal.ts';

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** The arguments, as the help shows them. */
  readonly takes: string;
  /** What it does, in a phrase. */
  readonly what: string;
  /** More on it, for its own help. */
  readonly more?: string;
  readonly options: readonly CliOption[];
  /** Words that it takes instead of paths, for completion. */
  readonly words?: readonly string[];
  /** Resolves to the exit code; rejects with a sentence where it cannot run. */
  readonly run: (
    positionals: readonly string[],
    values: OptionValues,
    terminal: ReportingTerminal,
    progress: ProgressLine,
  ) => Promise<number>;
}
