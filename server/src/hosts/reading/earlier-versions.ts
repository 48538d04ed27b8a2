/** The version of a file that was read before. */
export interface FileVersion {
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
  /** The SHA-256 of its bytes in base64, where size and time do not tell it from others; else null. */
  readonly hash: string | null;
}

/**
 * Documents to be read as they were before a change, out of the cache: a service that holds them is then told of the
 * change, and says whom it concerns.
 */
export class EarlierVersions {
  private readonly given = new Set<string>();
  private readonly refused = new Set<string>();

  constructor(readonly wanted: ReadonlyMap<string, FileVersion>) {}

  /** Records whether a reading gave the earlier version of a document. */
  record(path: string, isGiven: boolean): void {
    if (this.wanted.has(path)) (isGiven ? this.given : this.refused).add(path);
  }

  /** Whether all were read, always as they were. */
  get areGiven(): boolean {
    return this.refused.size === 0 && this.given.size === this.wanted.size;
  }
}
