/** The memory of the language server process with an open library. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import { environmentFor, nodeOptions } from '../../client/src/server-process.ts';
import { changedMethod, statusMethod } from '../../server/src/protocol/names.ts';

/** Resident memory in MB: when all is read, and some time after all findings were published. */
export interface ServerMemory {
  readonly ready: number;
  readonly rested: number;
}

/** In milliseconds: the time in which an idle runtime may release memory. */
const WHILE = 30_000;

/**
 * Starts the bundled server on `folder`, as the VS Code extension does or without options (`plain`); null where the
 * system does not provide memory figures.
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
    const initializationOptions = { cache, pushed: true, status: true };
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
    // Only Linux has /proc.
    return null;
  }
}
