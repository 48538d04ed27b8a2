import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Coverage } from './mutant.ts';

/** What a file of coverage holds. */
interface Kept {
  /** Of the sources, and of how mutants were drawn. */
  readonly sources: string;
  /** Of each file of tests, with all that stands in `test` beside them. */
  readonly specs: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
}

/** Coverage that one run leaves to the next: what holds still is not found out again. */
export class CoverageFile {
  private kept: Kept | null = null;

  /**
   * @param sources A hash of the sources, and of how mutants were drawn.
   * @param specs A hash for each file of tests.
   */
  constructor(
    private readonly file: string | null,
    private readonly sources: string,
    private readonly specs: ReadonlyMap<string, string>,
  ) {
    if (file === null || !existsSync(file)) return;
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (kept.sources === sources) this.kept = kept;
  }

  /** The files of tests of which nothing is known, or something else than they hold now. */
  stale(): string[] {
    return [...this.specs].filter(([spec, hash]) => this.kept?.specs[spec] !== hash).map(([spec]) => spec);
  }

  /** What is known, together with what has just been found out of the stale files. */
  complete(found: Coverage | null): Coverage {
    const tests: Record<string, Coverage['tests'][string]> = {};
    for (const [spec, hash] of this.specs)
      if (this.kept?.specs[spec] === hash) tests[spec] = this.kept.coverage.tests[spec] ?? [];
    Object.assign(tests, found?.tests);
    const coverage: Coverage = {
      loaded: [...new Set([...(this.kept?.coverage.loaded ?? []), ...(found?.loaded ?? [])])],
      tests,
      failed: [...new Set([...(this.kept?.coverage.failed ?? []), ...(found?.failed ?? [])])],
    };
    if (this.file !== null && found) {
      const kept: Kept = { sources: this.sources, specs: Object.fromEntries(this.specs), coverage };
      mkdirSync(path.dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify(kept));
    }
    return coverage;
  }
}

/** A hash of the contents of files. */
export function hashOf(root: string, files: readonly string[], ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  for (const each of more) hash.update(`${each}\0`);
  return hash.digest('hex');
}
