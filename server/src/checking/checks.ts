/** What was checked in a document, with results: quotations, citations and locators. */
import { namesPageOutside } from '../pages/comparison.ts';
import { readPageRanges } from '../pages/page-ranges.ts';
import type { TextRange } from '../text/range.ts';
import { mayBeResolved, isOwnCrossReference } from '../workspace/cross-references.ts';
import type { Library } from '../workspace/library.ts';
import { standsWhere } from '../workspace/quotation-places.ts';
import type { CitedWork, DocumentSummary } from '../workspace/summary.ts';
import type { Judgement, UncheckedReason } from './quotation-judgement.ts';
import { judge } from './quotation-judgement.ts';
import { judgedCitations } from './dated-citations.ts';
import type { World } from './rule.ts';

/** The result of a quotation, citation or locator. */
export type CheckOutcome =
  | QuotationOutcome
  /**
   * For a citation: a bibliography has its work; none has; there is no bibliography; or, in a text with a list of its
   * own, the citation or the list may be misread.
   */
  | 'found'
  | 'missing'
  | 'no-bibliography'
  | 'unsure'
  /**
   * For a locator: it is one of the work's pages; it is not; or the quoted words are there. Otherwise `unchecked`.
   */
  | 'possible'
  | 'impossible'
  | 'confirmed';

export type QuotationOutcome =
  | 'verified'
  /** As far as a scan can be read. */
  | 'blurred'
  | 'shortened'
  | 'altered'
  | 'elsewhere'
  | 'absent'
  | 'unchecked';

/** Something that was checked, or could not be. */
export interface Check {
  readonly kind: 'quotation' | 'citation' | 'locator';
  readonly outcome: CheckOutcome;
  /** Why a quotation was not checked. */
  readonly reason: UncheckedReason | null;
  readonly range: TextRange;
  /** The citekey that it names, or is attributed to; null for an unknown work. */
  readonly work: string | null;
}

/** All checks in a document, quotations first. */
export function checksOf(summary: DocumentSummary, world: Pick<World, 'library' | 'quotations'>): Check[] {
  const { path } = summary;
  const { library } = world;
  const quotations = library.inPrint.quotationsOf(path);
  const verdicts = world.quotations.of(path);
  const checks: Check[] = [];
  /** By offset: locators at which the quoted words are. */
  const confirmed = new Set<number>();
  quotations.forEach((quotation, i) => {
    const verdict = verdicts[i] ?? null;
    const judgement = judge(quotation, verdict, path, library);
    if (!judgement) return;
    const { locator, works, range } = quotation;
    checks.push({ kind: 'quotation', ...outcomeOf(judgement), range, work: works[0]?.text ?? null });
    if (
      locator &&
      verdict?.status === 'exact' &&
      verdict.passages.some((passage) => standsWhere(passage, locator))
    )
      confirmed.add(locator.range.from);
  });
  const canJudge = library.canJudgeCitations(path);
  for (const cited of summary.cited) {
    if (cited.in === 'nocite') continue;
    const { key, locator } = cited;
    const isKnown = library.entries(path, key.text).length > 0;
    // An unknown bare `@name` may be a social media handle.
    if (!isKnown && (cited.in === 'bare' || cited.in === 'handle') && !canJudge) continue;
    if (!isKnown && isOwnCrossReference(key.text, path, library)) continue;
    const outcome = isKnown
      ? 'found'
      : canJudge && !mayBeResolved(key.text, path, library)
        ? 'missing'
        : 'no-bibliography';
    checks.push({ kind: 'citation', outcome, reason: null, range: key.range, work: key.text });
    if (!locator) continue;
    const place = confirmed.has(locator.range.from) ? 'confirmed' : possibility(cited, path, library);
    checks.push({ kind: 'locator', outcome: place, reason: null, range: locator.range, work: key.text });
  }
  checks.push(...datedChecks(summary, library, confirmed));
  return checks;
}

/** The checks of author-year citations and their locators in a text without a reference list. */
function datedChecks(summary: DocumentSummary, library: Library, confirmed: ReadonlySet<number>): Check[] {
  const { path } = summary;
  const checks: Check[] = [];
  for (const { citation, keys, isMissing } of judgedCitations(summary, library)) {
    const { range, locator } = citation;
    if (keys.length === 0 && !isMissing) continue;
    const work = keys.length === 1 ? keys[0]! : null;
    checks.push({ kind: 'citation', outcome: isMissing ? 'missing' : 'found', reason: null, range, work });
    if (!locator) continue;
    const key = { text: work ?? '', range };
    const place = confirmed.has(locator.range.from)
      ? 'confirmed'
      : possibility({ key, locator }, path, library);
    checks.push({ kind: 'locator', outcome: place, reason: null, range: locator.range, work });
  }
  return checks;
}

/** The overall result of a quotation. */
export function outcomeOf(judgement: Judgement): {
  outcome: QuotationOutcome;
  reason: UncheckedReason | null;
} {
  const { outcome } = judgement;
  return {
    outcome: outcome === 'misplaced' ? 'elsewhere' : outcome,
    reason: outcome === 'unchecked' ? judgement.reason : null,
  };
}

/** Whether a page can be in the work, by the pages of its entry; `unchecked` where these are unknown. */
export function possibility(
  { key, locator }: Pick<CitedWork, 'key' | 'locator'>,
  path: string,
  library: Library,
): 'possible' | 'impossible' | 'unchecked' {
  if (locator?.label !== 'page') return 'unchecked';
  const [found, ...others] = library.entries(path, key.text);
  const whole = others.length === 0 ? found?.printedOn : null;
  const named = whole ? readPageRanges(locator.value) : null;
  if (!whole || !named) return 'unchecked';
  return namesPageOutside(named, whole) ? 'impossible' : 'possible';
}
