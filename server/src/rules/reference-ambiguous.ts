import { namesInWords, referenceInWords } from '../checking/found-words.ts';
import type { FoundCitation, FoundFacts, FoundReference } from '../found/model.ts';
import { foldedWords } from '../found/folding.ts';
import { isPartly } from '../found/partly.ts';
import { isOtherEdition } from '../found/reference-list.ts';
import type { Rule } from '../checking/rule.ts';
import { shortened } from '../text/shortened.ts';
import { deferred, say } from '../words/say.ts';

/** How many of the possible works are listed. */
const MOST_TOLD = 12;

export const referenceAmbiguous: Rule = {
  code: 'reference-ambiguous',
  severity: 'information',
  title: deferred('Dated citation that fits several references'),
  what: deferred(
    'In a text as found: names and a year that fit more than one entry of the list of references.',
  ),
  why: deferred(
    'The reader cannot tell which of the works is meant; an “a” or “b” after the year would say.',
  ),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Two works of one year',
      fixture: `The owners gave way (⟦reference-ambiguous|Meyer, 2009⟧).

REFERENCES

Meyer L (2009a) Dockers. Hamburg: Harbour Press.
Meyer L (2009b) Owners. Hamburg: Harbour Press.
`,
    },
    {
      title: 'A body and a year that describe a work in a note',
      fixture: `The dockers won.¹ The owners paid.² So it was (Meyer, 2009).

Notes

1. “History of the Talks,” Delta Convention on Dockers, 2021.
2. See their rolls.

References

Delta Convention on Dockers (2021) History of the talks. Hamburg: Harbour Press.
Delta Convention on Dockers (2021) Parties to the convention. Hamburg: Harbour Press.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'A book that is listed again by a longer title',
      fixture: `The owners gave way (Meyer, 2009).

REFERENCES

Meyer L (2009) The dockers of Hamburg. Hamburg: Harbour Press.
Meyer L (2009) The dockers of Hamburg: a history of work. Bremen: Weser Press.
`,
    },
    {
      title: 'The letter tells',
      fixture: `The owners gave way (Meyer, 2009b), the dockers did not (Meyer, 2009a).

REFERENCES

Meyer L (2009a) Dockers. Hamburg: Harbour Press.
Meyer L (2009b) Owners. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found, text }) {
    if (isPartly(found, 'references')) return;
    const isDescription = (citation: FoundCitation): boolean =>
      citation.names.length === 1 &&
      citation.names[0]!.family.split(/\s+/).length >= 4 &&
      !/^[([（［]/.test(text.slice(citation.groupRange)) &&
      !/\(/.test(citation.text);
    // ‘2011 [1979]’: the year in which a work came out first tells it from others of the print.
    const isToldByFirstPrint = ({ yearRange }: FoundCitation): boolean =>
      yearRange !== null && FIRST_PRINT.test(text.slice({ from: yearRange.to, to: yearRange.to + 8 }));
    const wordsOf = ({ range }: FoundReference): string => spaced(text.slice(range));
    for (const { citation, again } of ambiguous(found, isDescription, wordsOf)) {
      if ([citation, ...again].some(isToldByFirstPrint)) continue;
      const { candidates } = citation;
      const fitting = candidates.slice(0, MOST_TOLD).map((index) => found.references[index]!);
      const others = candidates.length - fitting.length;
      yield {
        range: citation.range,
        message: say(
          '{names} ({year}) may be any of {count} works: {works}{others, plural, =0 {} other { and # more}}. The text does not say which{again, plural, =0 {} one {, here and once more} other {, here and # times more}}.',
          {
            names: namesInWords(citation.names),
            year: String(citation.year),
            count: candidates.length,
            works: toldApart(fitting),
            others,
            again: again.length,
          },
        ),
        related: [
          ...fitting.map(({ range }) => ({ path, range, message: say('May be this one') })),
          ...again.slice(0, MOST_TOLD).map(({ range }) => ({ path, range, message: say('The same again') })),
        ],
      };
    }
  },
};

const FIRST_PRINT = /^\s*[[(/]\s*\d{4}/;

/** Each citation that may be of several works, with those that are again of the same. */
function ambiguous(
  found: FoundFacts,
  isDescription: (citation: FoundCitation) => boolean,
  wordsOf: (reference: FoundReference) => string,
): { citation: FoundCitation; again: FoundCitation[] }[] {
  const places = new Map<string, { citation: FoundCitation; again: FoundCitation[] }>();
  const isOneWork = (candidates: readonly number[]): boolean =>
    areOneWork(candidates, found) ||
    haveOneTitle(
      candidates.map((index) => found.references[index]!),
      wordsOf,
    );
  // Citations with the same possible works share one list object.
  const keys = new Map<readonly number[], string | null>();
  for (const citation of found.citations) {
    const { candidates, status, year } = citation;
    // Of a follow-up without a year the work cited before is told.
    if (status !== 'ambiguous' || year === null || candidates.length < 2) continue;
    // ‘Convention on Mercury, 2021’ as an address in a note: a body and a year without brackets describe a work.
    if (isDescription(citation)) continue;
    let key = keys.get(candidates);
    if (key === undefined) keys.set(candidates, (key = isOneWork(candidates) ? null : candidates.join(' ')));
    if (key === null) continue;
    const place = places.get(`${key} ${year}`);
    if (place) place.again.push(citation);
    else places.set(`${key} ${year}`, { citation, again: [] });
  }
  return [...places.values()];
}

/** References in words, with their titles where names and years are the same. */
function toldApart(references: readonly FoundReference[]): string {
  const words = references.map(referenceInWords);
  const told = words.map((word, i) => {
    const title = references[i]!.title;
    return title !== null && words.indexOf(word) !== words.lastIndexOf(word)
      ? say('{work}, “{title}”', { work: word, title: shortened(title, 40) })
      : word;
  });
  return told.join(told.some((each, i) => each !== words[i]) ? '; ' : ', ');
}

/** Whether the possible works are duplicates of one, which is a finding of its own. */
function areOneWork(candidates: readonly number[], { duplicateReferences }: FoundFacts): boolean {
  const [first, ...others] = candidates;
  const twins = new Set(duplicateReferences.filter((pair) => pair.includes(first!)).flat());
  return others.every((other) => twins.has(other));
}

/** So many works may be one book; so many letters of a title are of no other by chance. */
const MOST_LISTED = 8;
const LEAST_OF_TITLE = 12;

/** Whether all entries have the title of one of them: a book that is listed again in another form. */
function haveOneTitle(
  references: readonly FoundReference[],
  wordsOf: (reference: FoundReference) => string,
): boolean {
  if (references.length > MOST_LISTED) return false;
  if (distinct(references.map(({ yearSuffix }) => yearSuffix)) > 1) return false;
  if (distinct(references.flatMap(({ pages }) => (pages ? [`${pages.from}–${pages.to}`] : []))) > 1)
    return false;
  const words = references.map(wordsOf);
  const titles = references.map(({ title }) => spaced(title ?? '').trimEnd());
  return titles.some(
    (own) =>
      own.length >= LEAST_OF_TITLE &&
      words.every((said) => said.includes(`${own} `)) &&
      !titles.some((title) => isOtherEdition(title, own)),
  );
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}

/** Folded words between spaces. */
function spaced(words: string): string {
  return ` ${foldedWords(words).join(' ')} `;
}
