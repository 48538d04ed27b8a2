import assert from 'node:assert/strict';
import type { PrintedLine } from '../../../server/src/works/pdf/page.ts';
import { columnsApart } from '../../../server/src/works/pdf/read-across.ts';

/** Lines by rows: words, and where they begin; each character is five points wide. */
function lines(...rows: (readonly (readonly [left: number, text: string])[])[]): PrintedLine[] {
  return rows.flatMap((row, i) =>
    row.map(([left, text]) => {
      const bottom = 700 - 12 * i;
      return { text, left, right: left + 5 * text.length, bottom, top: bottom + 10, size: 10 };
    }),
  );
}

const texts = (given: readonly PrintedLine[]): string =>
  columnsApart(given)
    .map(({ text }) => text)
    .join(' ');

describe('columns that a program read across', () => {
  const both = (left: string, right: string) =>
    [
      [60, left],
      [300, right],
    ] as const;

  it('are put one after the other, below what runs over both', () =>
    assert.equal(
      texts(
        lines(
          [[60, 'A title that runs over both of the columns of this page']],
          both('a', 'n'),
          both('b', 'o'),
          [[302, 'p']],
          both('c', 'q'),
          both('d', 'r'),
          [[60, 'Another line that runs over both of the columns of it']],
          [[60, 'end']],
        ),
      ),
      'A title that runs over both of the columns of this page a b c d n o p q r Another line that runs over both of the columns of it end',
    ));

  it('stay where they are if they were read one after the other', () => {
    const read = lines(both('a', 'n'), both('b', 'o'), both('c', 'p'), both('d', 'q'), both('e', 'r'));
    const apart = [...read.filter(({ left }) => left < 300), ...read.filter(({ left }) => left >= 300)];
    assert.deepEqual(columnsApart(apart), apart);
  });

  it('are not seen in a few gaps, or in gaps at many places', () => {
    const few = lines(both('a', 'n'), both('b', 'o'), [[60, 'c']], [[60, 'd']]);
    assert.deepEqual(columnsApart(few), few);
    const many = lines(
      ...[150, 190, 230, 270, 310].map(
        (left, i) =>
          [
            [60, `${i}`],
            [left, 'x'],
          ] as const,
      ),
    );
    assert.deepEqual(columnsApart(many), many);
  });
});
