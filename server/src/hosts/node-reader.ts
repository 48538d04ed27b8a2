import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { DocumentReader } from '../service/document-reader.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Permission } from './reading/permitted.ts';
import { ShardReader } from './reading/shard-reader.ts';

export interface NodeReaderOptions {
  readonly root: string;
  /** What may be read besides the root, behind links. */
  readonly permission?: () => Permission;
  /** The folder to remember things in; null remembers nothing. */
  readonly cache: string | null;
  /** The program of a thread, where it was built; where it is missing documents are read one by one. */
  readonly worker: URL;
  readonly logger: Logger;
  /** How many threads read; by default as many as the machine has to spare. */
  readonly threads?: number;
}

/** More threads than this wait for the disk, and for the one that takes in what they read. */
const MOST = 6;

/** Reads the documents below a folder of this machine, with threads and a memory; null where it was not built for that. */
export function nodeReader({
  root,
  permission,
  cache,
  worker,
  logger,
  threads,
}: NodeReaderOptions): DocumentReader | null {
  if (!existsSync(fileURLToPath(worker))) return null;
  return new ShardReader({
    root,
    ...(permission ? { permission } : {}),
    cache,
    worker,
    logger,
    threads: threads ?? Math.min(MOST, os.availableParallelism()),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

/** Where programs of this machine's user remember things that they could work out again. */
export function userCache(): string {
  return path.join(envPaths('sicetnon', { suffix: '' }).cache, 'documents');
}
