import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Coverage } from './mutant.ts';

/** The contents of a coverage file. */
interface Kept {
  /** Hash of the sources and of the sampling options. */
  readonly sources: string;
  /** Hash of each test file and of what all of them share in `test/`. */
  readonly specs: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
}

/** A cache of coverage between runs: only changed test files run again. */
export class CoverageFile {
  private kept: Kept | null = null;

  /**
   * @param sources Hash of the sources and of the sampling options.
   * @param specs Hash of each test file, by path.
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

  /** The test files that are new or changed since the cache was written. */
  stale(): string[] {
    return [...this.specs].filter(([spec, hash]) => this.kept?.specs[spec] !== hash).map(([spec]) => spec);
  }

  /** All coverage of the current test files. */
  get coverage(): Coverage {
    const tests: Record<string, Coverage['tests'][string]> = {};
    for (const [spec, hash] of this.specs)
      if (this.kept?.specs[spec] === hash) tests[spec] = this.kept.coverage.tests[spec] ?? [];
    return { loaded: this.kept?.coverage.loaded ?? [], tests, failed: this.kept?.coverage.failed ?? [] };
  }

  /** Adds the coverage of some stale test files, and writes the cache. */
  add(specs: readonly string[], found: Coverage): void {
    const known = this.coverage;
    const coverage: Coverage = {
      loaded: [...new Set([...known.loaded, ...found.loaded])],
      tests: { ...known.tests, ...found.tests },
      failed: [...new Set([...known.failed, ...found.failed])],
    };
    const hashes = [...this.specs].filter(
      ([spec, hash]) => specs.includes(spec) || this.kept?.specs[spec] === hash,
    );
    this.kept = { sources: this.sources, specs: Object.fromEntries(hashes), coverage };
    if (this.file === null) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.kept));
  }
}

/** The SHA-256 hash of the contents of `files` and of `more`. */
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
