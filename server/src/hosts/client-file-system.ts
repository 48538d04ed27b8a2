import type { FileQuestions } from '../protocol/host.ts';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import { isOutside } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { isSkipped, mayBeFound, saysWhatIsNear } from './listed-names.ts';

/** How the files of a folder are read. */
export interface FolderReading {
  /** With false, only possible bibliographies at the root are listed. */
  readonly listed: boolean;
  /** Files larger than so many bytes are refused. */
  readonly largest: () => number;
  /** The folders to list without subfolders; null for the whole tree. */
  readonly near: () => readonly string[] | null;
}

/** Sends a request to the client. */
export type AskClient = <Name extends keyof FileQuestions>(
  name: Name,
  asked: FileQuestions[Name][0],
) => Promise<FileQuestions[Name][1]>;

/** How many folders are asked for at a time. */
const AT_A_TIME = 16;

/** The files below a folder that only the client can reach: of a browser, or of a virtual workspace. */
export class ClientFileSystem implements FileSystem {
  constructor(
    private readonly ask: AskClient,
    /** The URI of a workspace path. */
    private readonly uriOf: (path: string) => string,
    private readonly uriOfRoot: string,
    private readonly reading: FolderReading,
  ) {}

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    const near = this.reading.near();
    const folders = near ? [...near] : [''];
    while (folders.length > 0 && !signal.aborted) {
      const some = folders.splice(0, AT_A_TIME);
      const lists = await Promise.all(some.map((folder) => this.entries(folder)));
      for (const [i, entries] of lists.entries())
        for (const { name, kind } of entries) {
          const inside = some[i] === '' ? name : `${some[i]}/${name}`;
          if (kind === 'folder') {
            if (this.reading.listed && !near && !isSkipped(name)) folders.push(inside);
          } else if (this.reading.listed ? !near || saysWhatIsNear(name) : mayBeFound(name)) yield inside;
        }
    }
  }

  async read(path: string): Promise<FileContent> {
    if (isOutside(path)) return { status: 'missing' };
    if (!this.reading.listed && path === PROJECT_FILE) return { status: 'missing' };
    try {
      const answer = await this.ask('file', { uri: this.uriOf(path), largest: this.reading.largest() });
      return answer.status === 'read' ? { status: 'read', bytes: bytesOf(answer.bytes) } : answer;
    } catch (cause) {
      return { status: 'failed', reason: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  private async entries(folder: string): Promise<FileQuestions['folder'][1]> {
    try {
      return await this.ask('folder', { uri: folder === '' ? this.uriOfRoot : this.uriOf(folder) });
    } catch {
      // A folder that cannot be read is skipped.
      return [];
    }
  }
}

/** Bytes, out of base64 where a message cannot carry them. */
function bytesOf(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)) : bytes;
}
