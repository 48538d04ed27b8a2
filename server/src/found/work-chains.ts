import type { FoundFacts, WorkTarget } from './model.ts';
import { WorkComparer } from './work-comparer.ts';
import type { TextRange } from '../text/range.ts';

/** A citation of a work in the notes, in full or by a short form. */
export interface WorkMention {
  /** Index into `noteWorks`. */
  readonly note: number;
  readonly range: TextRange;
  readonly isShort: boolean;
}

/** All citations of one work in the notes of a text, in order. */
export type WorkChain = readonly WorkMention[];

/** The works that the notes of a text cite, each with all of its citations. */
export class WorkChains {
  private readonly chains = new Map<string, WorkMention[]>();
  private readonly works: WorkComparer;

  constructor(private readonly found: FoundFacts) {
    this.works = new WorkComparer(found.noteWorks);
    found.noteWorks.forEach(({ works }, note) =>
      works.forEach(({ range }, work) =>
        this.add({ note, work, part: 'work', range }, { note, range, isShort: false }),
      ),
    );
    for (const { target, wholeRange, note } of found.shortTitles)
      if (target) this.add(target, { note, range: wholeRange, isShort: true });
    for (const chain of this.chains.values()) chain.sort((a, b) => a.range.from - b.range.from);
  }

  /** All chains, in the order of their first citations. */
  all(): WorkChain[] {
    return [...this.chains.values()].sort((a, b) => a[0]!.range.from - b[0]!.range.from);
  }

  /** The citations of a target's work, in order; empty if it is not cited in notes. */
  of(target: WorkTarget): WorkChain {
    return this.chains.get(this.works.identity(target)) ?? [];
  }

  /** The citations of a work that a note describes. */
  ofWork(note: number, work: number): WorkChain {
    const described = this.found.noteWorks[note]?.works[work];
    return described ? this.of({ note, work, part: 'work', range: described.range }) : [];
  }

  private add(target: WorkTarget, mention: WorkMention): void {
    const key = this.works.identity(target);
    const chain = this.chains.get(key);
    if (chain) chain.push(mention);
    else this.chains.set(key, [mention]);
  }
}

const KEPT = new WeakMap<FoundFacts, WorkChains>();

/** The works that the notes of a text cite, cached by its facts. */
export function workChainsOf(found: FoundFacts): WorkChains {
  let chains = KEPT.get(found);
  if (!chains) KEPT.set(found, (chains = new WorkChains(found)));
  return chains;
}
