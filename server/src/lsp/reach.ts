import { saysWhatCounts } from '../workspace/bibliography-scope.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { foldersAbove, folderOf, nameOf } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';

/**
 * How much of a workspace folder is listed. At first only the folders of open documents and their ancestors, not
 * recursively; once something shows that the folder is ours (see `isSign` and `isScholarship`), the whole tree. Most
 * folders that people open are not ours, and may be huge.
 */
export class Reach {
  private readonly folders = new Set(['']);
  private whole = false;

  /** `widened` is called by `widen`, and has the whole folder read. */
  constructor(private readonly widened: () => void) {}

  /** Whether the whole tree is listed. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** The folders whose files are listed, without subfolders; null for the whole tree. */
  near(): readonly string[] | null {
    return this.whole ? null : [...this.folders];
  }

  /** Adds the folders of an opened document. Returns whether one is new. */
  shows(path: string): boolean {
    const before = this.folders.size;
    for (const folder of foldersAbove(path)) this.folders.add(folder);
    return !this.whole && this.folders.size > before;
  }

  /** Whether a file that changed on disk lies in a listed folder. */
  concerns(path: string): boolean {
    return this.whole || this.folders.has(folderOf(path));
  }

  /** Lists the whole tree from now on. For a folder that is about to be read anyway. */
  open(): void {
    this.whole = true;
  }

  /** Has the whole folder read; does nothing if it was already. */
  widen(): void {
    if (this.whole) return;
    this.whole = true;
    this.widened();
  }
}

/** Whether a path alone marks a folder as ours: a project file, a bibliography, settings of Quarto or bookdown. */
export function isSign(path: string): boolean {
  return path === PROJECT_FILE || /\.(?:bib|ris)$/i.test(path) || saysWhatCounts(nameOf(path));
}

/** Whether `fileSystem` lists any such file, or has a project file. */
export async function showsScholarship(fileSystem: FileSystem, signal: AbortSignal): Promise<boolean> {
  if ((await fileSystem.read(PROJECT_FILE)).status !== 'missing') return true;
  for await (const path of fileSystem.list(signal)) if (isSign(path)) return true;
  return false;
}
