/** VS Code's Markdown server as a peer: a client that answers its requests. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Sample } from './statistics.ts';
import type { Typist } from './typist.ts';

export interface ServerTimes {
  /** Milliseconds to the first references to a heading, for which it reads all files. */
  readonly firstReferences: number;
  /** From a change to the answer with its diagnostics. */
  readonly keystroke: Sample;
}

const SETTINGS = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    occurrencesHighlight: { enabled: false },
    updateLinksOnPaste: { enabled: false },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/**
 * Starts the server on `folder`, opens `file` and types in it; null where it does not answer within `limit` seconds.
 */
export async function markdownServerTimes(
  folder: string,
  file: string,
  typist: Typist,
  strokes: number,
  limit: number,
): Promise<ServerTimes | null> {
  const main = createRequire(import.meta.url).resolve('vscode-markdown-languageserver');
  const child = spawn(process.execPath, ['--max-old-space-size=8000', main, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  answerItsQuestions(connection, folder);
  connection.listen();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit * 1000);
    // A peer that ends answers nothing any more.
    child.once('exit', () => resolve(null));
  });
  try {
    return await Promise.race([measure(connection, folder, file, typist, strokes), timeout]);
  } finally {
    clearTimeout(timer);
    connection.dispose();
    child.kill();
  }
}

type Connection = ReturnType<typeof createMessageConnection>;

async function measure(
  connection: Connection,
  folder: string,
  file: string,
  typist: Typist,
  strokes: number,
): Promise<ServerTimes> {
  const root = pathToFileURL(folder).href;
  const uri = pathToFileURL(path.join(folder, file)).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } }, workspace: {} },
    workspaceFolders: [{ uri: root, name: 'library' }],
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: SETTINGS });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: typist.text },
  });
  const heading = typist.text.slice(0, typist.text.indexOf('\n# ')).split('\n').length;
  const begun = performance.now();
  await connection.sendRequest('textDocument/references', {
    textDocument: { uri },
    position: { line: heading, character: 4 },
    context: { includeDeclaration: true },
  });
  const firstReferences = performance.now() - begun;
  const wall: number[] = [];
  for (let version = 2; version < strokes + 2; version++) {
    const change = typist.next();
    const from = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    wall.push(performance.now() - from);
  }
  return { firstReferences, keystroke: { wall, cpu: [] } };
}

/** The server leaves file access and the parser to the client. */
function answerItsQuestions(connection: Connection, folder: string): void {
  const parser = new MarkdownIt({ html: true });
  const local = (uri: string) => fileURLToPath(uri);
  connection.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
    parser.parse(text ?? readFileSync(local(uri), 'utf8'), {}),
  );
  connection.onRequest('markdown/fs/readFile', ({ uri }: { uri: string }) => [...readFileSync(local(uri))]);
  connection.onRequest('markdown/fs/readDirectory', ({ uri }: { uri: string }) =>
    readdirSync(local(uri), { withFileTypes: true }).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
  );
  connection.onRequest('markdown/fs/stat', ({ uri }: { uri: string }) => {
    const found = statSync(local(uri), { throwIfNoEntry: false });
    return found ? { isDirectory: found.isDirectory() } : null;
  });
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('markdown/fs/watcher/delete', () => null);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => pathToFileURL(path.join(folder, name)).href),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('client/unregisterCapability', () => null);
  connection.onRequest('workspace/configuration', (asked: { items: unknown[] }) =>
    asked.items.map(() => null),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => null);
}
