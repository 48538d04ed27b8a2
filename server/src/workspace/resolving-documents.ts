/**
 * Which documents cite a work that is known to them: worked out when somebody asks, and kept while nothing changes that
 * documents share.
 */
export class ResolvingDocuments {
  private readonly known = new Map<string, boolean>();
  private version = -1;

  /** Whether the document at `path` does; `version` grows with every change of what documents share. */
  of(path: string, version: number, workOut: () => boolean): boolean {
    this.forgetBefore(version);
    let does = this.known.get(path);
    if (does === undefined) this.known.set(path, (does = workOut()));
    return does;
  }

  /** After the document changed: whether the answer is another one now. Where nobody asked before it is not. */
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
