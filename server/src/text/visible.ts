/** Every control character except the white space that the caller keeps, and lone surrogates. */
const CONTROL = /[\p{Cc}\p{Cs}]/gu;
/** Unicode line ends, bidirectional controls, and tag characters. */
const UNSEEN = /[\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/**
 * Makes visible what could manipulate a display. Control characters become their Unicode pictures (`␛`, `␊`),
 * bidirectional controls and tag characters become numbers (`\u{202e}`). `kept` lists control characters that
 * stay. Idempotent.
 */
export function visible(text: string, kept = ''): string {
  return text
    .replace(CONTROL, (sign) => (kept.includes(sign) ? sign : drawn(sign)))
    .replace(UNSEEN, numbered);
}

/** Control characters have pictures from U+2400 on, in the same order; others are spelled as numbers. */
function drawn(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : numbered(sign);
}

/** A character as its number, `\u{202e}`. */
export function numbered(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}
