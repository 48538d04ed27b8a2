/** Every control character but the white space that the caller keeps; what lies alone of a surrogate pair. */
const CONTROL = /[\p{Cc}\p{Cs}]/gu;
/** Line ends of Unicode; signs that turn the order of what follows; invisible tags. */
const UNSEEN = /[\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/**
 * Text in which whatever acts on what shows it can be seen instead: control characters as Unicode draws them (`␛`,
 * `␊`), signs that turn the order of characters and invisible tags by their number (`\u{202e}`). One line goes in or
 * out; `kept` are control characters that stay. What is visible already stays as it is.
 */
export function visible(text: string, kept = ''): string {
  return text
    .replace(CONTROL, (sign) => (kept.includes(sign) ? sign : drawn(sign)))
    .replace(UNSEEN, numbered);
}

/** Control characters have pictures in Unicode from U+2400, in the same order; others are spelled. */
function drawn(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : numbered(sign);
}

/** A character by its number, `\u{202e}`. */
export function numbered(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}
