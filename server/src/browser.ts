/** Entry of the server in a web worker: files and threads are the client's. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type Connection,
} from 'vscode-languageserver/browser';
import { ClientFileSystem, type AskClient } from './hosts/client-file-system.ts';
import { ClientPrinter } from './hosts/client-printer.ts';
import { webClock } from './hosts/web-clock.ts';
import { serve } from './lsp/server.ts';
import { fileMethods, fromPrinter, toPrinter, type FromPrinter } from './protocol/host.ts';
import { version } from './version.ts';

/** The worker’s scope is a port of messages, which Node’s types do not know. */
const scope = globalThis as never;
let connection: Connection | null = null;
const ask: AskClient = (name, asked) => connection!.sendRequest(fileMethods[name], asked);

const reader = new BrowserMessageReader(scope);
const writer = new BrowserMessageWriter(scope);

serve(
  (inbox) =>
    (connection = createConnection(inbox.reader(reader, writer), inbox.writer(writer), inbox.options)),
  {
    fileSystem: (folder, reading) =>
      new ClientFileSystem(ask, (path) => folder.uriOf(path), folder.uri.toString(), reading),
    reader: () => null,
    printer: (logger) => {
      const client = new ClientPrinter((word) => {
        connection!
          .sendNotification(toPrinter, word)
          .catch((cause: unknown) => logger.error('The thread that prints entries was not reached.', cause));
      }, logger);
      connection!.onNotification(fromPrinter, (word: FromPrinter) => client.hear(word));
      return client.printer;
    },
    ...webClock,
    tidy: () => undefined,
    version,
  },
);
