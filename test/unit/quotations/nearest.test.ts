import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { BandCounts } from '../../../server/src/quotations/nearest.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { swappedWords } from '../../../server/src/quotations/swapped-words.ts';

describe('the nearest passage', () => {
  it('is looked for at the best places alone', () => {
    const counts = new BandCounts();
    for (const at of [1000, 2000, 2000, 2000, 3000, 3000]) counts.add(0, at, 64);
    const hits = (most: number, least: number) => counts.best(64, most, least).map((each) => each.hits);
    assert.deepEqual(hits(2, 2).slice(0, 1), [3]);
    assert.equal(hits(2, 1).length, 2);
    assert.ok(hits(9, 2).every((each) => each >= 2));
  });

  const toldOf = (text: string, quotation: string) => {
    const match = findQuotation(prepareSource(text, []), quotation);
    return match.status === 'different' ? match.nearest.text : match.status;
  };
  it('has the hyphen at the end of a line that its word has elsewhere', () => {
    const broken = 'They were a self-\ngoverning union of dockers then.';
    const quotation = 'a self-governing union of sailors';
    assert.equal(
      toldOf(`A self-governing body met. ${broken}`, quotation),
      'a self-governing union of dockers',
    );
    assert.equal(toldOf(`A well-known body met. ${broken}`, quotation), 'a selfgoverning union of dockers');
  });
});

describe('words in another order', () => {
  const among = (text: string, pattern: string) => {
    const { folded } = prepareSource(text, []);
    const range = swappedWords(folded, pattern);
    return range && folded.key.slice(range.from, range.to);
  };
  it('are three to twelve', () => {
    assert.equal(among('So silent the harbour was.', 'the harbour silent'), 'silent the harbour');
    assert.equal(among('So silent harbours were.', 'harbours silent'), null);
    const many = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
    const swapped = (words: string[]) => among(words.join(' '), [...words].reverse().join(' '));
    assert.equal(swapped(many), many.join(' '));
    assert.equal(swapped([...many, 'thirteen']), null);
  });
  it('are whole words', () => {
    assert.equal(among('So silent inharbour.', 'harbour in silent'), null);
    assert.equal(among('So silent in harbours.', 'harbour in silent'), null);
  });
});
