/** Peers that push diagnostics: rumdl and remark as language servers. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Sample } from './statistics.ts';
import type { Typist } from './typist.ts';

export interface PushedTimes {
  /** Milliseconds from opening a document to its first diagnostics. */
  readonly first: number;
  /** From a change to the next diagnostics. */
  readonly keystroke: Sample;
}

/**
 * Starts a server on `folder`, opens `file` and types in it, waiting for diagnostics after each character. Null where
 * it does not start, or does not answer within `limit` seconds.
 */
export async function pushedTimes(
  command: readonly [program: string, ...args: string[]],
  folder: string,
  file: string,
  typist: Typist,
  strokes: number,
  limit: number,
): Promise<PushedTimes | null> {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(path.join(folder, file)).href;
  let published: () => void = () => undefined;
  const next = () => new Promise<void>((resolve) => (published = resolve));
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string }) => {
    if (params.uri === uri) published();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  const measure = async (): Promise<PushedTimes> => {
    const root = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } }, workspace: {} },
      workspaceFolders: [{ uri: root, name: 'library' }],
    });
    await connection.sendNotification('initialized', {});
    const timed = async (method: string, params: object): Promise<number> => {
      const begun = performance.now();
      const answered = next();
      await connection.sendNotification(method, params);
      await answered;
      return performance.now() - begun;
    };
    const first = await timed('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: typist.text },
    });
    const wall: number[] = [];
    for (let version = 2; version < strokes + 2; version++)
      wall.push(
        await timed('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [typist.next()],
        }),
      );
    return { first, keystroke: { wall, cpu: [] } };
  };
  const failed = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), limit * 1000).unref();
    child.on('error', () => resolve(null));
    child.on('exit', () => resolve(null));
  });
  try {
    return await Promise.race([measure(), failed]);
  } catch {
    // A server that ended has no times.
    return null;
  } finally {
    connection.dispose();
    child.kill();
  }
}
