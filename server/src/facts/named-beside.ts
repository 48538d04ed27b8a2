/**
 * A work written out beside a quotation, without a year: `“…,” Kilner, *Harbour*, p. 3`, `“…” (Kilner, *Harbour* 3)`,
 * `Kilner, *Harbour*, p. 3: “…”`.
 */
import type { TextRange } from '../text/range.ts';
import type { Attribution } from './model.ts';

const WORK = String.raw`\p{Lu}[\p{L}\p{M}.’' -]{1,40},\s+(?:[*_]{1,2}[^*_\n]{3,120}[*_]{1,2}|[“«][^”»\n]{3,120}[”»]),?\s+(?:\([^()\n]{1,40}\),?\s+)?(?:(?:pp?|S|s|pág|с|С)\.[ \u00a0]?\d[\d–-]*|\d{1,4}(?:[-–]\d{1,4})?(?=[)）.,;:]))`;
const ANYWHERE = new RegExp(WORK, 'u');
const AFTER = new RegExp(String.raw`^[,.;]?\s+(?:[—–]\s+|[(（])?(?=\p{Lu})(${WORK})`, 'u');
const BEFORE = new RegExp(String.raw`(?:^\s*|[.!?;]\s)(${WORK})\s*(?:[:,(]|\(:)\s*$`, 'u');
/** How far such words reach, in UTF-16 units. */
const REACH = 260;

/** A quick test whether words may name a work so. */
export function mayNameWork(words: string): boolean {
  return /, [*_“«]/.test(words) && ANYWHERE.test(words);
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
  const from = start + ahead.index + ahead[0].indexOf(ahead[1]!);
  return printed({ from, to: from + ahead[1]!.length });
}

function printed(range: TextRange): Attribution {
  return { kind: 'printed', name: '', range, at: null, loose: false };
}
