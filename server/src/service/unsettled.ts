/** What changes require to be read from disk. */
export class Unsettled {
  /** The project file may have changed. */
  projectIsNews = false;
  /** Closed documents may have to be searched for new names of actors. */
  namesAreNews = false;
  /** Documents that may name unread bibliographies. */
  private documents = new Set<string>();
  /** Closed documents whose packed data cannot be decoded. */
  private broken = new Set<string>();

  /** Whether nothing waits to be read, apart from closed documents to be searched for names. */
  get isNothing(): boolean {
    return !this.projectIsNews && this.documents.size === 0 && this.broken.size === 0;
  }

  /** Adds a document that may name unread bibliographies. */
  add(document: string): void {
    this.documents.add(document);
  }

  /** Adds a closed document that must be read again, because its packed data cannot be decoded. */
  addBroken(document: string): void {
    this.broken.add(document);
  }

  /** Returns and clears the documents to be read again. */
  takeBroken(): ReadonlySet<string> {
    const taken = this.broken;
    this.broken = new Set();
    return taken;
  }

  /** Replaces the documents that may name unread bibliographies. */
  restart(documents: Iterable<string>): void {
    this.documents = new Set(documents);
  }

  /** Returns and clears those documents. */
  take(): ReadonlySet<string> {
    const taken = this.documents;
    this.documents = new Set();
    return taken;
  }
}
