/** More combining marks than any script puts on one letter. */
const PILE = /(\p{M}{32})\p{M}+/gu;

/**
 * A Unicode normal form of a text, with at most 32 marks kept on a letter. Normalisation sorts marks in
 * quadratic time, which a hostile text could exploit.
 */
export function normalized(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return (text.length > 64 ? text.replace(PILE, '$1') : text).normalize(form);
}
