/** More marks than any script puts upon one letter. */
const PILE = /(\p{M}{32})\p{M}+/gu;

/**
 * A text in one of Unicode's normal forms, at most 32 marks kept on a letter. To put them in order takes the square of
 * their number, and nobody writes thousands but to keep a machine busy.
 */
export function normalized(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return (text.length > 64 ? text.replace(PILE, '$1') : text).normalize(form);
}
