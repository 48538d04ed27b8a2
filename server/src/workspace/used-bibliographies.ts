import type { Library } from './library.ts';
import type { DocumentSummary } from './summary.ts';

/** The bibliographies from which a document cites although nothing names them, in the order in which they count. */
export function usedUnnamed(
  { path, cited }: Pick<DocumentSummary, 'path' | 'cited'>,
  library: Library,
): string[] {
  if (!library.citesFromFound(path)) return [];
  const used = new Set<string>();
  for (const { key } of cited) {
    const [entry] = library.entries(path, key.text);
    if (entry) used.add(entry.path);
  }
  const order = library.scopeOf(path).flatMap(({ paths }) => paths);
  return [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
