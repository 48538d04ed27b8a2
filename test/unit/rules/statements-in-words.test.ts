import { check } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{lee2011, author = {Lee, Ada}, title = {Kitchens}, date = {2011}}
//- actors.yaml
quay-kitchen:
  name: Quay Kitchen
//- notes.md
`;

/** What is told of a claim that says something, which must be the whole of it. */
async function told(says: string, message: string): Promise<void> {
  await check(
    `${PROJECT}[It stood there]{.claim #c about="quay-kitchen" says="⟦value-invalid|${says}⟧"} [@lee2011].\n`,
    {
      only: ['value-invalid'],
      messages: [message],
    },
  );
}

describe('a statement that is none', () => {
  it('names an actor and no property, which is said, not that a value is missing', async () => {
    const actor = '“quay-kitchen.” names an actor and no property: write quay-kitchen.trusted = no, say.';
    await told('quay-kitchen.', actor);
    await told('quay-kitchen. = yes', actor);
    await told('@lee2011.', '“@lee2011.” names no property: write @lee2011.trusted = no, say.');
    await told('@lee2011', '“@lee2011” names no property: write @lee2011.trusted = no, say.');
    await told('@lee2011 = no', '“@lee2011” names no property: write @lee2011.trusted = no, say.');
  });

  it('names nothing', async () => {
    for (const says of ['.', '@', '@ = no'])
      await told(says, 'A proposition names a property: trusted = no.');
    await told('= no', 'A proposition begins with the name of a property: trusted = no.');
  });

  it('has a property and no value, which is proposed with its actor', async () => {
    await told('trusted', '“trusted” is given no value: write trusted = yes, or trusted = no.');
    await told(
      'quay-kitchen.trusted',
      '“quay-kitchen.trusted” is given no value: write quay-kitchen.trusted = yes, or quay-kitchen.trusted = no.',
    );
  });
});

/** A text as found whose authors are named together so many times more. */
const found = (
  ...again: readonly string[]
): string => `Lee and Shen (2011) see no hope. In contrast to ⟦author-undefined|Lee and Yuen⟧ who see decay, Meyer (2009) sees growth.
${again.map((words) => `\n${words}\n`).join('')}
REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`;

describe('authors whom no reference has together', () => {
  const FIRST = 'Lee and Yuen are the authors of no reference; the list has Lee and Shen (2011).';
  for (const [times, again, sentence] of [
    ['once', [], ''],
    ['twice', ['And then Lee and Yuen doubt it.'], ' They are named together on line 3, too.'],
    [
      'three times',
      ['And then Lee and Yuen doubt it.', 'So do Lee and Yuen.'],
      ' They are named together on line 3 and once more, too.',
    ],
    [
      'four times',
      ['And then Lee and Yuen doubt it.', 'So do Lee and Yuen.', 'As Lee and Yuen say.'],
      ' They are named together on line 3 and 2 more times, too.',
    ],
  ] as const)
    it(`are told of once, though they are named together ${times}`, () =>
      check(`//- text.md\n${found(...again)}`, { only: ['author-undefined'], messages: [FIRST + sentence] }));
});
