import type { LineIndex } from '../text/line-index.ts';
import type { LibraryState } from './library-state.ts';
import { PROJECT_FILE } from './project-file.ts';
import type { DocumentSummary } from './summary.ts';

/** The line indexes of the files that a library has read. */
export class KnownLines {
  private last: { readonly of: DocumentSummary; readonly lines: LineIndex } | null = null;

  constructor(private readonly kept: LibraryState) {}

  /** The line index of a file that the library has read, to turn offsets into positions; else null. */
  of(path: string): LineIndex | null {
    if (path === PROJECT_FILE) return this.kept.projectLines;
    const summary = this.kept.documents.get(path);
    // A cache of one entry: many offsets of one file are converted in a row, and its index may be packed.
    if (summary && this.last?.of !== summary) this.last = { of: summary, lines: summary.lines };
    return (
      (summary && this.last?.lines) ??
      this.kept.bibliographies.get(path)?.lines ??
      this.kept.registers.get(path)?.lines ??
      this.kept.inherited.get(path)?.lines ??
      null
    );
  }
}
