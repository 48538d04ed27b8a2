import assert from 'node:assert/strict';
import { locatorTerms } from '../../../server/src/pages/locator-terms.ts';
import { readLocator } from '../../../server/src/pages/pandoc-locator.ts';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

/** The locator as `label=value`, or nothing. */
const read = (suffix: string, lang: string | null = null): string => {
  const locator = readLocator(suffix, 0, locatorTerms(lang));
  return locator ? `${locator.label}=${locator.value}` : '';
};

describe('the locator of a citation', () => {
  const english: [suffix: string, locator: string][] = [
    [', p. 12', 'page=12'],
    [', pp. 12–15, and more', 'page=12–15'],
    [' 12, 15, 18', 'page=12, 15, 18'],
    [', 12 and 14', 'page=12'],
    [', p.\\ 12', 'page=12'],
    [', p.&nbsp;12', 'page=12'],
    [', § 12(3)', 'section=12(3)'],
    [', 1(2)(a)(i)', 'page=1(2)(a)(i)'],
    [', p. [17]', 'page=[17]'],
    [', **12**', 'page=12'],
    [', c. 3', 'chapter=3'],
    [', s.v. rope', ''],
    [', sub verbo 3', 'sub-verbo=3'],
    [', fol. 12r–13v', 'folio=12r–13v'],
    [', pp. iv, 3', 'page=iv, 3'],
    [', {p. 12, and all}', 'page=12, and all'],
    [', ,12', ''],
    [', and nothing', ''],
    [', 12. And', 'page=12'],
    ['', ''],
  ];
  for (const [suffix, locator] of english)
    it(`${suffix || 'nothing'} is ${locator || 'none'}`, () => assert.equal(read(suffix), locator));

  const others: [lang: string, suffix: string, locator: string][] = [
    ['de-DE', ', S. 99', 'page=99'],
    ['de', ', S.99', 'page=99'],
    ['de-AT', ', Kap. 3', 'chapter=3'],
    ['de', ', p. 99', ''],
    ['es', ', págs. 99-101', 'page=99-101'],
    ['ru', ', с. 99', 'page=99'],
    ['zh-CN', ', 页 99', 'page=99'],
    ['fr', ', fᵒ 3', 'folio=3'],
    ['tlh', ', p. 99', 'page=99'],
  ];
  for (const [lang, suffix, locator] of others)
    it(`${suffix} in ${lang} is ${locator || 'none'}`, () => assert.equal(read(suffix, lang), locator));

  it('stands where it is written', () => {
    const suffix = ', see p.\\ 12–13!';
    assert.equal(readLocator(suffix, 100), null);
    const locator = readLocator(', p.\\ 12–13!', 100)!;
    assert.deepEqual(locator.range, { from: 102, to: 111 });
  });

  it('is in doubt where a bare number may count what follows', () => {
    for (const suffix of [', 99 years later', ', 1998 edition', ', 3 vols'])
      assert.equal(readLocator(suffix, 0)?.isDoubtful, true, suffix);
    for (const suffix of [', 99', ', 99 ff.', ', 99 n. 3', ', p. 99 years', ', 99, years'])
      assert.equal(readLocator(suffix, 0)?.isDoubtful, undefined, suffix);
  });

  it('takes time in proportion to the suffix', () => {
    for (const piece of ['(', '((', 'p. ', '1,', '{', 'i.'])
      assert.ok(readLocator(`, ${piece.repeat(20_000)}`, 0) !== undefined);
  });

  it('is read in the language of the document, after an edit as well', () => {
    const locators = (text: string) =>
      readFacts(parseTree(text)).citations.map(
        ({ locator }) => locator && `${locator.label} ${locator.value}`,
      );
    assert.deepEqual(locators('---\nlang: de\n---\n\nA [@k, S. 3].\n\nB [@k, 4].\n'), ['page 3', 'page 4']);
    const tree = parseTree('---\nlang: de\n---\n\nA [@k, S. 3].\n');
    readFacts(tree);
    const changed = '---\nlang: en\n---\n\nA [@k, S. 3].\n';
    const edited = tree.apply(changed, [{ from: 10, to: 12, insert: 'en' }]);
    assert.deepEqual(
      readFacts(edited).citations.map(({ locator }) => locator),
      [null],
    );
  });
});
