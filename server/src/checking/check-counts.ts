/** Counts of checks, as numbers and in words. */
import type { DocumentSummary } from '../workspace/summary.ts';
import { checksOf, type Check, type CheckOutcome, type QuotationOutcome } from './checks.ts';
import type { UncheckedReason } from './quotation-judgement.ts';
import type { World } from './rule.ts';

/** The number of checks by kind and result. Unchecked quotations are counted by reason. */
export interface CheckCounts {
  readonly quotations: Readonly<
    Partial<Record<Exclude<CheckOutcome, 'unchecked'> | UncheckedReason, number>>
  >;
  readonly citations: Readonly<Partial<Record<CheckOutcome, number>>>;
  readonly locators: Readonly<Partial<Record<CheckOutcome, number>>>;
}

export const NOTHING_CHECKED: CheckCounts = { quotations: {}, citations: {}, locators: {} };

/** Counts checks, perhaps of several documents. */
export function countChecks(checks: Iterable<Check>): CheckCounts {
  const counts = { quotation: {}, citation: {}, locator: {} } as Record<
    Check['kind'],
    Record<string, number>
  >;
  for (const { kind, outcome, reason } of checks) {
    const of = counts[kind];
    const name = reason ?? outcome;
    of[name] = (of[name] ?? 0) + 1;
  }
  return { quotations: counts.quotation, citations: counts.citation, locators: counts.locator };
}

/** The counts for a document: `checksOf`, and the citations that its own reference list resolves. */
export function checkCountsOf(
  summary: DocumentSummary,
  world: Pick<World, 'library' | 'quotations'>,
): CheckCounts {
  const counts = countChecks(checksOf(summary, world));
  const { listedCitations: listed } = summary;
  if (!listed) return counts;
  const { found, possible, impossible, unchecked } = listed;
  const missing = summary.danglingCitations.filter(
    (cited) => world.library.inPrint.worksMatched(summary.path, cited).length === 0,
  );
  return sumOfCounts([
    counts,
    {
      quotations: {},
      citations: countedOnly({
        found: found + summary.danglingCitations.length - missing.length,
        missing: missing.length,
      }),
      locators: countedOnly({ possible, impossible, unchecked }),
    },
  ]);
}

/** Drops results that do not occur. */
function countedOnly(counts: CheckCounts['citations']): CheckCounts['citations'] {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** The sum of several counts. */
export function sumOfCounts(all: Iterable<CheckCounts>): CheckCounts {
  const sum = { quotations: {}, citations: {}, locators: {} } as Record<
    keyof CheckCounts,
    Record<string, number>
  >;
  for (const counts of all)
    for (const kind of ['quotations', 'citations', 'locators'] as const)
      for (const [name, count] of Object.entries(counts[kind]))
        sum[kind][name] = (sum[kind][name] ?? 0) + count;
  return sum;
}

const QUOTATIONS: readonly [name: string, words: string][] = [
  ['verified', 'verified'],
  ['blurred', 'as far as the scan can be read'],
  ['shortened', 'shortened'],
  ['altered', 'altered'],
  ['elsewhere', 'elsewhere'],
  ['absent', 'absent'],
  ['no-text', 'without a text to check against'],
  ['outside', 'whose works lie in folders that may not be read'],
  ['unreadable', 'whose works have a file that cannot be read'],
  ['scan', 'not found in a scan that may be misread'],
  ['excerpt', 'of which only an excerpt is here'],
  ['unattributed', 'that may be from several works'],
  ['language', 'that may be translations'],
  ['searching', 'still being looked for'],
];
const CITATIONS: readonly [name: string, words: string][] = [
  ['found', 'found'],
  ['missing', 'not found'],
  ['no-bibliography', 'without a bibliography'],
];
const LOCATORS: readonly [name: string, words: string][] = [
  ['confirmed', 'where the words stand'],
  ['possible', 'possible'],
  ['impossible', 'impossible'],
  ['unchecked', 'with nothing to compare with'],
];

const KINDS = {
  quotation: { words: 'Quotations', names: QUOTATIONS },
  citation: { words: 'Citations', names: CITATIONS },
  locator: { words: 'Places', names: LOCATORS },
} as const;

/** A result, or the reason for none, as a heading: `Quotations: altered`. */
export function checkInWords(kind: Check['kind'], name: CheckOutcome | UncheckedReason): string {
  const { words, names } = KINDS[kind];
  return `${words}: ${names.find(([known]) => known === name)?.[1] ?? name}`;
}

/** What a quotation came to, or why it was not checked, of one alone: `verified`, `not checked: no text of its work`. */
export function verdictInWords(name: QuotationOutcome | UncheckedReason): string {
  switch (name) {
    case 'verified':
    case 'shortened':
    case 'altered':
    case 'elsewhere':
    case 'absent':
      return name;
    case 'blurred':
      return 'verified as far as the scan can be read';
    case 'scan':
      return 'not checked: not found in a scan, which may be misread';
    case 'unchecked':
      return 'not checked';
    case 'no-text':
      return 'not checked: no text of its work';
    case 'outside':
      return 'not checked: its file may not be read';
    case 'unreadable':
      return 'not checked: its file cannot be read';
    case 'excerpt':
      return 'not checked: only an excerpt';
    case 'unattributed':
      return 'not checked: from one of several works';
    case 'language':
      return 'not checked: may be a translation';
    case 'searching':
      return 'not checked yet';
  }
}

/** The sort order of a result among all. */
export function checkOrder(kind: Check['kind'], name: CheckOutcome | UncheckedReason): number {
  const order = Object.keys(KINDS).indexOf(kind) * 100;
  return order + KINDS[kind].names.findIndex(([known]) => known === name);
}

/** `41 quotations: 29 verified, 2 altered, 10 without a text to check against`; empty where there are none. */
export function quotationsInWords({ quotations }: CheckCounts): string {
  return inWords(quotations, 'quotation', QUOTATIONS);
}

/** As `quotationsInWords`, for citations. */
export function citationsInWords({ citations }: CheckCounts): string {
  return inWords(citations, 'citation', CITATIONS);
}

/** As `quotationsInWords`, for locators. */
export function locatorsInWords({ locators }: CheckCounts): string {
  return inWords(locators, 'place', LOCATORS);
}

function inWords(
  counts: Readonly<Partial<Record<string, number>>>,
  noun: string,
  names: readonly (readonly [name: string, words: string])[],
): string {
  const total = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (total === 0) return '';
  const parts = names.flatMap(([name, words]) => (counts[name] ? [`${counts[name]} ${words}`] : []));
  return `${total} ${noun}${total === 1 ? '' : 's'}: ${parts.join(', ')}`;
}
