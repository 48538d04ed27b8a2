/** The contribution of each document to the tree of checks. */
import { checksOf, type Check, type CheckOutcome } from '../../checking/checks.ts';
import type { UncheckedReason } from '../../checking/quotation-judgement.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';

/** The number of checks with one result, for one kind and one work. */
export interface CheckTally {
  /** Null for an unknown work, or for one of several. */
  readonly work: string | null;
  readonly kind: Check['kind'];
  /** The result; for an unchecked quotation the reason. */
  readonly name: CheckOutcome | UncheckedReason;
  readonly count: number;
}

/** The inputs. */
interface Checked {
  readonly library: Library;
  readonly quotations: QuotationVerdicts;
}

const NOTHING: readonly CheckTally[] = [];

/** Results per file, cached: only files that a change concerns are counted again. */
export class CheckTallies {
  private readonly kept = new Map<string, readonly CheckTally[]>();

  /** Drops the results of files whose checks may have changed. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) this.kept.delete(path);
  }

  /** The contribution of a document. */
  of(path: string, checked: Checked): readonly CheckTally[] {
    let tallies = this.kept.get(path);
    if (!tallies) this.kept.set(path, (tallies = tally(checksIn(path, checked))));
    return tallies;
  }
}

/** All checks in the document `path`. */
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
