/**
 * Which documents have a citation that resolves: derived on demand, and cached until something that documents
 * share changes.
 */
export class ResolvingDocuments {
  private readonly known = new Map<string, boolean>();
  private version = -1;

  /** Whether the document at `path` has one; `version` is incremented with every change of shared state. */
  of(path: string, version: number, workOut: () => boolean): boolean {
    this.forgetBefore(version);
    let does = this.known.get(path);
    if (does === undefined) this.known.set(path, (does = workOut()));
    return does;
  }

  /** After a change of the document: whether the answer changed. False if there was no earlier answer. */
  differs(path: string, version: number, workOut: () => boolean): boolean {
    this.forgetBefore(version);
    const before = this.known.get(path);
    if (before === undefined) return false;
    const now = workOut();
    this.known.set(path, now);
    return now !== before;
  }

  private forgetBefore(version: number): void {
    if (this.version === version) return;
    this.known.clear();
    this.version = version;
  }
}
