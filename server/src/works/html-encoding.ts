/** The bytes of a page as text. */

/** How far a page is looked into for what it says of its encoding. */
const LOOKED_AT = 4096;
const DECLARED =
  /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:-]{2,40})|^\s*<\?xml\b[^>]{0,100}\bencoding\s*=\s*["']([\w:-]{2,40})/i;
/** What pages say that may be anything: it is believed only where the bytes are no UTF-8. */
const LATIN = /^(?:utf-?8|us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/i;
/** What Windows-1252 has from 0x80 on, where Latin 1 has controls; some versions of Node read these. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Decodes a page by its mark, what it declares, UTF-8 or Windows-1252, in this order; UTF-8 that is sound is believed
 * against a declaration of Latin letters. Images within it are left out first. Never fails.
 */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const kept = withoutImages(bytes);
  const opening = new TextDecoder('latin1').decode(kept.subarray(0, LOOKED_AT));
  const declared = DECLARED.exec(opening);
  const name = declared?.[1] ?? declared?.[2] ?? '';
  const hasMark = kept[0] === 0xef && kept[1] === 0xbb && kept[2] === 0xbf;
  if (!hasMark && name !== '' && !LATIN.test(name) && !/^utf-?16/i.test(name)) {
    const decoder = decoderOf(name);
    if (decoder) return decoder.decode(kept);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(kept);
  } catch {
    // Bytes that are no UTF-8.
  }
  const loose = new TextDecoder('utf-8').decode(kept);
  const isUtf8 = (hasMark || /^utf-?8$/i.test(name)) && isMostlySound(loose);
  return isUtf8 ? loose : latin(kept);
}

function latin(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}

function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name);
  } catch {
    // No encoding has this name.
    return null;
  }
}

/** A page cut within a character, or with a slip or two, is UTF-8 still. */
function isMostlySound(text: string): boolean {
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1))
    if (++lost > 3 && lost * 1000 > text.length) return false;
  return true;
}

const COMMA = 0x2c;
const BASE64 = new TextEncoder().encode(';base64');
const IN_BASE64 = ((): Uint8Array => {
  const table = new Uint8Array(256);
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
    table[letter.charCodeAt(0)] = 1;
  return table;
})();

/** A saved page is mostly the images that it carries: nine tenths of it need not be decoded. */
function withoutImages(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    kept.push(bytes.subarray(from, to));
    length += to - from;
  };
  for (let comma = bytes.indexOf(COMMA); comma >= 0; comma = bytes.indexOf(COMMA, comma + 1)) {
    if (!BASE64.every((byte, i) => bytes[comma - BASE64.length + i] === byte)) continue;
    keep(comma);
    let end = comma + 1;
    while (end < bytes.length && IN_BASE64[bytes[end]!] === 1) end++;
    from = end;
    comma = end - 1;
  }
  if (from === 0) return bytes;
  keep(bytes.length);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of kept) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
