import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Stops V8 from allocating the objects of a document in the old generation (pretenuring). V8 learns per allocation
 * site how long objects live, and the objects of a bibliography live long. Then the trees of discarded documents were
 * freed only by major collections, at half the speed and twice the memory. Without the flag V8 prints a message and
 * continues.
 */
export function letObjectsDieYoung(): void {
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * Has V8 compile every function with its baseline compiler on the first call. Reading thousands of documents calls
 * each function thousands of times, and each thread compiles separately: saves a tenth for a thousand documents.
 */
export function compileAtOnce(): void {
  v8.setFlagsFromString('--always-sparkplug');
}

/**
 * Reduces inlining in V8's optimising compiler; `asUsual` restores the default. Each thread of the first reading
 * compiles separately, which takes seconds of processor time. With half the inlining it takes two thirds of the time,
 * and the code is slightly slower: not for long-running threads.
 */
export function compileSmall(asUsual = false): void {
  v8.setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${asUsual ? 920 : 400}`);
}

/**
 * Has V8 collect garbage when the heap has grown by a third rather than fourfold: for a long-running program that
 * shares the machine.
 */
export function keepTheHeapSmall(): void {
  v8.setFlagsFromString('--heap-growing-percent=30');
}

/**
 * Gives threads that are started from now on V8's default young generation, although this one was started with a
 * small one (`--max-semi-space-size`). Reading many documents creates much garbage, and the threads end soon.
 */
export function giveThreadsRoom(): void {
  v8.setFlagsFromString('--max-semi-space-size=0');
}

/** All settings for a long-running program that reads with threads. */
export function settleDown(): void {
  letObjectsDieYoung();
  compileAtOnce();
  keepTheHeapSmall();
  giveThreadsRoom();
}

/**
 * Runs a full garbage collection, a tenth of a second for a heap of a hundred megabytes. V8 itself waits until it
 * needs memory, and hardly counts external memory, of which the first reading leaves much. Continues where V8 cannot
 * be asked.
 */
export function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('globalThis.gc') as (() => void) | undefined;
  v8.setFlagsFromString('--no-expose-gc');
  collect?.();
}
