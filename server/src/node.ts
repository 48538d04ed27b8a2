import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { ClientFileSystem, type AskClient } from './hosts/client-file-system.ts';
import { readCatalogue } from './hosts/node-catalogues.ts';
import { nodeClock } from './hosts/node-clock.ts';
import { collectGarbage, settleDown } from './hosts/node-engine.ts';
import { NodeFileSystem } from './hosts/node-file-system.ts';
import { isBroken, surviveAccidents, watchProcess } from './hosts/node-process.ts';
import { nodePrinter } from './hosts/node-printer.ts';
import { nodeSources } from './hosts/node-works.ts';
import { nodeReader, userCache } from './hosts/node-reader.ts';
import { atHome } from './hosts/reading/permitted.ts';
import { transportOf } from './lsp/transport.ts';
import { NoFileSystem } from './hosts/no-file-system.ts';
import { serve } from './lsp/server.ts';
import { fileMethods } from './protocol/host.ts';
import { version } from './version.ts';

settleDown();
const program = (name: string) => new URL(`./${name}.js`, import.meta.url);
let end = () => process.exit(1);
const gone = () => end();
surviveAccidents(gone);
const { reader, writer } = transportOf(process.argv.slice(2), gone, isBroken);
let connection: Connection | null = null;
const ask: AskClient = (name, asked) => connection!.sendRequest(fileMethods[name], asked);
const server = serve(
  (inbox) =>
    (connection = createConnection(
      ProposedFeatures.all,
      inbox.reader(reader, writer),
      inbox.writer(writer),
      inbox.options,
    )),
  {
    fileSystem: (folder, reading) => {
      const { native } = folder;
      if (native) return new NodeFileSystem(native, reading);
      if (!server.options().files) return new NoFileSystem();
      const uriOf = (path: string) => folder.uriOf(path);
      return new ClientFileSystem(ask, uriOf, folder.uri.toString(), reading);
    },
    reader: ({ native }, cache = userCache(), logger, permission) =>
      native
        ? nodeReader({ root: native, permission, cache, worker: program('digest-worker'), logger })
        : null,
    ...nodeSources(program),
    printer: (logger) => nodePrinter(program('printing-worker'), logger),
    ...nodeClock,
    tidy: collectGarbage,
    atHome,
    watchProcess: (id) => watchProcess(id, gone),
    catalogue: (language) => readCatalogue(language, new URL(import.meta.url)),
    version,
  },
);
end = () => process.exit(server.wasShutDown() ? 0 : 1);
