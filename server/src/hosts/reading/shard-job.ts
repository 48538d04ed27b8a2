/**
 * Reads one shard of a workspace's documents. Valid entries of the cache are reused, other documents are read and
 * digested, and the cache is updated. Runs on any thread.
 */
import { createHash } from 'node:crypto';
import { createMentionFinder } from '../../actors/mentions.ts';
import { Digester, type Digest, type NameSearch } from '../../service/digest.ts';
import type { Wanted } from '../../service/document-reader.ts';
import { DocumentText } from '../../text/document-text.ts';
import { decodeText } from '../../text/encoding.ts';
import type { NamedActor } from '../../workspace/sharing.ts';
import type { Logger } from '../../workspace/file-system.ts';
import type { Unreadable } from '../../workspace/unreadable.ts';
import type { FileVersion } from './earlier-versions.ts';
import { Files, type FileOnDisk } from './files.ts';
import type { Permission } from './permitted.ts';
import { readShard, writeShard } from './shard-file.ts';
import type { Shard } from '../../store/shards/shard-format.ts';
import type { ShardEntry, Stretch } from '../../store/shards/shard-index.ts';

/** Documents to be read, packed for a cheap transfer between threads. */
export interface PackedWanted {
  /** The paths, separated by U+0000, which no path contains. */
  readonly paths: string;
  /** The sources that the project file declares, by index in `paths`. */
  readonly sources: ReadonlyMap<number, string>;
  readonly size: number;
}

/** Packs documents for `ShardJob`. */
export function packWanted(wanted: readonly Wanted[]): PackedWanted {
  const sources = new Map<number, string>();
  wanted.forEach(({ source }, place) => source !== null && sources.set(place, source));
  return { paths: wanted.map(({ path }) => path).join('\0'), sources, size: wanted.length };
}

export interface ShardJob {
  readonly root: string;
  /** The size limit in bytes. */
  readonly largest: number;
  /** What may be read besides the root, through links. */
  readonly permission: Permission;
  readonly wanted: PackedWanted;
  /** The shard file of these documents, which contains no others; null for no cache. */
  readonly cache: { readonly file: string; readonly version: string } | null;
  /** The names to search for: their fingerprint, and the actors as JSON. */
  readonly names: { readonly by: string; readonly actors: string } | null;
  /** Documents that are wanted as they were, by index in `wanted`; the cache gets them as they are. */
  readonly earlier?: ReadonlyMap<number, FileVersion>;
}

/** The result of a job: plain data, whose bytes may be transferred to another thread. */
export interface ShardResult {
  readonly kept: Uint8Array<ArrayBuffer>;
  readonly once: Uint8Array<ArrayBuffer>;
  /** Five numbers per document: its index in `wanted`, and where its parts begin and end in `kept` and `once`. */
  readonly read: Uint32Array;
  readonly refused: readonly {
    readonly path: string;
    readonly status: Unreadable;
    readonly reason: string | null;
  }[];
  /** The documents that were wanted as they were and that the cache had so, by index in `wanted`. */
  readonly earlier: ReadonlyMap<number, Digest>;
}

/**
 * In milliseconds: a file that was modified so recently before it was read may be modified again with the same time.
 */
const YOUNG = 2000;

/** Runs jobs, one after another. */
export class ShardRunner {
  private readonly digester: Digester;
  /** The last name search, since consecutive jobs have the same names. */
  private search: NameSearch | null = null;

  constructor(private readonly logger: Logger) {
    this.digester = new Digester(logger);
  }

  /**
   * Runs a job, yielding after each document. Returns null without effect if more than `patience` documents would
   * have to be digested. `cached` is the shard, if it was read already. Throws only where the folder does not exist.
   */
  *run(
    job: ShardJob,
    patience = Infinity,
    cached = job.cache && readShard(job.cache.file, job.cache.version),
  ): Generator<void, ShardResult | null> {
    const files = new Files(job.root, job.largest, undefined, job.permission);
    if (!cached && job.wanted.size > patience) return null;
    const known = new Map(cached?.entries.map((entry) => [entry.path, entry]));
    const shard = new ShardBuilder(cached);
    const refused: ShardResult['refused'][number][] = [];
    const places: number[] = [];
    const earlier = new Map<number, Digest>();
    let digested = 0;
    for (const [place, path] of job.wanted.paths.split('\0').entries()) {
      const source = job.wanted.sources.get(place) ?? null;
      const file = files.look(path);
      const before = known.get(path);
      const isAsked = before && before.source === source && (!job.names || before.names === job.names.by);
      const version = job.earlier?.get(place);
      if (version && isAsked && isVersion(before, version)) earlier.set(place, digestIn(cached!, before));
      if ('status' in file) refused.push({ path, ...file });
      // What is wanted as it was is known to be otherwise, whatever size and time say.
      else if (isAsked && !version && isSame(before, file)) shard.keep(before);
      else {
        const bytes = files.bytes(file);
        if ('status' in bytes) refused.push({ path, ...bytes });
        else {
          // The hash is only needed for the cache.
          const hash = job.cache ? createHash('sha256').update(bytes).digest('base64') : '';
          const entry = entryOf(path, file, hash, source, job.names?.by ?? '');
          if (isAsked && before.hash === entry.hash) shard.renew(before, { ...entry, names: before.names });
          else if (++digested > patience) return null;
          else {
            const text = decodeText(bytes);
            if ('problem' in text) refused.push({ path, status: 'encoding', reason: text.problem });
            else shard.add(entry, this.digest(job, path, text.text, source));
          }
        }
      }
      if (shard.entries.length > places.length) places.push(place);
      yield;
    }
    const result = shard.finish(cached);
    if (job.cache && (shard.isNews || result.entries.length !== (cached?.entries.length ?? 0)))
      this.remember(job.cache, result);
    const read = places.flatMap((place, i) => {
      const { kept, once } = result.entries[i]!;
      return [place, ...kept, ...once];
    });
    return { kept: result.kept, once: result.once, read: Uint32Array.from(read), refused, earlier };
  }

  private digest({ names }: ShardJob, path: string, text: string, source: string | null): Digest {
    if (names && this.search?.by !== names.by) {
      const actors = JSON.parse(names.actors) as readonly NamedActor[];
      this.search = { by: names.by, finder: createMentionFinder(actors) };
    }
    return this.digester.read(path, DocumentText.of(text), source, names && this.search);
  }

  private remember({ file, version }: NonNullable<ShardJob['cache']>, shard: Shard): void {
    try {
      writeShard(file, version, shard);
    } catch (cause) {
      // Without a cache the next start is only slower.
      const why = cause instanceof Error ? cause.message : String(cause);
      this.logger.warn(`What was read could not be remembered: ${why}`);
    }
  }
}

/** An entry without a place in a shard yet. */
type Unplaced = Omit<ShardEntry, 'kept' | 'once'> & Partial<Pick<ShardEntry, 'kept' | 'once'>>;

function entryOf(
  path: string,
  { size, modified }: FileOnDisk,
  hash: string,
  source: string | null,
  names: string,
): Unplaced {
  const young = Date.now() - modified < YOUNG;
  return { path, size, modified: young ? -1 : modified, hash, source, names };
}

function isSame(before: ShardEntry, file: FileOnDisk): boolean {
  return before.size === file.size && before.modified === file.modified;
}

function isVersion(entry: ShardEntry, { size, modified, hash }: FileVersion): boolean {
  return hash === null ? entry.size === size && entry.modified === modified : entry.hash === hash;
}

/** The digest of an entry, copied: it is to outlive its shard. */
function digestIn({ kept, once }: Shard, entry: ShardEntry): Digest {
  return { kept: kept.slice(...entry.kept), once: once.slice(...entry.once) };
}

/** Builds a shard from parts of the previous one and new documents. */
class ShardBuilder {
  readonly entries: Unplaced[] = [];
  isNews = false;
  private readonly digests: Digest[] = [];
  private isWhole = true;

  constructor(private readonly before: Shard | null) {}

  /** Keeps a document of the previous shard. */
  keep(entry: ShardEntry): void {
    this.entries.push(entry);
    const { kept, once } = this.before!;
    this.digests.push({ kept: kept.subarray(...entry.kept), once: once.subarray(...entry.once) });
  }

  /** Keeps a document of the previous shard whose file has another modification time now. */
  renew(before: ShardEntry, now: Unplaced): void {
    this.isNews = true;
    this.keep({ ...before, ...now });
  }

  add(entry: Unplaced, digest: Digest): void {
    this.isNews = true;
    this.isWhole = false;
    this.entries.push(entry);
    this.digests.push(digest);
  }

  /** The shard. Reuses the previous bytes if nothing was added or removed. */
  finish(before: Shard | null): Shard & { kept: Uint8Array<ArrayBuffer>; once: Uint8Array<ArrayBuffer> } {
    const { entries, digests } = this;
    if (before && this.isWhole && entries.length === before.entries.length) {
      // Each was kept, so it has its place.
      const placed = entries as readonly ShardEntry[];
      return { entries: placed, kept: before.kept, once: before.once } as ReturnType<ShardBuilder['finish']>;
    }
    const kept = new Joined(digests.map((digest) => digest.kept));
    const once = new Joined(digests.map((digest) => digest.once));
    return {
      entries: entries.map((entry, i) => ({ ...entry, kept: kept.stretches[i]!, once: once.stretches[i]! })),
      kept: kept.bytes,
      once: once.bytes,
    };
  }
}

/** Concatenates byte arrays. Digests have a multiple of four bytes, so each stays aligned. */
class Joined {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stretches: Stretch[] = [];

  constructor(parts: readonly Uint8Array[]) {
    this.bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      this.bytes.set(part, at);
      this.stretches.push([at, at + part.length]);
      at += part.length;
    }
  }
}
