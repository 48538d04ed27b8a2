import type { PrintJob } from '../../bibliography/entry-printer.ts';
import type { PressMessage } from './press-messages.ts';

/** A thread that prints entries, in whatever way the host has threads. */
export interface PressThread {
  give(job: PrintJob): void;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/** What is heard of a thread. */
export interface PressListener {
  readonly said: (message: PressMessage) => void;
  /** It ended by itself, or could not start. */
  readonly gone: (why: unknown) => void;
}

/** Starts a thread. */
export type StartPress = (listener: PressListener) => PressThread;
