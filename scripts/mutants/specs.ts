import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Excluded: these run other programs, read the source itself, or do not concern the server. */
const NOT_RUN =
  /^test\/unit\/(?:architecture|bench|cli|client|hosts|preview|scripts|snippets|syntaxes|webviews)\/|reading-from-disk\.test\.ts$/;
/** These compare generated files with the code, so they detect changed words of tables and pages. */
const GENERATED =
  /^test\/unit\/(?:docs|schemas|examples)\/|^test\/unit\/rules\/(?:pages|examples)\.test\.ts$/;

/** The test files for mutants. */
export class Specs {
  readonly all: readonly string[];
  private readonly imports = new Map<string, ReadonlySet<string>>();

  /**
   * @param files All files of the checkout.
   * @param which `unit`: all unit tests; `walks`: random walks as well; else rooms or test files, separated by commas.
   */
  constructor(
    private readonly root: string,
    files: readonly string[],
    which: string,
  ) {
    const rooms = which === 'unit' || which === 'walks' ? null : which.split(',');
    const isSpec =
      which === 'walks' ? /^test\/(?:unit\/.+|walks\/[^/]+)\.test\.ts$/ : /^test\/unit\/.+\.test\.ts$/;
    this.all = files
      .filter((file) => isSpec.test(file) && !NOT_RUN.test(file))
      .filter((file) => rooms === null || rooms.includes(roomOf(file)) || rooms.includes(file));
  }

  /**
   * The tests that import a source, directly or not: first those of its room and of generated files, then the others.
   */
  loading(source: string): { readonly own: readonly string[]; readonly others: readonly string[] } {
    const loading = this.all.filter((spec) => this.loadedBy(spec).has(source));
    const isOwn = (spec: string): boolean => roomOf(spec) === roomOf(source) || GENERATED.test(spec);
    return { own: loading.filter(isOwn), others: loading.filter((spec) => !isOwn(spec)) };
  }

  private loadedBy(spec: string): ReadonlySet<string> {
    let known = this.imports.get(spec);
    if (!known) {
      const found = new Set([spec]);
      for (const file of found) for (const imported of importsOf(this.root, file)) found.add(imported);
      this.imports.set(spec, (known = found));
    }
    return known;
  }
}

/** The room of a source or test: `found` for `server/src/found/…` and for `test/unit/found/…`. */
export function roomOf(file: string): string {
  return /^(?:server\/src|test\/unit)\/([^/]+)\//.exec(file)?.[1] ?? '';
}

const imported = new Map<string, readonly string[]>();

/** The project files that a file imports, without imports of types only. */
function importsOf(root: string, file: string): readonly string[] {
  let known = imported.get(file);
  if (!known) {
    const text = readFileSync(path.join(root, file), 'utf8');
    known = [
      ...text.matchAll(/^(?!import type)(?:[^\n]*?\bfrom |import )'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm),
    ]
      .map(([, from, later]) => path.posix.join(path.posix.dirname(file), (from ?? later)!))
      .filter((target) => /\.[cm]?[jt]s$/.test(target) && existsSync(path.join(root, target)));
    imported.set(file, known);
  }
  return known;
}
