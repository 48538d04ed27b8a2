import type { DocumentText, TextChange } from '../text/document-text.ts';
import { isMarkdownPath, documentFilter } from '../workspace/scope.ts';
import type { DocumentReading } from './document-reader.ts';
import type { TextContent } from './text-content.ts';
import { unreadableMessage } from './unreadable-message.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Takes documents over, from disk and from editors, and notes whom that concerns. */
export class DocumentIntake {
  private isIncluded: (path: string) => boolean;

  constructor(private readonly parts: WorkspaceParts) {
    this.isIncluded = documentFilter(parts.library.project);
  }

  /** The project file may say otherwise now which files are documents. */
  adoptProject(): void {
    this.isIncluded = documentFilter(this.parts.library.project);
  }

  /** Whether `path` is a document of the project, or was invited. */
  isDocument(path: string): boolean {
    return this.isIncluded(path) || this.parts.invited.has(path);
  }

  /** As `isDocument`, of a file that an editor shows: without a project file any Markdown is one, wherever it lies. */
  isOwnDocument(path: string): boolean {
    return this.isDocument(path) || (!this.parts.library.hasProject && isMarkdownPath(path));
  }

  /** Reads a document from disk that no editor shows. */
  async readDocument(path: string): Promise<void> {
    const { documents, shared } = this.parts;
    if (documents.isOpen(path)) return;
    const content = await shared.text(path);
    this.parts.edition++;
    if (!documents.isOpen(path)) this.takeClosed(path, content);
  }

  /** Takes over what came of reading a document, be it open meanwhile. */
  takeRead(path: string, content: TextContent | DocumentReading): void {
    const { documents, stale } = this.parts;
    if (documents.isOpen(path)) stale.mark(documents.readAgain(path));
    else this.takeClosed(path, content);
  }

  /** Takes over a document that no editor shows. */
  takeClosed(path: string, content: TextContent | DocumentReading): void {
    const { documents, firstReading, library, stale, unreadable } = this.parts;
    if (content.status === 'read') {
      unreadable.delete(path);
      stale.mark(
        'digest' in content
          ? documents.takeDigest(path, content.digest, firstReading.isUnderWay)
          : documents.readClosed(path, content.text, firstReading.isUnderWay),
      );
      if ('text' in content) this.parts.paranoia?.document(path, content.text);
      // In the end of a first reading all is checked anyhow.
      if (firstReading.isWhole) stale.addMoved(path);
      this.parts.unsettled.add(path);
      return;
    }
    this.remove(path);
    const reason = unreadableMessage(content.status, content.reason, library.largest);
    // What is no file any more is missed by those alone who asked for it.
    const isThere =
      content.status === 'encoding' || content.status === 'failed' || content.status === 'large';
    if (reason && (isThere || this.parts.invited.has(path))) unreadable.set(path, reason);
    else unreadable.delete(path);
  }

  /** Takes over a document as an editor shows it. */
  takeOpen(path: string, text: DocumentText): void {
    const { documents, shared, stale } = this.parts;
    if (shared.isTooLarge(text)) {
      this.takeClosed(path, { status: 'large', reason: null });
      stale.add(path);
      return;
    }
    stale.mark(documents.readOpen(path, text));
    this.tookOpen(path);
  }

  /** Takes over an edit of a file that an editor shows; returns it as it is now where it is no document that is open. */
  edit(path: string, changes: readonly TextChange[]): DocumentText | null {
    const { documents, shared, stale } = this.parts;
    const { document, splices } = shared.buffer(path)!.apply(changes);
    if (!documents.isOpen(path) || shared.isTooLarge(document)) return document;
    this.parts.edition++;
    shared.show(path, document);
    stale.mark(documents.edit(path, document, splices));
    this.parts.paranoia?.document(path, document);
    this.tookOpen(path);
    return null;
  }

  private tookOpen(path: string): void {
    this.parts.stale.addMoved(path);
    this.parts.unsettled.add(path);
  }

  /** Forgets a document. */
  remove(path: string): void {
    this.parts.stale.mark(this.parts.documents.remove(path));
  }
}
