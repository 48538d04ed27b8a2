/** Quotations that are marked, and those in quotation marks with an attribution. */
import type { TextRange } from '../text/range.ts';
import { encloses, firstFrom } from '../text/range.ts';
import type { PartNode } from '../syntax/nodes.ts';
import { attributionsOf, type Surroundings } from './attribution.ts';
import { attribute, bare } from './claims.ts';
import { disclaimerOf } from './disclaimers.ts';
import type { Attribution, PandocCitation, Quotation, Token } from './model.ts';
import type { Openers } from './openers.ts';
import { namedBeside } from './named-beside.ts';
import { MARKS, stretchesInMarks } from './quotation-marks.ts';
import { quotedInCitations } from './quoted-in-citation.ts';
import { stretchesInMarkup, type QuotedStretch } from './quotation-markup.ts';

/** A quotation marked with the class `quote`. */
export function markedQuotation(text: string, node: PartNode): Quotation {
  const from = attribute(node.attributes, 'from');
  const at = attribute(node.attributes, 'at');
  const contentRange = withoutMarks(text, node.contentRange);
  const disclaimer = disclaimerOf(text, node.range);
  return {
    kind: 'marked',
    range: node.range,
    contentRange,
    from: from && bare(from),
    at,
    attributions: [],
    disclaimer,
  };
}

/** A range without the white space and the one pair of quotation marks around it. */
function withoutMarks(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  const closers = MARKS.get(text.charAt(from));
  if (closers?.includes(text.charAt(to - 1)) && to - from > 2) return { from: from + 1, to: to - 1 };
  return { from, to };
}

/**
 * Quotations in quotation marks in a paragraph that a citation or note near them may attribute. `openers` are
 * those of the text; quotations in `taken` (marked ones) are not found again. `otherwise` attributes those that nothing in
 * the paragraph does. `citations` are those of the paragraph.
 */
export function inlineQuotations(
  around: Surroundings,
  openers: Openers,
  taken: readonly TextRange[],
  otherwise: readonly Attribution[],
  citations: readonly PandocCitation[],
): Quotation[] {
  const { text } = around;
  const found: Quotation[] = [];
  for (const { range, attribution } of quotedInCitations(text, openers, citations)) {
    if (taken.some((other) => encloses(other, range) || encloses(range, other))) continue;
    const contentRange = { from: range.from + 1, to: range.to - 1 };
    const attributions = [attribution];
    const disclaimer = disclaimerOf(text, range);
    found.push({
      kind: 'inline',
      range,
      contentRange,
      ...citedFirst(attributions),
      attributions,
      disclaimer,
    });
  }
  for (const stretch of allStretches(around, openers)) {
    const { range, contentRange } = innermost(text, stretch);
    if (taken.some((other) => encloses(other, range) || encloses(range, other))) continue;
    const near = attributionsOf(range, around);
    const named = near.some(({ loose }) => !loose) ? null : namedBeside(text, range, around.prose);
    const beside = named ? [named, ...near] : near;
    const attributions = beside.length > 0 ? beside : otherwise;
    if (attributions.length === 0) continue;
    found.push({
      kind: 'inline',
      range,
      contentRange,
      ...citedFirst(attributions),
      attributions,
      disclaimer: disclaimerOf(text, range),
    });
  }
  return found;
}

/** `“the verdict ‘the roads were lost’”`: up to so many words of the writer’s before what is quoted within. */
const MOST_BEFORE_NESTED = 3;

/** The quotation that ends a stretch in which only a few words precede it; else the stretch itself. */
function innermost(text: string, stretch: QuotedStretch): QuotedStretch {
  const words = text.slice(stretch.contentRange.from, stretch.contentRange.to);
  const match = NESTED.exec(words);
  if (!match || (match[1]!.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > MOST_BEFORE_NESTED) return stretch;
  const closer = MARKS.get(match[2]!);
  if (!closer?.includes(match[4]!) || match[3]!.includes(match[4]!)) return stretch;
  const from = stretch.contentRange.from + match[1]!.length;
  const to = from + match[2]!.length + match[3]!.length + match[4]!.length;
  return { range: { from, to }, contentRange: { from: from + 1, to: to - 1 } };
}
const NESTED = /^(\p{Ll}[^‘“«‹"',.;:!?]{1,40}\s)([‘“«‹"'])([^‘“«‹"]{12,})([’”»›"'])[.,]?$/u;

/** The stretches between marks of any kind, in order. */
function allStretches({ text, prose, skipped }: Surroundings, openers: Openers): readonly QuotedStretch[] {
  const inMarkup = [...stretchesInMarkup(text, prose, skipped)];
  // These don't overlap each other.
  const markedUp = inMarkup.map(({ range }) => range);
  const inMarks = [...stretchesInMarks(text, openers, prose, skipped)]
    .filter((range) => {
      const before = markedUp[firstFrom(markedUp, range.from + 1) - 1];
      return !before || !encloses(before, range);
    })
    .map((range) => ({ range, contentRange: { from: range.from + 1, to: range.to - 1 } }));
  return inMarkup.length === 0
    ? inMarks
    : [...inMarkup, ...inMarks].sort((a, b) => a.range.from - b.range.from);
}

/** The work and locator of the first attribution, if it is a citation and certain. */
export function citedFirst([first]: readonly Attribution[]): { from: Token | null; at: Token | null } {
  if (first?.kind !== 'citation' || first.loose) return { from: null, at: null };
  return { from: { text: first.name, range: first.range }, at: first.at };
}
