import { saysWhatCounts } from '../workspace/bibliography-scope.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { foldersAbove, folderOf, nameOf } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';

/**
 * How much of a folder that an editor opened is searched: what lies beside the texts that editors show, and above these up
 * to the root, until something there shows that the folder holds scholarship of ours; then all of it. Most folders that
 * people open do not, and may be of any size.
 */
export class Reach {
  private readonly folders = new Set(['']);
  private whole = false;

  /** `widened` has the whole folder read. */
  constructor(private readonly widened: () => void) {}

  /** Whether all of the folder is searched. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** The folders of which the files are listed, those below them left out; null for all that there is. */
  near(): readonly string[] | null {
    return this.whole ? null : [...this.folders];
  }

  /** An editor shows the text at `path`; whether that brings a folder that was not near before. */
  shows(path: string): boolean {
    const before = this.folders.size;
    for (const folder of foldersAbove(path)) this.folders.add(folder);
    return !this.whole && this.folders.size > before;
  }

  /** Whether a file that came or changed on disk is one that is looked at. */
  concerns(path: string): boolean {
    return this.whole || this.folders.has(folderOf(path));
  }

  /** The whole folder will be read, before anybody reads it; nothing where that was said before. */
  open(): void {
    this.whole = true;
  }

  /** Has the whole folder read, unless it is or will be. */
  widen(): void {
    if (this.whole) return;
    this.whole = true;
    this.widened();
  }
}

/** Whether a file shows by its path alone that its folder holds scholarship of ours. */
export function isSign(path: string): boolean {
  return path === PROJECT_FILE || /\.(?:bib|ris)$/i.test(path) || saysWhatCounts(nameOf(path));
}

/** Whether anything that `fileSystem` lists, or a project file, shows that. */
export async function showsScholarship(fileSystem: FileSystem, signal: AbortSignal): Promise<boolean> {
  if ((await fileSystem.read(PROJECT_FILE)).status !== 'missing') return true;
  for await (const path of fileSystem.list(signal)) if (isSign(path)) return true;
  return false;
}
