import type { LineIndex } from '../text/line-index.ts';
import type { LibraryState } from './library-state.ts';
import { PROJECT_FILE } from './project-file.ts';
import type { DocumentSummary } from './summary.ts';

/** The lines of the files that a library has read. */
export class KnownLines {
  private last: { readonly of: DocumentSummary; readonly lines: LineIndex } | null = null;

  constructor(private readonly kept: LibraryState) {}

  /** The lines of any file that the library has read, to turn offsets into positions. */
  of(path: string): LineIndex | null {
    if (path === PROJECT_FILE) return this.kept.projectLines;
    const summary = this.kept.documents.get(path);
    // Place after place is asked for in the same file, and its lines may be packed.
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
