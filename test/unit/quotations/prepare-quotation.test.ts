import assert from 'node:assert/strict';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';

/** A quotation taken apart: its words for a reader, and its parts with what stands between them. */
function parts(written: string): string {
  const { parts, after } = prepareQuotation(written);
  const signs = { none: '', ellipsis: '…', interpolation: '[]', denial: '[!]', letters: '-' };
  return [...parts.map(({ before, folded }) => `${signs[before]}${folded.key}`), signs[after]]
    .filter(Boolean)
    .join(' ');
}

describe('a quotation that is taken apart', () => {
  for (const [written, words, expected] of [
    // what a reader sees of it
    ['“The men came.”', 'The men came', 'the men came'],
    ['“[T]he men came”', '[T]he men came', 'the men came'],
    ['x [t]he men', 'x [t]he men', 'x the men'],
    ['[𐐜]𐐬', '[𐐜]𐐬', '𐐜𐐬'],
    ['[M]{.dropcap}en came', 'Men came', 'men came'],
    ['the [men]{.smallcaps} came', 'the men came', 'the men came'],
    ['the `men` came', 'the men came', 'the men came'],
    ['the men came!', 'the men came', 'the men came'],
    ['.5 of them came', '.5 of them came', '5 of them came'],
    ['so it ended ..', 'so it ended ..', 'so it ended'],
    // what stands for something else
    ['the men … came', 'the men … came', 'the men …came'],
    ['the men [...] came', 'the men [...] came', 'the men …came'],
    ['… the men', '… the men', '…the men'],
    ['the men …', 'the men …', 'the men …'],
    ['the me[n] came', 'the me[n] came', 'the me -came'],
    ['[ne]ither came', '[ne]ither came', '-ither came'],
    ['they [the men] came', 'they [the men] came', 'they []came'],
    ['they [did not] come', 'they [did not] come', 'they [!]come'],
    ['they came [the men]', 'they came [the men]', 'they came []'],
    ['the men [sic] came', 'the men came', 'the men came'],
    ['the men[^1] came', 'the men came', 'the men came'],
    ['the men^[A note.] came', 'the men came', 'the men came'],
    ['the men^[On `x`] came `now` so', 'the men came now so', 'the men came now so'],
    ['the men [@key, p. 3] came', 'the men came', 'the men came'],
    ['the men [] came', 'the men came', 'the men came'],
    ['venus, écrit-elle, au matin', 'venus, écrit-elle, au matin', 'venus []au matin'],
    ['venus, ajoute-t-il, au matin', 'venus, ajoute-t-il, au matin', 'venus []au matin'],
    ['venus, note Anne Morel, au matin', 'venus, note Anne Morel, au matin', 'venus []au matin'],
    ['venus, peut-être, au matin', 'venus, peut-être, au matin', 'venus, peutêtre, au matin'],
    // of two that meet the wider counts
    ['they … [the men] came', 'they … [the men] came', 'they …came'],
    ['they [the men] … came', 'they [the men] … came', 'they …came'],
    ['they [did not] [the men] come', 'they [did not] [the men] come', 'they [!]come'],
    // what is escaped, or never closed, is itself
    ['the \\[men\\] came', 'the \\[men\\] came', 'the [men] came'],
    ['the [men came', 'the [men came', 'the [men came'],
  ] as const)
    it(`“${written}”`, () => {
      assert.equal(parts(written), expected);
      assert.equal(prepareQuotation(written).text.replace(/ {2,}/g, ' '), words);
    });

  it('knows where each of its words stands as written', () => {
    for (const written of [
      '“The *men*[^1] came.”',
      'the [men]{.x} `came` [sic] in',
      '[T]he men (sic!) came',
    ]) {
      const { text, runs } = prepareQuotation(written);
      const pieces = runs.map(({ written: { from, to } }) => written.slice(from, to));
      assert.equal(pieces.join(''), text, written);
      let at = 0;
      for (const run of runs) {
        assert.equal(run.at, at);
        at += run.written.to - run.written.from;
      }
    }
  });

  it('holds no words where there are none', () => {
    for (const written of ['', '“”', '…', '[the men]', '—', '[^1]'])
      assert.deepEqual(prepareQuotation(written).parts, [], written);
    assert.equal(prepareQuotation('[the men]').after, 'interpolation');
    assert.equal(prepareQuotation('—').after, 'none');
  });
});
