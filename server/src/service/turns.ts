/** Does steps one after the other, in the order in which they were asked for: of two at once each would see half of the other. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Does `step` when those before it are done; what goes wrong in it is told to whoever asked, and holds up nobody. */
  take<T>(step: () => Promise<T>): Promise<T> {
    const done = this.last.then(step);
    this.last = done.catch(() => undefined);
    return done;
  }
}
