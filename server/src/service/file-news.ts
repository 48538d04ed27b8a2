import type { FileSystem } from '../workspace/file-system.ts';
import type { Library } from '../workspace/library.ts';

/** Brings the library's list of files in line with the disk; returns which of `paths` came or went. */
export async function takeFileNews(
  paths: readonly string[],
  library: Library,
  fileSystem: FileSystem,
): Promise<string[]> {
  const files = new Set(library.files);
  const news: string[] = [];
  for (const path of new Set(paths)) {
    const { status } = await fileSystem.read(path);
    const exists = status === 'read' || status === 'failed' || status === 'large';
    if (exists === files.has(path)) continue;
    news.push(path);
    if (exists) files.add(path);
    else files.delete(path);
  }
  if (news.length > 0) library.setFiles(files);
  return news;
}
