/** Looks up the terms that locators have in the languages of `locator-words.ts`. */
import { LOCATOR_WORDS, type LocatorWords } from './locator-words.ts';

/** A lookup from word to CSL label. */
export interface LocatorTerms {
  readonly labels: ReadonlyMap<string, string>;
  /** The length of the longest word in UTF-16 units. */
  readonly longest: number;
}

const known = new Map<string, LocatorTerms>();

function languageOf(lang: string | null): string {
  const primary = /^[a-z]{2,3}/i.exec(lang ?? '')?.[0].toLowerCase() ?? 'en';
  return primary in LOCATOR_WORDS ? primary : 'en';
}

/** The terms of a language by its tag (`de-AT` is German); English where it is null or has none. */
export function locatorTerms(lang: string | null): LocatorTerms {
  const language = languageOf(lang);
  let terms = known.get(language);
  if (!terms) {
    const labels = new Map<string, string>();
    for (const [label, words] of Object.entries(LOCATOR_WORDS[language]!))
      for (const word of words.split('|')) labels.set(word, label);
    terms = { labels, longest: Math.max(...[...labels.keys()].map((word) => word.length)) };
    known.set(language, terms);
  }
  return terms;
}

/** The shortest term of a label, singular or plural; null where the language has none. */
export function termFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const terms = LOCATOR_WORDS[languageOf(lang)]!;
  const words = Object.hasOwn(terms, label) ? terms[label]!.split('|') : [];
  const short = words.filter((word) => /^\p{L}+\.$/u.test(word));
  const [one, several = one] = short.length > 0 ? short : words;
  return (isSeveral ? several : one) ?? null;
}

/** `termFor` as a writer of the language has it: nouns of German with their capital. */
export function writtenTermFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const term = termFor(label, isSeveral, lang);
  return term && asWritten(term, lang);
}

/** The term of a label that is spelt out, singular or plural, as it is written; null where the language has none. */
export function longTermFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const terms = LOCATOR_WORDS[languageOf(lang)]!;
  const words = Object.hasOwn(terms, label) ? terms[label]!.split('|') : [];
  const [one, several] = words.filter((word) => /^\p{L}+$/u.test(word));
  const long = isSeveral ? several : one;
  return long === undefined ? null : asWritten(long, lang);
}

function asWritten(term: string, lang: string | null): string {
  return languageOf(lang) === 'de' ? term.charAt(0).toUpperCase() + term.slice(1) : term;
}

/** The plural of a term as it is written: `pp.` for `p.`, `Seiten` for `Seite`; the term itself where it has none. */
export function pluralOf(written: string, lang: string | null): string {
  const term = written.toLowerCase();
  const [stem, stop] = [term.replace(/\.$/, ''), term.endsWith('.')];
  for (const words of Object.values(LOCATOR_WORDS[languageOf(lang)]!)) {
    const all = words.split('|');
    const next = all.includes(term) ? all[all.indexOf(term) + 1] : undefined;
    if (next && next.endsWith('.') === stop && next.length > term.length && next.startsWith(stem))
      return written.charAt(0) + next.slice(1);
  }
  return written;
}

/** The languages with terms of their own, and these. */
export function locatorLanguages(): readonly (readonly [language: string, words: LocatorWords])[] {
  return Object.entries(LOCATOR_WORDS);
}
