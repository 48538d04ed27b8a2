/** How long a run goes on in silence, and how often the line is written anew, in milliseconds. */
const SILENCE = 400;
const PACE = 80;

/** What the line needs of the terminal. */
export interface ProgressTerminal {
  /** Writes to the stream of complaints, which is where a person looks while the report goes elsewhere. */
  complain(text: string): void;
  /** Somebody watches that stream who can be shown a line that changes. */
  readonly isWatched: boolean;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

/**
 * One line that says how far a long run is, written over itself, and erased before anything else is written. It
 * needs no escape sequences, and no terminal that is wider than its few words.
 */
export class ProgressLine {
  private readonly begun: number;
  private next: number;
  /** How many columns of it stand on the terminal. */
  private width = 0;

  constructor(private readonly terminal: ProgressTerminal) {
    this.begun = terminal.now();
    this.next = this.begun + SILENCE;
  }

  /** Says `Reading 3,412 of 10,000 documents`, unless it said something just now. */
  tell(doing: string, done: number, total: number, things: string): void {
    if (!this.terminal.isWatched || total === 0) return;
    const now = this.terminal.now();
    if (now < this.next) return;
    this.next = now + PACE;
    const line = `${doing} ${counted(done)} of ${counted(total)} ${things}`;
    this.terminal.complain(`\r${line.padEnd(this.width)}`);
    this.width = Math.max(line.length, this.width);
  }

  /** Takes the line away, if it is there. */
  erase(): void {
    if (this.width > 0) this.terminal.complain(`\r${' '.repeat(this.width)}\r`);
    this.width = 0;
  }
}

function counted(number: number): string {
  return number.toLocaleString('en-US');
}
