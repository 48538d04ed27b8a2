import { setImmediate as turn } from 'node:timers/promises';
import type { FileContent } from '../../server/src/workspace/file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/** So many turns of the event loop a message takes over streams in memory, and more. */
const TURNS = 12;

/**
 * A workspace in memory whose reader can be held whenever it waits, until messages that were sent meanwhile have arrived:
 * before each file is listed, before and after each is read. What is handed over then is what was there before.
 */
export class HeldFileSystem extends MemoryFileSystem {
  /** How many such moments there have been. */
  moments = 0;
  /** Is told of every moment, counted from zero; says whether to hold it. */
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
