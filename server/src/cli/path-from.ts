import path from 'node:path';

/** A path in a workspace as it is from the working folder, with slashes. */
export function pathFrom(
  { root, cwd }: { readonly root: string; readonly cwd: string },
  file: string,
): string {
  return path.relative(cwd, path.resolve(root, file)).split(path.sep).join('/');
}
