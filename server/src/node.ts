import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { collectGarbage, settleDown } from './hosts/node-engine.ts';
import { NodeFileSystem } from './hosts/node-file-system.ts';
import { isBroken, surviveAccidents, watchProcess } from './hosts/node-process.ts';
import { nodePrinter } from './hosts/node-printer.ts';
import { nodeReader, userCache } from './hosts/node-reader.ts';
import { transportOf } from './lsp/transport.ts';
import { NoFileSystem } from './hosts/no-file-system.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

settleDown();
const worker = new URL('./digest-worker.js', import.meta.url);
const press = new URL('./printing-worker.js', import.meta.url);

let end = () => process.exit(1);
const gone = () => end();
surviveAccidents(gone);
const transport = transportOf(process.argv.slice(2), gone, isBroken);
const { reader, writer } = transport;

const server = serve(
  (inbox) =>
    createConnection(ProposedFeatures.all, inbox.reader(reader, writer), inbox.writer(writer), inbox.options),
  {
    fileSystem: ({ native }, listed, largest, permission, near) =>
      native ? new NodeFileSystem(native, listed, largest, undefined, permission, near) : new NoFileSystem(),
    reader: ({ native }, cache = userCache(), logger, permission) =>
      native ? nodeReader({ root: native, permission, cache, worker, logger }) : null,
    printer: (logger) => nodePrinter(press, logger),
    later: (step) => void setImmediate(step),
    after: (milliseconds, step) => void setTimeout(step, milliseconds).unref(),
    now: () => performance.now(),
    tidy: collectGarbage,
    watchProcess: (id) => watchProcess(id, gone),
    version,
  },
);
end = () => process.exit(server.wasShutDown() ? 0 : 1);
