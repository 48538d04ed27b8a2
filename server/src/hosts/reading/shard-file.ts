/** The files of the cache, one per shard. A damaged file counts as absent. */
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
import {
  HEADER_SIZE,
  ONCE,
  openShard,
  partLengths,
  shardBytes,
  type Shard,
} from '../../store/shards/shard-format.ts';

/** Accessible to the user only. */
const PRIVATE = 0o600;

/** Allocates a buffer of that size. */
export type Room = (size: number) => Uint8Array;

/**
 * An allocator that reuses one buffer, for data that is consumed before the next allocation. Avoids fragmentation.
 */
export function sameRoom(): Room {
  let bytes = new Uint8Array(0);
  return (size) => {
    if (size > bytes.length) bytes = new Uint8Array(size + (size >> 2));
    return bytes.subarray(0, size);
  };
}

const newRoom: Room = (size) => new Uint8Array(size);

/** Reads a shard; null where there is none that is undamaged and of that version. */
export function readShard(file: string, version: string): Shard | null {
  let handle: number | null = null;
  try {
    handle = openSync(file, READ_ONCE);
    const steps = readSteps(handle, version, newRoom);
    let step = steps.next(0);
    while (!step.done) step = steps.next(readvSync(handle, step.value));
    return step.value;
  } catch {
    // Absent, truncated, or not ours: its documents are read again.
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/**
 * As `readShard`, asynchronously. Only the large part is awaited, since each await is delayed in a busy thread. The
 * part `once` is read into `room`.
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

/** A coroutine that yields read requests and receives the number of bytes. Throws where these are too few. */
function* readSteps(
  handle: number,
  version: string,
  room: Room,
): Generator<readonly Uint8Array[], Shard | null, number> {
  const found = fstatSync(handle);
  // Reading a pipe may block for ever.
  if (!found.isFile()) return null;
  const header = new Uint8Array(HEADER_SIZE);
  if (readSync(handle, header) < header.length) return null;
  const lengths = partLengths(header, found.size);
  if (!lengths) return null;
  const parts = lengths.map((length, part) => (part === ONCE ? room : newRoom)(length));
  // A read may return less than requested.
  for (let left = parts.filter(({ length }) => length > 0); left.length > 0;) {
    let read = yield left;
    if (read === 0) throw new RangeError('The file is cut off.');
    left = left.flatMap((part) => {
      const filled = Math.min(read, part.length);
      read -= filled;
      return filled < part.length ? [part.subarray(filled)] : [];
    });
  }
  return openShard(header, parts, version, checksumOf);
}

/**
 * A checksum. Header and index are hashed, so that none matches by chance. For the many bytes after them CRC-32
 * suffices where Node has it, at ten times the speed.
 */
function checksumOf(parts: readonly Uint8Array[], many: number): Uint8Array {
  const hash = createHash('sha256');
  // Node has it from 20.15 on.
  const { crc32 } = zlib as { crc32?: typeof zlib.crc32 };
  parts.forEach((part, place) => {
    hash.update(Uint32Array.of(part.length));
    if (place < many || !crc32 || part.length === 0) hash.update(part);
    else hash.update(Uint32Array.of(crc32(part)));
  });
  return hash.digest();
}

/** Writes a shard atomically (temporary file and rename). Throws where that fails. */
export function writeShard(file: string, version: string, shard: Shard): void {
  writePrivately(file, shardBytes(shard, version, checksumOf));
}

/** Writes a file that only the user can read, at once: beside its place first. Creates its folder. Throws where it cannot. */
export function writePrivately(file: string, pieces: Iterable<Uint8Array>): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    const handle = openSync(beside, 'wx', PRIVATE);
    try {
      for (const piece of pieces) for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
}
