import type { Progress } from './service-options.ts';

/** How far the reading of a workspace is, the first one or one anew, for whoever cannot answer before all is known. */
export class FirstReading {
  /** While it goes on; in the end all is checked. */
  isUnderWay = false;
  private hasAll = false;
  private isOver = false;
  /** Readings that have begun, or were announced, and are not over. */
  private pending = 0;
  private isAnnounced = false;
  private readonly followers = new Set<Progress>();
  private end: () => void = () => undefined;
  /** Resolves when it is over, in whatever way; until it has begun, nobody knows when that will be. */
  private over = this.ending();

  /** Whether all has been read; not where somebody stopped it. */
  get isWhole(): boolean {
    return this.hasAll && this.pending === 0;
  }

  /** Another reading follows soon. */
  announce(): void {
    if (this.isAnnounced) return;
    this.isAnnounced = true;
    this.expect();
  }

  /** A reading was asked for, perhaps that which was announced. */
  begin(): void {
    if (!this.isAnnounced) this.expect();
    this.isAnnounced = false;
  }

  /** Resolves when the current or next reading ends. `progress` is called as it advances. */
  async whenOver(progress: Progress = () => undefined): Promise<void> {
    this.followers.add(progress);
    let over;
    do await (over = this.over);
    while (over !== this.over);
    this.followers.delete(progress);
  }

  /** Reports progress to those who wait. */
  tell(done: number, total: number): void {
    for (const progress of this.followers) progress(done, total);
  }

  /** All that there is has been taken in, or the reading was stopped. */
  took(all: boolean): void {
    this.hasAll = all;
  }

  /** Ends it, in whatever way. */
  finish(): void {
    if (--this.pending > 0) return;
    this.isOver = true;
    this.end();
  }

  private expect(): void {
    this.pending++;
    this.hasAll = false;
    if (!this.isOver) return;
    this.isOver = false;
    this.over = this.ending();
  }

  private ending(): Promise<void> {
    return new Promise((resolve) => (this.end = resolve));
  }
}
