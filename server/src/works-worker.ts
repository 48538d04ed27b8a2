/** A thread of the server that reads PDFs and other files that hold the texts of works. */
import { parentPort } from 'node:worker_threads';
import { serveWorks } from './hosts/works/thread.ts';

if (parentPort) serveWorks(parentPort, new URL('./pdfium.wasm', import.meta.url));
