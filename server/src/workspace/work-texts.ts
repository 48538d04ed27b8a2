import type { LibraryState } from './library-state.ts';
import { names } from './names.ts';
import type { WorkFiles } from './work-files.ts';

/** Which files are texts of which works: documents of the workspace, and files of other formats. */
export class WorkTexts {
  constructor(
    private readonly kept: LibraryState,
    private readonly files: WorkFiles,
  ) {}

  /** The citekey of the work whose text `path` is, by the project file or its own front matter. */
  keyOf(path: string): string | null {
    return this.kept.project.sources.get(path)?.text ?? this.kept.documents.get(path)?.source?.text ?? null;
  }

  /** Whether `path` is only a part of the work whose text it is, by the project file or its own front matter. */
  isExcerpt(path: string): boolean {
    return this.kept.project.excerpts.has(path) || (this.kept.documents.get(path)?.excerpt ?? false);
  }

  /** The documents that are texts of the work `key`, sorted. */
  documentsOf(key: string): string[] {
    return [...this.kept.index.definers(names.source(key))].sort();
  }

  /**
   * The files that hold the text of the work `key` as the document `path` cites it: documents of the workspace and,
   * unless one of them is the whole text, files of other formats.
   */
  of(path: string, key: string): string[] {
    const documents = this.documentsOf(key);
    const isWhole = documents.some((document) => !this.isExcerpt(document));
    return isWhole ? documents : [...documents, ...this.files.of(path, key)];
  }

  /** Whether a text that `of` gave can be read: a document always, a file of another format once it was. */
  isAtHand(text: string): boolean {
    return this.kept.documents.has(text) || this.files.stateOf(text) === 'read';
  }

  /** Whether a text of the work `key`, as the document `path` cites it, is here and could be read. */
  has(path: string, key: string): boolean {
    if (this.documentsOf(key).length > 0) return true;
    return this.files.of(path, key).some((file) => this.files.stateOf(file) === 'read');
  }
}
