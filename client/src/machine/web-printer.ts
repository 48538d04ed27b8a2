import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Disposable } from 'vscode';
import {
  fromPrinter,
  toPrinter,
  type FromPrinter,
  type ToPrinter,
} from '../../../server/src/protocol/host.ts';
import type { WebWorker } from './web-worker.ts';
import { say } from '../../../server/src/words/say.ts';

/** Runs the thread that prints entries for a server that is itself a worker and can start none. */
export function runPrinter(
  client: Pick<BaseLanguageClient, 'onNotification' | 'sendNotification'>,
  start: () => WebWorker,
): Disposable {
  let running: { readonly thread: number; readonly worker: WebWorker } | null = null;
  const end = () => {
    running?.worker.terminate();
    running = null;
  };
  const tell = (word: FromPrinter) => {
    // The server may have ended meanwhile.
    client.sendNotification(fromPrinter, word).catch(() => undefined);
  };
  client.onNotification(toPrinter, (word: ToPrinter) => {
    const { thread } = word;
    if (word.kind === 'start') {
      end();
      const worker = start();
      running = { thread, worker };
      worker.onmessage = ({ data }) => tell({ thread, kind: 'said', message: data as object });
      worker.onerror = ({ message }) =>
        tell({ thread, kind: 'gone', why: message ?? say('It could not be started.') });
    } else if (running?.thread === thread) {
      if (word.kind === 'job') running.worker.postMessage(word.job);
      else end();
    }
  });
  return { dispose: end };
}
