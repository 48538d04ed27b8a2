import type { Library } from './library.ts';
import { nameOf } from './paths.ts';
import type { CitedWork, DocumentSummary } from './summary.ts';

/** The works that a document cites and that only the user's own library has, each once. */
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

/** Names of scripts that may run Pandoc, and of files with its defaults or metadata; their content is not read. */
const BUILD =
  /^(?:(?:GNU)?makefile|build|compile|render|justfile|snakefile|rakefile|dodo\.py|fabfile\.py|tasks\.py)$|\.(?:sh|mk|bat|cmd|ps1)$|^_?(?:pandoc|build|defaults?|meta|metadata|settings|options|variables|header|thesis)[\w-]*\.ya?ml$/i;

const BUILDS = new WeakMap<ReadonlySet<string>, boolean>();

/**
 * Whether the workspace has files that may run Pandoc: a bibliography may be named there, or in a Pandoc
 * defaults file.
 */
export function isBuilt({ files }: Pick<Library, 'files'>): boolean {
  let known = BUILDS.get(files);
  if (known === undefined) {
    known = [...files].some((path) => BUILD.test(nameOf(path)) && path.split('/').length <= 3);
    BUILDS.set(files, known);
  }
  return known;
}

/**
 * The bibliographies that a document cites from although they are not named, in the order in which they
 * count.
 */
export function usedUnnamed(
  { path, cited }: Pick<DocumentSummary, 'path' | 'cited'>,
  library: Library,
): string[] {
  if (!library.citesFromFound(path)) return [];
  const used = new Set<string>();
  for (const { key, in: place } of cited) {
    const [entry] = place === 'handle' ? [] : library.entries(path, key.text);
    if (entry && !library.isOwnLibrary(entry.path)) used.add(entry.path);
  }
  const order = library.scopeOf(path).flatMap(({ paths }) => paths);
  return [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
