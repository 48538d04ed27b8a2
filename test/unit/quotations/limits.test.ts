/** How far each licence of quoting reaches: the last length that counts, and the first that does not. */
import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { foldText } from '../../../server/src/quotations/fold.ts';
import { oneWordOff } from '../../../server/src/quotations/one-word-off.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { sharedStretch } from '../../../server/src/quotations/shared-stretch.ts';
import { silentOmission } from '../../../server/src/quotations/silent-omission.ts';
import { swappedWords } from '../../../server/src/quotations/swapped-words.ts';

const folded = (text: string) => foldText(text, [{ from: 0, to: text.length, barrier: false }], []);

/** Whether the quotation is word for word what the source has with so much of something in it. */
const isExact = (source: string, quotation: string): boolean =>
  findQuotation(prepareSource(source, []), quotation).status === 'exact';

/** Something holds for a length, and no more for the next. */
function upTo(most: number, holds: (length: number) => boolean): void {
  assert.deepEqual([holds(most), holds(most + 1)], [true, false]);
}

/** Something holds from a length on, and not for the one before. */
function from(least: number, holds: (length: number) => boolean): void {
  assert.deepEqual([holds(least - 1), holds(least)], [false, true]);
}

const words = (count: number): string => Array.from({ length: count }, () => 'ox').join(' ');

describe('how much may stand in a source', () => {
  it('for words in brackets: seven words', () =>
    upTo(7, (count) =>
      isExact(
        `So the harbour ${words(count)} was silent for a month.`,
        'the harbour [x] was silent for a month',
      ),
    ));

  it('for letters in brackets: thirteen letters', () =>
    upTo(13, (count) =>
      isExact(
        `So the harb${'x'.repeat(count)} was silent for a month.`,
        'the harb[our] was silent for a month',
      ),
    ));

  it('for an ellipsis: two pages', () =>
    upTo(3998, (count) =>
      isExact(
        `So the harbour ${'x'.repeat(count)} was silent for a month.`,
        'the harbour … was silent for a month',
      ),
    ));

  it('in brackets of its own where the quotation has a remark', () =>
    upTo(56, (count) =>
      isExact(
        `So the harbour [${'x'.repeat(count)}] was silent for a month.`,
        'the harbour [sic] was silent for a month',
      ),
    ));

  it('that a quotation leaves out without a sign', () =>
    upTo(398, (count) => {
      const source = folded(`So the men of the north ${'x'.repeat(count)} were always made by hand.`);
      return silentOmission(source, 'the men of the north were always made by hand') !== null;
    }));
});

describe('how many words a quotation has', () => {
  const NAMES = 'weavers dyers tanners carders fullers hosiers spinners weighers bakers'.split(' ');

  it('from which something is left out: six, and two on each side', () => {
    const isFound = (before: string, behind: string): boolean =>
      silentOmission(folded(`So ${before} and all others ${behind} that year.`), `${before} ${behind}`) !==
      null;
    from(6, (count) => isFound(NAMES.slice(0, 2).join(' '), NAMES.slice(2, count).join(' ')));
    from(2, (count) => isFound(NAMES.slice(0, count).join(' '), NAMES.slice(count, 7).join(' ')));
    from(2, (count) => isFound(NAMES.slice(0, 7 - count).join(' '), NAMES.slice(7 - count, 7).join(' ')));
    // And 24 letters and blanks.
    from(24, (length) => isFound('an ox', `of the inn ${'w'.repeat(length - 19)} x`));
  });

  it('of which one is another: three to seven', () => {
    const off = (count: number): boolean => {
      const quoted = NAMES.slice(0, count);
      const source = folded(`So ${quoted.join(' ')} came.`);
      return oneWordOff(source, [...quoted.slice(0, 1), 'bankers', ...quoted.slice(2)].join(' ')) !== null;
    };
    from(3, off);
    upTo(7, off);
  });

  it('that a source has in another order: three', () =>
    from(3, (count) => {
      const quoted = NAMES.slice(0, count);
      const source = folded(`So ${[...quoted].reverse().join(' ')} came.`);
      return swappedWords(source, quoted.join(' ')) !== null;
    }));

  it('that it shares with a source in a row: eight, of thirty-two letters', () => {
    const shares = (run: string): boolean =>
      sharedStretch(folded(`Yes. ${run} and so.`), `but ${run} they said`) !== null;
    from(8, (count) => shares(NAMES.slice(0, count).join(' ')));
  });
});

describe('how far apart the pages of a source may be numbered', () => {
  const page = (length: number, topic: string): string =>
    `Of ${topic} they said much.\n`.repeat(Math.ceil(length / (18 + topic.length))).slice(0, length);
  const isLeftOut = (length: number): boolean => {
    const text = [31, 32, 33, 34]
      .map((number, i) => `${number}\n\n${page(length, 'oak elm fir ash'.split(' ')[i]!)} the end`)
      .join('\n\n---\n\n');
    return isExact(text, 'the end Of elm they said much');
  };

  it('not so near that they count stanzas, and not so far that they count chapters', () => {
    assert.ok(isLeftOut(1500));
  });
});
