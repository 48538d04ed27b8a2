import type { FileContent, FileSystem } from '../workspace/file-system.ts';

/** A file system for places whose files cannot be reached, such as that of an untitled document. */
export class NoFileSystem implements FileSystem {
  async *list(): AsyncGenerator<string> {}

  read(_path: string): Promise<FileContent> {
    return Promise.resolve({ status: 'missing' });
  }
}
