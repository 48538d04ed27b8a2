/**
 * A work written out beside a quotation, without a year: `“…,” Kilner, *Harbour*, p. 3`, `“…” (Kilner, *Harbour* 3)`,
 * `Kilner, *Harbour*, p. 3: “…”`.
 */
import type { TextRange } from '../text/range.ts';
import type { Attribution } from './model.ts';

const WORK = String.raw`\p{Lu}[\p{L}\p{M}.’' -]{1,40},\s+(?:[*_]{1,2}[^*_\n]{3,120}[*_]{1,2}|[“«][^”»\n]{3,120}[”»]),?\s+(?:\([^()\n]{1,40}\),?\s+)?(?:(?:pp?|S|s|pág|с|С)\.[ \u00a0]?\d[\d–-]*|\d{1,4}(?:[-–]\d{1,4})?(?=[)）.,;:]))`;
/** The family name in front, and a title up to a full stop or comma: `Kilner, Ada: Harbour, Kiel 2001, S. 3`. */
const INVERTED = String.raw`\p{Lu}[\p{L}\p{M}’'-]{1,30},\s\p{Lu}[\p{L}\p{M}. -]{0,30}:\s[\p{Lu}\d*_][^.\n]{3,160}(?:,\s|\s)\d{4},\s(?:S|pp?|s)\.[ \u00a0]?\d[\d–-]*`;
/** `Kilner, 2001, S. 3` */
const DATED = String.raw`\p{Lu}[\p{L}\p{M}’'-]{1,30},?\s(?:1[5-9]|20)\d\d[a-z]?(?:,\s|:\s)(?:(?:S|pp?|s)\.[ \u00a0]?)?\d[\d–-]*`;
const ANYWHERE = new RegExp(`${WORK}|${INVERTED}|${DATED}`, 'u');
/** A title in italics or marks and a page, in parentheses: `(*Harbour*, 3)`. */
const TITLED = String.raw`(?<=[(（])[*_]{1,2}[^*_()\n]{3,80}[*_]{1,2},?\s(?:pp?\.\s?)?\d{1,4}(?:[–-]\d{1,4})?(?=[)）])`;
const IN_PARENTHESES = new RegExp(TITLED, 'u');
const AFTER = new RegExp(
  String.raw`^[,.;]?\s+(?:[—–]\s+|[(（])?(?=[\p{Lu}*_])(${WORK}|${INVERTED}|${TITLED})`,
  'u',
);
const BEFORE = new RegExp(
  String.raw`(?:(?:^\s*|[.!?;]\s)(${WORK})\s*(?:[:,(]|\(:)|(?:^\s*|[.!?;]\s)(${DATED}):)\s*$`,
  'u',
);
/** How far such words reach, in UTF-16 units. */
const REACH = 260;

/** A quick test whether words may name a work so. */
export function mayNameWork(words: string): boolean {
  return (
    (/, [*_“«]/.test(words) || /\d[),.:]/.test(words)) && (ANYWHERE.test(words) || IN_PARENTHESES.test(words))
  );
}

/** The attribution of `quoted` by the work that is written out right before it or after it; null for none. */
export function namedBeside(text: string, quoted: TextRange, prose: TextRange): Attribution | null {
  const behind = AFTER.exec(text.slice(quoted.to, Math.min(prose.to, quoted.to + REACH)));
  if (behind) {
    const to = quoted.to + behind[0].length;
    return printed({ from: to - behind[1]!.length, to });
  }
  const start = Math.max(prose.from, quoted.from - REACH);
  const ahead = BEFORE.exec(text.slice(start, quoted.from));
  if (!ahead) return null;
  const work = ahead[1] ?? ahead[2]!;
  const from = start + ahead.index + ahead[0].indexOf(work);
  return printed({ from, to: from + work.length });
}

function printed(range: TextRange): Attribution {
  return { kind: 'printed', name: '', range, at: null, loose: false };
}
