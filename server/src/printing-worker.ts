/** Entry of a thread of the server that prints entries in citation styles. */
import { parentPort } from 'node:worker_threads';
import { servePrinting } from './hosts/printing/thread.ts';

const port = parentPort;
if (port)
  await servePrinting({
    say: (message) => port.postMessage(message),
    hear: (take) => void port.on('message', take),
  });
