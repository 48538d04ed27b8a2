/**
 * The file in which digests are kept from one start to the next: some numbers, an index as JSON, then what is looked
 * at once and what stays in memory, each document's one behind the other. Whatever is not whole, or was written by
 * another version, counts as absent.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  readv,
  readvSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { READ_ONCE } from './opened.ts';
import { readIndex, type ShardEntry } from '../../store/shards/shard-index.ts';

export interface Shard {
  readonly entries: readonly ShardEntry[];
  readonly kept: Uint8Array;
  readonly once: Uint8Array;
}

const MAGIC = 0x6e6f6e53;
/** Magic number, lengths of version, index, once and kept; then the checksum. */
const NUMBERS = 5;
const CHECKSUM = 32;
/** The place of that part among the four. */
const ONCE = 2;
/** More than this is no shard of ours. */
const LONGEST = 1 << 30;

/** The texts are nobody else's business. */
const PRIVATE = 0o600;

/** Gives room for so many bytes. */
export type Room = (size: number) => Uint8Array;

/** Room that is used again each time, for what is looked at before the next comes: so that memory is not left in holes. */
export function sameRoom(): Room {
  let bytes = new Uint8Array(0);
  return (size) => {
    if (size > bytes.length) bytes = new Uint8Array(size + (size >> 2));
    return bytes.subarray(0, size);
  };
}

const newRoom: Room = (size) => new Uint8Array(size);

/** Reads a shard; null where there is none that is whole and of that version. */
export function readShard(file: string, version: string): Shard | null {
  let handle: number | null = null;
  try {
    handle = openSync(file, READ_ONCE);
    const steps = readSteps(handle, version, newRoom);
    let step = steps.next(0);
    while (!step.done) step = steps.next(readvSync(handle, step.value));
    return step.value;
  } catch {
    // Absent, cut off, or not ours: all the same, its documents are read again.
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/**
 * As `readShard`, while others have their turn. Only for the many bytes is waited: whoever has to wait more often comes
 * too late in a busy thread. What is looked at once is read into `room`.
 */
export async function readShardAside(file: string, version: string, room: Room): Promise<Shard | null> {
  let handle: number | null = null;
  try {
    handle = openSync(file, READ_ONCE);
    const steps = readSteps(handle, version, room);
    let step = steps.next(0);
    while (!step.done) {
      const { bytesRead } = await readAside(handle, step.value);
      step = steps.next(bytesRead);
    }
    return step.value;
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

const readAside = promisify(readv);

/** Asks for bytes, and to be told how many came. Throws where they are too few. */
function* readSteps(
  handle: number,
  version: string,
  room: Room,
): Generator<readonly Uint8Array[], Shard | null, number> {
  const found = fstatSync(handle);
  // Whoever reads a pipe waits for ever.
  if (!found.isFile()) return null;
  const header = new Uint8Array(NUMBERS * 4 + CHECKSUM);
  if (readSync(handle, header) < header.length) return null;
  const [magic, ...lengths] = new Uint32Array(header.buffer, 0, NUMBERS);
  const size = lengths.reduce((sum, length) => sum + length, header.length);
  if (magic !== MAGIC || size > LONGEST || found.size !== size) return null;
  const parts = lengths.map((length, part) => (part === ONCE ? room : newRoom)(length));
  // A file may be read in more than one go.
  for (let left = parts.filter(({ length }) => length > 0); left.length > 0;) {
    let read = yield left;
    if (read === 0) throw new RangeError('The file is cut off.');
    left = left.flatMap((part) => {
      const filled = Math.min(read, part.length);
      read -= filled;
      return filled < part.length ? [part.subarray(filled)] : [];
    });
  }
  if (checksumOf(parts).compare(header, NUMBERS * 4) !== 0) return null;
  const [writtenBy, index, once, kept] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const decoder = new TextDecoder();
  if (decoder.decode(writtenBy) !== version) return null;
  return { entries: readIndex(decoder.decode(index), once.length, kept.length), once, kept };
}

/**
 * What tells bytes that are whole from others. Version and index are hashed, so that none can be put together by chance;
 * of the many bytes behind them 32 bits are enough where Node can make those, at ten times the speed.
 */
function checksumOf(all: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  // Node has it from 20.15 on.
  const { crc32 } = zlib as { crc32?: typeof zlib.crc32 };
  all.forEach((part, place) => {
    hash.update(Uint32Array.of(part.length));
    if (place < ONCE || !crc32 || part.length === 0) hash.update(part);
    else hash.update(Uint32Array.of(crc32(part)));
  });
  return hash.digest();
}

/** Writes a shard so that whoever reads meanwhile sees it whole or not at all. Throws where it cannot be written. */
export function writeShard(file: string, version: string, { entries, once, kept }: Shard): void {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(version), encoder.encode(JSON.stringify(entries)), once, kept];
  const numbers = new Uint32Array([MAGIC, ...parts.map((part) => part.length)]);
  const header = [new Uint8Array(numbers.buffer), checksumOf(parts)];
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    const handle = openSync(beside, 'wx', PRIVATE);
    try {
      for (const part of [...header, ...parts])
        for (let at = 0; at < part.length;) at += writeSync(handle, part, at);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
}
