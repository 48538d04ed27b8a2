/** Counts of checks, as numbers and in words. */
import type { DocumentSummary } from '../workspace/summary.ts';
import { checksOf, type Check, type CheckOutcome, type QuotationOutcome } from './checks.ts';
import type { UncheckedReason } from './quotation-judgement.ts';
import type { World } from './rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

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
  const { found, possible, impossible, unchecked, unsure } = listed;
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
        unsure,
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

/** A result: its heading, and so many of it. */
interface CountedResult {
  readonly name: string;
  readonly heading: string;
  readonly counted: string;
}

const QUOTATIONS: readonly CountedResult[] = [
  {
    name: 'verified',
    heading: deferred('Quotations: verified'),
    counted: deferred('{count, number} verified'),
  },
  {
    name: 'blurred',
    heading: deferred('Quotations: as far as the scan can be read'),
    counted: deferred('{count, number} as far as the scan can be read'),
  },
  {
    name: 'shortened',
    heading: deferred('Quotations: shortened'),
    counted: deferred('{count, number} shortened'),
  },
  {
    name: 'altered',
    heading: deferred('Quotations: altered'),
    counted: deferred('{count, number} altered'),
  },
  {
    name: 'elsewhere',
    heading: deferred('Quotations: elsewhere'),
    counted: deferred('{count, number} elsewhere'),
  },
  {
    name: 'absent',
    heading: deferred('Quotations: absent'),
    counted: deferred('{count, number} absent'),
  },
  {
    name: 'no-text',
    heading: deferred('Quotations: without a text to check against'),
    counted: deferred('{count, number} without a text to check against'),
  },
  {
    name: 'outside',
    heading: deferred('Quotations: whose works lie in folders that may not be read'),
    counted: deferred('{count, number} whose works lie in folders that may not be read'),
  },
  {
    name: 'unreadable',
    heading: deferred('Quotations: whose works have a file that cannot be read'),
    counted: deferred('{count, number} whose works have a file that cannot be read'),
  },
  {
    name: 'scan',
    heading: deferred('Quotations: not found in a scan that may be misread'),
    counted: deferred('{count, number} not found in a scan that may be misread'),
  },
  {
    name: 'excerpt',
    heading: deferred('Quotations: of which only an excerpt is here'),
    counted: deferred('{count, number} of which only an excerpt is here'),
  },
  {
    name: 'unattributed',
    heading: deferred('Quotations: that may be from several works'),
    counted: deferred('{count, number} that may be from several works'),
  },
  {
    name: 'language',
    heading: deferred('Quotations: that may be translations'),
    counted: deferred('{count, number} that may be translations'),
  },
  {
    name: 'searching',
    heading: deferred('Quotations: still being looked for'),
    counted: deferred('{count, number} still being looked for'),
  },
];
const CITATIONS: readonly CountedResult[] = [
  {
    name: 'found',
    heading: deferred('Citations: found'),
    counted: deferred('{count, number} found'),
  },
  {
    name: 'missing',
    heading: deferred('Citations: not found'),
    counted: deferred('{count, number} not found'),
  },
  {
    name: 'no-bibliography',
    heading: deferred('Citations: without a bibliography'),
    counted: deferred('{count, number} without a bibliography'),
  },
  {
    name: 'unsure',
    heading: deferred('Citations: not judged, since they or the list may be misread'),
    counted: deferred('{count, number} not judged, since they or the list may be misread'),
  },
];
const LOCATORS: readonly CountedResult[] = [
  {
    name: 'confirmed',
    heading: deferred('Places: where the words stand'),
    counted: deferred('{count, number} where the words stand'),
  },
  {
    name: 'possible',
    heading: deferred('Places: possible'),
    counted: deferred('{count, number} possible'),
  },
  {
    name: 'impossible',
    heading: deferred('Places: impossible'),
    counted: deferred('{count, number} impossible'),
  },
  {
    name: 'unchecked',
    heading: deferred('Places: with nothing to compare with'),
    counted: deferred('{count, number} with nothing to compare with'),
  },
];

const KINDS = { quotation: QUOTATIONS, citation: CITATIONS, locator: LOCATORS } as const;

/** A result, or the reason for none, as a heading: `Quotations: altered`. */
export function checkInWords(kind: Check['kind'], name: CheckOutcome | UncheckedReason): string {
  const found = KINDS[kind].find((known) => known.name === name);
  return found ? say(found.heading) : name;
}

/** What a quotation came to, or why it was not checked, of one alone: `verified`, `not checked: no text of its work`. */
export function verdictInWords(name: QuotationOutcome | UncheckedReason): string {
  return say(VERDICTS[name]);
}

const VERDICTS: Readonly<Record<QuotationOutcome | UncheckedReason, string>> = {
  verified: deferred('verified'),
  shortened: deferred('shortened'),
  altered: deferred('altered'),
  elsewhere: deferred('elsewhere'),
  absent: deferred('absent'),
  blurred: deferred('verified as far as the scan can be read'),
  scan: deferred('not checked: not found in a scan, which may be misread'),
  unchecked: deferred('not checked'),
  'no-text': deferred('not checked: no text of its work'),
  outside: deferred('not checked: its file may not be read'),
  unreadable: deferred('not checked: its file cannot be read'),
  excerpt: deferred('not checked: only an excerpt'),
  unattributed: deferred('not checked: from one of several works'),
  language: deferred('not checked: may be a translation'),
  searching: deferred('not checked yet'),
};

/** The sort order of a result among all. */
export function checkOrder(kind: Check['kind'], name: CheckOutcome | UncheckedReason): number {
  const order = Object.keys(KINDS).indexOf(kind) * 100;
  return order + KINDS[kind].findIndex((known) => known.name === name);
}

/** `41 quotations: 29 verified, 2 altered, 10 without a text to check against`; empty where there are none. */
export function quotationsInWords({ quotations }: CheckCounts): string {
  const { count, results } = resultsInWords(quotations, QUOTATIONS);
  return count === 0
    ? ''
    : say('{count, plural, one {# quotation} other {# quotations}}: {results}', { count, results });
}

/** As `quotationsInWords`, for citations. */
export function citationsInWords({ citations }: CheckCounts): string {
  const { count, results } = resultsInWords(citations, CITATIONS);
  return count === 0
    ? ''
    : say('{count, plural, one {# citation} other {# citations}}: {results}', { count, results });
}

/** As `quotationsInWords`, for locators. */
export function locatorsInWords({ locators }: CheckCounts): string {
  const { count, results } = resultsInWords(locators, LOCATORS);
  return count === 0
    ? ''
    : say('{count, plural, one {# place} other {# places}}: {results}', { count, results });
}

function resultsInWords(
  counts: Readonly<Partial<Record<string, number>>>,
  names: readonly CountedResult[],
): { count: number; results: string } {
  const count = Object.values(counts).reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const parts = names.flatMap(({ name, counted }) => {
    const each = counts[name];
    return each ? [say(counted, { count: each })] : [];
  });
  return { count, results: enumerated(parts) };
}
