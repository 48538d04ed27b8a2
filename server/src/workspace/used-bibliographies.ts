import type { Library } from './library.ts';
import type { CitedWork, DocumentSummary } from './summary.ts';

/** The works that a document cites and that only the person's own library knows, each once. */
export function usedOfOwnLibrary(
  { path, cited }: Pick<DocumentSummary, 'path' | 'cited'>,
  library: Library,
): CitedWork[] {
  if (!library.citesFromFound(path)) return [];
  const used = new Map<string, CitedWork>();
  for (const work of cited) {
    const [entry] = library.entries(path, work.key.text);
    if (entry && library.isOwnLibrary(entry.path) && !used.has(work.key.text)) used.set(work.key.text, work);
  }
  return [...used.values()];
}

/** The bibliographies from which a document cites although nothing names them, in the order in which they count. */
export function usedUnnamed(
  { path, cited }: Pick<DocumentSummary, 'path' | 'cited'>,
  library: Library,
): string[] {
  if (!library.citesFromFound(path)) return [];
  const used = new Set<string>();
  for (const { key } of cited) {
    const [entry] = library.entries(path, key.text);
    if (entry && !library.isOwnLibrary(entry.path)) used.add(entry.path);
  }
  const order = library.scopeOf(path).flatMap(({ paths }) => paths);
  return [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
