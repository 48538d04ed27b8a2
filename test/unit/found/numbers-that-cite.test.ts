import assert from 'node:assert/strict';
import { read } from './reading.ts';

const entries = (mark: (n: number) => string): string =>
  'Adler Dyer Kilner Mahler Okafor Sorg Weir'
    .split(' ')
    .map((name, i) => `${mark(i + 1)} ${name} T. Quays of ${name}. Harbour Studies 200${i};${i + 1}:1–9.`)
    .join('\n');

const numbers = (text: string): (string | null)[] => read(text).citations.map(({ number }) => number);

describe('found: numbers that cite', () => {
  it('letters for the parts of an entry, but not the index of an array', () => {
    assert.deepEqual(
      numbers(
        `It was measured by some [1] and later [2, 3]. The programme reads argv[1] and argv[2]. Other tallies [4], [5–6] and [7a,b] agree.\n\nReferences\n\n${entries((n) => `[${n}]`)}\n`,
      ),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
  });

  it('a number glued to a word cites where no word has several', () => {
    assert.deepEqual(
      numbers(
        `It was measured [1] and later [2, 3]. Tallies[4] differ [5, 6], and see [7].\n\nReferences\n\n${entries((n) => `[${n}]`)}\n`,
      ),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
  });

  it('exponents of quantities and of ten call nothing', () => {
    assert.deepEqual(
      numbers(
        `It was measured.¹ Later it was measured anew.²,³ It holds for all R² above 0.6 at 10³ points. The other tallies agree.⁴ So do the clerks,⁵ the masons⁶ and the porters.⁷\n\nReferences\n\n${entries((n) => `${n}.`)}\n`,
      ),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
  });

  it('nothing where it was typed after a prompt', () => {
    const list = `References\n\n${entries((n) => `[${n}]`)}\n`;
    assert.deepEqual(
      numbers(`It was measured [1], and [2, 3].\n\n> tally[5] <- count(quays)\nquays[6, 7] <- 1\n\n${list}`),
      ['1', '2', '3'],
    );
    const glued =
      '> fit1 <- lm(quays)\n> fit2 <- lm(docks)\n> fit3 <- lm(ships)\n> print(fit4)\n+ fit5(fit6)';
    assert.deepEqual(numbers(`It was measured.\n\n${glued}\n\n${list}`), []);
  });

  it('a block quotation, whose plurals and years in parentheses are no calls of a program', () => {
    assert.deepEqual(
      numbers(
        `It was measured [1], and [2, 3].\n\n> The clerk(s) agreed [4], as Adler(2001) had [5], and so did all [6, 7].\n\nReferences\n\n${entries((n) => `[${n}]`)}\n`,
      ),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
  });
});
