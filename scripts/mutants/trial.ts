import type { ChosenMutant, Coverage, Fate } from './mutant.ts';
import { roomOf, type Specs } from './specs.ts';
import { TestProcess, type Outcome } from './test-process.ts';

/** Tests are waited for this many times as long as they take with nothing broken, and so many milliseconds more. */
const PATIENCE = { times: 20, more: 30_000 };
/** How often more than with nothing broken a mutant's code may run before it counts as one that never ends. */
const MOST_HITS = { times: 100, more: 1000 };

/** Which tests may notice a mutant. */
interface Plan {
  /** By the file of the tests. */
  readonly own: Group;
  readonly others: Group;
  /** Whether its code runs while modules are loaded. */
  readonly loads: boolean;
}

interface Group {
  readonly specs: string[];
  readonly titles: string[];
  milliseconds: number;
  hits: number;
}

/** Tries mutants, one after the other, on a process that is kept and on fresh ones. */
export class Trial {
  private kept: TestProcess | null = null;

  constructor(
    private readonly folder: string,
    private readonly specs: Specs,
    private readonly coverage: Coverage,
  ) {}

  /**
   * What the tests make of a mutant: those that run its code, in the process that is kept; then, where none notices,
   * those of its room in a process that has it switched on before anything is loaded, for what was worked out once is not
   * worked out again in the other. What runs while modules are loaded is also tried, so, on all tests that load it.
   */
  async judge(mutant: ChosenMutant): Promise<{ fate: Fate; by: string | null }> {
    const { own, others, loads } = this.planFor(mutant);
    if (!loads && own.titles.length + others.titles.length === 0) return { fate: 'uncovered', by: null };
    for (const group of [own, others]) {
      const outcome = await this.inKept(mutant, group);
      if (outcome.kind !== 'unnoticed') return fateOf(outcome);
    }
    const loading = this.specs.loading(mutant.file);
    const fresh = loads ? [loading.own, loading.others] : [own.specs];
    for (const specs of fresh) {
      const outcome = await this.inFresh(mutant, specs);
      if (outcome.kind !== 'unnoticed') return fateOf(outcome);
    }
    return { fate: 'survived', by: null };
  }

  end(): void {
    this.kept?.end();
  }

  private planFor({ id, file }: ChosenMutant): Plan {
    const { tests, loaded, failed } = this.coverage;
    const [own, others] = [0, 1].map((): Group => ({ specs: [], titles: [], milliseconds: 0, hits: 0 })) as [
      Group,
      Group,
    ];
    for (const [spec, list] of Object.entries(tests)) {
      const group = roomOf(spec) === roomOf(file) ? own : others;
      const inHooks = list.some(({ title, hits }) => title === null && hits[id]);
      const before = group.titles.length;
      for (const { title, milliseconds, hits } of list) {
        group.hits += hits[id] ?? 0;
        if (title === null || !(inHooks || hits[id]) || failed.includes(title)) continue;
        group.titles.push(title);
        group.milliseconds += milliseconds;
      }
      if (group.titles.length > before) group.specs.push(spec);
    }
    return { own, others, loads: loaded.includes(id) };
  }

  private async inKept({ id }: ChosenMutant, { titles, milliseconds, hits }: Group): Promise<Outcome> {
    if (titles.length === 0) return { kind: 'unnoticed' };
    const limit = MOST_HITS.times * hits + MOST_HITS.more;
    const patience = PATIENCE.times * milliseconds + PATIENCE.more;
    for (let again = false; ; again = true) {
      if (!this.kept?.lives) this.kept = await TestProcess.start(this.folder, this.specs.all, null);
      if (!this.kept) throw new Error('The tests cannot be loaded any more.');
      const outcome = await this.kept.attempt({ mutant: id, tests: titles, limit }, patience);
      if (outcome.kind === 'over') this.forget();
      if (outcome.kind !== 'noticed' || again) return outcome;
      // An earlier mutant may have left something behind that fails the test by itself.
      const sound = await this.kept.attempt({ mutant: null, tests: [outcome.by], limit: null }, patience);
      if (sound.kind === 'unnoticed') return outcome;
      this.forget();
    }
  }

  private async inFresh({ id }: ChosenMutant, specs: readonly string[]): Promise<Outcome> {
    const { tests, failed } = this.coverage;
    const titles: string[] = [];
    let time = 0;
    for (const { title, milliseconds } of specs.flatMap((spec) => tests[spec] ?? [])) {
      time += milliseconds;
      if (title !== null && !failed.includes(title)) titles.push(title);
    }
    if (titles.length === 0) return { kind: 'unnoticed' };
    const fresh = await TestProcess.start(this.folder, specs, id);
    if (!fresh) return { kind: 'noticed', by: 'the modules do not load' };
    const patience = PATIENCE.times * time + PATIENCE.more;
    const outcome = await fresh.attempt({ mutant: id, tests: titles, limit: null }, patience);
    fresh.end();
    return outcome;
  }

  private forget(): void {
    this.kept?.end();
    this.kept = null;
  }
}

function fateOf(outcome: Outcome): { fate: Fate; by: string | null } {
  return outcome.kind === 'noticed' ? { fate: 'killed', by: outcome.by } : { fate: 'slow', by: null };
}
