/** A thread of the server that draws the pages of works, to be looked at. */
import { parentPort } from 'node:worker_threads';
import { servePages } from './hosts/works/page-thread.ts';

if (parentPort) servePages(parentPort, new URL('./pdfium.wasm', import.meta.url));
