import type { PrintedEntry } from '../../bibliography/entry-printer.ts';

/** Messages from the thread: it is ready, a printed entry, a failure, a log message. */
export type PressMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'printed'; readonly entry: PrintedEntry }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'warning'; readonly message: string };
