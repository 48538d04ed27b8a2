import type { FileSystem } from '../workspace/file-system.ts';
import type { LibraryKeeper } from '../workspace/library-keeper.ts';
import { extensionOf, isOutside } from '../workspace/paths.ts';

/**
 * Brings the library's list of files in line with the disk; returns which of `paths` came or went. What is missing and
 * `mayComeBack` stays in the list, unless another file of its kind came: then it was moved.
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
    // What lies outside is in no list.
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
