import { deferred, say } from '../words/say.ts';

/** A file's contents as text, or a problem as a sentence. */
export type DecodedText =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly problem: string };

const NOT_UTF8 = deferred(
  '{input, select, true {Standard input} other {This file}} is not UTF-8 text, so it is not read. Open it in an editor that knows its encoding and save it as UTF-8.',
);
const ZERO_BYTES = deferred(
  '{input, select, true {Standard input} other {This file}} holds zero bytes, as a binary file does, so it is not read. If it is text, save it as UTF-8.',
);

/**
 * Decodes UTF-8 and UTF-16, with or without a byte order mark (UTF-16 without one is recognised by its zero
 * bytes). The mark is dropped; line ends and stray zero bytes are kept. Anything else is a problem. Never
 * throws. A problem calls the bytes standard input where they are that.
 */
export function decodeText(bytes: Uint8Array, isInput = false): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return markedUtf16('utf-16le', bytes, isInput);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return markedUtf16('utf-16be', bytes, isInput);
  const decoded = decodeAs('utf-8', bytes, isInput);
  // A zero byte becomes U+0000, and the search for a character is much faster.
  if ('text' in decoded && !decoded.text.includes('\0')) return decoded;
  if (!isBinary(bytes)) return decoded;
  const unmarked = unmarkedUtf16(bytes);
  const read = unmarked && decodeAs(unmarked, bytes, isInput);
  return read && 'text' in read && !CONTROL.test(read.text)
    ? read
    : { problem: say(ZERO_BYTES, { input: isInput }) };
}

/** UTF-32 begins like UTF-16, and in that would have a zero after each letter. */
function markedUtf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array, isInput: boolean): DecodedText {
  const read = decodeAs(encoding, bytes, isInput);
  if (!('text' in read) || !read.text.includes('\0')) return read;
  const zeros = read.text.split('\0').length - 1;
  return zeros * 1000 > read.text.length ? { problem: say(ZERO_BYTES, { input: isInput }) } : read;
}

const CONTROL = /[\0-\x08\x0E-\x1F]/;

/** How many characters are examined for UTF-16 without a mark. */
const LOOKED_AT = 2000;

/** Which UTF-16 bytes without a mark may be: in Latin script every other byte is zero, and none of the others is. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const pairs = Math.min(LOOKED_AT, bytes.length / 2);
  const zeros = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (even === 0 && odd * 2 > pairs) return 'utf-16le';
  return odd === 0 && even * 2 > pairs ? 'utf-16be' : null;
}

/** A single zero byte in a long text is a converter's error; many mean another kind of file. */
function isBinary(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1))
    if (++zeros * 1000 > bytes.length) return true;
  return false;
}

/** Created once: creating one takes a third of the time of decoding an article. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeAs(
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  bytes: Uint8Array,
  isInput: boolean,
): DecodedText {
  try {
    const decoder = encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes), encoding };
  } catch {
    // The decoder throws where the bytes are invalid in the encoding.
    return {
      problem:
        encoding === 'utf-8'
          ? say(NOT_UTF8, { input: isInput })
          : say(
              '{input, select, true {Standard input} other {This file}} begins like {encoding} text but is not: it is damaged or cut short. Save it as UTF-8.',
              { input: isInput, encoding: 'UTF-16' },
            ),
    };
  }
}
