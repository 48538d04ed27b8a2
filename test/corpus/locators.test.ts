import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locatorLanguages, locatorTerms } from '../../server/src/pages/locator-terms.ts';
import { readLocator } from '../../server/src/pages/pandoc-locator.ts';
import { pandocLocators } from '../support/pandoc-locators.ts';
import { runs } from '../support/runs.ts';

const PIECES =
  'p.|pp.|12|3|15|xii|iv|S12|12a|,| |  |-|–|--|(1)|(a)|[14]|§|no.|ch.|c.|fol.|3r|and|ff.|n.|vol.|.|:|/|&|*12*|\\ |sub verbo|Kap.|page|years|2:3'.split(
    '|',
  );

/** As `readLocator` reads it, in Pandoc's form. */
function ours(suffix: string, lang: string | null): string {
  const locator = readLocator(`, ${suffix}`, 0, locatorTerms(lang));
  const value = locator?.value
    .replace(/--|[–—]/g, '-')
    .replace(/\\ |&nbsp;|[*\\]|[\s\u00a0]+/g, (gap) => (/[*\\]$/.test(gap) ? '' : ' '));
  return locator ? `${locator.label}=${value?.trim().replace(/,\s?/g, ', ')}` : '';
}

describe('locators, as the current Pandoc reads them', () => {
  for (const [lang, words] of locatorLanguages())
    it(`has the terms of ${lang}`, async () => {
      const terms = Object.entries(words).flatMap(([label, all]) =>
        all.split('|').map((word) => [label, word]),
      );
      const suffixes = terms.map(([, word]) => `${word} 12`);
      const read = await pandocLocators(suffixes, lang);
      assert.deepEqual(
        // The locales of Spain and Portugal lack what is written there; others have no-break spaces in `s. v.`.
        terms.filter(([label, word], i) => read[i] !== `${label}=12` && !/^(?:págs?|s\. vv?)\.$/.test(word!)),
        [],
      );
    });

  it('reads suffixes put together at random alike', async () => {
    const suffixes = fc.sample(
      fc
        .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
        .map((pieces) => pieces.join('').trim()),
      { numRuns: runs(600), seed: 5 },
    );
    const plain = suffixes.filter((suffix) => suffix !== '' && !/\*\*|\\$|\]\(/.test(suffix));
    const read = (await pandocLocators(plain, null)).map((one) => one.replace(/,\s?/g, ', '));
    const differing = plain.flatMap((suffix, i) => {
      const mine = ours(suffix, null);
      return mine === read[i] ? [] : [`${suffix} | Pandoc ${read[i]} | ours ${mine}`];
    });
    console.log(`      ${differing.length} of ${plain.length} suffixes differ`);
    if (process.env['SHOW_DIFFERENCES']) console.log(differing.join('\n'));
    assert.ok(differing.length <= plain.length / 100, differing.join('\n'));
  });
});
