/** The time, and calls at a later one, as a web worker has them. */
/** As browsers have it; Node's own lacks a few members. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
}
const { port1, port2 } = new MessageChannel() as unknown as { readonly port1: Port; readonly port2: Port };
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

export const webClock = {
  /** Runs `step` when what waits now is done. A timer would be slowed down once timers are nested. */
  later: (step: () => void): void => {
    waiting.push(step);
    port2.postMessage(null);
  },
  /** Runs `step` after so many milliseconds. */
  after: (milliseconds: number, step: () => void): void => void setTimeout(step, milliseconds),
  /** Milliseconds since some moment. */
  now: (): number => performance.now(),
};
