/** Entry of a web worker that prints entries in citation styles. */
import type { PrintJob } from './bibliography/entry-printer.ts';
import { servePrinting } from './hosts/printing/thread.ts';

/** The worker's own scope, as far as it is used. */
interface Scope {
  postMessage(message: object): void;
  addEventListener(type: 'message', hear: (event: { readonly data: PrintJob }) => void): void;
}

const scope = globalThis as unknown as Scope;
const serving = servePrinting({
  say: (message) => scope.postMessage(message),
  hear: (take) => scope.addEventListener('message', ({ data }) => take(data)),
});
// A script of a worker cannot await at its top.
serving.catch((cause: unknown) => console.error(cause));
