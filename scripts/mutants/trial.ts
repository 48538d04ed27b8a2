import type { ChosenMutant, Coverage, Fate } from './mutant.ts';
import { roomOf, type Specs } from './specs.ts';
import { TestProcess, type Outcome } from './test-process.ts';

/** The timeout of tests: this multiple of their usual duration, and this many milliseconds more. */
const PATIENCE = { times: 20, more: 30_000 };
/** The limit on runs of a mutant's code before it counts as not terminating, relative to the usual number. */
const MOST_HITS = { times: 100, more: 1000 };

/** The tests that may detect a mutant. */
interface Plan {
  /** Tests of the mutant's own room. */
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

/** Tries mutants one after the other, in a reused process and in fresh ones. */
export class Trial {
  private kept: TestProcess | null = null;

  constructor(
    private readonly folder: string,
    private readonly specs: Specs,
    private readonly coverage: Coverage,
    /** Whether survivors are not tried again in fresh processes. */
    private readonly isQuick: boolean,
  ) {}

  /**
   * Runs the tests of a mutant. First those that run its code, in the reused process. If none detects it, those of
   * its room in a fresh process with the mutant active from the start, since values computed once are not recomputed
   * in the reused one. Code that runs while modules are loaded is tried so on all tests that load it.
   */
  async judge(mutant: ChosenMutant): Promise<{ fate: Fate; by: string | null }> {
    const { own, others, loads } = this.planFor(mutant);
    if (!loads && own.titles.length + others.titles.length === 0) return { fate: 'uncovered', by: null };
    for (const group of [own, others]) {
      const outcome = await this.inKept(mutant, group);
      if (outcome.kind !== 'unnoticed') return fateOf(outcome);
    }
    if (this.isQuick) return { fate: 'survived', by: null };
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
      // State left by an earlier mutant may fail the test by itself.
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
