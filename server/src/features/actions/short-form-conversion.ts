/** Converts ibid., op. cit. and their kin in notes to citations of the works that they stand for. */
import { foldedWords } from '../../found/folding.ts';
import type { FoundResolution, ShortTitle } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { citationPlan, type CitationPlan } from './citation-plan.ts';
import { writtenLocator } from './pandoc-citation.ts';

/** Between a form and its locator, or after it: no words. */
const NOTHING = /^[\s,:;.()[\]*_]*$/;
/** Words between the names and the title of a short form that a citation does without. */
const SMALL = new Set('and und et y e i in of hg hrsg ed eds dir a cura di'.split(' '));

/** The plans for the short forms that lead to one work, not yet tried. */
export function shortFormPlans(
  { found, text, facts }: DocumentView,
  resolution: FoundResolution,
): CitationPlan[] {
  const lang = facts.frontMatter?.lang ?? null;
  let done = 0;
  const order = found.shortTitles.map((short, i) => ({ short, match: resolution.shortTitles[i]! }));
  order.sort((a, b) => a.short.wholeRange.from - b.short.wholeRange.from);
  return order.flatMap(({ short, match }) => {
    if (short.wholeRange.from < done || short.status !== 'resolved' || match.status !== 'resolved') return [];
    const plan = planOf(short, match.keys[0]!, text.text, lang);
    if (!plan) return [];
    done = plan.range.to;
    return [plan];
  });
}

function planOf(short: ShortTitle, key: string, text: string, lang: string | null): CitationPlan | null {
  const { wholeRange, range, locator, form } = short;
  // Where a work is cited by a citekey already, it says what it means.
  if (/@/.test(text.slice(wholeRange.from, wholeRange.to))) return null;
  // The place that loc. cit. repeats would be lost.
  if (form === 'loc-cit' && locator === null) return null;
  const place = locator?.range ?? null;
  // A short title is all of it, its place included.
  const lead = form === 'short-title' ? (place?.from ?? wholeRange.to) : range.from;
  if (!isNamed(short, text.slice(wholeRange.from, lead))) return null;
  const inner = place ? text.slice(range.to, place.from) : '';
  const behind = text.slice(place?.to ?? range.to, wholeRange.to);
  if (!NOTHING.test(inner) || !NOTHING.test(behind)) return null;
  // ‘Id., Another Title’ names an author, and what follows the comma may be another work.
  if (/^\s*,\s*["“«„‘*_]?\p{Lu}/u.test(text.slice(wholeRange.to, wholeRange.to + 8))) return null;
  const written = text.slice(wholeRange.from, wholeRange.to);
  const opens = (words: string) => words.replace(/[^([]/g, '').length - words.replace(/[^)\]]/g, '').length;
  if (opens(written) !== 0 || (written.match(/[*_]/g)?.length ?? 0) % 2 !== 0) return null;
  // The stop of ‘Ibid.’ ends its sentence, too.
  const stops =
    written.endsWith('.') && !/^\s?[,;:)\]}.\p{Ll}]/u.test(text.slice(wholeRange.to, wholeRange.to + 2));
  const item = {
    mode: 'NormalCitation',
    key,
    prefix: '',
    suffix: '',
    locator: locator ? writtenLocator(locator, text.slice(locator.range.from, locator.range.to), lang) : '',
  } as const;
  return citationPlan(wholeRange, [item], text, stops ? '.' : '');
}

/** Whether the words in front of a form are its names and title, so that a citation says as much. */
function isNamed({ names, title }: ShortTitle, lead: string): boolean {
  const known = new Set([
    ...names.flatMap(({ family, given }) => foldedWords(`${given ?? ''} ${family}`)),
    ...foldedWords(title ?? ''),
  ]);
  return foldedWords(lead).every(
    (word) => known.has(word) || SMALL.has(word) || /^(?:1[5-9]|20)\d\d[a-z]?$/.test(word),
  );
}
