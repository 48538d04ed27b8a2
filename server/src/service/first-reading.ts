import type { Progress } from './service-options.ts';

/** The state of the complete reading, the first or a later one, for callers that must wait for it. */
export class FirstReading {
  /** Whether it is running. At its end everything is checked. */
  isUnderWay = false;
  private hasAll = false;
  private isOver = false;
  /** The number of readings that were announced or begun and have not ended. */
  private pending = 0;
  private isAnnounced = false;
  private readonly followers = new Set<Progress>();
  private end: () => void = () => undefined;
  /** Resolves when the reading ends in whatever way; pending until one has begun and ended. */
  private over = this.ending();

  /** Whether it is complete; false if it was stopped, or another one is pending. */
  get isWhole(): boolean {
    return this.hasAll && this.pending === 0;
  }

  /** Announces a reading that will begin soon. */
  announce(): void {
    if (this.isAnnounced) return;
    this.isAnnounced = true;
    this.expect();
  }

  /** Begins a reading, the announced one if there is one. */
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

  /** Records whether everything was read, or the reading was stopped. */
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
