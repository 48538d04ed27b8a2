import type { FileContent, FileSystem } from '../../server/src/workspace/file-system.ts';
import { looseSpelling } from '../../server/src/workspace/spelling.ts';

/** A workspace in memory. `null` is a folder. */
export class MemoryFileSystem implements FileSystem {
  readonly files = new Map<string, Uint8Array | null>();

  constructor(files: Readonly<Record<string, string | Uint8Array | null>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array | null): void {
    this.files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  remove(path: string): void {
    this.files.delete(path);
  }

  async *list(): AsyncGenerator<string> {
    for (const [path, content] of this.files) if (content !== null) yield path;
  }

  async respelled(path: string): Promise<string | null> {
    const loose = looseSpelling(path);
    const same = [...this.files.keys()].filter((each) => looseSpelling(each) === loose);
    return same.length === 1 ? same[0]! : null;
  }

  async read(path: string): Promise<FileContent> {
    const content = this.files.get(path);
    if (content === undefined) return { status: 'missing' };
    return content === null ? { status: 'folder' } : { status: 'read', bytes: content };
  }
}
