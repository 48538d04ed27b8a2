import type { ProgressTerminal } from './progress-line.ts';

/** What the command line needs of the process that it runs in. */
export interface Terminal extends ProgressTerminal {
  readonly cwd: string;
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly colorWanted: boolean;
  /** Comes back when everything that waits has had its turn, a person's wish to stop among it. */
  rest(): Promise<void>;
  /** The person wants it to stop. */
  readonly interrupted: AbortSignal;
  /** The program of a thread that reads documents, where it was built. */
  readonly worker?: URL;
}

/** Exit codes, as documented: nothing found, something found, could not run; stopped by a person, as shells have it. */
export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;

/** Thrown where a run is given up because a person wants it to stop. */
export class Interruption extends Error {}

/** How long a run may go on before it looks whether it should stop, in milliseconds. */
const SLICE = 40;

/** Rests now and then on a long way, and gives up there when the person wants it to. */
export class Stops {
  private until: number;

  constructor(private readonly terminal: Pick<Terminal, 'now' | 'rest' | 'interrupted'>) {
    this.until = terminal.now() + SLICE;
  }

  /** To be awaited between two steps. Throws an `Interruption`. */
  async pass(): Promise<void> {
    if (this.terminal.now() >= this.until) {
      await this.terminal.rest();
      this.until = this.terminal.now() + SLICE;
    }
    if (this.terminal.interrupted.aborted) throw new Interruption();
  }
}
