import { referenceHead, referenceInWords } from '../checking/found-words.ts';
import { isPartly } from '../found/partly.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const referenceDuplicate: Rule = {
  code: 'reference-duplicate',
  severity: 'information',
  title: deferred('Reference listed twice'),
  what: deferred('In a text as found: two entries of its list of references that describe one work.'),
  why: deferred('One of them is a slip, or they are two works and one is described wrongly.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Twice the same book',
      fixture: `The owners gave way (Meyer, 2009).

REFERENCES

Meyer L (2009) Dockers. Hamburg: Harbour Press.
⟦reference-duplicate|Meyer L (2009⟧) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'Further reading for each part',
      fixture: `The owners gave way (Meyer, 2009), the dockers did not (Adler, 2011).

## References

### On docks

Meyer, L. (2009). Dockers. Hamburg: Harbour Press.

Adler, C. (2011). Owners. Hamburg: Harbour Press.

### On owners

Adler, C. (2011). Owners. Hamburg: Harbour Press.

Meyer, L. (2009). Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'Two works',
      fixture: `The owners gave way (Lee and Shen, 2011: 174; Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found }) {
    if (isPartly(found, 'references')) return;
    for (const [first, second] of found.duplicateReferences) {
      const [earlier, later] = [found.references[first]!, found.references[second]!];
      // Each chapter may have a list of its own, and each section one of further reading.
      const isOfOnePart = !found.referenceParts.some(
        (heading) => earlier.range.to <= heading.from && heading.to <= later.range.from,
      );
      if (!isOfOnePart) continue;
      yield {
        range: referenceHead(later),
        message: say('{work} is listed already.', { work: referenceInWords(later) }),
        related: [{ path, range: referenceHead(earlier), message: say('The same work, listed before') }],
      };
    }
  },
};
