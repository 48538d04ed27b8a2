/**
 * Some files of the nineties name one table of characters and mean another: written on Windows, said to be Macintosh's.
 * Their umlauts then come out as other signs, always the same ones: `f¸r` for *für*, `M‰rz` for *März*.
 */
import { GENERATED, type PageCharacters } from './page.ts';

/** What ü, ä and ö come out as. */
const TELLING = new Set([0xb8, 0x2030, 0x2c6]);
const FEWEST = 8;
/** At least one of so many letters must be such a sign. */
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

/** Whether the words of a file have such signs between their letters. */
export class MacRomanSigns {
  private telling = 0;
  private letters = 0;

  /** Takes the characters of one more page. */
  count({ codes, boxes }: PageCharacters): void {
    for (let i = 1; i + 1 < codes.length; i++) {
      if (isLetter(codes[i]!)) this.letters++;
      else if (TELLING.has(codes[i]!) && isLetter(codes[i - 1]!) && isLetter(codes[i + 1]!)) {
        const isApart =
          boxes[4 * i]! >= boxes[4 * i - 3]! - 0.5 && boxes[4 * i + 4]! >= boxes[4 * i + 1]! - 0.5;
        if (isApart) this.telling++;
      }
    }
  }

  get areThere(): boolean {
    return this.telling >= FEWEST && this.telling * SPARSEST >= this.letters;
  }
}

/** Corrects, in place, the characters of a page of such a file. */
export function correctMacRoman({ codes, marks }: PageCharacters): void {
  for (let i = 0; i < codes.length; i++)
    if (!(marks[i]! & GENERATED)) codes[i] = MEANT.get(codes[i]!) ?? codes[i]!;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
