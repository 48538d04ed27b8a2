/** Lines out of characters as PDFium gives them, where their order or the gaps between them are odd. */
import assert from 'node:assert/strict';
import { linesOf } from '../../../server/src/works/pdf/lines.ts';
import { GENERATED, type PageCharacters } from '../../../server/src/works/pdf/page.ts';

interface Drawn {
  readonly text: string;
  readonly left: number;
  readonly bottom?: number;
  readonly height?: number;
  readonly width?: number;
}

/** A space or a line end that PDFium put there. */
const SEEN = ' ';
const LINE_END = '\r\n';

/** The characters of a page: words with their places, each character five points wide and ten high, and what PDFium put between. */
function pageOf(parts: readonly (Drawn | string)[]): PageCharacters {
  const codes: number[] = [];
  const boxes: number[] = [];
  const marks: number[] = [];
  for (const part of parts)
    if (typeof part === 'string')
      for (const sign of part) {
        codes.push(sign.codePointAt(0)!);
        boxes.push(0, 0, 0, 0);
        marks.push(GENERATED);
      }
    else {
      const { text, left, bottom = 700, height = 10, width = 5 } = part;
      [...text].forEach((sign, i) => {
        codes.push(sign.codePointAt(0)!);
        boxes.push(left + i * width, left + (i + 1) * width, bottom, bottom + height);
        marks.push(0);
      });
    }
  return {
    width: 595,
    height: 842,
    isCovered: false,
    codes: Uint32Array.from(codes),
    boxes: Float32Array.from(boxes),
    marks: Uint8Array.from(marks),
  };
}

const textOf = (parts: readonly (Drawn | string)[]): string[] =>
  linesOf(pageOf(parts)).map(({ text }) => text);

describe('lines of a PDF', () => {
  it('have modifiers among the letters of a transliteration, and say of letters of other scripts that they are lost', () => {
    assert.deepEqual(textOf([{ text: 'ta\u02bfa\u01e7\u01e7uba', left: 100 }]), ['ta\u02bfa\u01e7\u01e7uba']);
    assert.deepEqual(textOf([{ text: 'ta\u0b0aga', left: 100 }]), ['ta\ufffda']);
  });

  it('have an accent over the letter that it is drawn on, though it comes at the end of the line', () => {
    const line = { text: 'zukunftigen', left: 100 };
    const end = { text: 'Nutzern', left: 158 };
    assert.deepEqual(textOf([line, SEEN, end, SEEN, { text: '¨', left: 115.2 }]), ['zukünftigen Nutzern']);
    assert.deepEqual(textOf([line, LINE_END, { text: '¨', left: 115.2, bottom: 701 }, LINE_END, end]), [
      'zukünftigen Nutzern',
    ]);
  });

  it('have accents that stand over nothing, or over the letter beside them, as before', () => {
    assert.deepEqual(
      textOf([
        { text: 'u', left: 100 },
        { text: '¨', left: 100 },
        { text: 'ber', left: 105 },
      ]),
      ['über'],
    );
    assert.deepEqual(
      textOf([
        { text: '¨', left: 100 },
        { text: 'uber', left: 100 },
      ]),
      ['über'],
    );
    assert.deepEqual(textOf([{ text: 'the sign ¨ alone', left: 100 }]), ['the sign ¨ alone']);
    const below = { text: '¨', left: 100, bottom: 650 };
    assert.deepEqual(
      textOf([{ text: 'und', left: 100 }, SEEN, { text: 'uber', left: 120 }, LINE_END, below]),
      ['und uber', '¨'],
    );
  });

  it('have a space after low and high characters, where PDFium saw the end of a line', () => {
    const low = { text: '2', left: 105, bottom: 698, height: 6, width: 4 };
    const parts = [{ text: 'S', left: 100 }, LINE_END, low, LINE_END];
    assert.deepEqual(textOf([...parts, { text: 'statements', left: 110.8 }]), ['S2 statements']);
    assert.deepEqual(textOf([...parts, { text: 'O', left: 109.4 }]), ['S2O']);
  });

  it('have a space where the font changes in a line that is set tightly, and none between closer letters', () => {
    const parts = [
      { text: 'to', left: 100 },
      SEEN,
      { text: 'the', left: 111.2 },
      SEEN,
      { text: 'question', left: 127.4 },
    ];
    assert.deepEqual(textOf([...parts, { text: 'Whose', left: 168.6 }]), ['to the question Whose']);
    assert.deepEqual(textOf([...parts, { text: 'able', left: 167.9 }]), ['to the questionable']);
  });

  it('go on where they were left, before a number that is raised, when others are drawn in between', () => {
    const page = pageOf([
      { text: 'to the quay,', left: 70 },
      LINE_END,
      { text: 'Above it was nothing.', left: 70, bottom: 740 },
      LINE_END,
      { text: '12', left: 130.2, bottom: 705, height: 6, width: 3 },
      SEEN,
      { text: 'they said', left: 139 },
    ]);
    assert.deepEqual(
      linesOf(page).map(({ text }) => text),
      ['to the quay,¹² they said', 'Above it was nothing.'],
    );
  });

  it('have no raised number at the end of a word whose letters are as high as it is', () => {
    const page = pageOf([
      { text: 'In the ', left: 70 },
      { text: 'quay456', left: 105, bottom: 702.5, height: 7 },
      SEEN,
      { text: 'package', left: 143 },
      { text: '57', left: 178.2, bottom: 704, height: 6, width: 3 },
    ]);
    assert.deepEqual(
      linesOf(page).map(({ text }) => text),
      ['In the quay456 package⁵⁷'],
    );
  });

  it('do not go on in the next column, nor in the next cell', () => {
    const page = pageOf([
      { text: 'to the quay,', left: 70 },
      LINE_END,
      { text: 'Above it was nothing.', left: 70, bottom: 740 },
      LINE_END,
      { text: 'they said', left: 136 },
    ]);
    assert.equal(linesOf(page).length, 3);
  });
});
