import type { ShortTitleForm } from './model.ts';

const SHORT_FORM =
  /(?<![\p{L}\p{N}])(?:(?:(?:see|siehe|s\.|vgl\.|voir|cf\.|cfr\.|vedi|ver|véase|wie)\s+)?(?:supra|above|oben|ci-dessus|más arriba|sopra),?\s+(?:(?:at|in|in der|la|dans la)\s+)?(?:notes?|nn?\.|fns?\.?|nota|anm(?:erkung)?\.?|fu(?:ß|ss)note|footnote)\s?\d{1,3}|(?:notes?|nn?\.|fn\.?|nota|anm\.|footnote)\s?\d{1,3},?\s+(?:supra|above|oben|ci-dessus|sopra)|(?:see|siehe(?: auch)?|s\.(?: auch)?|vgl\.|voir|cf\.|cfr\.|vedi|ver|véase|wie)\s+(?:notes?|n\.|fn\.?|nota|anm(?:erkung)?\.?|fu(?:ß|ss)note|footnote)\s?\d{1,3}(?!\d)(?!\s+(?:below|infra|unten|ci-dessous|abajo|in\b|of\b|to\b))|[前见見]注\s?\d{1,3}|(?:op(?:us|ere)?|ob)\.?\s?cit(?:ato|ata|atum|ada)?\b\.?|o\.\s?c\.|art(?:icle)?\.?\s?cit\b\.?|l(?:oc)?\.\s?c(?:it)?\b\.?|a\.\s?a\.\s?O\.|前引书|前引書|前揭书|前揭書|前引文|ibid(?:em)?(?!\p{L})\.?|ibíd(?:em)?(?!\p{L})\.?|ib\.|ebd(?:a)?\.|ebenda|ivi(?=[\s,.])|同上|同前|idem(?!\p{L})|id\.|(?<=,\s)cit\.)/giu;

/**
 * What stands in every match of `SHORT_FORM`, by its rarest letter: most texts have none, and where each alternative
 * begins with a letter of its own, few places of a text are looked at twice.
 */
const NEEDED =
  /\d(?<=[aegmns.]\s?\d)|cit|\.(?:(?<=[aclo]\.)\s?[ac]|(?<=id\.))|b(?:(?<=ib)[i.]|(?<=eb)[de])|v(?<=iv)i|m(?<=idem)|[前同注íſ]/gi;

/**
 * The first words in `text`, from `offset` on, that stand for an earlier work, in Latin or in a language of
 * scholarship; null where there are none.
 */
export function shortFormAfter(
  text: string,
  offset: number,
): { readonly index: number; readonly words: string } | null {
  NEEDED.lastIndex = offset;
  if (!NEEDED.test(text)) return null;
  SHORT_FORM.lastIndex = offset;
  const match = SHORT_FORM.exec(text);
  return match && { index: match.index, words: match[0] };
}

const SUPRA = /\d|注/;

/** Which form the words of a `SHORT_FORM` match are. */
export function formOf(words: string): ShortTitleForm {
  const lower = words.toLowerCase();
  if (SUPRA.test(lower)) return 'supra';
  if (/^art/.test(lower) || lower === '前引文') return 'art-cit';
  if (/^l/.test(lower)) return 'loc-cit';
  if (/^(?:op|ob|o\.|a\.|cit|前)/.test(lower)) return 'op-cit';
  if (/^id/.test(lower)) return 'idem';
  return 'ibid';
}

/** The number of the note in the words of a `supra` form. */
export function noteNumber(words: string): string | null {
  return /\d{1,3}/.exec(words)?.[0] ?? null;
}
