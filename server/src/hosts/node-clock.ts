/** The time, and calls at a later one, as Node has them. */
export const nodeClock = {
  /** Runs `step` when what waits now is done. */
  later: (step: () => void): void => void setImmediate(step),
  /** Runs `step` after so many milliseconds, unless the process ends before. */
  after: (milliseconds: number, step: () => void): void => void setTimeout(step, milliseconds).unref(),
  /** Milliseconds since some moment. */
  now: (): number => performance.now(),
};
