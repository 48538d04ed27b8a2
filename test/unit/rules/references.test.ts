import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

/** A text as found that cites one of so many works of one year. */
function ambiguous(works: readonly string[], citation = 'Meyer, 2009'): string {
  return `The owners gave way (⟦reference-ambiguous|${citation}⟧).

REFERENCES

${works.join('\n')}
`;
}
const ports = ['Aden', 'Bergen', 'Cadiz', 'Dover', 'Emden', 'Faro', 'Genoa', 'Hull', 'Izmir', 'Jaffa', 'Kiel', 'Lisbon', 'Malaga', 'Nantes']; // prettier-ignore
const dockers = (count: number) =>
  ports.slice(0, count).map((port) => `Meyer L (2009) Dockers of ${port}. ${port}: Harbour Press.`);

describe('a dated citation of a work that is in no bibliography', () => {
  const text = (bibliographies: string, cited: string) => `//- works.bib
@book{meyer2011, author = {Meyer, Lena and Adler, Jonas}, title = {Dockers}, year = {2011}}
//- notes.md
---
bibliography: ${bibliographies}
---

So it was (Meyer and Adler, 2011), and so (${cited}).
`;
  const only = ['reference-undefined'];
  it('is told where all of them were read, and not where one is not there', async () => {
    await check(text('works.bib', '⟦reference-undefined|Novak and Osei, 1999⟧'), { only });
    await check(text('[works.bib, gone.bib]', 'Novak and Osei, 1999'), { only });
  });

  it('is not told in the middle of a block quotation, before the key of the work, nor of a state and a year', async () => {
    const told = (words: string) =>
      check(text('works.bib', '2011').replace(', and so (2011)', words), { only });
    await told(
      ':\n\n> It was offered for reasons (Novak and Osei, 1999, p. 9). The chief among them was the tide',
    );
    await told(', as Novak and Osei (1999) [@meyer2011] saw');
    await told(
      ':\n\n> “The tide was one reason (Novak and Osei, 1999), and the wages were another (Osei, 1998; Novak, 1999).”\n\nSo it was',
    );
    await told(', and *Novak* (Oklahoma, 1999) too');
    await told(', and so it was called (Novak, 1890s)');
    await told(', and ⟦reference-undefined|Novak (1999)⟧ wrote of it');
  });

  it('is not told where what stands before the year is the end of a title', async () => {
    const told = (words: string) =>
      check(text('works.bib', '2011').replace(', and so (2011)', `; ${words}`), { only });
    await told('it was printed in Hafenwirtschaftliche Monatsblätter für Seewesen (2025)');
    await told('it stood in the Journal of Harbours (2025)');
    await told('⟦reference-undefined|Novak (1999)⟧ wrote of the harbours');
  });
});

describe('a dated citation that fits several works', () => {
  it('names them, and leads to each', async () => {
    const [finding] = await check(ambiguous(dockers(2)), { only: ['reference-ambiguous'] });
    assert.equal(
      finding!.message,
      'Meyer (2009) may be any of 2 works: Meyer (2009), “Dockers of Aden”; Meyer (2009), “Dockers of Bergen”. The text does not say which.',
    );
    assert.equal(finding!.related?.length, 2);
    const lettered = dockers(3).map((work, i) => work.replace('2009', i < 2 ? '2009a' : '2009b'));
    const [some] = await check(ambiguous(lettered), { only: ['reference-ambiguous'] });
    assert.match(
      some!.message,
      /: Meyer \(2009a\), “Dockers of Aden”; .*“Dockers of Bergen”; Meyer \(2009b\)\. The/,
    );
    const [apart] = await check(ambiguous(lettered.slice(1)), { only: ['reference-ambiguous'] });
    assert.match(apart!.message, /any of 2 works: Meyer \(2009a\), Meyer \(2009b\)\. The/);
  });

  it('names twelve of them, and counts the others', async () => {
    const [all] = await check(ambiguous(dockers(12)), { only: ['reference-ambiguous'] });
    assert.match(all!.message, /any of 12 works: .*“Dockers of Lisbon”\. The text/);
    const [one] = await check(ambiguous(dockers(13)), { only: ['reference-ambiguous'] });
    assert.match(one!.message, /any of 13 works: .*“Dockers of Lisbon” and 1 more\. The text/);
    const [two] = await check(ambiguous(dockers(14)), { only: ['reference-ambiguous'] });
    assert.match(two!.message, /any of 14 works: .* and 2 more\. The text/);
    assert.equal(two!.related?.length, 12);
  });

  it('is silent where the list has one work twice, and not where a third stands beside them', async () => {
    const twice =
      'Meyer L (2009) Dockers. Hamburg: Harbour Press.\nMeyer L (2009) Dockers. Hamburg: Harbour Press.';
    await check(ambiguous([twice]).replace(/⟦reference-ambiguous\||⟧/g, ''), {
      only: ['reference-ambiguous'],
    });
    await check(ambiguous([twice, ...dockers(1)]), { only: ['reference-ambiguous'] });
  });

  it('is told once, with the places where it stands again', async () => {
    const text = ambiguous(dockers(2)).replace('.\n', ', and again (Meyer, 2009).\n');
    const [told, ...others] = await check(text, { only: ['reference-ambiguous'] });
    assert.deepEqual(others, []);
    assert.match(told!.message, /does not say which, here and once more\.$/);
    assert.equal(told!.related.at(-1)!.message, 'The same again');
  });
});

describe('references and authors that are told of in words', () => {
  it('a work without a title is named as it is', async () => {
    const [finding] = await check(
      `The owners gave way (⟦reference-ambiguous|Meyer, 2009⟧), and the dockers won (Adler, 2011).

REFERENCES

Adler J (2011) Wages. Hamburg: Harbour Press.
Meyer L (2009).
Meyer L (2009) Dockers of Aden. Aden: Harbour Press.
`,
      { only: ['reference-ambiguous'] },
    );
    assert.match(finding!.message, /any of 2 works: Meyer \(2009\); Meyer \(2009\), “Dockers of Aden”\. The/);
  });

  it('a work is listed twice in one list, though another list stands below', () =>
    check(
      `The owners gave way (Meyer, 2009).

REFERENCES

Meyer L (2009) Dockers. Hamburg: Harbour Press.
⟦reference-duplicate|Meyer L (2009⟧) Dockers. Hamburg: Harbour Press.

# Chapter 2

The dockers won (Adler, 2011).

REFERENCES

Adler J (2011) Wages. Hamburg: Harbour Press.
`,
      { only: ['reference-duplicate'] },
    ).then(() => undefined));

  it('two names that no reference has, with the lines where they stand again', async () => {
    const text = (again: string): string => `Lee and Shen (2011) see no hope.

In contrast to ⟦author-undefined|Lee and Yuen⟧ who see decay, Meyer (2009) sees growth.
${again}
REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`;
    const more = '\nNor do Lee and Yuen agree.\n';
    const behind = async (count: number): Promise<string> => {
      const [finding] = await check(text(more.repeat(count)), { only: ['author-undefined'] });
      return finding!.message.replace(/^.*?; the list has Lee and Shen \(2011\)\./, '');
    };
    assert.equal(await behind(0), '');
    assert.equal(await behind(1), ' They are named together on line 5, too.');
    assert.equal(await behind(2), ' They are named together on line 5 and once more, too.');
    assert.equal(await behind(3), ' They are named together on line 5 and 2 more times, too.');
  });

  it('an ibid. after a note that cites two works by their keys', () =>
    check(
      `//- refs.bib
@book{meyer2011, title = {Dockers}}
@book{adler2014, title = {Wages}}
//- notes.md
---
bibliography: refs.bib
---

One.[^1] Two.[^2]

[^1]: See [@meyer2011; @adler2014].

[^2]: ⟦ibid-ambiguous|Ibid.⟧, p. 3.
`,
      { messages: ['This may mean any of the 2 works of note 1. Name the one that you mean.'] },
    ).then(() => undefined));

  for (const heading of [
    '# References {#refs .unnumbered}',
    '# References {-}',
    `# References ${'#'.repeat(70)}`,
  ])
    it(`a list under “${heading.slice(0, 32)}”, which no citation of names and years leads to`, () =>
      check(
        `The owners gave way.

${heading}

Adler, Jonas, 2011. Wages. Hamburg: Harbour Press.

Meyer, Lena, 2009. Dockers. Hamburg: Harbour Press.

⟦reference-duplicate|Meyer, Lena, 2009⟧. Dockers. Hamburg: Harbour Press.
`,
        { only: ['reference-duplicate'] },
      ).then(() => undefined));
});
