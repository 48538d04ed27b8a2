/** Tags and comments within the words of a quotation, which are no words of its source. */
import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
sources: {sources/kilner.md: kilner2001}
rules: {bibliography-unnamed: off}
//- refs.bib
@book{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
//- sources/kilner.md
[p. 3]

In the winter of 1911 the ledger was burnt, by whom was never established.
//- notes.md
`;

/** What a quotation of the source is told to have otherwise, by the second sentence of its message. */
async function differences(text: string): Promise<string[]> {
  const findings = await check(`${PROJECT}${text}\n`);
  return findings.map(({ message }) => message.replace(/^.*?\)\. /, ''));
}

const BURNT = 'The source has “burnt” where the quotation has “stolen”.';

describe('markup within a quotation is no word of it', () => {
  for (const [what, text] of [
    ['a line that a tag ends', 'She wrote “the ledger was burnt,<br>by whom was never established” [@kilner2001, p. 3].'],
    ['a tag of a line with a slash', 'She wrote “the ledger was burnt,<br />by whom was never established” [@kilner2001, p. 3].'],
    ['a blank that is an entity', 'She wrote “the ledger&nbsp;was burnt, by whom was never established” [@kilner2001, p. 3].'],
    ['letters that are entities', 'She wrote “the l&#101;dger was burnt, by whom was never established” [@kilner2001, p. 3].'],
    ['two words of the writer’s own with such a blank', 'It was the “quay&nbsp;culture” of [@kilner2001, p. 3].'],
    ['emphasis by tags', 'She wrote “the ledger <em>was burnt</em>, by whom was never established” [@kilner2001, p. 3].'],
    ['a comment before a block', '> <!-- to be looked at -->\n> In the winter of 1911 the ledger was burnt, by whom was never established. [@kilner2001, p. 3]'],
    ['a comment after the citation of a block', '> In the winter of 1911 the ledger was burnt, by whom was never established. [@kilner2001, p. 3] <!-- copied -->'],
  ] as const)
    it(what, async () => assert.deepEqual(await differences(text), [])); // prettier-ignore

  for (const [what, text] of [
    ['a line that a tag ends', 'She wrote “⟦quote-mismatch|the ledger was stolen,<br>by whom was never established⟧” [@kilner2001, p. 3].'],
    ['emphasis by tags', 'She wrote “⟦quote-mismatch|the ledger <em>was</em> stolen, <mark>by whom</mark> was never established⟧” [@kilner2001, p. 3].'],
    ['a blank that is an entity', 'She wrote “⟦quote-mismatch|the ledger&nbsp;was stolen, by whom was never established⟧” [@kilner2001, p. 3].'],
    ['letters that are entities', 'She wrote “⟦quote-mismatch|the l&#101;dger was stolen, by whom was never established⟧” [@kilner2001, p. 3].'],
    ['a comment', 'She wrote “⟦quote-mismatch|the ledger was <!-- sic? --> stolen, by whom was never established⟧” [@kilner2001, p. 3].'],
    ['a comment before a block', '> <!-- to be looked at -->\n> ⟦quote-mismatch|In the winter of 1911 the ledger was stolen, by whom was never established.⟧ [@kilner2001, p. 3]'],
    ['two comments before a block', '> <!-- to be -->\n> <!-- looked at -->\n>\n> ⟦quote-mismatch|In the winter of 1911 the ledger was stolen, by whom was never established.⟧ [@kilner2001, p. 3]'],
    ['a comment after a block', '> ⟦quote-mismatch|In the winter of 1911 the ledger was stolen, by whom was never established.⟧ <!-- copied --> [@kilner2001, p. 3]'],
    ['a comment after the citation of a block', '> ⟦quote-mismatch|In the winter of 1911 the ledger was stolen, by whom was never established.⟧ [@kilner2001, p. 3] <!-- copied -->'],
  ] as const)
    it(`${what}, where a word is another`, async () => assert.deepEqual(await differences(text), [BURNT])); // prettier-ignore

  it('nor is it shown', async () => {
    const text =
      'She wrote “⟦quote-mismatch|the <b>ledger</b> [was]{.smallcaps} <!-- so --> stolen,\\\nby whom&nbsp;was never established⟧” [@kilner2001, p. 3].';
    const [finding] = await check(`${PROJECT}${text}\n`);
    assert.match(finding!.message, /^“the ledger was stolen, by whom was never…” is not/);
  });
});

describe('markup within a source is no word of it', () => {
  const source = (text: string) => PROJECT.replace(/In the winter[^\n]*/, text);
  const told = async (text: string, quoted: string, code = 'quote-mismatch') => {
    const drawn = quoted === '' ? 'the ledger was burnt' : `⟦${code}|${quoted}⟧`;
    const findings = await check(`${source(text)}She wrote “${drawn}” [@kilner2001, p. 3].\n`);
    return findings.map(({ message }) => message.replace(/^.*?\)(?:\.| has) /, ''));
  };
  for (const [what, text] of [
    ['entities', 'In the winter&nbsp;of 1911 the&nbsp;ledger was&#160;burnt, by whom&nbsp;was never established.'],
    ['escapes', 'In the winter of 1911\\, the ledger was burnt\\, by whom was never established.'],
    ['tags', 'In the winter of 1911 the <b>ledger</b> was<br>burnt, by whom <!-- ? --> was never established.'],
  ] as const)
    it(what, async () => {
      assert.deepEqual(await told(text, ''), []);
      assert.deepEqual(await told(text, 'the ledger was stolen, by whom was never established'), [BURNT]);
    }); // prettier-ignore

  it('letters that are entities', async () => {
    const text = 'It was the caf&eacute; &amp; the bar that were closed in the winter.';
    assert.deepEqual(await told(text, 'the café & the bar that were open in the winter'), [
      'The source has “closed” where the quotation has “open”.',
    ]);
    assert.deepEqual(await told(text, 'the caf&eacute; &amp; the bar that were open in the winter'), [
      'The source has “closed” where the quotation has “open”.',
    ]);
    assert.deepEqual(await told(text, 'the cafe & the bar that were closed in the winter'), [
      'The source has “café” where the quotation has “cafe”.',
    ]);
  });

  it('nor is it shown of what was left out', async () => {
    const text =
      'The ledger was <em>never</em> [burnt](http://example.org/a),<sup>12</sup> but&nbsp;it was <!-- so --> lost in the fog.';
    assert.deepEqual(await told(text, 'The ledger was … lost in the fog', 'quote-shortened'), [
      '“never burnt, but it was”.',
    ]);
  });
});
