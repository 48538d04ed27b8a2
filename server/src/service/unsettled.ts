/** What a change has made necessary to read from disk, before all is known again. */
export class Unsettled {
  /** The project file may say something new of what belongs together. */
  projectIsNews = false;
  /** Closed documents may have to be searched for names that the registers did not have before. */
  namesAreNews = false;
  /** Documents that may name bibliographies which nobody has read yet. */
  private documents = new Set<string>();

  /** Whether nothing has to be read of which documents say where it is. */
  get isNothing(): boolean {
    return !this.projectIsNews && this.documents.size === 0;
  }

  /** A document may name bibliographies which nobody has read yet. */
  add(document: string): void {
    this.documents.add(document);
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
