/**
 * Some files of the nineties name one table of characters and mean another: written on Windows, said to be Macintosh's.
 * Their umlauts then come out as other signs, always the same ones: `f¸r` for *für*, `M‰rz` for *März*.
 */
import { GENERATED, type PageCharacters } from './page.ts';

/** What ü, ä and ö come out as. */
const TELLING = new Set([0xb8, 0x2030, 0x2c6]);
const FEWEST = 8;
/** Of so many letters one at least is such a sign. */
const SPARSEST = 400;

/** What each sign of Macintosh's upper half is in that of Windows. */
const MEANT = new Map<number, number>();
{
  const mac = new TextDecoder('macintosh');
  const windows = new TextDecoder('windows-1252');
  for (let byte = 0x80; byte < 0x100; byte++) {
    const wrong = mac.decode(Uint8Array.of(byte)).codePointAt(0)!;
    MEANT.set(wrong, windows.decode(Uint8Array.of(byte)).codePointAt(0)!);
  }
}

/** Corrects, in place, the characters of a file whose words have such signs between their letters. */
export function correctMacRoman(pages: readonly PageCharacters[]): void {
  let telling = 0;
  let letters = 0;
  for (const { codes, boxes } of pages)
    for (let i = 1; i + 1 < codes.length; i++) {
      if (isLetter(codes[i]!)) letters++;
      const isApart =
        boxes[4 * i]! >= boxes[4 * i - 3]! - 0.5 && boxes[4 * i + 4]! >= boxes[4 * i + 1]! - 0.5;
      if (TELLING.has(codes[i]!) && isLetter(codes[i - 1]!) && isLetter(codes[i + 1]!) && isApart) telling++;
    }
  if (telling < FEWEST || telling * SPARSEST < letters) return;
  for (const { codes, marks } of pages)
    for (let i = 0; i < codes.length; i++)
      if (!(marks[i]! & GENERATED)) codes[i] = MEANT.get(codes[i]!) ?? codes[i]!;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
