import { worksMeant } from './works-meant.ts';
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation, UndatedNames } from './model.ts';
import type { Mention } from './mentions.ts';
import { BODY_WORDS, MONTHS, NO_AUTHOR, SAYING } from './name-words.ts';
import { proseName } from './names.ts';
import type { Prose } from './prose.ts';
import { ReferenceIndex } from './reference-match.ts';
import type { Citable } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

const SAYS =
  /^(?:['’]s?\s+\p{L}+)?\s*,?\s*(?:(?:who|both|also|have|has|had|themselves|rightly|then|thus|however|further|likewise|similarly|together|jointly|die|qui|que|che|ont|haben|han|hanno)\s+){0,3}(\p{L}+)/u;
const LIKENED =
  /(?:\b(?:like|unlike|likes of|contrasts? (?:to|with)|following|according to|echoing|pace|contra|agree(?:s|ing)? with|disagree(?:s|ing)? with|argued by|suggested by|shown by|wie|laut|nach|comme|selon|según|como|secondo|come)\s+)$/iu;
const PARTICLE_BEFORE = /(?<!\p{L})(?:D[eu]|Da|Di|Del|D[ao]s|L[ae]|V[ao]n|Te[nr])\s$/u;
const DATED = /^['’]?s?,?\s*[([（]?\s*(?:1[4-9]|20)\d\d/;

/**
 * Finds pairs of names that are used like a citation without a year. The list has one of the two with another
 * co-author, and the other not at all, so the pair is probably a mistake for that entry. Reported only if the text
 * cites it.
 */
export function findUndatedNames(
  prose: Prose,
  works: readonly Citable[],
  mentions: readonly Mention[],
  citations: readonly FoundCitation[],
): UndatedNames[] {
  const { text } = prose;
  const index = new ReferenceIndex(works);
  const cited = worksMeant(citations);
  const pairs = new Map<string, { first: Mention; says: boolean; places: Mention[] }>();
  for (const mention of mentions) {
    if (mention.works.length > 0 || mention.names.length !== 2 || mention.aside) continue;
    if (DATED.test(text.slice(mention.range.to, mention.range.to + 12))) continue;
    // ‘De Weaver and Dyer’: the first name was read without its particle.
    if (PARTICLE_BEFORE.test(text.slice(Math.max(0, mention.range.from - 6), mention.range.from))) continue;
    const key = mention.names.map(folded).join('|');
    const pair = pairs.get(key);
    const says = isSaying(text, mention.range);
    if (!pair) pairs.set(key, { first: mention, says, places: [mention] });
    else {
      pair.places.push(mention);
      pair.says ||= says;
    }
  }
  const found: UndatedNames[] = [];
  for (const { first, says, places } of pairs.values()) {
    if (!says) continue;
    const unknown = first.names.filter((name) => index.worksOf(name).length === 0);
    const known = first.names.filter((name) => !unknown.includes(name));
    if (unknown.length !== 1 || known.length !== 1 || !looksLikePerson(unknown[0]!)) continue;
    const near = index.worksOf(known[0]!).filter((work) => works[work]!.names.length > 1 && cited.has(work));
    if (near.length === 0) continue;
    // The unknown name may be cited elsewhere although the list lacks it; then nothing is certain.
    if (
      citations.some((citation) => citation.names.some((name) => folded(name.family) === folded(unknown[0]!)))
    )
      continue;
    const places_ = places.map((mention) => prose.range(mention.range.from, mention.range.to));
    found.push({
      range: places_[0]!,
      names: first.names.map(proseName),
      unknown: unknown.map(proseName),
      near,
      again: places_.slice(1),
    });
  }
  return found.sort((a, b) => a.range.from - b.range.from);
}

function isSaying(text: string, range: TextRange): boolean {
  if (LIKENED.test(text.slice(Math.max(0, range.from - 30), range.from))) return true;
  const verb = SAYS.exec(text.slice(range.to, range.to + 80))?.[1];
  return verb !== undefined && SAYING.has(folded(verb));
}

function looksLikePerson(name: string): boolean {
  const words = foldedWords(name);
  if (words.length > 3 || /^\p{Lu}{2,}$/u.test(name)) return false;
  return !words.some((word) => BODY_WORDS.has(word) || NO_AUTHOR.has(word) || MONTHS.has(word));
}
