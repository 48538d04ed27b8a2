/**
 * A text with U+FFFD for each surrogate that stands alone, which a URI cannot be written of: `encodeURI` throws. Texts
 * have such halves while somebody edits, and JSON may escape them (`"\ud83d"`).
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
