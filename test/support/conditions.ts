/** Waiting for conditions, never for the clock. */

/** How long a test waits for an event before it fails: long enough for a busy machine. */
export const patience = 300_000;

/** Subscribes to events after which a condition may hold. */
export type Subscribe = (listener: () => void) => { dispose(): void };

/**
 * Resolves with the first truthy value of `condition`, evaluated at once and after every event of `subscribe`;
 * rejects after `patience` with the description of the state.
 */
export function until<T>(
  condition: () => T,
  subscribe: Subscribe,
  describe: () => string,
): Promise<Exclude<T, null | undefined | false | 0 | ''>> {
  type Held = Exclude<T, null | undefined | false | 0 | ''>;
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      subscription?.dispose();
    };
    const ask = () => {
      try {
        const held = condition();
        if (!held) return;
        end();
        resolve(held as Held);
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Nothing more came in ${patience / 1000} s: ${describe()}`));
    }, patience);
    let subscription: { dispose(): void } | undefined = undefined;
    subscription = subscribe(ask);
    ask();
  });
}
