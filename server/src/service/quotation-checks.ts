import { findQuotations } from '../quotations/find-quotations.ts';
import type { PreparedQuotation } from '../quotations/model.ts';
import { prepareQuotation } from '../quotations/prepare-quotation.ts';
import { wordCount } from '../quotations/words.ts';
import type { Library } from '../workspace/library.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import type { QuotationVerdict, QuotationVerdicts, SourcePassage } from '../workspace/quotation-verdicts.ts';
import { lookIn, passagesOf, verdictOf, type Finding } from './quotation-search.ts';
import type { SourceShape, SourceTexts } from './source-texts.ts';

/** Comes back when there is time for the next step of a long search. */
export type Pause = () => Promise<void>;

/** A quotation of a document and what is known of it. The object lives as long as its words stand. */
interface Slot {
  quotation: QuotedPassage;
  /** Works and words: slots with the same are interchangeable. */
  readonly memo: string;
  verdict: QuotationVerdict | null;
  /** The texts, by version, that were searched for `findings`; null before the first search. */
  basis: string | null;
  findings: readonly Finding[];
  /** The texts of other works that have it, and what their versions were. */
  hits: readonly { readonly version: number; readonly passage: SourcePassage }[];
  /** Texts of other works that did not change since this were searched. */
  searchedAt: number;
}

/** A search for one quotation in the texts of the works that it names. */
interface Job {
  readonly path: string;
  readonly slot: Slot;
  readonly basis: string;
  readonly prepared: PreparedQuotation;
  readonly findings: Finding[];
  left: number;
}

/** A quotation that comes as near as this to the text of its work is from there, whoever else has it. */
const NEAR = 0.85;
/** Fewer words or characters than this may be in any text by chance. */
const LEAST_WORDS = 4;
const LEAST_LETTERS = 20;

/**
 * Whether the quotations of all documents are in the texts of their works. An edit only notes what has to be
 * looked for again; `verify` does it in steps. Until then the verdict of before stands.
 */
export class QuotationChecks implements QuotationVerdicts {
  private readonly slots = new Map<string, readonly Slot[]>();
  /** Documents some of whose quotations must be looked for in the works that they name. */
  private readonly pending = new Set<string>();
  /** Documents some of whose quotations are looked for in other works as well. */
  private readonly wandering = new Set<string>();
  /** Documents with quotations that are attributed in the manner of print, and the works that bibliographies make of that. */
  private readonly inPrint = new Map<string, ReadonlySet<string>>();
  /** What documents share was this when those works were looked up. */
  private sharedVersion = -1;
  private running: Promise<void> | null = null;

  constructor(
    private readonly library: Library,
    private readonly texts: SourceTexts,
  ) {}

  of(path: string): readonly (QuotationVerdict | null)[] {
    return this.slots.get(path)?.map((slot) => slot.verdict) ?? [];
  }

  /**
   * Takes over a document that the library has just taken over; `source` is the work that it is the text of, and
   * `shape` is asked for where there is one.
   */
  take(path: string, source: string | null, shape: () => SourceShape): void {
    const before = this.texts.workOf(path);
    if (source !== null) this.texts.take(path, shape(), source);
    else this.texts.remove(path);
    this.takeQuotations(path, this.library.inPrint.quotationsOf(path));
    this.wakeReaders(before, source);
  }

  /**
   * Notes that the project may say otherwise now which texts are whose works, be it what it said before somebody changed
   * it: a search that was under way meanwhile may have been given up, or have looked elsewhere.
   */
  takeProject(): void {
    for (const path of this.slots.keys()) this.pending.add(path);
  }

  /** Forgets a document. */
  remove(path: string): void {
    this.slots.delete(path);
    this.inPrint.delete(path);
    this.pending.delete(path);
    this.wandering.delete(path);
    const before = this.texts.workOf(path);
    this.texts.remove(path);
    this.wakeReaders(before, null);
  }

  private takeQuotations(path: string, quotations: readonly QuotedPassage[]): void {
    const before = this.slots.get(path) ?? [];
    const printed = quotations.filter((quotation) => quotation.printed);
    if (printed.length === 0) this.inPrint.delete(path);
    else this.inPrint.set(path, new Set(printed.flatMap(({ works }) => works.map(({ text }) => text))));
    if (quotations.length === 0) {
      this.slots.delete(path);
      this.wandering.delete(path);
      return;
    }
    const known = new Map<string, Slot[]>();
    for (const slot of before) {
      const same = known.get(slot.memo);
      if (same) same.push(slot);
      else known.set(slot.memo, [slot]);
    }
    const slots = quotations.map((quotation): Slot | QuotedPassage => {
      const slot = known.get(memoOf(quotation))?.shift();
      if (slot) slot.quotation = quotation;
      return slot ?? quotation;
    });
    const kept = new Set(slots);
    this.slots.set(
      path,
      slots.map((slot, i) => {
        if ('memo' in slot) return slot;
        const changed = before.length === slots.length && !kept.has(before[i]!) ? before[i] : undefined;
        return newSlot(slot, changed);
      }),
    );
    this.pending.add(path);
  }

  /** The documents some of whose quotations may be told to stand in other works than those that they name. */
  get tellOfOthers(): ReadonlySet<string> {
    return this.wandering;
  }

  /** Notes the documents that a change of the text of a work concerns. */
  private wakeReaders(before: string | null, now: string | null): void {
    if (before === null && now === null) return;
    for (const work of new Set([before, now]))
      if (work !== null) {
        for (const path of this.library.seekersOfSource(work)) this.pending.add(path);
        for (const [path, works] of this.inPrint) if (works.has(work)) this.pending.add(path);
      }
    for (const path of this.wandering) this.pending.add(path);
  }

  /**
   * Looks for whatever has to be looked for, with a `pause` after each step, and tells `changed` of the documents
   * whose verdicts came out otherwise than before. What comes up meanwhile is looked for as well.
   */
  verify(pause: Pause, changed: (path: string) => void, signal: AbortSignal): Promise<void> {
    this.running ??= this.run(pause, changed, signal).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(pause: Pause, changed: (path: string) => void, signal: AbortSignal): Promise<void> {
    await this.lookUpPrinted(pause, signal);
    while (this.pending.size > 0 && !signal.aborted) {
      const paths = [...this.pending];
      this.pending.clear();
      await this.lookInNamedWorks(paths, pause, changed, signal);
      if (this.pending.size === 0) await this.lookElsewhere(pause, changed, signal);
    }
  }

  /** Takes those documents over again of which other works may be meant by what is printed there, since bibliographies changed. */
  private async lookUpPrinted(pause: Pause, signal: AbortSignal): Promise<void> {
    const { version } = this.library;
    if (version === this.sharedVersion) return;
    for (const path of [...this.inPrint.keys()]) {
      if (signal.aborted) return;
      if (!this.inPrint.has(path)) continue;
      this.takeQuotations(path, this.library.inPrint.quotationsOf(path));
      await pause();
    }
    this.sharedVersion = version;
  }

  private async lookInNamedWorks(
    paths: readonly string[],
    pause: Pause,
    changed: (path: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const jobs = new Map<string, Job[]>();
    for (const path of paths)
      for (const slot of this.slots.get(path) ?? []) {
        const sources = this.sourcesOf(slot);
        const basis = this.basisOf(sources);
        if (slot.basis === basis) continue;
        const prepared = prepareQuotation(slot.quotation.words);
        const job: Job = { path, slot, basis, prepared, findings: [], left: sources.length };
        if (sources.length === 0) this.finish(job, changed);
        for (const source of sources) jobs.set(source, [...(jobs.get(source) ?? []), job]);
      }
    for (const [path, wanted] of jobs) {
      const source = await this.texts.ready(path);
      for (const job of wanted) {
        if (signal.aborted) return this.putBack(paths);
        if (!this.isWanted(job)) continue;
        const except = job.path === path ? job.slot.quotation.range : null;
        const finding = source && lookIn(source, job.prepared, job.slot.quotation.words, except);
        if (finding) job.findings.push(finding);
        if (--job.left === 0) this.finish(job, changed);
        await pause();
      }
    }
    for (const path of paths)
      if (this.slots.get(path)?.some((slot) => wanders(slot))) this.wandering.add(path);
      else this.wandering.delete(path);
  }

  private putBack(paths: readonly string[]): void {
    for (const path of paths) if (this.slots.has(path)) this.pending.add(path);
  }

  private isWanted({ path, slot, basis }: Job): boolean {
    return (this.slots.get(path)?.includes(slot) ?? false) && this.basisOf(this.sourcesOf(slot)) === basis;
  }

  private finish({ path, slot, basis, findings }: Job, changed: (path: string) => void): void {
    slot.basis = basis;
    slot.findings = findings;
    if (!wanders(slot)) {
      slot.hits = [];
      slot.searchedAt = 0;
    }
    this.settle(path, slot, changed);
  }

  /** Puts together what was found of a quotation. */
  private settle(path: string, slot: Slot, changed: (path: string) => void): void {
    slot.hits = slot.hits.filter(({ version, passage }) => this.texts.versionOf(passage.path) === version);
    const hits = slot.hits.map(({ passage }) => passage).sort((a, b) => (a.path < b.path ? -1 : 1));
    const { works } = slot.quotation;
    const complete = works.every(({ text }) => this.library.documentsOfSource(text).length > 0);
    const areWhole = this.sourcesOf(slot).every((source) => !this.library.isExcerpt(source));
    const verdict = verdictOf(slot.findings, hits, complete, areWhole);
    if (JSON.stringify(verdict) === JSON.stringify(slot.verdict)) return;
    slot.verdict = verdict;
    changed(path);
  }

  /** Looks for quotations that are not in their works in the texts of all others. */
  private async lookElsewhere(
    pause: Pause,
    changed: (path: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const now = this.texts.newest;
    const wanted: { path: string; slot: Slot; prepared: PreparedQuotation; own: readonly string[] }[] = [];
    for (const path of this.wandering)
      for (const slot of this.slots.get(path) ?? [])
        if (wanders(slot) && slot.searchedAt < now) {
          const prepared = prepareQuotation(slot.quotation.words);
          wanted.push({ path, slot, prepared, own: [path, ...this.sourcesOf(slot)] });
        }
    const hits = new Map<Slot, Slot['hits']>(wanted.map(({ slot }) => [slot, slot.hits]));
    for (const path of wanted.length > 0 ? this.texts.paths() : []) {
      const version = this.texts.versionOf(path);
      const here = wanted.filter(({ slot, own }) => slot.searchedAt < version && !own.includes(path));
      if (here.length === 0) continue;
      const source = await this.texts.ready(path);
      // What has changed meanwhile comes first; this search begins anew after it.
      if (signal.aborted || this.pending.size > 0) return this.putBack([...this.wandering]);
      if (!source) continue;
      const quotations = here.map(({ prepared }) => prepared);
      findQuotations([source.prepared], quotations, { nearest: false }).forEach(({ exact }, i) => {
        const [found] = exact;
        const { slot } = here[i]!;
        if (found)
          hits.set(slot, [
            ...hits.get(slot)!,
            ...passagesOf(source, found.match).map((passage) => ({ version, passage })),
          ]);
      });
      await pause();
      if (signal.aborted || this.pending.size > 0) return this.putBack([...this.wandering]);
    }
    for (const { path, slot } of wanted) {
      slot.searchedAt = now;
      slot.hits = hits.get(slot)!;
      this.settle(path, slot, changed);
    }
  }

  /** The documents that are the texts of the works that a quotation names. */
  private sourcesOf({ quotation }: Slot): string[] {
    return quotation.works.flatMap(({ text }) => this.library.documentsOfSource(text));
  }

  private basisOf(sources: readonly string[]): string {
    const part = (path: string) => (this.library.isExcerpt(path) ? 'part of ' : '');
    return sources.map((path) => `${this.texts.versionOf(path)} ${part(path)}${path}`).join('\n');
  }
}

function memoOf({ works, words }: QuotedPassage): string {
  return `${works.map(({ text }) => text).join(' ')}\n${words}`;
}

/** A quotation that nobody has looked for; where it is another one changed, with the verdict on that. */
function newSlot(quotation: QuotedPassage, changed: Slot | undefined): Slot {
  const before = changed?.verdict ?? null;
  // Corrections of other words would spoil these.
  const verdict = before?.status === 'different' ? { ...before, corrections: null } : before;
  return { quotation, memo: memoOf(quotation), verdict, basis: null, findings: [], hits: [], searchedAt: 0 };
}

/** Whether a quotation is not in its work and long enough to tell something by being in another. */
function wanders({ quotation, findings }: Slot): boolean {
  if (findings.length === 0) return false;
  const near = (finding: Finding) =>
    finding.status === 'exact' || (finding.status === 'different' && finding.similarity >= NEAR);
  if (findings.some(near)) return false;
  const letters = quotation.words.replace(/[^\p{L}\p{N}]/gu, '').length;
  return wordCount(quotation.words) >= LEAST_WORDS && letters >= LEAST_LETTERS;
}
