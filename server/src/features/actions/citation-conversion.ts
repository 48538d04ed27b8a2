/** Converts author–year citations of found texts to Pandoc's syntax. */
import type { FoundCitation, FoundResolution } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { encloses, type TextRange } from '../../text/range.ts';
import { citationPlan, type CitationPlan, type CitedItem } from './citation-plan.ts';
import { soundParts } from './conversion-part.ts';
import { numberPlan } from './number-conversion.ts';
import { writtenLocator, type CitationToWrite } from './pandoc-citation.ts';

/**
 * The conversions for citations whose parentheses `wanted` selects. A parenthesis is converted whole or not at all:
 * each of its works must resolve to one entry, and no words may be lost. A conversion that does not read back as the
 * same citation is dropped.
 */
export function convertCitations(
  view: DocumentView,
  resolution: FoundResolution,
  wanted: (group: TextRange) => boolean,
): readonly CitationPlan[] {
  return soundParts(view.text.text, citationPlans(view, resolution, wanted));
}

/** The plans for the citations whose parentheses `wanted` selects, not yet tried. */
export function citationPlans(
  view: DocumentView,
  resolution: FoundResolution,
  wanted: (group: TextRange) => boolean,
): CitationPlan[] {
  const text = view.text.text;
  const lang = view.facts.frontMatter?.lang ?? null;
  const plans: CitationPlan[] = [];
  let done = 0;
  for (const group of groupsOf(view, resolution)) {
    const plan = wanted(group[0]!.citation.groupRange) ? planOf(group, text, lang) : null;
    if (!plan || plan.range.from < done) continue;
    plans.push(plan);
    done = plan.range.to;
  }
  return plans;
}

/** The number of parentheses, and of citations without one. */
export function countGroups({ found }: DocumentView): number {
  return new Set([...found.citations, ...found.possibleCitations].map(({ groupRange }) => groupRange.from))
    .size;
}

function* groupsOf({ found }: DocumentView, resolution: FoundResolution): Generator<CitedItem[]> {
  const items = [
    ...found.citations.map((citation, i) => ({ citation, match: resolution.citations[i]! })),
    ...found.possibleCitations.map((citation, i) => ({ citation, match: resolution.possibleCitations[i]! })),
  ];
  const groups = new Map<number, CitedItem[]>();
  for (const item of items) {
    const { from } = item.citation.groupRange;
    const group = groups.get(from);
    if (group) group.push(item);
    else groups.set(from, [item]);
  }
  for (const [, group] of [...groups].sort((a, b) => a[0] - b[0])) yield group;
}

/** Between names and year, and between year and page: no words. */
const NOTHING = /^[\s,:;.([]*$/;
const BETWEEN = /^[\s,;，；]*(?:(?:and|und|et|y|e|&)(?=\s))?[\s,;，；]*$/;
const IBID = /^\s*(?:ibid(?:em)?|id(?:em)?|ebd|ebenda|ivi|ib)(?!\p{L})\.?[\s:,]*$/iu;
/** A conjunction before a second work, which becomes a semicolon. */
const CONJUNCTION = /^(?:and|und|et|y|e|&)$/;

function planOf(group: readonly CitedItem[], text: string, lang: string | null): CitationPlan | null {
  const { groupRange, range, number } = group[0]!.citation;
  if (number !== null) return numberPlan(group, text, lang);
  const bare = !/[([（]/.test(text[groupRange.from]!);
  const inner = bare ? groupRange : { from: groupRange.from + 1, to: groupRange.to - 1 };
  const items: CitationToWrite[] = [];
  let at = inner.from;
  let carried: { from: number } | null = null;
  for (const [i, { citation, match }] of group.entries()) {
    const own = partsOf(citation, inner, text);
    if (!own) return null;
    const gap = text.slice(at, own.from);
    const ibid = i === 0 && citation.year === null && IBID.test(gap);
    if (i === 0 ? !(ibid || /^\s*$/.test(gap)) : !takesGap(gap, items, carried !== null)) return null;
    at = own.to;
    if (match.status !== 'resolved') {
      // The work in which another is cited precedes it.
      if (citation.citedIn === null || carried) return null;
      carried = { from: own.from };
      continue;
    }
    const prefix = text
      .slice(carried ? carried.from : own.from, own.namesFrom)
      .replace(/\s+/g, ' ')
      .trim();
    carried = null;
    items.push({
      mode: modeOf(citation, i, bare, ibid),
      key: match.keys[0]!,
      prefix: i > 0 && CONJUNCTION.test(prefix) ? '' : prefix,
      suffix: '',
      locator: citation.locator
        ? writtenLocator(
            citation.locator,
            text.slice(citation.locator.range.from, citation.locator.range.to),
            lang,
          )
        : '',
    });
  }
  if (carried || items.length === 0 || !takesGap(text.slice(at, inner.to), items, false)) return null;
  const whole = items[0]!.mode === 'AuthorInText' ? { from: range.from, to: groupRange.to } : groupRange;
  return citationPlan(whole, items, text);
}

function modeOf(citation: FoundCitation, i: number, bare: boolean, ibid: boolean): CitationToWrite['mode'] {
  if (ibid) return 'NormalCitation';
  // Names and a year in running text are part of the sentence; a parenthesis is not.
  if (bare && i === 0) return 'AuthorInText';
  return i > 0 && citation.mode === 'AuthorInText' ? 'SuppressAuthor' : citation.mode;
}

/** Adds the words after an item to its suffix, so that nothing is lost. False where that is not possible. */
function takesGap(gap: string, items: CitationToWrite[], carried: boolean): boolean {
  if (BETWEEN.test(gap)) return true;
  const last = items.at(-1);
  if (carried || !last || !/^\s*[,，]/.test(gap)) return false;
  const suffix = gap.replace(/\s+/g, ' ').replace(/^[\s,，]+|[\s,;，；]+$/g, '');
  items[items.length - 1] = { ...last, suffix };
  return true;
}

/** The range of an item in its parenthesis, and the start of its names; null where words would be lost. */
function partsOf(
  { range, namesRange, yearRange, locator }: FoundCitation,
  inner: TextRange,
  text: string,
): { from: number; namesFrom: number; to: number } | null {
  const nothing = (from: number, to: number) => from <= to && NOTHING.test(text.slice(from, to));
  const places = [yearRange, locator?.range ?? null].filter((place) => place !== null);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return null;
  if (first !== last && !nothing(first.to, last.from)) return null;
  if (namesRange && encloses(inner, namesRange) && encloses(range, namesRange))
    return nothing(namesRange.to, first.from)
      ? { from: range.from, namesFrom: namesRange.from, to: last.to }
      : null;
  // Names directly before the parenthesis are replaced; others further up stay.
  if (namesRange && namesRange.from === range.from && !nothing(namesRange.to, inner.from)) return null;
  return { from: first.from, namesFrom: first.from, to: last.to };
}
