import { namesInWords, referenceInWords } from '../checking/found-words.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const authorUndefined: Rule = {
  code: 'author-undefined',
  severity: 'information',
  title: deferred('Authors that no reference knows'),
  what: deferred(
    'In a text as found: two names used like a citation, without a year, which no reference has together, while the text cites one of them in other company.',
  ),
  why: deferred('It is often a slip for the authors cited elsewhere.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
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
  *checkDocument({ path, found, text: { lines } }) {
    for (const undated of found.undatedNames) {
      const near = undated.near.map((index) => found.references[index]!);
      yield {
        range: undated.range,
        message: [
          say('{names} are the authors of no reference; the list has {works}.', {
            names: namesInWords(undated.names),
            works: enumerated(near.map(referenceInWords)),
          }),
          ...againInWords(undated.again.map(({ from }) => lines.lineAt(from) + 1)),
        ].join(' '),
        related: [
          ...near.map((reference) => ({
            path,
            range: reference.range,
            message: say('The nearest reference'),
          })),
          ...undated.again.map((range) => ({ path, range, message: say('The same names again') })),
        ],
      };
    }
  },
};

/** Other lines with the same names: `They are named together on line 97, too.` */
function againInWords(lines: readonly number[]): string[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  return [
    say(
      'They are named together on line {line}{more, plural, =0 {} one { and once more} other { and # more times}}, too.',
      { line: first, more: others.length },
    ),
  ];
}
