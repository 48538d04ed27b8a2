import assert from 'node:assert/strict';
import { read } from './reading.ts';

const NAMES = 'Adler Dyer Kilner Mahler Okafor Sorg Weir Yates Zorn Abbot Baker Cook'.split(' ');
const entry = (n: number, mark = `[${n}]`): string =>
  `${mark} ${NAMES[n - 1]} T. Quays of ${NAMES[n - 1]}. Harbour Studies 20${String(n).padStart(2, '0')};${n}:1–9.`;
const calls = NAMES.map((_, i) => `The porters wrote of it [${i + 1}].`).join(' ');
/** Two columns of a page, line by line. */
const ACROSS = [1, 2, 3, 4, 5, 6, 9, 10, 7, 11, 8, 12];

describe('found: columns of a page that were read across', () => {
  it('entries whose numbers are in the other column', () => {
    for (const mark of [(n: number) => `[${n}]`, (n: number) => `${n}.`]) {
      const { citations, references } = read(
        `${calls}\n\nReferences\n\n${ACROSS.map((n) => entry(n, mark(n))).join('\n')}\n`,
      );
      assert.equal(references.length, NAMES.length);
      assert.deepEqual(
        citations.filter(({ status }) => status !== 'resolved').map(({ number }) => number),
        [],
      );
    }
  });

  it('numbers out of order that do not go on from the list are no entries', () => {
    const own = [1, 2, 3, 4, 5, 6].map((n) => entry(n));
    const { references } = read(
      `${calls.slice(0, 170)}\n\nReferences\n\n${own.join('\n')}\n[40] pages\n[41] plates\n[42] maps\n`,
    );
    assert.equal(references.length, own.length);
  });

  it('what the text of the other column calls is no uncited entry', () => {
    const rest = calls.split('. ').slice(0, -1).join('. ');
    const lines = ACROSS.map((n) => entry(n));
    lines.splice(7, 0, 'as the porters wrote [12], and no more.');
    assert.deepEqual(read(`${rest}.\n\nReferences\n\n${lines.join('\n')}\n`).uncitedReferences, []);
  });

  it('a menu of numbered chapters is no list of works', () => {
    const { references, citations } = read(
      `Report\n\nReferences\n\n1.  Problems\n2.  Methods\n3.  Means\n\nMethods\n\nThe loom is set by c(1, 2), c(2, 3), and the yarn by t(3).\n`,
    );
    assert.deepEqual([references.length, citations.length], [0, 0]);
  });

  it('paragraphs with numbers glued to them are no notes', () => {
    const paragraphs = `12Guild wove Cloth town rolls Paid walls dyers Porters


13Guild wove 5. cloth, town rolls paid walls Dyers[29]. porters[31]. guild Wove, cloth town rolls Paid[32] walls dyers
Porters[36] guild wove cloth town Rolls paid walls


22Dyers porters Guild wove cloth Town rolls paid
Walls dyers Porters guild[61]. Wove, cloth Town rolls Paid[62] walls dyers 5./porters


29Guild wove Cloth town Rolls Paid Walls dyers porters Guild 2014
wove cloth[69]. Town[70] rolls Paid walls dyers Porters guild Wove cloth town


31Rolls Paid walls Dyers porters guild Wove Cloth,


32Town rolls Paid walls dyers porters Guild wove


33Cloth Town rolls paid walls Dyers porters


34Guild wove cloth Town 4 rolls paid walls Dyers porters
Guild wove cloth Town Rolls [72] paid walls dyers
porters guild[73].

35Wove cloth Town rolls paid Walls dyers Porters guild wove
cloth[74]. 

36Town rolls Paid walls dyers Porters 1–6 guild wove
cloth Town rolls Paid, walls dyers Porters guild[75], wove


68Cloth town rolls Paid walls dyers Porters guild Wove-Cloth-Town rolls paid
`;
    assert.deepEqual(read(paragraphs).partly, []);
  });
});
