/** What the language server itself takes of the machine's memory, a library open in it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import { environmentFor, nodeOptions } from '../../client/src/server-process.ts';
import { changedMethod, statusMethod } from '../../server/src/protocol/names.ts';

/** MB that are resident: when all is read, and a while after all findings were published. */
export interface ServerMemory {
  readonly ready: number;
  readonly rested: number;
}

/** A while, in milliseconds, in which a runtime that has nothing to do may give back what it holds. */
const WHILE = 30_000;

/**
 * Starts the server built into `programs` on `folder`, as the extension for VS Code does or with nothing but its name
 * (`plain`); null where the system does not tell.
 */
export async function serverMemory(
  programs: string,
  folder: string,
  cache: string | null,
  plain = false,
): Promise<ServerMemory | null> {
  const module = path.join(programs, 'server.mjs');
  const environment = plain ? {} : environmentFor(process.platform, process.env);
  const server = spawn(process.execPath, [...(plain ? [] : nodeOptions), module, '--stdio'], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    let ready: number | null = null;
    const rested = new Promise<void>((resolve) => {
      connection.onNotification(statusMethod, ({ state }: { state: string }) => {
        if (state === 'ready') ready ??= residentOf(server.pid!);
      });
      connection.onNotification(changedMethod, () => {
        if (ready !== null) resolve();
      });
    });
    connection.listen();
    const rootUri = pathToFileURL(folder).href;
    const initializationOptions = { cache, pushed: true };
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri,
      capabilities: {},
      initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    await rested;
    await new Promise((resolve) => setTimeout(resolve, WHILE));
    const after = residentOf(server.pid!);
    return ready === null || after === null ? null : { ready, rested: after };
  } finally {
    connection.dispose();
    server.kill();
  }
}

function residentOf(pid: number): number | null {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    // Only Linux has such files.
    return null;
  }
}
