import { findQuotations } from '../quotations/find-quotations.ts';
import type { PreparedQuotation } from '../quotations/model.ts';
import { prepareQuotation } from '../quotations/prepare-quotation.ts';
import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { isWorkFile } from '../workspace/attached-file.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import type { QuotationVerdict, QuotationVerdicts } from '../workspace/quotation-verdicts.ts';
import { lookIn, passagesOf, verdictOf, type Finding } from './quotation-search.ts';
import { memoOf, newSlot, wanders, type Slot } from './quotation-slot.ts';
import type { ReadySource, SourceShape, SourceTexts } from './source-texts.ts';

/** Resolves when there is time for the next step of a long search. */
export type Pause = () => Promise<void>;

/** The search for one quotation in the texts of the works that it names. */
interface Job {
  readonly path: string;
  readonly slot: Slot;
  readonly sources: readonly NamedSource[];
  readonly basis: string;
  readonly prepared: PreparedQuotation;
  readonly findings: Finding[];
  left: number;
}

/** A quotation to be searched in the texts of other works than its own. */
interface Wanderer {
  readonly path: string;
  readonly slot: Slot;
  readonly prepared: PreparedQuotation;
  readonly own: readonly string[];
}

/** A text, and the work that a quotation names for which it is searched. */
interface NamedSource {
  readonly path: string;
  readonly work: string;
}

/**
 * Whether the quotations of all documents are in the texts of their works. An edit only records what must be
 * searched again; `verify` does that in steps. Until then the previous verdict counts.
 */
export class QuotationChecks implements QuotationVerdicts {
  private readonly slots = new Map<string, readonly Slot[]>();
  /** Documents with quotations to be searched in the works that they name. */
  private readonly pending = new Set<string>();
  /** Documents whose works may be held by other files than before. */
  private readonly reconsidered = new Set<string>();
  /** Documents with quotations that are also searched in other works. */
  private readonly wandering = new Set<string>();
  /** Documents with quotations that are attributed without keys, and the works that these resolve to. */
  private readonly inPrint = new Map<string, ReadonlySet<string>>();
  /** The library version at which those works were resolved. */
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
   * Sets a document after the library has. `source` is the work whose text it is; `shape` is called if there
   * is one.
   */
  take(path: string, source: string | null, shape: () => SourceShape): void {
    const before = this.texts.workOf(path);
    if (source !== null) this.texts.take(path, shape(), source);
    else this.texts.remove(path);
    this.takeQuotations(path, this.library.inPrint.quotationsOf(path));
    this.wakeReaders(before, source);
  }

  /**
   * Records that the project may have changed the texts of works. That holds even if a later change restored
   * it: a search in between may have been dropped, or used other texts.
   */
  takeProject(): void {
    for (const path of this.slots.keys()) this.pending.add(path);
  }

  /** Records that what is known of the works that a document cites has changed, maybe of their files. */
  reconsider(path: string): void {
    if (this.slots.has(path)) this.reconsidered.add(path);
  }

  /** Files of other formats may be others now, or may be read, or may not: they are read again when they are wanted. */
  forgetFiles(files: Iterable<string>): void {
    let any = false;
    for (const named of files)
      for (const file of [named, ...this.library.works.missedAs(named)]) {
        if (!isWorkFile(file)) continue;
        // Nobody wanted it so far.
        if (this.library.works.stateOf(file) === 'unread' && this.texts.workOf(file) === null) continue;
        this.library.works.forget(file);
        this.texts.remove(file);
        any = true;
      }
    if (any) for (const path of this.slots.keys()) this.pending.add(path);
  }

  /** Removes a document. */
  remove(path: string): void {
    this.slots.delete(path);
    this.inPrint.delete(path);
    this.pending.delete(path);
    this.reconsidered.delete(path);
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

  /** The documents with findings on other works that have their quotations. */
  get tellOfOthers(): ReadonlySet<string> {
    return this.wandering;
  }

  /** Marks the documents that a changed text of a work concerns. */
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
   * Searches for all quotations that need it, awaiting `pause` after each step. Calls `changed` for each
   * document whose verdicts changed. Picks up new work meanwhile.
   */
  verify(pause: Pause, changed: (path: string) => void, signal: AbortSignal): Promise<void> {
    this.running ??= this.run(pause, changed, signal).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(pause: Pause, changed: (path: string) => void, signal: AbortSignal): Promise<void> {
    for (const path of this.reconsidered) if (this.slots.has(path)) this.pending.add(path);
    this.reconsidered.clear();
    await this.lookUpPrinted(pause, signal);
    this.forgetUnnamed();
    while (this.pending.size > 0 && !signal.aborted) {
      const paths = [...this.pending];
      this.pending.clear();
      await this.lookInNamedWorks(paths, pause, changed, signal);
      if (this.pending.size === 0) await this.lookElsewhere(pause, changed, signal);
    }
  }

  /** Forgets files that no quotation leads to any more: what is in them is in no work that is quoted. */
  private forgetUnnamed(): void {
    const unnamed = this.texts.files().filter((file) => !this.isNamed(file));
    for (const file of unnamed) this.texts.remove(file);
    if (unnamed.length > 0) for (const path of this.slots.keys()) this.pending.add(path);
  }

  private isNamed(file: string): boolean {
    const work = this.texts.workOf(file)!;
    const { library } = this;
    const leads = (path: string) => library.workTexts.of(path, work).includes(file);
    if (library.seekersOfSource(work).some(leads)) return true;
    return [...this.inPrint].some(([path, works]) => works.has(work) && leads(path));
  }

  /**
   * After a change of bibliographies, updates the documents whose printed sources resolve to other works now.
   */
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
        const sources = this.sourcesOf(path, slot);
        const basis = this.basisOf(sources);
        if (slot.basis === basis) continue;
        const prepared = prepareQuotation(slot.quotation.words, slot.quotation.writesSharpS);
        const job: Job = { path, slot, sources, basis, prepared, findings: [], left: sources.length };
        if (sources.length === 0) this.finish(job, changed);
        for (const source of new Set(sources.map((each) => each.path))) {
          const wanted = jobs.get(source);
          if (wanted) wanted.push(job);
          else jobs.set(source, [job]);
        }
      }
    for (const [path, wanted] of jobs) {
      const source = await this.texts.ready(path);
      // Why there is none is to be counted.
      if (!source && isWorkFile(path)) {
        for (const job of wanted) changed(job.path);
        changed(PROJECT_FILE);
      }
      for (const job of wanted) {
        if (signal.aborted) return this.putBack(paths);
        if (!this.isWanted(job)) {
          // Where a file is not there, its text may lie elsewhere.
          if (this.slots.get(job.path)?.includes(job.slot)) this.pending.add(job.path);
          continue;
        }
        for (const each of job.sources) if (each.path === path) this.search(job, source, each.work);
        if (job.left === 0) this.finish(job, changed);
        await pause();
      }
    }
    for (const path of paths)
      if (this.slots.get(path)?.some((slot) => wanders(slot))) this.wandering.add(path);
      else this.wandering.delete(path);
  }

  private search(job: Job, source: ReadySource | null, work: string): void {
    const { path, slot, prepared } = job;
    job.left--;
    if (!source) return;
    const except = path === source.path ? slot.quotation.range : null;
    const asked = source.sheets ? { ...source, work } : source;
    const pages = source.sheets ? (this.library.entries(path, work)[0]?.printedOn ?? null) : null;
    const finding = lookIn(asked, prepared, slot.quotation.words, except, pages);
    if (finding) job.findings.push(finding);
  }

  private putBack(paths: readonly string[]): void {
    for (const path of paths) if (this.slots.has(path)) this.pending.add(path);
  }

  private isWanted({ path, slot, basis }: Job): boolean {
    return (
      (this.slots.get(path)?.includes(slot) ?? false) && this.basisOf(this.sourcesOf(path, slot)) === basis
    );
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

  /** Derives the verdict of a quotation from its findings. */
  private settle(path: string, slot: Slot, changed: (path: string) => void): void {
    slot.hits = slot.hits.filter(({ version, passage }) => this.texts.versionOf(passage.path) === version);
    const hits = slot.hits.map(({ passage }) => passage).sort((a, b) => (a.path < b.path ? -1 : 1));
    const { works } = slot.quotation;
    const complete = works.every(({ text }) => this.library.workTexts.has(path, text));
    const sources = this.sourcesOf(path, slot).map((source) => source.path);
    const read = sources.filter((source) => this.library.workTexts.isAtHand(source));
    const areWhole =
      read.every((source) => !this.library.workTexts.isExcerpt(source)) || read.some(isWorkFile);
    const verdict = verdictOf(slot.findings, hits, complete, areWhole);
    if (JSON.stringify(verdict) === JSON.stringify(slot.verdict)) return;
    slot.verdict = verdict;
    changed(path);
  }

  /** Searches all other texts for quotations that are not in their works. */
  private async lookElsewhere(
    pause: Pause,
    changed: (path: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const now = this.texts.newest;
    const wanted: Wanderer[] = [];
    for (const path of this.wandering)
      for (const slot of this.slots.get(path) ?? [])
        if (wanders(slot) && slot.searchedAt < now) {
          const prepared = prepareQuotation(slot.quotation.words, slot.quotation.writesSharpS);
          const own = [path, ...this.sourcesOf(path, slot).map((source) => source.path)];
          wanted.push({ path, slot, prepared, own });
        }
    // New changes take precedence.
    const isInterrupted = () => signal.aborted || this.pending.size > 0;
    const isOver = wanted.length === 0 || (await this.lookInOthers(wanted, pause, isInterrupted));
    for (const { path, slot } of wanted) {
      if (isOver) slot.searchedAt = now;
      this.settle(path, slot, changed);
    }
    if (!isOver) this.putBack([...this.wandering]);
  }

  /** In the order of their changes, so that a search which is interrupted goes on where it was. False if it was. */
  private async lookInOthers(
    wanted: readonly Wanderer[],
    pause: Pause,
    isInterrupted: () => boolean,
  ): Promise<boolean> {
    const versionOf = (path: string) => this.texts.versionOf(path);
    for (const path of this.texts.paths().sort((a, b) => versionOf(a) - versionOf(b))) {
      const version = versionOf(path);
      const here = wanted.filter(({ slot, own }) => slot.searchedAt < version && !own.includes(path));
      if (here.length === 0) continue;
      const source = await this.texts.ready(path);
      if (isInterrupted()) return false;
      if (!source) continue;
      const quotations = here.map(({ prepared }) => prepared);
      findQuotations([source.prepared], quotations, { nearest: false }).forEach(({ exact }, i) => {
        const { slot } = here[i]!;
        slot.searchedAt = version;
        const [found] = exact;
        const passages = found ? passagesOf(source, found.match) : [];
        slot.hits = [...slot.hits, ...passages.map((passage) => ({ version, passage }))];
      });
      await pause();
      if (isInterrupted()) return false;
    }
    return true;
  }

  /** The documents and files that are the texts of the works that a quotation names. */
  private sourcesOf(path: string, { quotation }: Slot): NamedSource[] {
    return quotation.works.flatMap(({ text: work }) =>
      this.library.workTexts.of(path, work).map((text) => {
        if (isWorkFile(text)) this.texts.takeFile(text, work);
        return { path: text, work };
      }),
    );
  }

  private basisOf(sources: readonly NamedSource[]): string {
    const part = (path: string) => (this.library.workTexts.isExcerpt(path) ? 'part of ' : '');
    return sources
      .map(({ path, work }) => `${this.texts.versionOf(path)} ${part(path)}${path} of ${work}`)
      .join('\n');
  }
}
