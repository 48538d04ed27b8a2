import type { FileContent, FileSystem } from '../workspace/file-system.ts';

/** Notes what a file system was asked for: whatever is derived from it depends on these files, and on no others. */
export class TracedFileSystem implements FileSystem {
  /** The paths that were listed. */
  readonly listed = new Set<string>();
  /** The paths that were read, or sought in vain. */
  readonly sought = new Set<string>();

  constructor(private readonly inner: Required<FileSystem>) {}

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    for await (const path of this.inner.list(signal)) {
      this.listed.add(path);
      yield path;
    }
  }

  read(path: string): Promise<FileContent> {
    this.sought.add(path);
    return this.inner.read(path);
  }

  outside(folder: string, written: string): string | null {
    return this.inner.outside(folder, written);
  }

  landsInside(path: string): Promise<boolean> {
    return this.inner.landsInside(path);
  }

  respelled(path: string): Promise<string | null> {
    return this.inner.respelled(path);
  }
}
