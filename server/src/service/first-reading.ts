import type { Progress } from './service-options.ts';

/** How far the first reading of a workspace is, for whoever cannot answer before all is known. */
export class FirstReading {
  /** Whether all has been read; not where somebody stopped it. */
  isWhole = false;
  /** While it goes on; in the end all is checked. */
  isUnderWay = false;
  private readonly followers = new Set<Progress>();
  private end: () => void = () => undefined;
  /** Resolves when it is over, in whatever way; until it has begun, nobody knows when that will be. */
  private over = new Promise<void>((resolve) => (this.end = resolve));

  /** Resolves when the reading that has begun, or will begin, is over; `progress` is told how far it is. */
  async whenOver(progress: Progress = () => undefined): Promise<void> {
    this.followers.add(progress);
    await this.over;
    this.followers.delete(progress);
  }

  /** Tells those who wait how far it is. */
  tell(done: number, total: number): void {
    for (const progress of this.followers) progress(done, total);
  }

  /** It is over, in whatever way. */
  finish(): void {
    this.end();
  }
}
