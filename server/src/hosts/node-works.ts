import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileContent, FileSystem, Logger } from '../workspace/file-system.ts';
import type { WorkReader } from '../works/work-reader.ts';
import type { PageDrawer } from '../works/page-drawer.ts';
import { userCache } from './node-reader.ts';
import { ThreadedPageDrawer } from './works/threaded-page-drawer.ts';
import { ThreadedWorkReader } from './works/threaded-work-reader.ts';
import { WorkCache } from './works/work-cache.ts';

export interface NodeWorksOptions {
  readonly fileSystem: FileSystem;
  /** The program of the thread. */
  readonly worker: URL;
  /** The folder of all caches; null keeps none. */
  readonly cache: string | null;
  readonly logger: Logger;
}

/** Reads works in a thread; null where it was not built for that. */
export function nodeWorks({ fileSystem, worker, cache, logger }: NodeWorksOptions): WorkReader | null {
  if (!existsSync(fileURLToPath(worker))) return null;
  return new ThreadedWorkReader({
    fileSystem: {
      read: (file) => contentHere(fileSystem, file),
      respelled: async (file) => (await fileSystem.respelled?.(file)) ?? null,
    },
    worker,
    cache: new WorkCache(cache, logger),
    logger,
  });
}

/** As `FileSystem.read`, but a file in a folder of another machine, which nobody could allow, is missing. */
export async function contentHere(fileSystem: Pick<FileSystem, 'read'>, file: string): Promise<FileContent> {
  const content = await fileSystem.read(file);
  const isElsewhere =
    content.status === 'outside' && content.folder !== undefined && !existsSync(content.folder);
  return isElsewhere ? { status: 'missing' } : content;
}

/** What a server has for the works of quotations: who reads them, and who draws their pages. `program` finds a thread's. */
export function nodeSources(program: (name: string) => URL) {
  return {
    works: (fileSystem: FileSystem, cache: string | null = userCache(), logger: Logger) =>
      nodeWorks({ fileSystem, worker: program('works-worker'), cache, logger }),
    pages: (fileSystem: FileSystem, logger: Logger): PageDrawer | null => {
      const worker = program('pages-worker');
      return existsSync(fileURLToPath(worker))
        ? new ThreadedPageDrawer({ fileSystem, worker, logger })
        : null;
    },
  };
}
