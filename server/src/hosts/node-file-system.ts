import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';

/** Folders that hold no scholarship of the user's. Hidden folders are passed over as well. */
const PASSED_OVER = new Set(['node_modules', '__pycache__']);

/** So many entries of a folder are asked for at a time; 32, as Node does, keeps a large folder waiting. */
const AT_A_TIME = 1024;

/** The files below `root`, a folder on this machine. */
export class NodeFileSystem implements FileSystem {
  private realRoot: Promise<string> | null = null;

  /** With `listed` false nothing is listed: files can be read only by those who know of them. */
  constructor(
    readonly root: string,
    private readonly listed = true,
  ) {}

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    if (!this.listed) return;
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      if (signal.aborted) return;
      let entries;
      try {
        entries = await opendir(path.join(this.root, folder), { bufferSize: AT_A_TIME });
      } catch {
        // A folder that cannot be opened, or is gone by now, holds nothing for us.
        continue;
      }
      for await (const entry of entries) {
        const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && !PASSED_OVER.has(entry.name)) folders.push(inside);
        } else if (entry.isFile() || (entry.isSymbolicLink() && (await this.leadsToFile(inside))))
          yield inside;
      }
    }
  }

  async read(file: string): Promise<FileContent> {
    const absolute = path.join(this.root, file);
    try {
      if (!(await this.isInside(absolute))) return { status: 'outside' };
      // Whoever reads a pipe waits for ever.
      const known = await stat(absolute);
      if (!known.isFile() && !known.isDirectory()) return { status: 'failed', reason: 'it is no file' };
      return { status: 'read', bytes: await readFile(absolute) };
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing' };
      if (code === 'EISDIR') return { status: 'folder' };
      return { status: 'failed', reason: message };
    }
  }

  private async leadsToFile(file: string): Promise<boolean> {
    const absolute = path.join(this.root, file);
    try {
      return (await stat(absolute)).isFile() && (await this.isInside(absolute));
    } catch {
      // A link that leads nowhere is no file.
      return false;
    }
  }

  /** Whether `absolute`, its links followed, still lies below the root. */
  private async isInside(absolute: string): Promise<boolean> {
    const [real, root] = await Promise.all([realpath(absolute), (this.realRoot ??= realpath(this.root))]);
    const relative = path.relative(root, real);
    return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  }
}
