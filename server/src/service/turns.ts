/** A queue of one: does steps one after another, in the order asked for. Of two at once each would see half of the other. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether no step is being done or waits to be. */
  get areDone(): boolean {
    return this.waiting === 0;
  }

  /** Does `step` when those before it are done; what goes wrong in it is told to whoever asked, and holds up nobody. */
  take<T>(step: () => Promise<T>): Promise<T> {
    this.waiting++;
    const done = this.last.then(step).finally(() => this.waiting--);
    this.last = done.catch(() => undefined);
    return done;
  }
}
