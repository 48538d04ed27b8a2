/** ZIP archives, read in memory: nothing is inflated before it is asked for, and nothing beyond the limits. */
import { Inflate } from 'fflate';
import { ByteSink } from '../text/byte-sink.ts';
import { Unreadable } from './unreadable.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, and of all that are read, when inflated. */
  readonly perEntry: number;
  readonly inflated: number;
  /** How many times its size an entry may grow to; prose grows to three or four times. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 20_000,
  perEntry: 64_000_000,
  inflated: 256_000_000,
  ratio: 250,
};

interface Entry {
  /** Of its local header. */
  readonly at: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly checksum: number;
  readonly isEncrypted: boolean;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
/** Bytes inflated at a time: what comes of them is looked at before there is more. */
const STEP = 16_384;
/** Below this, no ratio is a bomb. */
const SMALL = 1_000_000;

/** Whether the bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export class Zip {
  private readonly entries = new Map<string, Entry>();
  private inflated = 0;

  /** Reads the directory. Throws `Unreadable` where there is none, or one with too many entries. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: ZipLimits = ZIP_LIMITS,
  ) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory(view);
    } catch (cause) {
      // The view's way of saying that a number leads out of the file.
      if (cause instanceof RangeError) throw new Unreadable('broken');
      throw cause;
    }
  }

  get names(): Iterable<string> {
    return this.entries.keys();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of an entry by its exact name; null where there is none. Throws `Unreadable`. */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.isEncrypted) throw new Unreadable('password');
    const { packed, size } = entry;
    const { limits, bytes } = this;
    if (size > limits.perEntry || this.inflated + size > limits.inflated) throw new Unreadable('large');
    if (bytes.length < entry.at + 30) throw new Unreadable('broken');
    const header = new DataView(bytes.buffer, bytes.byteOffset + entry.at, 30);
    if (header.getUint32(0, true) !== LOCAL_HEADER) throw new Unreadable('broken');
    const from = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    if (from + packed > bytes.length) throw new Unreadable('broken');
    const data = bytes.subarray(from, from + packed);
    const read = entry.method === 0 ? data : this.inflate(data, entry);
    if (read.length !== size || checksumOf(read) !== entry.checksum) throw new Unreadable('broken');
    this.inflated += size;
    return read;
  }

  private readDirectory(view: DataView): void {
    const { bytes, limits } = this;
    let end = bytes.length - 22;
    const last = Math.max(0, end - LONGEST_COMMENT);
    while (end >= last && view.getUint32(end, true) !== DIRECTORY_END) end--;
    if (end < last) throw new Unreadable('broken');
    const count = view.getUint16(end + 10, true);
    if (count > limits.entries) throw new Unreadable('large');
    const length = view.getUint32(end + 12, true);
    // What some programs put in front of an archive shifts everything in it.
    const shift = end - length - view.getUint32(end + 16, true);
    if (shift < 0) throw new Unreadable('broken');
    const decoder = new TextDecoder();
    let at = end - length;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Unreadable('broken');
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength!));
      this.entries.set(name.replace(/\\/g, '/'), {
        at: view.getUint32(at + 42, true) + shift,
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      });
      at += 46 + nameLength! + extra! + comment!;
    }
  }

  private inflate(data: Uint8Array, { method, size }: Entry): Uint8Array {
    if (method !== 8) throw new Unreadable('broken');
    const most = Math.min(size, Math.max(SMALL, data.length * this.limits.ratio));
    const sink = new ByteSink();
    const inflate = new Inflate((chunk) => {
      if (sink.length + chunk.length > most) throw new Unreadable('large');
      sink.append(chunk);
    });
    try {
      for (let at = 0; at < data.length; at += STEP)
        inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    } catch (cause) {
      throw cause instanceof Unreadable ? cause : new Unreadable('broken');
    }
    return sink.take();
  }
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32: a damaged archive often inflates to something, which must not be taken for what somebody wrote. */
function checksumOf(bytes: Uint8Array): number {
  let sum = ~0;
  for (let i = 0; i < bytes.length; i++) sum = CHECKSUMS[(sum ^ bytes[i]!) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}
