import type { FileContent } from '../../server/src/workspace/file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/**
 * A workspace in memory at which something can happen whenever somebody waits for it: before each file is listed, before
 * and after each is read. What is handed over after that is what was there before.
 */
export class GatedFileSystem extends MemoryFileSystem {
  /** How many such moments there have been. */
  moments = 0;
  /** Is told of every moment, counted from zero. */
  meanwhile: (moment: number) => void = () => undefined;

  override async *list(): AsyncGenerator<string> {
    const files = super.list();
    for (;;) {
      this.pass();
      const next = await files.next();
      if (next.done) return;
      yield next.value;
    }
  }

  override async read(path: string): Promise<FileContent> {
    this.pass();
    const content = await super.read(path);
    this.pass();
    return content;
  }

  private pass(): void {
    this.meanwhile(this.moments++);
  }
}
