import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Keeps V8 from placing the objects of one document where only a great collection of garbage finds them. It learns
 * from what lives long where objects of some kind are made, and a bibliography lives long; then the trees of every
 * document that is read and let go were kept by their dead neighbours, at half the speed and twice the memory. A V8
 * that has no such flag says so and goes on.
 */
export function letObjectsDieYoung(): void {
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * Has V8 make machine code of a function, simple and at once, when it is first called. To read thousands of documents
 * every function is wanted thousands of times, and each thread learns them anew: a tenth less for a thousand documents.
 */
export function compileAtOnce(): void {
  v8.setFlagsFromString('--always-sparkplug');
}

/**
 * Has V8 put fewer functions into those that call them when it makes its best code, or, `asUsual`, as many as it does
 * by itself. Each thread of a first reading makes that code of its own, seconds of work for the processor; with half as
 * much put in, it is made in two thirds of the time. It runs a little slower then: not for what goes on all day.
 */
export function compileSmall(asUsual = false): void {
  v8.setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${asUsual ? 920 : 400}`);
}

/**
 * Has V8 collect garbage when a third has come to what lives, not when it is four times as much: for a program that is
 * there all day, and has other programs beside it.
 */
export function keepTheHeapSmall(): void {
  v8.setFlagsFromString('--heap-growing-percent=30');
}

/**
 * Lets threads that are started from here on have young objects as V8 sees fit, though this one was started with few
 * (`--max-semi-space-size`): to read many documents makes much garbage, and threads that do so soon end.
 */
export function giveThreadsRoom(): void {
  v8.setFlagsFromString('--max-semi-space-size=0');
}

/** All of this for a program that is there all day, and lets threads read for it. */
export function settleDown(): void {
  letObjectsDieYoung();
  compileAtOnce();
  keepTheHeapSmall();
  giveThreadsRoom();
}

/**
 * Has V8 collect all garbage at once, a tenth of a second for a heap of a hundred megabytes. By itself it waits until
 * it needs room, and counts hardly what is outside of its heap: after a first reading that is a lot. A V8 that cannot be
 * asked goes on.
 */
export function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('globalThis.gc') as (() => void) | undefined;
  v8.setFlagsFromString('--no-expose-gc');
  collect?.();
}
