/** A thread of the server or the command line that reads documents. */
import { parentPort } from 'node:worker_threads';
import { serveJobs } from './hosts/reading/thread.ts';

if (parentPort) serveJobs(parentPort);
