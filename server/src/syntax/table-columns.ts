/** Where the columns of a table lie in a line: they are counted as they look, wide characters as two. */

const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const COMBINING = /\p{M}/u;

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x300) return 1;
  if (code >= 0xdc00 && code < 0xe000) return 0;
  if (code >= 0xd800 && code < 0xdc00) return code >= 0xd83c ? 2 : 1;
  const letter = text.charAt(at);
  return WIDE.test(letter) ? 2 : COMBINING.test(letter) ? 0 : 1;
}

/** The offsets in `text` of the `columns` (counted from the line's start) of the line `[from, to)`. */
export function columnOffsets(text: string, from: number, to: number, columns: readonly number[]): number[] {
  const offsets: number[] = [];
  let column = 0;
  let at = from;
  for (const wanted of columns) {
    while (column < wanted && at < to) column += widthAt(text, at++);
    while (at < to && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000) at++;
    offsets.push(at);
  }
  return offsets;
}
