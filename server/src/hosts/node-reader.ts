import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { DocumentReader } from '../service/document-reader.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { EarlierVersions } from './reading/earlier-versions.ts';
import type { Permission } from './reading/permitted.ts';
import { ShardReader } from './reading/shard-reader.ts';

export interface NodeReaderOptions {
  readonly root: string;
  /** What may be read besides the root, through links. */
  readonly permission?: () => Permission;
  /** The cache folder; null for no cache. */
  readonly cache: string | null;
  /** The program of a thread; where it was not built, documents are read one by one. */
  readonly worker: URL;
  readonly logger: Logger;
  /** The number of threads; by default as many as the machine can spare. */
  readonly threads?: number;
  /** Documents that are wanted as they were, where the cache has them so. */
  readonly earlier?: EarlierVersions;
}

/** More threads only wait for the disk, or for the main thread. */
const MOST = 6;

/** A reader for a folder of this machine, with threads and a cache; null where the thread's program was not built. */
export function nodeReader({
  root,
  permission,
  cache,
  worker,
  logger,
  threads,
  earlier,
}: NodeReaderOptions): DocumentReader | null {
  if (!existsSync(fileURLToPath(worker))) return null;
  return new ShardReader({
    root,
    ...(permission ? { permission } : {}),
    ...(earlier ? { earlier } : {}),
    cache,
    worker,
    logger,
    threads: threads ?? Math.min(MOST, os.availableParallelism()),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

/** The user's cache folder by the conventions of the system. */
export function userCache(): string {
  return path.join(envPaths('sicetnon', { suffix: '' }).cache, 'documents');
}
