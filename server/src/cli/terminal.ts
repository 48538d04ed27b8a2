/** What the command line needs of the process that it runs in. */
export interface Terminal {
  readonly cwd: string;
  write(text: string): void;
  complain(text: string): void;
  readonly isTerminal: boolean;
  readonly colorWanted: boolean;
  /** The program of a thread that reads documents, where it was built. */
  readonly worker?: URL;
}

/** Exit codes, as documented: nothing found, something found, could not run. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
