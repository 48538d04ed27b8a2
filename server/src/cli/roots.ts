import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FILE } from '../workspace/project-file.ts';

/** A workspace root and what was asked for in it. */
export interface AskedRoot {
  readonly root: string;
  /** Files named on the command line, as workspace paths: read even where the project leaves them out. */
  readonly files: readonly string[];
  /** Folders named on the command line, as workspace paths; '' is the root. */
  readonly folders: readonly string[];
}

/**
 * Sorts the paths of a command line by the project that they belong to: the nearest folder above with a
 * project file, else the folder named, or the one that holds the file. Throws with a sentence for a person
 * where a path leads nowhere.
 */
export function askedRoots(paths: readonly string[], cwd: string): AskedRoot[] {
  const roots = new Map<string, { files: string[]; folders: string[] }>();
  for (const asked of paths.length ? paths : ['.']) {
    const absolute = path.resolve(cwd, asked);
    if (!existsSync(absolute)) throw new Error(`There is no file or folder “${asked}”.`);
    const isFolder = statSync(absolute).isDirectory();
    const start = isFolder ? absolute : path.dirname(absolute);
    const root = projectAbove(start) ?? start;
    const known = roots.get(root) ?? { files: [], folders: [] };
    roots.set(root, known);
    const inside = path.relative(root, absolute).split(path.sep).join('/');
    (isFolder ? known.folders : known.files).push(inside);
  }
  return [...roots].map(([root, asked]) => ({ root, ...asked }));
}

function projectAbove(folder: string): string | null {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, PROJECT_FILE))) return at;
    if (path.dirname(at) === at) return null;
  }
}

/** Whether `file` was asked for, by name or by a folder above it. */
export function wasAsked(file: string, { files, folders }: AskedRoot): boolean {
  return files.includes(file) || folders.some((folder) => folder === '' || file.startsWith(`${folder}/`));
}
