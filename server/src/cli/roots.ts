import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { distrusted } from '../hosts/reading/trusted.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { printable } from './printable.ts';
import { say } from '../words/say.ts';

/** A workspace root with the paths requested in it. */
export interface AskedRoot {
  readonly root: string;
  /** Files named on the command line, as workspace paths: read even where the project excludes them. */
  readonly files: readonly string[];
  /** Folders named on the command line, as workspace paths; '' is the root. */
  readonly folders: readonly string[];
  /** Sentences that say which project file counts, where that may surprise. */
  readonly notes: readonly string[];
}

/**
 * Groups command line paths by project: the nearest parent folder with a project file, else the folder named, or that
 * of the file. Throws with a sentence where a path does not exist.
 */
export function askedRoots(paths: readonly string[], cwd: string): AskedRoot[] {
  const roots = new Map<string, { files: string[]; folders: string[]; notes: Set<string> }>();
  for (const asked of paths.length ? paths : ['.']) {
    const absolute = path.resolve(cwd, asked);
    if (!existsSync(absolute))
      throw new Error(say('There is no file or folder “{path}”.', { path: printable(asked) }));
    const isFolder = statSync(absolute).isDirectory();
    const start = isFolder ? absolute : path.dirname(absolute);
    const { root, notes } = rootOf(start);
    const known = roots.get(root) ?? { files: [], folders: [], notes: new Set<string>() };
    for (const note of notes) known.notes.add(note);
    roots.set(root, known);
    const inside = path.relative(root, absolute).split(path.sep).join('/');
    (isFolder ? known.folders : known.files).push(inside);
  }
  return [...roots].map(([root, { notes, ...asked }]) => ({ root, ...asked, notes: [...notes] }));
}

/**
 * The root for the text on standard input, and the file in it that it stands for: `said`, which need not exist, or a
 * Markdown file in the working folder. Throws with a sentence where `said` is a folder or lies in no folder.
 */
export function askedInput(said: string | undefined, cwd: string): { root: AskedRoot; file: string } {
  const absolute = path.resolve(cwd, said ?? 'stdin.md');
  const folder = path.dirname(absolute);
  if (!existsSync(folder))
    throw new Error(say('There is no folder for --stdin-path “{path}”.', { path: printable(said ?? '') }));
  if (existsSync(absolute) && statSync(absolute).isDirectory())
    throw new Error(
      say('--stdin-path “{path}” is a folder; name a file, whether it exists or not.', {
        path: printable(said ?? ''),
      }),
    );
  const { root, notes } = rootOf(folder);
  const file = path.relative(root, absolute).split(path.sep).join('/');
  return { root: { root, files: [file], folders: [], notes }, file };
}

/**
 * The nearest folder with a project file, from `start` upwards, else `start`. A project file further up was not asked
 * for: it counts only if no other user can have written it, and is mentioned in any case.
 */
function rootOf(start: string): { readonly root: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  for (let at = start; ; at = path.dirname(at)) {
    const file = path.join(at, PROJECT_FILE);
    if (existsSync(file)) {
      if (at === start) return { root: at, notes };
      const why = distrusted(file);
      if (why === null) return { root: at, notes: [...notes, say('The project file is {file}.', { file })] };
      notes.push(say('The project file {file} is not used, because {why}.', { file, why }));
    }
    if (path.dirname(at) === at) return { root: start, notes };
  }
}

/** Whether `file` was requested, by name or by a folder that contains it. */
export function wasAsked(file: string, { files, folders }: AskedRoot): boolean {
  return files.includes(file) || folders.some((folder) => folder === '' || file.startsWith(`${folder}/`));
}
