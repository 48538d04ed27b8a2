import { lstat, open, opendir, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { mayBeBibliography } from '../bibliography/recognise.ts';
import { isInheritedSettings } from '../workspace/bibliography-scope.ts';
import { extensionOf, isOutside } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { LARGEST } from '../workspace/file-limit.ts';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import { isInside, lookAtOpened, READ_ONCE, refusalOf, refusedFor } from './reading/opened.ts';
import type { Meanwhile, Refusal } from './reading/opened.ts';
import { mayFollow, NOTHING_BESIDES, outsideOf, permittedFolder, slashed } from './reading/permitted.ts';
import type { Permission } from './reading/permitted.ts';
import { distrusted } from './reading/trusted.ts';
import { landsInside } from './reading/placement.ts';

/** Folders that hold no scholarship of the user's. Hidden folders are passed over as well. */
const PASSED_OVER = new Set(['node_modules', '__pycache__']);

/** So many entries of a folder are asked for at a time; 32, as Node does, keeps a large folder waiting. */
const AT_A_TIME = 1024;

/** The files below `root`, a folder on this machine. */
export class NodeFileSystem implements FileSystem {
  private realRoot: Promise<string> | null = null;

  /**
   * With `listed` false nothing is listed but what lies at the root and may be a bibliography: other files can be read only
   * by those who know of them. Files of more bytes than
   * `largest` says at the time are refused.
   */
  constructor(
    readonly root: string,
    private readonly listed = true,
    private readonly largest: () => number = () => LARGEST,
    private readonly meanwhile?: Meanwhile,
    /** What may be read besides the root. */
    private readonly permission: () => Permission = () => NOTHING_BESIDES,
  ) {}

  async *list(signal: AbortSignal): AsyncGenerator<string> {
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
        if (!this.listed && !isFound(entry.name)) continue;
        if (entry.isDirectory()) {
          if (this.listed && !entry.name.startsWith('.') && !PASSED_OVER.has(entry.name))
            folders.push(inside);
        } else if (entry.isFile() || (entry.isSymbolicLink() && (await this.leadsToFile(inside))))
          yield inside;
      }
    }
  }

  async read(file: string): Promise<FileContent> {
    const largest = this.largest();
    if (!this.listed && file === PROJECT_FILE && !this.believesProject()) return { status: 'missing' };
    try {
      const permission = this.permission();
      const absolute = isOutside(file) ? path.normalize(file) : path.join(this.root, file);
      if (isOutside(file) && !mayFollow(permission, absolute)) return outside(absolute);
      const [real, ownRoot] = await this.realPaths(absolute);
      const root = isInside(ownRoot, real) ? ownRoot : permittedFolder(permission, real);
      if (root === null) return outside(real);
      // What opening alone might set in motion is not opened.
      const refused = refusedFor(await lstat(real), largest);
      if (refused) return contentOf(refused);
      this.meanwhile?.('looked');
      const handle = await open(real, READ_ONCE);
      try {
        this.meanwhile?.('opened');
        const opened = lookAtOpened(handle.fd, real, root, largest);
        if ('status' in opened) return contentOf(opened);
        return await contents(handle, opened.size, largest);
      } finally {
        await handle.close();
      }
    } catch (cause) {
      return contentOf(refusalOf(cause));
    }
  }

  /** A lone file is no reason to believe a project file that anybody may have put beside it. */
  private believesProject(): boolean {
    return distrusted(path.join(this.root, PROJECT_FILE)) === null;
  }

  outside(folder: string, written: string): string | null {
    return outsideOf(this.root, folder, written);
  }

  /** What lies outside is read at most, and never written. */
  async landsInside(file: string): Promise<boolean> {
    return !isOutside(file) && landsInside(this.root, path.join(this.root, file));
  }

  private async leadsToFile(file: string): Promise<boolean> {
    const absolute = path.join(this.root, file);
    try {
      const [real, root] = await this.realPaths(absolute);
      const mayBeRead = isInside(root, real) || permittedFolder(this.permission(), real) !== null;
      return mayBeRead && (await stat(real)).isFile();
    } catch {
      // A link that leads nowhere is no file.
      return false;
    }
  }

  /** Where `absolute` and the root lead, their links followed. */
  private realPaths(absolute: string): Promise<[string, string]> {
    return Promise.all([realpath(absolute), (this.realRoot ??= realpath(this.root))]);
  }
}

/** Whether a file beside a lone one may be its bibliography by its name. */
function isFound(name: string): boolean {
  return mayBeBibliography(extensionOf(name)) !== null && name !== PROJECT_FILE && !isInheritedSettings(name);
}

/** What is not read because it lies at a path outside, its links followed as far as may be. */
function outside(absolute: string): FileContent {
  return { status: 'outside', folder: slashed(path.dirname(absolute)) };
}

function contentOf({ status, reason }: Refusal): FileContent {
  if (status === 'failed' || status === 'encoding') return { status: 'failed', reason: reason ?? '' };
  return { status };
}

/** All of an open file, which may have grown since it was `expected` bytes long. */
async function contents(handle: FileHandle, expected: number, largest: number): Promise<FileContent> {
  let bytes = new Uint8Array(expected + 1);
  for (let length = 0; ;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0) return { status: 'read', bytes: bytes.subarray(0, length) };
    length += bytesRead;
    if (length > largest) return { status: 'large' };
    if (length < bytes.length) continue;
    const more = new Uint8Array(length * 2);
    more.set(bytes);
    bytes = more;
  }
}
