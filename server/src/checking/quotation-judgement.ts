/** The overall result of a quotation, for rules and counts. */
import { folded } from '../found/folding.ts';
import { pageCount } from '../pages/comparison.ts';
import { foldedWords } from '../quotations/folded-words.ts';
import { languageOf } from '../quotations/language.ts';
import { prepareQuotation } from '../quotations/prepare-quotation.ts';
import { LEAST_SHARED } from '../quotations/shared-stretch.ts';
import { looksLikeTitle } from '../quotations/wording.ts';
import { SPACELESS, wordCount } from '../quotations/words.ts';
import type { Library } from '../workspace/library.ts';
import type {
  AbsentVerdict,
  DifferentVerdict,
  ExactVerdict,
  QuotationVerdict,
  SourcePassage,
} from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import { wrongPlace } from './quotation-place.ts';

/** Why a quotation could not be checked. */
export type UncheckedReason =
  /** No text of a work that may be meant is in the workspace. */
  | 'no-text'
  /** The file of the work lies where nobody allowed to read. */
  | 'outside'
  /** The file of the work cannot be read: a scan without words, a locked or broken file. */
  | 'unreadable'
  /** It is not in what a program made out on a scan, which may be for its misreadings. */
  | 'scan'
  /** Only an excerpt of the work is. */
  | 'excerpt'
  /** It is unclear which work is meant. */
  | 'unattributed'
  /** It is or may be a translation. */
  | 'language'
  /** The search has not run yet. */
  | 'searching';

export type Judgement =
  | { readonly outcome: 'verified'; readonly verdict: ExactVerdict }
  /** They stand there as far as a scan can be read. */
  | { readonly outcome: 'blurred'; readonly verdict: ExactVerdict }
  | { readonly outcome: 'shortened'; readonly verdict: ExactVerdict; readonly omitted: string }
  /** The work has the words, but not at the locator. */
  | { readonly outcome: 'misplaced'; readonly verdict: ExactVerdict; readonly own: readonly SourcePassage[] }
  | { readonly outcome: 'altered'; readonly verdict: DifferentVerdict }
  /** Another work has them. */
  | {
      readonly outcome: 'elsewhere';
      readonly verdict: DifferentVerdict | AbsentVerdict;
      readonly certain: boolean;
    }
  | { readonly outcome: 'absent'; readonly verdict: DifferentVerdict | AbsentVerdict; readonly words: number }
  | { readonly outcome: 'unchecked'; readonly reason: UncheckedReason };

/** Fewer words without a mark may be a term or an allusion. */
const LEAST_WORDS = 3;
const LEAST_MARKED = 2;
/** From this many words on it is certainly a quotation, even without a mark. */
const MANY_WORDS = 8;
/** Few titles have as many words as this. */
const SENTENCE = 14;
/** The similarity required of a passage where not all works that may be meant are in the workspace. */
const NEAR = 0.8;
/** So many words identify the intended work, if it is only cited near them. */
const TELLING = 5;
/** The share of words in common with the nearest passage, to count as an altered quotation. */
const SHARED = 0.5;
const ALIKE = 0.75;
const VERY_NEAR = 0.85;
const MOST_SHARED = 0.7;
/** The words needed to detect the language of a quotation without its context. */
const WORDS_OF_LANGUAGE = 5;

/** Judges a quotation of the document `path`; null for what may be none: a term, a title, a name. */
export function judge(
  quotation: QuotedPassage,
  verdict: QuotationVerdict | null,
  path: string,
  library: Library,
): Judgement | null {
  if (quotation.works.length === 0 && quotation.doubt === undefined) return null;
  const words = wordsQuoted(quotation) || wordsNearlyThere(quotation, verdict);
  if (verdict?.status === 'exact') return judgeExact(quotation, verdict, words, path, library);
  if (words < (quotation.kind === 'marked' ? LEAST_MARKED : LEAST_WORDS)) return null;
  if (
    quotation.kind !== 'marked' &&
    (quotation.disclaimer === 'title' || isTitleOf(quotation, path, library))
  )
    return null;
  if (quotation.doubt === 'no-quotation' && !(verdict && isMeant(verdict, words))) return null;
  if (!verdict) return { outcome: 'unchecked', reason: reasonWithoutText(quotation, path, library) };
  if (quotation.doubt === 'several-works') return { outcome: 'unchecked', reason: 'unattributed' };
  if (quotation.loose)
    return isMeant(verdict, words)
      ? { outcome: 'altered', verdict }
      : { outcome: 'unchecked', reason: 'unattributed' };
  const work = verdict.status === 'different' ? verdict.passage.work : quotation.works[0]!.text;
  const isPart = !verdict.texts.areWhole || isFarShorter(work, verdict.texts.length, path, library);
  if (verdict.elsewhere.length > 0 && verdict.complete && words >= LEAST_WORDS)
    return { outcome: 'elsewhere', verdict, certain: !isPart };
  if (verdict.elsewhere.length > 0) return { outcome: 'unchecked', reason: 'no-text' };
  const isWhole = verdict.complete && !isPart;
  if (verdict.status === 'different' && isChange(quotation, verdict, isWhole, words))
    return { outcome: 'altered', verdict };
  if (!verdict.complete) return { outcome: 'unchecked', reason: 'no-text' };
  if (isPart) return { outcome: 'unchecked', reason: 'excerpt' };
  if (quotation.disclaimer === 'name' && quotation.kind !== 'marked' && words < MANY_WORDS) return null;
  if (quotation.disclaimer === 'translation' || !isInItsLanguage(quotation, verdict))
    return { outcome: 'unchecked', reason: 'language' };
  // What a program could not make out on a scan is not to be found in it either.
  if (verdict.texts.recognised) return { outcome: 'unchecked', reason: 'scan' };
  return { outcome: 'absent', verdict, words };
}

/** Whether a work that is only cited near a quotation has nearly its words, so that it is the one meant. */
function isMeant(verdict: QuotationVerdict, words: number): verdict is DifferentVerdict {
  return verdict.status === 'different' && words >= TELLING && verdict.similarity >= NEAR;
}

function judgeExact(
  quotation: QuotedPassage,
  verdict: ExactVerdict,
  words: number,
  path: string,
  library: Library,
): Judgement {
  if (!quotation.loose && (quotation.kind === 'marked' || words >= LEAST_WORDS)) {
    const own = wrongPlace(quotation, verdict, path, library);
    if (own) return { outcome: 'misplaced', verdict, own };
  }
  const { omitted, isBlurred } = verdict;
  if (isBlurred) return { outcome: 'blurred', verdict };
  return omitted === null ? { outcome: 'verified', verdict } : { outcome: 'shortened', verdict, omitted };
}

/** The number of quoted words; 0 where they may be a title. A mark makes it certain. */
export function wordsQuoted(quotation: QuotedPassage): number {
  let count = counted.get(quotation);
  if (count === undefined) {
    const { text } = prepareQuotation(quotation.words);
    count = quotation.kind === 'inline' && looksLikeTitle(text) ? 0 : wordCount(text.replace(INDEXED, ''));
    counted.set(quotation, count);
  }
  return count;
}

/**
 * The number of words that have capitals like a title, as German sentences do, where the cited work has nearly the same
 * sentence; 0 where it has not. Where no place in it is named, they must be as many as few titles have.
 */
function wordsNearlyThere({ words, located }: QuotedPassage, verdict: QuotationVerdict | null): number {
  if (verdict?.status !== 'different' || verdict.similarity < VERY_NEAR) return 0;
  const count = wordCount(prepareQuotation(words).text);
  return count >= (located ? MANY_WORDS : SENTENCE) ? count : 0;
}

/** What TeX takes into an index, which is not printed where it stands. */
const INDEXED = /\\index\{[^{}]*\}/g;

/** Cached, since several rules ask. */
const counted = new WeakMap<QuotedPassage, number>();

/** Whether the words are the title of a work that is cited with them, or part of it. */
export function isTitleOf({ words, works }: QuotedPassage, path: string, library: Library): boolean {
  // Hyphens and punctuation of titles come and go.
  const letters = (title: string) => foldedWords(title).replace(/[^\p{L}\p{N}]+/gu, '');
  // A link may lie around it.
  const quoted = letters(prepareQuotation(words.replace(/^\s*\[([^\]]*)\]\([^()\s]*\)/, '$1')).text);
  return works.some(({ text }) => {
    const title = library.entries(path, text)[0]?.entry.sketch().title;
    return title ? letters(title).includes(quoted) : false;
  });
}

function reasonWithoutText({ works, loose }: QuotedPassage, path: string, library: Library): UncheckedReason {
  if (works.some(({ text }) => library.workTexts.has(path, text))) return 'searching';
  const states = works
    .flatMap(({ text }) => library.works.of(path, text))
    .map((file) => library.works.stateOf(file));
  if (states.includes('unread')) return 'searching';
  if (loose && works.length > 1) return 'unattributed';
  if (states.includes('outside')) return 'outside';
  return states.some((state) => state !== 'missing' && state !== 'unavailable') ? 'unreadable' : 'no-text';
}

/** The least number of characters on a printed page. */
const LEAST_PAGE = 600;

/**
 * Whether the text of a work is much shorter than the page range of its entry. Then it must be an excerpt, such as
 * notes from a book.
 */
function isFarShorter(work: string, length: number, path: string, library: Library): boolean {
  const pages = library.entries(path, work)[0]?.printedOn;
  const count = pages && pageCount(pages);
  return count !== null && count !== undefined && length < count * LEAST_PAGE;
}

/** Whether the nearest passage is the intended one. A few words are similar to something by chance. */
function isChange(
  { kind }: QuotedPassage,
  verdict: DifferentVerdict,
  isWhole: boolean,
  words: number,
): boolean {
  const { similarity, disorder } = verdict;
  // A few words that stand side by side in whatever order may do so in many texts.
  if (disorder === 'words') return isWhole || words >= TELLING;
  if (disorder !== null) return isWhole || similarity >= NEAR;
  // All words in their order with others between are from there, whatever else the work contains.
  if (!isWhole && similarity < NEAR) return words >= MANY_WORDS && sharedWords(verdict, words) >= 1;
  if (isButOneWord(verdict)) return true;
  if (longestShared(verdict) >= LEAST_SHARED) return true;
  // Nothing but a few words left out, without a mark.
  if (words >= TELLING && isOnlyShortened(verdict, words)) return true;
  // If the characters are similar, the words differ only in accents or spelling.
  if (similarity < ALIKE && sharedWords(verdict, words) < SHARED) return false;
  if (words >= MANY_WORDS) return true;
  const few = words < 5;
  if (kind !== 'inline') return similarity >= (few ? ALIKE : 0.6);
  // If several of a few words differ, the passage is hardly the intended one.
  return (
    similarity >= VERY_NEAR || (!few && similarity >= ALIKE && sharedWords(verdict, words) >= MOST_SHARED)
  );
}

/** Whether exactly one word is replaced, missing or added. */
function isButOneWord({ differences: { parts } }: DifferentVerdict): boolean {
  const changed = parts.filter(({ kind }) => kind !== 'same' && kind !== 'licensed');
  const [only, ...others] = changed;
  return (
    only !== undefined && others.length === 0 && wordCount(only.quoted) <= 1 && wordCount(only.source) <= 1
  );
}

/**
 * The number of words in a row that quotation and passage have in common, punctuation aside. A character of a script
 * without spaces counts as one.
 */
function longestShared({ differences: { parts } }: DifferentVerdict): number {
  let [longest, run] = [0, 0];
  for (const { kind, quoted, source } of parts) {
    if (kind === 'same') run += wordCount(quoted.replace(SPACELESS, ' x '));
    else if (wordCount(quoted) + wordCount(source) > 0) run = 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether the quotation leaves words out, no more than it has, and changes none. */
function isOnlyShortened({ differences: { parts } }: DifferentVerdict, words: number): boolean {
  const changed = parts.filter(({ kind }) => kind !== 'same' && kind !== 'licensed');
  const omitted = changed.reduce((sum, { source }) => sum + wordCount(source), 0);
  return omitted > 0 && omitted <= words && changed.every(({ quoted }) => wordCount(quoted) === 0);
}

/** The share of the quoted words that the nearest passage has in the same order, ignoring accents. */
function sharedWords({ differences: { parts } }: DifferentVerdict, words: number): number {
  const isSame = ({ kind, quoted, source }: (typeof parts)[number]) =>
    kind === 'same' || (kind === 'changed' && spelledOut(quoted) === spelledOut(source));
  const same = parts.reduce((sum, part) => (isSame(part) ? sum + wordCount(part.quoted) : sum), 0);
  return words === 0 ? 0 : same / words;
}

/** Folded, with the vowel that verse leaves out: `smok'd` is `smoked`. */
function spelledOut(words: string): string {
  return folded(words.replace(/(\p{L})['’]d(?!\p{L})/gu, '$1ed').replace(/eed(?!\p{L})/gu, 'ed'));
}

/** Whether the quotation is certainly in the language of the text: by its own words, by its context, or by both. */
function isInItsLanguage(
  { words, language: around }: QuotedPassage,
  { texts: { language, speakAlike } }: DifferentVerdict | AbsentVerdict,
): boolean {
  if (speakAlike) return true;
  if (language === null) return false;
  const { text } = prepareQuotation(words);
  const own = languageOf(text);
  if (own !== null && (own === language || wordCount(text) >= WORDS_OF_LANGUAGE)) return own === language;
  return around === language;
}
