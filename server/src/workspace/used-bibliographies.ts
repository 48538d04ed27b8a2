import type { Library } from './library.ts';
import { nameOf } from './paths.ts';
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

/** What runs programs such as Pandoc, with words that nobody reads here. */
const BUILD =
  /^(?:(?:GNU)?makefile|justfile|snakefile|rakefile|dodo\.py|fabfile\.py|tasks\.py)$|\.(?:sh|mk|bat|cmd|ps1)$/i;

const BUILDS = new WeakMap<ReadonlySet<string>, boolean>();

/** Whether files of the workspace may run Pandoc: then a bibliography may be named there, or in defaults of Pandoc's. */
export function isBuilt({ files }: Pick<Library, 'files'>): boolean {
  let known = BUILDS.get(files);
  if (known === undefined) {
    known = [...files].some((path) => BUILD.test(nameOf(path)) && path.split('/').length <= 3);
    BUILDS.set(files, known);
  }
  return known;
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
