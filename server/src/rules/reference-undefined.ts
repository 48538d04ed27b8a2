import { namesInWords, referenceInWords } from '../checking/found-words.ts';
import type { Rule } from '../checking/rule.ts';

export const referenceUndefined: Rule = {
  code: 'reference-undefined',
  severity: 'warning',
  title: 'Dated citation without its reference',
  what: 'In a text as found: names and a year that neither the list of references of the text nor a bibliography knows.',
  why: 'The reader cannot find the work; often the year or a name is misprinted.',
  examples: [
    {
      title: 'Another year than the list has',
      fixture: `The owners gave way (⟦reference-undefined|Lee and Shen, 2012⟧). Others doubt it (Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'Each has its reference; a date is no citation',
      fixture: `The owners gave way (Lee and Shen, 2011: 174). Others doubt it (Meyer, 2009; interview, 6 July 2012).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  *checkLinks({ path, danglingCitations }, { library }) {
    for (const citation of danglingCitations) {
      if (library.matchesWork(path, citation)) continue;
      const cited = `${namesInWords(citation.names)} (${citation.year}${citation.yearSuffix})`;
      const [near] = citation.near;
      yield {
        range: citation.range,
        message: `${cited} is cited here, but the list of references has no such work.${near ? ` It has ${referenceInWords(near)}.` : ''}`,
        ...(near ? { related: [{ path, range: near.range, message: 'The nearest reference' }] } : {}),
      };
    }
  },
};
