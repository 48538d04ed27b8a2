import type { Progress } from './service-options.ts';

/** The state of the first reading, for callers that must wait for it. */
export class FirstReading {
  /** Whether it is complete; false if it was stopped. */
  isWhole = false;
  /** Whether it is running. At its end everything is checked. */
  isUnderWay = false;
  private readonly followers = new Set<Progress>();
  private end: () => void = () => undefined;
  /** Resolves when the reading ends in whatever way; pending until one has begun and ended. */
  private over = new Promise<void>((resolve) => (this.end = resolve));

  /** Resolves when the current or next reading ends. `progress` is called as it advances. */
  async whenOver(progress: Progress = () => undefined): Promise<void> {
    this.followers.add(progress);
    await this.over;
    this.followers.delete(progress);
  }

  /** Reports progress to those who wait. */
  tell(done: number, total: number): void {
    for (const progress of this.followers) progress(done, total);
  }

  /** Ends it, in whatever way. */
  finish(): void {
    this.end();
  }
}
