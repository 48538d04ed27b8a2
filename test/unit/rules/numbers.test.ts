import { check } from '../../support/check.ts';

describe('pages in the words of a finding', () => {
  const works =
    '//- works.bib\n@article{lee2011, author = {Lee, C. K.}, title = {Delta}, date = {2011}, pages = {173--187}}\n';
  for (const [place, words] of [
    ['p. 5', 'Page 5'],
    ['pp. 5-6', 'Pages 5-6'],
    ['pp. 5, 9', 'Pages 5, 9'],
    ['p. 5ff', 'Pages 5ff'],
  ] as const)
    it(words, async () => {
      await check(
        `${works}//- notes.md\n---\nbibliography: works.bib\n---\n\nSo [@lee2011, ⟦locator-outside|${place}⟧].\n`,
        {
          messages: [`${words} cannot be in Lee (2011), which is printed on pages 173 to 187.`],
        },
      );
    });
});
