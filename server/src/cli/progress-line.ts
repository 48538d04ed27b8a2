import stringWidth from 'string-width';
import { deferred, say } from '../words/say.ts';

export const READING = deferred('Reading {done, number} of {total, number} documents');
export const CHECKING = deferred('Checking {done, number} of {total, number} files');
export const INSPECTING = deferred('Inspecting {done, number} of {total, number} documents');
export const FIXING = deferred('Fixing {done, number} of {total, number} files');

/** How long a run is silent before the line appears, and how often it is updated, in milliseconds. */
const SILENCE = 400;
const PACE = 80;

/** What the line needs of the terminal. */
export interface ProgressTerminal {
  /** Writes to standard error, which the user sees even if standard output is redirected. */
  complain(text: string): void;
  /** Whether standard error is a terminal. */
  readonly isWatched: boolean;
  /** A monotonic clock in milliseconds. */
  now(): number;
}

/**
 * A progress line that is overwritten in place, and erased before other output. It needs no escape sequences, and
 * little width.
 */
export class ProgressLine {
  private readonly begun: number;
  private next: number;
  /** The number of columns written. */
  private width = 0;

  constructor(private readonly terminal: ProgressTerminal) {
    this.begun = terminal.now();
    this.next = this.begun + SILENCE;
  }

  /** Shows a message with the numbers `done` and `total`, such as `READING`, unless the last update was too recent. */
  tell(message: string, done: number, total: number): void {
    if (!this.terminal.isWatched || total === 0) return;
    const now = this.terminal.now();
    if (now < this.next) return;
    this.next = now + PACE;
    const line = say(message, { done, total });
    const width = stringWidth(line);
    this.terminal.complain(`\r${line}${' '.repeat(Math.max(0, this.width - width))}`);
    this.width = Math.max(width, this.width);
  }

  /** Erases the line if it is shown. */
  erase(): void {
    if (this.width > 0) this.terminal.complain(`\r${' '.repeat(this.width)}\r`);
    this.width = 0;
  }
}
