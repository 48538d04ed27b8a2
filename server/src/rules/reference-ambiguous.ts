import { namesInWords, referenceInWords } from '../checking/found-words.ts';
import type { FoundFacts, FoundReference } from '../found/model.ts';
import { isPartly } from '../found/partly.ts';
import type { Rule } from '../checking/rule.ts';
import { shortened } from '../text/shortened.ts';

/** How many of the possible works are listed. */
const MOST_TOLD = 12;

export const referenceAmbiguous: Rule = {
  code: 'reference-ambiguous',
  severity: 'information',
  title: 'Dated citation that fits several references',
  what: 'In a text as found: names and a year that fit more than one entry of the list of references.',
  why: 'The reader cannot tell which of the works is meant; an “a” or “b” behind the year would say.',
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
      title: 'The letter tells',
      fixture: `The owners gave way (Meyer, 2009b), the dockers did not (Meyer, 2009a).

REFERENCES

Meyer L (2009a) Dockers. Hamburg: Harbour Press.
Meyer L (2009b) Owners. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found }) {
    if (isPartly(found, 'references')) return;
    // Citations with the same possible works share one list object.
    const known = new Map<readonly number[], boolean>();
    for (const citation of found.citations) {
      const { candidates, status, year } = citation;
      // Of a follow-up without a year the work cited before is told.
      if (status !== 'ambiguous' || year === null || candidates.length < 2) continue;
      let areOne = known.get(candidates);
      if (areOne === undefined) known.set(candidates, (areOne = areOneWork(candidates, found)));
      if (areOne) continue;
      const fitting = candidates.slice(0, MOST_TOLD).map((index) => found.references[index]!);
      const others = candidates.length - fitting.length;
      const works = toldApart(fitting) + (others > 0 ? ` and ${others} more` : '');
      yield {
        range: citation.range,
        message: `${namesInWords(citation.names)} (${citation.year}) may be any of ${candidates.length} works: ${works}. The text does not say which.`,
        related: fitting.map((reference) => ({ path, range: reference.range, message: 'May be this one' })),
      };
    }
  },
};

/** References in words, with their titles where names and years are the same. */
function toldApart(references: readonly FoundReference[]): string {
  const words = references.map(referenceInWords);
  const told = words.map((word, i) => {
    const title = references[i]!.title;
    return title !== null && words.indexOf(word) !== words.lastIndexOf(word)
      ? `${word}, “${shortened(title, 40)}”`
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
