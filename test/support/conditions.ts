/** Waiting on conditions, never on the clock. */

/** How long a test waits for a word before it says what it waited for: a hanging machine, not a busy one. */
export const patience = 300_000;

/** What can be asked for a word whenever something happened. */
export type Subscribe = (listener: () => void) => { dispose(): void };

/**
 * Resolves with the first truthy value of `condition`, which is asked at once and again after every event of
 * `subscribe`; rejects after `patience` with what `describe` says of how things stand.
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
