/** Names at the head of entries. */
import assert from 'node:assert/strict';
import { read } from './reading.ts';

/** The names of one entry. */
const names = (entry: string): string[] =>
  read(`So (Tanner, 1988).\n\nReferences\n\n${entry}\n\nTanner D (1988) Hides. Leiden: Burrow.\n`)
    .references.filter(({ year }) => year !== '1988')
    .flatMap((reference) =>
      reference.names.map(
        ({ family, given, isBody }) => `${family}${given === null ? '' : `, ${given}`}${isBody ? '!' : ''}`,
      ),
    );

describe('found: names of entries', () => {
  it('inverted in pairs, or the first only where the others make no pairs', () => {
    assert.deepEqual(names('Weaver, Anna, Dyer, Clara, Fuller, Paul (2003) Looms. Leiden: Burrow.'), [
      'Weaver, Anna',
      'Dyer, Clara',
      'Fuller, Paul',
    ]);
    assert.deepEqual(names('Weaver, Anna, Dyer, Fuller, Tanner (2003) Looms. Leiden: Burrow.'), [
      'Weaver, Anna',
      'Dyer',
      'Fuller',
      'Tanner',
    ]);
  });

  it('without a comma, as the list is sorted, but for one', () => {
    const entries = 'Burrow Tom|Dyer Rita|Fuller Paul|Weaver Anna|Hook Lena|Mason Hans|Roper Eva|Tanner Carl';
    const list = entries
      .split('|')
      .map((name, i) => `${name} (200${i}): Looms of Altburg. Leiden.`)
      .join('\n');
    const { references, citations } = read(`So (Weaver 2003; Tanner 2007).\n\nReferences\n\n${list}\n`);
    assert.deepEqual(
      references.map(({ names: [name] }) => `${name?.family}, ${name?.given}`),
      entries.split('|').map((name) => name.replace(' ', ', ')),
    );
    assert.deepEqual(
      citations.map(({ status }) => status),
      ['resolved', 'resolved'],
    );
  });

  it('in capitals, with commas throughout, or an initial before the title', () => {
    assert.deepEqual(names('WEAVER, Anna, Either/Or, Ben and Clara DYER (trans.), Leiden, Burrow, 2003.'), [
      'WEAVER, Anna',
    ]);
    assert.deepEqual(names('WEAVER, Anna, Wool. The Looms of the North, Leiden, Burrow, 2003 [1987].'), [
      'WEAVER, Anna',
    ]);
    assert.deepEqual(names('WEAVER, Anna B. The Looms, Leiden, Leiden University Press, 2003.'), [
      'WEAVER, Anna B.',
    ]);
    assert.deepEqual(names('WEAVER, A.B. & C.D. DYER. 2003. Looms of the northern towns. Leiden, Burrow.'), [
      'WEAVER, A.B.',
      'DYER, C.D.',
    ]);
    assert.deepEqual(
      names(
        'WEAVER, Anna, Ropes, Leiden, Burrow, 2003.\n\n___, Wool : the looms. The guilds, Leiden, Burrow, 2004.\n\n___, Leiden, town of wool. The guilds, Leiden, Burrow, 2005.',
      ),
      ['WEAVER, Anna', 'WEAVER, Anna', 'WEAVER, Anna'],
    );
  });

  it('a family name with its particle', () => {
    assert.deepEqual(names('van Vries. 1999. Ports. Leiden: Burrow.'), ['van Vries']);
    assert.deepEqual(names('van Vries; Dyer, B. (1999) Ports. Leiden: Burrow.'), ['van Vries', 'Dyer, B.']);
    assert.deepEqual(names('d’Alembert, J. (1990) Ports. Leiden: Burrow.'), ['d’Alembert, J.']);
  });

  it('in natural order after one that is inverted and a semicolon', () => {
    assert.deepEqual(names('Weaver, Anna; Ben van den Dyer (2003) Looms. Leiden: Burrow.'), [
      'Weaver, Anna',
      'van den Dyer, Ben',
    ]);
    assert.deepEqual(names('Weaver, Anna; Guild of Dyers (2003) Looms. Leiden: Burrow.'), [
      'Weaver, Anna',
      'Guild of Dyers!',
    ]);
  });

  it('behind a comma too many', () => {
    assert.deepEqual(names('Weaver, A.; , Dyer (2003) Looms. Leiden: Burrow.'), ['Weaver, A.', 'Dyer']);
  });

  it('the title of a collection, without the word in front of it', () => {
    const { references } = read(
      'So (Weaver, 2003).\n\nReferences\n\nWeaver A (2003) Looms. In: Cloth and power, 33–58. Leiden: Burrow.\n\nDyer B (2004) Dyes. In Cloth and power, 33 – 58. Leiden: Burrow.\n',
    );
    assert.deepEqual(
      references.map(({ containerTitle, pages }) => [containerTitle, pages]),
      [
        ['Cloth and power', { from: 33, to: 58 }],
        ['Cloth and power', { from: 33, to: 58 }],
      ],
    );
  });
});
