/**
 * The form in which digests are kept from one start to the next: some numbers, an index as JSON, then what is looked at once
 * and what stays in memory, each document's one after another. Whatever is not whole, or was written by another version,
 * counts as absent. Reads and writes no file: who does gives its bytes.
 */
import { readIndex, type ShardEntry } from './shard-index.ts';

export interface Shard {
  readonly entries: readonly ShardEntry[];
  readonly kept: Uint8Array;
  readonly once: Uint8Array;
}

/** Tells bytes that are whole from others; those up to the part `many` are few, those from there on many. */
export type Checksum = (parts: readonly Uint8Array[], many: number) => Uint8Array;

const MAGIC = 0x6e6f6e53;
/** Magic number, lengths of version, index, once and kept; then the checksum. */
const NUMBERS = 5;
const CHECKSUM = 32;
/** The place of that part among the four. */
export const ONCE = 2;
/** More than this is no shard of ours. */
const LONGEST = 1 << 30;

/** So many bytes stand in front of the parts. */
export const HEADER_SIZE = NUMBERS * 4 + CHECKSUM;

/** How long the parts are that follow a header, in a file of so many bytes; null where that is no shard. */
export function partLengths(header: Uint8Array, fileSize: number): readonly number[] | null {
  const [magic, ...lengths] = new Uint32Array(header.slice(0, NUMBERS * 4).buffer);
  const size = lengths.reduce((sum, length) => sum + length, HEADER_SIZE);
  return magic !== MAGIC || size > LONGEST || fileSize !== size ? null : lengths;
}

/** A shard of these parts; null where they are not whole or of another version. Throws where its index is none. */
export function openShard(
  header: Uint8Array,
  parts: readonly Uint8Array[],
  version: string,
  checksum: Checksum,
): Shard | null {
  const sum = checksum(parts, ONCE);
  if (sum.some((byte, i) => byte !== header[NUMBERS * 4 + i])) return null;
  const [writtenBy, index, once, kept] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const decoder = new TextDecoder();
  if (decoder.decode(writtenBy) !== version) return null;
  return { entries: readIndex(decoder.decode(index), once.length, kept.length), once, kept };
}

/** The bytes of a shard, one piece after the other. */
export function shardBytes(
  { entries, once, kept }: Shard,
  version: string,
  checksum: Checksum,
): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(version), encoder.encode(JSON.stringify(entries)), once, kept];
  const numbers = new Uint32Array([MAGIC, ...parts.map((part) => part.length)]);
  return [new Uint8Array(numbers.buffer), checksum(parts, ONCE), ...parts];
}
