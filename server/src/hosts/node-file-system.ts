import { lstat, open, opendir, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { isOutside } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { LARGEST } from '../workspace/file-limit.ts';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import { isSkipped, mayBeFound, saysWhatIsNear } from './listed-names.ts';
import { isInside, lookAtOpened, READ_ONCE, refusalOf, refusedFor } from './reading/opened.ts';
import type { Meanwhile, Refusal } from './reading/opened.ts';
import {
  atHome,
  mayFollow,
  NOTHING_BESIDES,
  outsideOf,
  permittedFolder,
  slashed,
} from './reading/permitted.ts';
import { respelledFile, restBelow } from './reading/respelled.ts';
import type { Permission } from './reading/permitted.ts';
import { distrusted } from './reading/trusted.ts';
import { landsInside } from './reading/placement.ts';
import { say } from '../words/say.ts';

/** How many directory entries are read at a time; Node's default of 32 is slow for large folders. */
const AT_A_TIME = 1024;

/** How the files of a folder are read; what is left out is as for a folder that is opened whole. */
export interface NodeFileSystemOptions {
  /** With false, only possible bibliographies at the root are listed; other files can be read by path. */
  readonly listed?: boolean;
  /** Files larger than so many bytes are refused. */
  readonly largest?: () => number;
  /** What may be read besides the root. */
  readonly permission?: () => Permission;
  /** The folders to list without subfolders, bibliographies and settings only; null for the whole tree. */
  readonly near?: () => readonly string[] | null;
  /** Hears once, in a sentence, of each folder that cannot be opened. */
  readonly warn?: (message: string) => void;
  readonly meanwhile?: Meanwhile;
}

/** The files below `root`, a folder of this machine. */
export class NodeFileSystem implements FileSystem {
  private realRoot: Promise<string> | null = null;
  private readonly unopened = new Set<string>();
  private readonly listed: boolean;
  private readonly largest: () => number;
  private readonly permission: () => Permission;

  constructor(
    readonly root: string,
    private readonly options: NodeFileSystemOptions = {},
  ) {
    this.listed = options.listed ?? true;
    this.largest = options.largest ?? (() => LARGEST);
    this.permission = options.permission ?? (() => NOTHING_BESIDES);
  }

  /** Says of a folder that it is passed over, unless it was deleted meanwhile. */
  private tellUnopened(folder: string, cause: unknown): void {
    const { reason } = refusalOf(cause);
    if (reason === null || this.unopened.has(folder)) return;
    this.unopened.add(folder);
    const said = folder === '' ? this.root : folder;
    this.options.warn?.(say('The folder “{folder}” was passed over: {reason}.', { folder: said, reason }));
  }

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    const near = this.options.near?.() ?? null;
    const folders = near ? [...near] : [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      if (signal.aborted) return;
      let entries;
      try {
        entries = await opendir(path.join(this.root, folder), { bufferSize: AT_A_TIME });
      } catch (cause) {
        this.tellUnopened(folder, cause);
        continue;
      }
      for await (const entry of entries) {
        const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!this.listed && !mayBeFound(entry.name)) continue;
        if (near && !saysWhatIsNear(entry.name)) continue;
        if (entry.isDirectory()) {
          if (this.listed && !near && !isSkipped(entry.name)) folders.push(inside);
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
      // Opening alone may have side effects (for a device, say), so check first.
      const refused = refusedFor(await lstat(real), largest);
      if (refused) return contentOf(refused);
      this.options.meanwhile?.('looked');
      const handle = await open(real, READ_ONCE);
      try {
        this.options.meanwhile?.('opened');
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

  /** Whether the project file is trusted: next to a lone file, anybody may have put it there. */
  private believesProject(): boolean {
    return distrusted(path.join(this.root, PROJECT_FILE)) === null;
  }

  outside(folder: string, written: string): string | null {
    return outsideOf(this.root, folder, written);
  }

  /** Files outside may be read, but never written. */
  async landsInside(file: string): Promise<boolean> {
    return !isOutside(file) && landsInside(this.root, path.join(this.root, file));
  }

  async respelled(file: string): Promise<string | null> {
    const permission = this.permission();
    try {
      const root = await (this.realRoot ??= realpath(this.root));
      const mayList = (real: string): boolean =>
        isInside(root, real) || permittedFolder(permission, real) !== null;
      if (!isOutside(file)) return await respelledFile(this.root, file, mayList);
      for (const folder of permission.folders) {
        const base = atHome(folder);
        const rest = base === null ? null : restBelow(slashed(base), file);
        const found = rest === null ? null : await respelledFile(base!, rest, mayList);
        if (found !== null) return slashed(path.join(base!, found));
      }
    } catch {
      // What cannot be listed holds nothing that could be read.
    }
    return null;
  }

  private async leadsToFile(file: string): Promise<boolean> {
    const absolute = path.join(this.root, file);
    try {
      const [real, root] = await this.realPaths(absolute);
      const mayBeRead = isInside(root, real) || permittedFolder(this.permission(), real) !== null;
      return mayBeRead && (await stat(real)).isFile();
    } catch {
      // A broken link is no file.
      return false;
    }
  }

  /** The real paths of `absolute` and of the root. */
  private realPaths(absolute: string): Promise<[string, string]> {
    return Promise.all([realpath(absolute), (this.realRoot ??= realpath(this.root))]);
  }
}

/** The result for a file outside that may not be read, with its folder after resolving links as far as possible. */
function outside(absolute: string): FileContent {
  return { status: 'outside', folder: slashed(path.dirname(absolute)) };
}

function contentOf({ status, reason }: Refusal): FileContent {
  if (status === 'failed' || status === 'encoding') return { status: 'failed', reason: reason ?? '' };
  return { status };
}

/** Reads an open file, which may have grown since it was `expected` bytes long. */
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
