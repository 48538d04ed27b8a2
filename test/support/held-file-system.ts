import { setImmediate as turn } from 'node:timers/promises';
import type { FileContent } from '../../server/src/workspace/file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/** More turns of the event loop than a message takes over streams in memory. */
const TURNS = 12;

/**
 * A workspace in memory that can block its reader at every point where callers wait, until messages sent meanwhile
 * have arrived: before each file is listed, before and after each is read. Content that is returned then is that of
 * before.
 */
export class HeldFileSystem extends MemoryFileSystem {
  /** The number of such points so far. */
  moments = 0;
  /** The hook, with the index of the point; returns whether to block. */
  meanwhile: (moment: number) => boolean = () => false;

  override async *list(): AsyncGenerator<string> {
    for await (const path of super.list()) {
      await this.pass();
      yield path;
    }
    await this.pass();
  }

  override async read(path: string): Promise<FileContent> {
    await this.pass();
    const content = await super.read(path);
    await this.pass();
    return content;
  }

  private async pass(): Promise<void> {
    if (!this.meanwhile(this.moments++)) return;
    for (let i = 0; i < TURNS; i++) await turn();
  }
}
