import assert from 'node:assert/strict';
import { read } from '../unit/found/reading.ts';

const each = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join('');

/** So many that what looks at each of them for each of them takes minutes, or all the memory there is. */
describe('found: lists and notes without end', () => {
  it('48,000 references', () => {
    const found = read(
      `So it was (Weaver, 1999).\n\n# References\n\n${each(48_000, (i) => `Weaver A (${1900 + (i % 100)}) Title ${i}. Leiden: Burrow.\n\n`)}`,
    );
    assert.equal(found.references.length, 48_000);
  });

  it('citations that may mean each of thousands of works have one list of them', () => {
    const found = read(
      `${each(4000, () => 'So it was (Weaver, 1999).\n\n')}# References\n\n${each(4000, (i) => `Weaver A (1999) Title ${i}. Leiden: Burrow.\n\n`)}`,
    );
    assert.equal(found.citations.length, 4000);
    assert.equal(new Set(found.citations.map(({ candidates }) => candidates)).size, 1);
    assert.equal(found.citations[0]?.candidates.length, 4000);
    assert.deepEqual(found.uncitedReferences, []);
  });

  it('citations with hundreds of years that none of the thousands of works by their author has', () => {
    const found = read(
      `${each(12_000, (i) => `So it was (Weaver, ${1400 + (i % 400)}).\n\n`)}# References\n\n${each(12_000, (i) => `Weaver A (${1900 + (i % 100)}) Title ${i}. Leiden: Burrow.\n\n`)}`,
    );
    assert.equal(found.citations.length, 12_000);
    assert.ok(found.citations.every(({ near }) => near.length === 12));
  });

  it('short forms that lead to one long note, which does not have their name', () => {
    const found = read(
      `${each(12_000, (i) => `Words.^${i + 1}^ `)}\n\n# Notes\n\n1. Weaver, ${'cloth and town '.repeat(12_000)}, 1999.\n${each(11_999, (i) => `${i + 2}. Dyer, supra note 1, at 9.\n`)}`,
    );
    assert.equal(found.shortTitles.length, 11_999);
    assert.ok(found.shortTitles.every(({ status }) => status === 'unresolved'));
  });

  it('brackets within each other, after which a citation is read', () => {
    const found = read(
      `${'(Aa [Bb '.repeat(20_000)}${'])'.repeat(20_000)}\n\nSo it was (Weaver, 1999).\n\n# References\n\nWeaver A (1999) Cloth. Leiden: Burrow.\n`,
    );
    assert.equal(found.citations.at(-1)?.text, 'Weaver, 1999');
  });

  it('notes of which only the last quotes a title', () => {
    const found = read(
      `${each(8000, (i) => `Words.^${i + 1}^ `)}\n\n# Notes\n\n${each(7999, (i) => `${i + 1}. Words and words.\n`)}8000. Weaver, “Cloth and town”, 1999.\n`,
    );
    assert.equal(found.noteWorks.at(-1)?.works[0]?.title, 'Cloth and town');
  });

  it('more lines than a call has arguments, which are no reference', () => {
    const found = read(
      `So it was (Weaver, 1999).\n\n# References\n\nWeaver A (1999) Cloth. Leiden: Burrow.\n${'and more\n'.repeat(130_000)}`,
    );
    assert.deepEqual(found.references, []);
  });

  it('half of a list uncited, each under a name of its own', () => {
    const name = (i: number) => `Weaver${'abcdefghij'[i % 10]!}${'abcdefghij'[Math.floor(i / 10) % 10]!}`;
    const found = read(
      `${each(3000, (i) => `So it was (${name(i)}, ${1900 + (i % 100)}).\n\n`)}# References\n\n${each(6000, (i) => `${name(i)}${i < 3000 ? '' : 'x'} A (${1900 + (i % 100)}) Title ${i}. Leiden: Burrow.\n\n`)}`,
    );
    assert.equal(found.references.length, 6000);
  });

  /** A name of its own for each number. */
  const word = (i: number) => `Ba${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`;
  const citing = (count: number, cited: (i: number) => string, listed: (i: number) => string) =>
    read(
      `${each(count, (i) => `So it was (${cited(i)}).\n\n`)}# References\n\n${each(count, (i) => `${listed(i)} Title ${i}. Leiden: Burrow.\n\n`)}`,
    );

  it('citations that nearly have the names of works of the same year', () => {
    const found = citing(
      2000,
      (i) => `${word(i)}sun, 1999`,
      (i) => `${word(i * 7)}son A (1999)`,
    );
    assert.equal(found.citations.length, 2000);
    assert.ok(found.citations.every(({ status }) => status === 'unresolved'));
  });

  it('citations whose names share a word with those of thousands of works', () => {
    const cases: [cited: (i: number) => string, listed: (i: number) => string][] = [
      [(i) => `${word(i)} Weaver, 1999`, () => 'Weaver B (1999)'],
      [(i) => `Town Guild of ${word(i)}, 1999`, (i) => `Town Guild of ${word(i)}x (1999)`],
      [(i) => `Weaver and ${word(i)}, 1999`, (i) => `Weaver A and ${word(i)}x B (1999)`],
    ];
    for (const [cited, listed] of cases) assert.equal(citing(2000, cited, listed).references.length, 2000);
  });

  it('short forms in one note', () => {
    const found = read(
      `Words.^1^ Words.^2^\n\n# Notes\n\n1. Weaver, *Cloth*, 1999.\n2. ${'Ibid., p. 3, and more. '.repeat(6000)}\n`,
    );
    assert.equal(found.shortTitles.length, 6000);
    assert.ok(found.shortTitles.every(({ target }) => target?.note === 0));
  });

  it('one number of very many digits', () => {
    const found = read(
      `${'2011'.repeat(50_000)}\n\nSo it was (Weaver, 1999).\n\n# References\n\nWeaver A (1999) Cloth. Leiden: Burrow.\n`,
    );
    assert.equal(found.citations.at(-1)?.text, 'Weaver, 1999');
  });

  it('code, most of what there is', () => {
    const text = 'a `b` '.repeat(60_000);
    const opaque = Array.from({ length: 60_000 }, (_, i) => ({ from: 6 * i + 2, to: 6 * i + 5 }));
    assert.deepEqual(read(text, { opaque }).citations, []);
  });
});
