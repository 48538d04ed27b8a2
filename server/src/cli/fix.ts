/** `check --fix`: applies the preferred fixes of a workspace until none is left. */
import type { Action } from '../features/actions/action.ts';
import type { TextSplice } from '../features/actions/splices.ts';
import type { Service } from '../service.ts';
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';
import { printable } from './printable.ts';
import { RawText } from './raw-text.ts';
import type { Stops } from './terminal.ts';
import { say } from '../words/say.ts';

/** A fix may make room for another; so many rounds at most are made. */
const ROUNDS = 10;

/** A file that fixes change. */
export interface FixedFile {
  readonly path: string;
  /** Null for a file that is created. */
  readonly before: RawText | null;
  readonly after: RawText;
}

/** What fixing came to. */
export interface Fixed {
  readonly files: readonly FixedFile[];
  /** How many fixes were applied. */
  readonly count: number;
  /** Sentences on files that were left alone, and why. */
  readonly refusals: readonly string[];
}

/** Reads a file of the workspace as it is on disk; a string says why it may not be changed. */
export type ReadRaw = (path: string) => RawText | string;

/**
 * Applies the fixes that editors prefer, to the service's own state only; writing is the caller's. Fixes that overlap wait
 * for the next round. A round after which a file has more findings than before is taken back.
 */
export async function fixAll(
  service: Service,
  paths: readonly string[],
  read: ReadRaw,
  stops: Stops,
  /** Whether a finding of that severity is told, and so mended. */
  isTold: (severity: string) => boolean = () => true,
): Promise<Fixed> {
  const texts = new Texts(service, read);
  let count = 0;
  for (const path of paths) {
    for (let round = 0; round < ROUNDS; round++) {
      await stops.pass();
      const before = service.check(path).findings.length;
      if (before === 0 || !texts.open(path)) break;
      const chosen = withoutOverlap(
        service
          .preferredFixes(path)
          .filter(({ fixes = [] }) => fixes.every(({ severity }) => isTold(severity ?? 'error'))),
        texts,
      );
      if (chosen.length === 0) break;
      const undo = texts.apply(chosen);
      await service.settle();
      await service.verifyQuotations(() => stops.pass());
      if (service.check(path).findings.length > before) {
        undo();
        await service.settle();
        break;
      }
      count += chosen.length;
    }
  }
  await service.verifyQuotations(() => stops.pass());
  return { files: texts.changed(), count, refusals: texts.refusals };
}

/** Those fixes that touch different places, the first of each; two insertions at one place count as touching. */
function withoutOverlap(fixes: readonly Action[], texts: Texts): Action[] {
  const taken = new Map<string, TakenRanges>();
  const created = new Set<string>();
  return fixes.filter((fix) => {
    const edits = fix.edits();
    if (edits.length === 0) return false;
    if (fix.creates !== undefined && created.has(fix.creates)) return false;
    const meets = edits.some(({ path, range }) => taken.get(path)?.touches(range));
    if (meets || !edits.every(({ path }) => path === fix.creates || texts.open(path))) return false;
    if (fix.creates !== undefined) created.add(fix.creates);
    for (const { path, range } of edits) {
      const ranges = taken.get(path) ?? new TakenRanges();
      taken.set(path, ranges);
      ranges.add(range);
    }
    return true;
  });
}

/** Ranges of a text, in order, none of which touches one that is added later. */
class TakenRanges {
  private readonly ranges: TextRange[] = [];

  touches({ from, to }: TextRange): boolean {
    const next = this.ranges[this.after(from)];
    return next !== undefined && next.from <= to;
  }

  add(range: TextRange): void {
    this.ranges.splice(this.after(range.from), 0, range);
  }

  /** The number of the first range that ends at `offset` or later. */
  private after(offset: number): number {
    return bisect(this.ranges.length, (i) => this.ranges[i]!.to >= offset);
  }
}

/** The texts that are being changed. */
class Texts {
  readonly refusals: string[] = [];
  private readonly refused = new Set<string>();
  private readonly before = new Map<string, RawText | null>();
  private readonly now = new Map<string, RawText>();

  constructor(
    private readonly service: Service,
    private readonly read: ReadRaw,
  ) {}

  /** Makes a file ready to be changed; false where it may not be. */
  open(path: string): boolean {
    if (this.now.has(path)) return true;
    if (this.refused.has(path)) return false;
    const rewritten = this.service.rewritten(path);
    const raw = rewritten ?? this.read(path);
    if (typeof raw === 'string') {
      this.refused.add(path);
      this.refusals.push(
        rewritten ?? say('{file} is left as it is: {why}', { file: printable(path), why: raw }),
      );
      return false;
    }
    this.before.set(path, raw);
    this.show(path, raw);
    return true;
  }

  /** Applies fixes whose edits are disjoint. Returns what takes them back. */
  apply(fixes: readonly Action[]): () => void {
    const old = new Map(this.now);
    const splices = new Map<string, TextSplice[]>();
    for (const fix of fixes) {
      if (fix.creates !== undefined && !this.now.has(fix.creates)) {
        this.before.set(fix.creates, null);
        this.now.set(fix.creates, RawText.of(''));
      }
      for (const { path, range, insert } of fix.edits()) {
        const list = splices.get(path);
        if (list) list.push({ range, insert });
        else splices.set(path, [{ range, insert }]);
      }
    }
    for (const [path, list] of splices) this.show(path, this.now.get(path)!.spliced(list));
    return () => {
      for (const [path, raw] of old) if (this.now.get(path) !== raw) this.show(path, raw);
    };
  }

  /** The files that differ from before. */
  changed(): FixedFile[] {
    return [...this.now]
      .filter(([path, raw]) => this.before.get(path)?.raw !== raw.raw)
      .map(([path, after]) => ({ path, before: this.before.get(path) ?? null, after }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private show(path: string, raw: RawText): void {
    this.now.set(path, raw);
    this.service.open(path, raw.raw);
  }
}
