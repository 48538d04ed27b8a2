/**
 * `ß` and `ss`, which are two spellings of most words (`daß`, `dass`; `Straße`, in Switzerland `Strasse`). Between the
 * vowels of a few words they are two sounds, and two words: `Maße` are no `Masse`.
 */
import type { PreparedQuotation, PreparedSource } from './model.ts';

const AHEAD = /(?<!\p{L})(?:ma|bu|ru|fl[oö]|sch[oö])$/iu;
const BEHIND = /^en?(?!\p{L})/iu;
const WITH_SS = /(?<!\p{L})(ma|bu|ru|fl[oö]|sch[oö])ss(?=en?(?!\p{L}))/gu;

/** What stands in the key for such a letter: as long as `ss`, so that a key can be respelt in place. */
export const TELLING = 'ßs';

/** Whether the `ß` at an offset makes its word another than `ss` would. */
export function isTellingSharpS(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter !== 'ß' && letter !== 'ẞ') return false;
  return AHEAD.test(text.slice(Math.max(0, at - 5), at)) && BEHIND.test(text.slice(at + 1, at + 4));
}

/**
 * The quotation in the spelling of a source, where one of the two writes no `ß` at all; else the same. Who writes none
 * may mean either word.
 */
export function inSpellingOf(source: PreparedSource, quotation: PreparedQuotation): PreparedQuotation {
  if (!writesSharpS(source)) return respelt(quotation, (key) => key.replaceAll(TELLING, 'ss'));
  return quotation.isWithoutSharpS
    ? respelt(quotation, (key) => key.replace(WITH_SS, `$1${TELLING}`))
    : quotation;
}

const KNOWN = new WeakMap<PreparedSource, boolean>();

function writesSharpS(source: PreparedSource): boolean {
  let known = KNOWN.get(source);
  if (known === undefined) KNOWN.set(source, (known = /[ßẞ]/.test(source.text)));
  return known;
}

function respelt(quotation: PreparedQuotation, spell: (key: string) => string): PreparedQuotation {
  const keys = quotation.parts.map(({ folded }) => spell(folded.key));
  if (quotation.parts.every(({ folded }, i) => folded.key === keys[i])) return quotation;
  const parts = quotation.parts.map((part, i) => ({ ...part, folded: { ...part.folded, key: keys[i]! } }));
  return { ...quotation, parts };
}
