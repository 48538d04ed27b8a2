import { namesInWords, referenceInWords } from '../checking/found-words.ts';
import type { Rule } from '../checking/rule.ts';

export const authorUndefined: Rule = {
  code: 'author-undefined',
  severity: 'information',
  title: 'Authors that no reference knows',
  what: 'In a text as found: two names used like a citation, without a year, which no reference has together, while the text cites one of them in other company.',
  why: 'It is often a slip for the authors cited elsewhere.',
  examples: [
    {
      title: 'In other company',
      fixture: `Lee and Shen (2011) see no hope. In contrast to ⟦author-undefined|Lee and Yuen⟧ who see decay, Meyer (2009) sees growth.

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'In the company that the list knows',
      fixture: `Lee and Shen (2011) see no hope. In contrast to Lee and Shen who see decay, Meyer (2009) sees growth.

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found }) {
    for (const undated of found.undatedNames) {
      const near = undated.near.map((index) => found.references[index]!);
      const again = undated.again.length;
      yield {
        range: undated.range,
        message:
          `No reference has ${namesInWords(undated.names)} together.` +
          (near.length ? ` The list has ${near.map(referenceInWords).join(', ')}.` : '') +
          (again ? ` The names stand together again ${again === 1 ? 'once' : `${again} times`}.` : ''),
        related: [
          ...near.map((reference) => ({ path, range: reference.range, message: 'The nearest reference' })),
          ...undated.again.map((range) => ({ path, range, message: 'The same names again' })),
        ],
      };
    }
  },
};
