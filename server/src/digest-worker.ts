/** Entry of a thread that reads documents, for the server and the command line. */
import { parentPort, workerData } from 'node:worker_threads';
import { speakAsTold } from './hosts/node-catalogues.ts';
import { serveJobs } from './hosts/reading/thread.ts';

speakAsTold(workerData, new URL(import.meta.url));
if (parentPort) serveJobs(parentPort);
