/** Entry of a thread of the server that prints entries in citation styles. */
import { parentPort } from 'node:worker_threads';
import { servePrinting } from './hosts/printing/thread.ts';

if (parentPort) await servePrinting(parentPort);
