import type { Language } from '../words/languages.ts';
import type { Catalogue } from '../words/say.ts';
import type { ProgressTerminal } from './progress-line.ts';
import type { Runner } from './runner-commands.ts';

/** What the command line needs of its process. */
export interface Terminal extends ProgressTerminal {
  readonly cwd: string;
  write(text: string): void;
  /** The same for text in UTF-8, where that needs no decoding. */
  writeBytes?(utf8: Uint8Array): void;
  /** The pipeline that reads the output for commands, if any. */
  readonly runner?: Runner | null;
  readonly isTerminal: boolean;
  readonly colorWanted: boolean;
  /** Resolves after pending events were handled, an interrupt among them. */
  rest(): Promise<void>;
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal;
  /** Everything on standard input, as text; rejects with a sentence where it is none. */
  readonly input?: () => Promise<string>;
  /** Starts the language server, and resolves when it ends. */
  readonly serve?: () => Promise<number>;
  /** The language of the user's system, as POSIX or BCP 47 writes it. */
  readonly locale?: string;
  /** The translations of our messages; empty where there are none. */
  readonly catalogue?: (language: Language) => Catalogue;
  /** The program and the style of a picture's page, by its name; absent where they were not built. */
  readonly page?: (name: string) => { readonly script: string; readonly style: string };
  /** The translations of what such pages say. */
  readonly pageWords?: (language: Language) => Catalogue;
  /** The program itself, whose bytes tell it from others; without it no findings are remembered. */
  readonly program?: URL;
  /** The program of a reading thread, if it was built. */
  readonly worker?: URL;
  /** The program of the thread that reads works; where it is missing none is read. */
  readonly works?: URL;
}

/** What commands write to. */
export interface ReportingTerminal extends Terminal {
  writeBytes(utf8: Uint8Array): void;
  /** Writes what a pipeline shall take for commands, which nothing else that is written can begin. */
  writeCommands(text: string): void;
}

/** Documented exit codes: no findings, findings, could not run; interrupted, as in shells. */
export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;

/** Thrown when a run is stopped by the user. */
export class Interruption extends Error {}

/** How long a run may go on before it checks for an interrupt, in milliseconds. */
const SLICE = 40;

/** Yields now and then during a long run, and throws if the user has interrupted it. */
export class Stops {
  private until: number;

  constructor(private readonly terminal: Pick<Terminal, 'now' | 'rest' | 'interrupted'>) {
    this.until = terminal.now() + SLICE;
  }

  /** Await it between two steps. Throws an `Interruption`. */
  async pass(): Promise<void> {
    if (this.terminal.now() >= this.until) {
      await this.terminal.rest();
      this.until = this.terminal.now() + SLICE;
    }
    if (this.terminal.interrupted.aborted) throw new Interruption();
  }
}
