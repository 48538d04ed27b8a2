import type { FileContent } from '../../server/src/workspace/file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/**
 * A workspace in memory with a hook at every point where callers wait: before each file is listed, before and after
 * each is read. Content that is returned after the hook is that of before.
 */
export class GatedFileSystem extends MemoryFileSystem {
  /** The number of such points so far. */
  moments = 0;
  /** The hook, with the index of the point. */
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
