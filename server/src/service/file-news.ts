import type { FileSystem } from '../workspace/file-system.ts';
import type { LibraryKeeper } from '../workspace/library-keeper.ts';
import { extensionOf, isOutside } from '../workspace/paths.ts';

/**
 * Updates the library's list of files from the disk. Returns those of `paths` that were created or deleted. A
 * missing file that `mayComeBack` stays in the list, unless another file of its kind was created: then it was
 * moved.
 */
export async function takeFileNews(
  paths: readonly string[],
  keeper: LibraryKeeper,
  fileSystem: FileSystem,
  mayComeBack: (path: string) => boolean,
): Promise<string[]> {
  const files = new Set(keeper.library.files);
  const came: string[] = [];
  const went: string[] = [];
  for (const path of new Set(paths)) {
    // The list has only files inside the workspace.
    if (isOutside(path)) continue;
    const { status } = await fileSystem.read(path);
    const exists = status === 'read' || status === 'failed' || status === 'large';
    if (exists !== files.has(path)) (exists ? came : went).push(path);
  }
  const wasMoved = (path: string) => came.some((other) => extensionOf(other) === extensionOf(path));
  const gone = went.filter((path) => wasMoved(path) || !mayComeBack(path));
  for (const path of came) files.add(path);
  for (const path of gone) files.delete(path);
  const news = [...came, ...gone];
  if (news.length > 0) keeper.setFiles(files);
  return news;
}
