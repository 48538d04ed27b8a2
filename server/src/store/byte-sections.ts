/**
 * Several byte arrays in one, each section aligned to four bytes so that it can be viewed as 32-bit numbers.
 */

const WORD = 4;

/** Concatenates sections, preceded by their number and lengths. `splitSections` is the inverse. */
export function joinSections(parts: readonly Uint8Array[]): Uint8Array {
  const header = new Uint32Array(1 + parts.length);
  header[0] = parts.length;
  parts.forEach((part, i) => (header[i + 1] = part.length));
  let size = header.byteLength;
  for (const part of parts) size += padded(part.length);
  const joined = new Uint8Array(size);
  joined.set(new Uint8Array(header.buffer));
  let at = header.byteLength;
  for (const part of parts) {
    joined.set(part, at);
    at += padded(part.length);
  }
  return joined;
}

/**
 * The sections that `joinSections` joined, as views of `bytes`, which must start at a multiple of four in its
 * buffer. Throws a RangeError where the lengths exceed the bytes.
 */
export function splitSections(bytes: Uint8Array): Uint8Array[] {
  const count = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0]!;
  if ((count + 1) * WORD > bytes.length) throw new RangeError('Too many sections.');
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset + WORD, count);
  const parts: Uint8Array[] = [];
  let at = (count + 1) * WORD;
  for (const length of lengths) {
    if (at + length > bytes.length) throw new RangeError('A section is longer than all of them.');
    parts.push(bytes.subarray(at, at + length));
    at += padded(length);
  }
  return parts;
}

/** 32-bit numbers as bytes: a view, not a copy. */
export function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A section as the 32-bit numbers that it holds: a view, not a copy. */
export function numbersOf(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.length / WORD);
}

function padded(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}
