/** What the documents of a workspace add to the tree of checks. */
import { checksOf, type Check, type CheckOutcome } from '../../checking/checks.ts';
import type { UncheckedReason } from '../../checking/quotation-judgement.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';

/** How many checks of a kind came to the same, of one work. */
export interface CheckTally {
  /** Null for a work that nobody knows, or for one of several. */
  readonly work: string | null;
  readonly kind: Check['kind'];
  /** What they came to; of a quotation that was not checked the reason. */
  readonly name: CheckOutcome | UncheckedReason;
  readonly count: number;
}

/** What may be looked at. */
interface Checked {
  readonly library: Library;
  readonly quotations: QuotationVerdicts;
}

const NOTHING: readonly CheckTally[] = [];

/** What each file comes to, kept from one answer to the next: only files that something concerned are counted anew. */
export class CheckTallies {
  private readonly kept = new Map<string, readonly CheckTally[]>();

  /** Something may be otherwise about the checks of these files. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) this.kept.delete(path);
  }

  /** What a document comes to. */
  of(path: string, checked: Checked): readonly CheckTally[] {
    let tallies = this.kept.get(path);
    if (!tallies) this.kept.set(path, (tallies = tally(checksIn(path, checked))));
    return tallies;
  }
}

/** All that was checked in the document `path`. */
export function checksIn(path: string, checked: Checked): Check[] {
  const summary = checked.library.summary(path);
  return summary ? checksOf(summary, checked) : [];
}

function tally(checks: readonly Check[]): readonly CheckTally[] {
  if (checks.length === 0) return NOTHING;
  const tallies = new Map<string, { -readonly [Name in keyof CheckTally]: CheckTally[Name] }>();
  for (const { kind, outcome, reason, work } of checks) {
    const name = reason ?? outcome;
    const key = `${kind} ${name} ${work ?? ''}`;
    const one = tallies.get(key);
    if (one) one.count++;
    else tallies.set(key, { work, kind, name, count: 1 });
  }
  return [...tallies.values()];
}
