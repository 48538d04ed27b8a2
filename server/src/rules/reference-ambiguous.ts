import { namesInWords, referenceInWords } from './found-words.ts';
import type { FoundFacts } from '../found/model.ts';
import type { Rule } from './rule.ts';

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
    for (const citation of found.citations) {
      if (citation.status !== 'ambiguous' || areOneWork(citation.candidates, found)) continue;
      const fitting = citation.candidates.map((index) => found.references[index]!);
      yield {
        range: citation.range,
        message: `${namesInWords(citation.names)} (${citation.year}) may be any of ${fitting.length} works: ${fitting.map(referenceInWords).join(', ')}. The text does not say which.`,
        related: fitting.map((reference) => ({ path, range: reference.range, message: 'May be this one' })),
      };
    }
  },
};

/** Whether the list has one work several times, which is a fault of its own. */
function areOneWork(candidates: readonly number[], { duplicateReferences }: FoundFacts): boolean {
  const [first, ...others] = candidates;
  return others.every((other) =>
    duplicateReferences.some((pair) => pair.includes(other) && pair.includes(first!)),
  );
}
