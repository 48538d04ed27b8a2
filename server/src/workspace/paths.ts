/** Paths inside the workspace: POSIX, relative to its root, without `.` and `..`. */

/** The folder that holds `path`; '' for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The folders that hold `path`, from the root (`''`) down to its own. */
export function foldersAbove(path: string): string[] {
  const folders = [''];
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
    folders.push(path.slice(0, slash));
  return folders;
}

/** The last part of `path`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The extension without its dot, in lower case; '' without one. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * `relative` resolved against `folder`; null where it leads out of the workspace: an absolute path, a drive,
 * a URL, or too many `..`.
 */
export function resolvePath(folder: string, relative: string): string | null {
  const wanted = relative.replaceAll('\\', '/');
  if (wanted.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(wanted)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of wanted.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path is outside the workspace: absolute, as `FileSystem.outside` gives it. */
export function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/** `path` relative to `folder`. */
export function relativeTo(folder: string, path: string): string {
  if (isOutside(path)) return path;
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Whether `pattern` is a glob rather than the path of one file. */
export function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/.test(pattern);
}
