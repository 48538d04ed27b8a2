/**
 * A long answer in steps: it rests after each file or claim, so that whoever runs it may attend to others in
 * between, or give it up.
 */
export type Stepwise<T> = Generator<void, T>;

/** Runs a stepwise answer through, without a rest. */
export function allAtOnce<T>(steps: Stepwise<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
