import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  collectGarbage,
  compileAtOnce,
  giveThreadsRoom,
  keepTheHeapSmall,
  letObjectsDieYoung,
} from './hosts/node-engine.ts';
import { NodeFileSystem } from './hosts/node-file-system.ts';
import { nodeReader, userCache } from './hosts/node-reader.ts';
import { nodePrinter } from './hosts/node-printer.ts';
import { NoFileSystem } from './hosts/no-file-system.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

letObjectsDieYoung();
compileAtOnce();
keepTheHeapSmall();
giveThreadsRoom();
const worker = new URL('./digest-worker.js', import.meta.url);
const press = new URL('./printing-worker.js', import.meta.url);

serve(createConnection(ProposedFeatures.all), {
  fileSystem: ({ uri }, listed, largest) =>
    uri.scheme === 'file' ? new NodeFileSystem(uri.fsPath, listed, largest) : new NoFileSystem(),
  reader: ({ uri }, cache = userCache(), logger) =>
    uri.scheme === 'file' ? nodeReader({ root: uri.fsPath, cache, worker, logger }) : null,
  printer: (logger) => nodePrinter(press, logger),
  later: (step) => void setImmediate(step),
  now: () => performance.now(),
  tidy: collectGarbage,
  version,
});
