/** What a change has made necessary to read from disk, before all is known again. */
export class Unsettled {
  /** The project file may say something new of what belongs together. */
  projectIsNews = false;
  /** Closed documents may have to be searched for names that the registers did not have before. */
  namesAreNews = false;
  /** Documents that may name bibliographies which nobody has read yet. */
  private documents = new Set<string>();
  /** Closed documents of which what is kept cannot be read. */
  private broken = new Set<string>();

  /** Whether nothing has to be read of which documents say where it is. */
  get isNothing(): boolean {
    return !this.projectIsNews && this.documents.size === 0 && this.broken.size === 0;
  }

  /** A document may name bibliographies which nobody has read yet. */
  add(document: string): void {
    this.documents.add(document);
  }

  /** What is kept of a closed document cannot be read: it has to be read anew. */
  addBroken(document: string): void {
    this.broken.add(document);
  }

  /** Hands those over that have to be read anew. */
  takeBroken(): ReadonlySet<string> {
    const taken = this.broken;
    this.broken = new Set();
    return taken;
  }

  /** These documents, and no others, may name such bibliographies. */
  restart(documents: Iterable<string>): void {
    this.documents = new Set(documents);
  }

  /** Hands those documents over. */
  take(): ReadonlySet<string> {
    const taken = this.documents;
    this.documents = new Set();
    return taken;
  }
}
