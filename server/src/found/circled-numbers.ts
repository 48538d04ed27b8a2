/** Circled numbers, common in East Asian typography. */

/** The circled numbers, for a character class. */
export const CIRCLED = '①-⑳㉑-㉟㊱-㊿';

/** The decimal digits of a circled number. */
export function digitsOfCircled(circled: string): string {
  const code = circled.charCodeAt(0);
  if (code >= 0x32b1) return String(code - 0x32b1 + 36);
  return String(code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1);
}
