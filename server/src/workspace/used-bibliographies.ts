import type { Library } from './library.ts';
import { nameOf } from './paths.ts';
import { eachCited, type CitedWork, type DocumentSummary } from './summary.ts';

/** The works that a document cites and that only the user's own library has, each once. */
export function usedOfOwnLibrary(
  summary: Pick<DocumentSummary, 'path' | 'cited'>,
  library: Library,
): CitedWork[] {
  const { path } = summary;
  if (!library.citesFromFound(path) || library.ownLibrary().length === 0) return [];
  const used = new Map<string, CitedWork>();
  for (const work of summary.cited) {
    const [entry] = library.entries(path, work.key.text);
    if (entry && library.isOwnLibrary(entry.path) && !used.has(work.key.text)) used.set(work.key.text, work);
  }
  return [...used.values()];
}

/** Names of scripts that may run Pandoc; their content is not read. */
const SCRIPT =
  /^(?:(?:GNU)?makefile|build|compile|render|justfile|snakefile|rakefile|dodo\.py|fabfile\.py|tasks\.py)$|\.(?:sh|mk|bat|cmd|ps1)$/i;
/** Names of files with defaults or metadata that may be handed to Pandoc. */
const HANDED =
  /^_?(?:pandoc|build|defaults?|meta|metadata|settings|options|variables|header|thesis)[\w-]*\.ya?ml$/i;

/** The settings of a MyST project, which takes the bibliographies in its folder. */
const TAKES_ALL = /^myst\.ya?ml$/i;

interface Builders {
  readonly hasScript: boolean;
  readonly handed: readonly string[];
}

const BUILDERS = new WeakMap<ReadonlySet<string>, Builders>();

function buildersAmong(files: ReadonlySet<string>): Builders {
  let known = BUILDERS.get(files);
  if (known === undefined) {
    const high = [...files].filter((path) => path.split('/').length <= 3);
    known = {
      hasScript: high.some((path) => SCRIPT.test(nameOf(path)) || TAKES_ALL.test(nameOf(path))),
      handed: high.filter((path) => HANDED.test(nameOf(path))),
    };
    BUILDERS.set(files, known);
  }
  return known;
}

/**
 * Whether the workspace has files that may name a bibliography: scripts, settings of MyST, or files of defaults or metadata.
 * One of the latter that was read and names none does not count.
 */
export function isBuilt(library: Pick<Library, 'files' | 'namesNone'>): boolean {
  const { hasScript, handed } = buildersAmong(library.files);
  return hasScript || handed.some((path) => !library.namesNone(path));
}

/**
 * The bibliographies that a document cites from although they are not named, in the order in which they
 * count.
 */
export function usedUnnamed(summary: Pick<DocumentSummary, 'path' | 'cited'>, library: Library): string[] {
  const { path } = summary;
  if (!library.citesFromFound(path)) return [];
  const order = library.scopeOf(path).flatMap(({ paths }) => paths);
  const found = order.filter((each) => !library.isOwnLibrary(each)).length;
  const used = new Set<string>();
  for (const { key, in: place } of eachCited(summary)) {
    const [entry] = place === 'handle' ? [] : library.entries(path, key.text);
    if (entry && !library.isOwnLibrary(entry.path)) used.add(entry.path);
    // Most texts cite from one, and need not be read to the end at every keystroke.
    if (used.size === found) break;
  }
  return [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
