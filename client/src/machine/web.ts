import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Machine } from './machine.ts';
import { quiet } from './quiet.ts';
import { answerForFiles } from './answer-files.ts';
import { runPrinter } from './web-printer.ts';
import { startWorker } from './web-worker.ts';

const QuietClient = quiet(LanguageClient);

/** A browser: the server is a web worker, and reads files through the editor. */
export const machine: Machine = {
  hasCatalogues: false,
  atHome: (folder) => folder,
  landsInside: () => Promise.resolve(true),
  findLibraries: () => Promise.resolve([]),
  client(extension, { id, name }, options) {
    const program = (file: string) => Uri.joinPath(extension, 'dist', file).toString(true);
    const worker = startWorker(program('browser.js'));
    const client = new QuietClient(id, name, worker, options);
    answerForFiles(client);
    const printer = runPrinter(client, () => startWorker(program('browser-printing-worker.js')));
    return {
      client,
      dispose: () => {
        printer.dispose();
        worker.terminate();
      },
    };
  },
};
