import assert from 'node:assert/strict';
import { checkAction, titlesIn } from '../../support/check-action.ts';
import { pandocVersion, readWithPandoc } from '../../support/pandoc.ts';
import { NO_PANDOC, skip } from '../../support/skip.ts';

const WORKS: readonly (readonly [key: string, author: string, title: string, year: string])[] = [
  ['adler2011', 'Adler, Carl and Meyer, Lena', 'Docks', '2011'],
  ['adler2010', 'Adler, Carl and Zorn, Beate and Meyer, Lena', 'Tows', '2010'],
  ['brandt2013', 'Brandt, Otto', 'Cranes', '2013'],
  ['brandt2015', 'Brandt, Otto', 'Ropes', '2015'],
  ['meyer2009', 'Meyer, Lena', 'Sheds', '2009'],
  ['meyer:1976.', 'Meyer, Lena', 'Capital', '1976'],
];
const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
${WORKS.map(([key, author, title, year]) => `@book{${key}, author = {${author}}, title = {${title}}, date = {${year}}}`).join('\n')}
//- main.md
`;
const LIST = `
## References

Adler, C. and Meyer, L. (2011) Docks. Hamburg: Kai.

Adler, C., Zorn, B. and Meyer, L. (2010) Tows. Hamburg: Kai.

Brandt, O. (2013) Cranes. Hamburg: Kai.

Brandt, O. (2015) Ropes. Hamburg: Kai.

Meyer, L. (2009) Sheds. Hamburg: Kai.

Meyer, L. (1976) Capital. Hamburg: Kai.

Zorn, B. (1999) Unlisted. Hamburg: Kai.
`;

type Read = readonly [key: string, mode: string, prefix: string, suffix: string];

interface Case {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly read: readonly Read[];
}

const cases: readonly Case[] = [
  {
    what: 'one work with its page',
    before: 'It was so (Brandt, 2013: 174).',
    after: 'It was so [@brandt2013, p. 174].',
    read: [['brandt2013', 'NormalCitation', '', ', p. 174']],
  },
  {
    what: 'several works, a prefix, a suffix, pages',
    before: 'So (see Adler and Meyer, 2011: 17–19; Brandt, 2013, emphasis added).',
    after: 'So [see @adler2011, pp. 17–19; @brandt2013, emphasis added].',
    read: [
      ['adler2011', 'NormalCitation', 'see', ', pp. 17–19'],
      ['brandt2013', 'NormalCitation', '', ', emphasis added'],
    ],
  },
  {
    what: 'two works that a word joins',
    before: 'So (Meyer, 2009 and Brandt, 2013).',
    after: 'So [@meyer2009; @brandt2013].',
    read: [
      ['meyer2009', 'NormalCitation', '', ''],
      ['brandt2013', 'NormalCitation', '', ''],
    ],
  },
  {
    what: 'an author in the text',
    before: 'Adler and Meyer (2011) said it; Adler et al. (2010: 3) had not.',
    after: '@adler2011 said it; @adler2010 [p. 3] had not.',
    read: [
      ['adler2011', 'AuthorInText', '', ''],
      ['adler2010', 'AuthorInText', '', 'p. 3'],
    ],
  },
  {
    what: 'two works of an author in the text',
    before: 'Brandt (2013: 12–14, 2015) said it.',
    after: '@brandt2013 [pp. 12–14; -@brandt2015] said it.',
    read: [
      ['brandt2013', 'AuthorInText', '', 'pp. 12–14'],
      ['brandt2015', 'SuppressAuthor', '', ''],
    ],
  },
  {
    what: 'an author in the genitive, and a page by itself',
    before: 'In Meyer’s (2009: 20) view it was. She said so again (p. 22).',
    after: 'In Meyer’s [-@meyer2009, p. 20] view it was. She said so again [-@meyer2009, p. 22].',
    read: [
      ['meyer2009', 'SuppressAuthor', '', ', p. 20'],
      ['meyer2009', 'SuppressAuthor', '', ', p. 22'],
    ],
  },
  {
    what: 'a work found in another',
    before: 'So (Old, 1950, cited in Brandt, 2013: 4).',
    after: 'So [Old, 1950, cited in @brandt2013, p. 4].',
    read: [['brandt2013', 'NormalCitation', 'Old, 1950, cited in', ', p. 4']],
  },
  {
    what: 'a key that would run on, and one that needs braces',
    before: 'Of Brandt (2013)-like works (Meyer, 1976: ch. 2).',
    after: 'Of @{brandt2013}-like works [@{meyer:1976.}, chap. 2].',
    read: [
      ['brandt2013', 'AuthorInText', '', ''],
      ['meyer:1976.', 'NormalCitation', '', ', chap. 2'],
    ],
  },
];

/** Texts that stay as they are. */
const left: readonly (readonly [what: string, text: string])[] = [
  ['a work that no entry describes, with all that stand beside it', 'So (Brandt, 2013; Zorn, 1999).'],
  ['words that would be lost', 'So (Meyer, in a talk of long ago, 1976 [1867]: 45).'],
  ['what would be a link', 'So (Brandt, 2013)(x).'],
];

/** Whether an action makes do with the works that a bibliography has. */
function isOfKnown(title: string): boolean {
  return !/, with a bibliography in |^Convert to Pandoc/.test(title);
}

describe('Converting citations of a text as found', () => {
  for (const { what, before, after, read } of cases)
    it(`writes ${what}`, async function () {
      const title = (await titlesIn(PROJECT + before + '\n' + LIST, (kind) => kind.startsWith('source')))[0]!;
      assert.match(title, /^Convert (?:the citation|all \d+ citations) to Pandoc$/);
      const text = await checkAction(`${PROJECT}${before}\n${LIST}`, title, `${after}\n${LIST}`);
      if (pandocVersion() === null) return skip(this, NO_PANDOC);
      const found = readWithPandoc(text)!.citations.map(({ key, mode, prefix, suffix }): Read => [
        key,
        mode,
        prefix,
        suffix.replaceAll('\u00a0', ' '),
      ]);
      assert.deepEqual(found, read);
    });

  for (const [what, text] of left)
    it(`leaves ${what}`, async () =>
      assert.deepEqual((await titlesIn(`${PROJECT}${text}\n${LIST}`)).filter(isOfKnown), []));

  it('says how many it converts', async () =>
    assert.deepEqual(
      (
        await titlesIn(`${PROJECT}So (Brandt, 2013), not so (Zorn, 1999).\n${LIST}`, (kind) =>
          kind.startsWith('source'),
        )
      ).filter(isOfKnown),
      ['Convert 1 of 2 citations to Pandoc'],
    ));

  it('converts the citation at the cursor', () =>
    checkAction(
      `${PROJECT}So (Brandt, 2‸013), and so (Meyer, 2009).\n${LIST}`,
      'Convert this citation to Pandoc',
      `So [@brandt2013], and so (Meyer, 2009).\n${LIST}`,
    ));

  it('converts those of a selection', () =>
    checkAction(
      `${PROJECT}⟦selection|So (Brandt, 2013), and so (Meyer, 2009)⟧. Or (Brandt, 2015).\n${LIST}`,
      'Convert all 2 selected citations to Pandoc',
      `So [@brandt2013], and so [@meyer2009]. Or (Brandt, 2015).\n${LIST}`,
    ));

  it('reads a text without a list of references against the bibliography', () =>
    checkAction(
      `${PROJECT}So (Brandt, 2013: 4). Adler and Meyer (2011) agree.\n`,
      'Convert all 2 citations to Pandoc',
      'So [@brandt2013, p. 4]. @adler2011 agree.\n',
    ));

  it('does nothing without a bibliography, unless one is made', async () =>
    assert.deepEqual((await titlesIn(`So (Brandt, 2013).\n${LIST}`)).filter(isOfKnown), []));
});
