/**
 * The file format of a shard of the cache: a header, an index as JSON, then the parts `once` (used when a document is
 * added) and `kept` (stays in memory). Each part concatenates the documents' bytes. A file that is damaged, or of
 * another version, counts as absent. This module does no file access: callers pass bytes.
 */
import { readIndex, type ShardEntry } from './shard-index.ts';

export interface Shard {
  readonly entries: readonly ShardEntry[];
  readonly kept: Uint8Array;
  readonly once: Uint8Array;
}

/** A checksum of a shard's parts: few bytes up to the part `many`, many from there on. */
export type Checksum = (parts: readonly Uint8Array[], many: number) => Uint8Array;

const MAGIC = 0x6e6f6e53;
/** Magic number; lengths of version, index, `once` and `kept`. The checksum follows. */
const NUMBERS = 5;
const CHECKSUM = 32;
/** The index of the part `once` among the four. */
export const ONCE = 2;
/** A file longer than this is no shard of ours. */
const LONGEST = 1 << 30;

/** Length of the header in bytes. */
export const HEADER_SIZE = NUMBERS * 4 + CHECKSUM;

/** The lengths of the parts after a header, in a file of that size; null where it is no shard. */
export function partLengths(header: Uint8Array, fileSize: number): readonly number[] | null {
  const [magic, ...lengths] = new Uint32Array(header.slice(0, NUMBERS * 4).buffer);
  const size = lengths.reduce((sum, length) => sum + length, HEADER_SIZE);
  return magic !== MAGIC || size > LONGEST || fileSize !== size ? null : lengths;
}

/** Decodes a shard; null where it is damaged or of another version. Throws where its index is malformed. */
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

/** The bytes of a shard, as a list of chunks to be written in order. */
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
