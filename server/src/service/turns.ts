/**
 * A mutex as a queue: runs steps one after another in the order of the calls. Two at once would see each
 * other's intermediate state.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether no step is running or waiting. */
  get areDone(): boolean {
    return this.waiting === 0;
  }

  /**
   * Runs `step` after those before it. An error rejects the returned promise only, and does not block the
   * queue.
   */
  take<T>(step: () => Promise<T>): Promise<T> {
    this.waiting++;
    const done = this.last.then(step).finally(() => this.waiting--);
    this.last = done.catch(() => undefined);
    return done;
  }
}
