/** Notes that stand below a heading of references, as journals have them that number both alike. */
import { numberedParts } from './numbered-list.ts';
import type { Prose } from './prose.ts';
import type { SectionHeading } from './sections.ts';

/** The minimum number of entries of a list, and the share of them that only notes have. */
const FEWEST = 8;
const LEAST_SHARE = 1 / 4;

/** What a note begins with and a described work does not: words that refer, or a name, a year and a page. */
const NOTE =
  /^["“„«(]?(?:(?:vgl|cfr?|ebd|ibid|siehe|see|voir|véase|vid|dazu|hierzu|so|zu[mr]?|ebenda|ibidem|op|loc|ders|dies|idem)[.,:]?\s|s\.\s(?=\p{Ll}{2}|o\.|u\.))/iu;
const SHORT_CITATION =
  /^(?:\p{Lu}\.\s?){0,2}\p{Lu}[\p{L}’'-]+(?:(?:\s?[/–-]\s?|\s(?:und|and|et|&)\s)\p{Lu}[\p{L}’'-]+)?(?:\set\sal\.)?,?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?[,:]\s(?:S\.\s|pp?\.\s)?\d{1,4}(?:f{1,2}\b|[–-]\d{1,4})?[.,;\s]/u;

/** The headings, with those of references that head notes as headings of notes. Linear in the length of the lists. */
export function withHeadedNotes(prose: Prose, headings: readonly SectionHeading[]): SectionHeading[] {
  return headings.map((heading, i) => {
    if (heading.kind !== 'references') return heading;
    const to = headings[i + 1]?.range.from ?? prose.text.length;
    return headsNotes(prose.text, { from: Math.min(heading.bodyFrom, to), to })
      ? { ...heading, kind: 'notes' as const }
      : heading;
  });
}

function headsNotes(text: string, range: { from: number; to: number }): boolean {
  const parts = numberedParts(text, range) ?? [];
  if (parts.length < FEWEST) return false;
  const like = parts.filter(({ bodyFrom, to }) => {
    const words = text.slice(bodyFrom, Math.min(to, bodyFrom + 120));
    return NOTE.test(words) || SHORT_CITATION.test(words);
  });
  return like.length >= parts.length * LEAST_SHARE;
}
