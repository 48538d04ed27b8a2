/** Entry of a thread that reads documents, for the server and the command line. */
import { parentPort } from 'node:worker_threads';
import { serveJobs } from './hosts/reading/thread.ts';

if (parentPort) serveJobs(parentPort);
