import type { Library } from '../workspace/library.ts';
import type { ConflictEnds } from './model.ts';

/** Decides at which end conflicts are told, by the project's settings and the years in bibliographies. */
export class LibraryEnds implements ConflictEnds {
  private readonly years = new Map<string, number | null>();
  private asOf = -1;

  constructor(private readonly library: Library) {}

  get areBoth(): boolean {
    return this.library.project.conflictEnds === 'both';
  }

  get version(): number {
    return this.library.version;
  }

  yearOf(work: string, path: string): number | null {
    if (this.asOf !== this.version) {
      this.years.clear();
      this.asOf = this.version;
    }
    const question = `${work}\n${path}`;
    let year = this.years.get(question);
    if (year === undefined) {
      const written = this.library.entries(path, work)[0]?.entry.sketch().year;
      // Of `1958/1927` the year of the cited edition counts. `c. 120 BC` has no year that could be compared.
      const match = written == null ? null : /(?<![\d-])\d{3,4}(?!\d)/.exec(written);
      year = match ? Number(match[0]) : null;
      this.years.set(question, year);
    }
    return year;
  }
}
