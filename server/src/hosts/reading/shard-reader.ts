import { rmSync } from 'node:fs';
import path from 'node:path';
import type { DocumentReader, DocumentReading, ReadingTerms, Wanted } from '../../service/document-reader.ts';
import { hashOf } from '../../text/hash.ts';
import type { Logger } from '../../workspace/file-system.ts';
import { openCache } from './cache-folder.ts';
import type { EarlierVersions, FileVersion } from './earlier-versions.ts';
import { NOTHING_BESIDES, type Permission } from './permitted.ts';
import { packWanted, ShardRunner, type ShardJob, type ShardResult } from './shard-job.ts';
import { readShardAside, sameRoom } from './shard-file.ts';
import type { Shard } from '../../store/shards/shard-format.ts';
import { runInThreads } from './threads.ts';

export interface ShardReaderOptions {
  /** The folder with the documents. */
  readonly root: string;
  /** What may be read besides the root, through links; default nothing. */
  readonly permission?: () => Permission;
  /** The cache folder; null for no cache. */
  readonly cache: string | null;
  /** The number of threads besides this one; 0 to read in this thread. */
  readonly threads: number;
  /** The number of documents from which threads would pay off if they saved all of the time; default 1000. */
  readonly worthThreads?: number;
  /** The program of a thread. It also identifies the version of digests. */
  readonly worker: URL;
  readonly logger: Logger;
  /** Documents that are wanted as they were, where the cache has them so. */
  readonly earlier?: EarlierVersions;
  /** Resolves after other tasks had their turn. */
  readonly rest: () => Promise<void>;
}

/**
 * The number of shards: few for a small workspace, many for a large one, so that little is rewritten after small
 * changes.
 */
const FEW = 4;
const MANY = 64;
const SMALL = 256;
/** Workspaces with fewer documents are not cached. */
const ENOUGH = 64;
/** Threads take about a second to warm up, in which a single thread reads this many documents. */
const WORTH_THREADS = 1000;
/** Up to this many documents of a shard are digested here rather than in a thread. */
const FEW_ENOUGH = 8;
/** So many documents are passed on before yielding. */
const HANDFUL = 64;
/** The longest time before yielding, in milliseconds. */
const SLICE = 8;

/** Reads documents with threads and a cache. */
export class ShardReader implements DocumentReader {
  private readonly runner: ShardRunner;
  /** The shard file of a document in the last reading; null where there was no cache. */
  private remembered: ((path: string) => string) | null = null;

  constructor(private readonly options: ShardReaderOptions) {
    this.runner = new ShardRunner(options.logger);
  }

  async *read(
    wanted: readonly Wanted[],
    terms: ReadingTerms,
    signal: AbortSignal,
  ): AsyncGenerator<readonly DocumentReading[]> {
    if (wanted.length === 0) return;
    const { worker, logger } = this.options;
    const jobs = await this.jobs(wanted, terms);
    const parallel = this.threadsFor(wanted.length, jobs.length);
    // Cached documents are read here at once; threads are for those to be digested.
    const left: ShardJob[] = [];
    const ahead = new CacheAhead(jobs);
    for (const job of jobs) {
      const cached = await ahead.next();
      if (yield* this.readHere(job, signal, cached, parallel > 0 ? FEW_ENOUGH : Infinity)) continue;
      if (signal.aborted) return;
      left.push(job);
    }
    if (left.length === 0) return;
    const undone: ShardJob[] = [];
    for await (const [job, result] of runInThreads({ worker, jobs: left, parallel, undone, logger, signal }))
      yield* this.handfuls(job, result, signal);
    const again = new CacheAhead(undone);
    for (const job of undone) yield* this.readHere(job, signal, await again.next());
  }

  discard(path: string): void {
    const file = this.remembered?.(path);
    // If it cannot be removed, its documents are read again at the next start too.
    if (file) removeQuietly(file);
  }

  /** How many threads to use; 0 where they would save less than their start takes. */
  private threadsFor(documents: number, parts: number): number {
    const { worthThreads = WORTH_THREADS } = this.options;
    const threads = Math.min(this.options.threads, parts);
    return threads > 1 && documents * (1 - 1 / threads) >= worthThreads ? threads : 0;
  }

  /**
   * Runs a job in this thread. Returns false if too many documents would have to be digested, or reading was
   * cancelled.
   */
  private async *readHere(
    job: ShardJob,
    signal: AbortSignal,
    cached: Shard | null,
    patience = Infinity,
  ): AsyncGenerator<readonly DocumentReading[], boolean> {
    const running = this.runner.run(job, patience, cached);
    let begun = performance.now();
    let step = running.next();
    for (; !step.done; step = running.next()) {
      if (performance.now() - begun < SLICE) continue;
      await this.options.rest();
      if (signal.aborted) return false;
      begun = performance.now();
    }
    if (!step.value) return false;
    yield* this.handfuls(job, step.value, signal);
    return true;
  }

  private async *handfuls(
    job: ShardJob,
    result: ShardResult,
    signal: AbortSignal,
  ): AsyncGenerator<readonly DocumentReading[]> {
    const readings = readingsOf(job, result, this.options.earlier);
    for (let at = 0; at < readings.length && !signal.aborted; at += HANDFUL) {
      yield readings.slice(at, at + HANDFUL);
      await this.options.rest();
    }
  }

  private async jobs(
    wanted: readonly Wanted[],
    { whole, names, largest }: ReadingTerms,
  ): Promise<ShardJob[]> {
    const { root, permission = () => NOTHING_BESIDES, earlier } = this.options;
    // Reading only some documents would remove the others from their shards.
    const opening = whole && wanted.length >= ENOUGH ? openCache(this.options) : null;
    const count = wanted.length <= SMALL ? FEW : MANY;
    const parts = Array.from({ length: count }, (): Wanted[] => []);
    for (const each of wanted) parts[partOf(each.path, count)]!.push(each);
    const cache = await opening;
    const fileOf = (folder: string, number: number) => path.join(folder, `${number}-of-${count}`);
    this.remembered = cache && ((document) => fileOf(cache.folder, partOf(document, count)));
    const searched = names && { by: names.by, actors: JSON.stringify(names.actors) };
    return parts.flatMap((part, number): ShardJob[] => {
      if (part.length === 0) return [];
      const file = cache && { file: fileOf(cache.folder, number), version: cache.version };
      return [
        {
          ...{ root, largest, permission: permission(), wanted: packWanted(part), cache: file },
          names: searched,
          ...(earlier ? { earlier: versionsOf(part, earlier) } : {}),
        },
      ];
    });
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It may be another user's: leave it.
  }
}

/** Reads the cached shards of some jobs in order, the next one while the last is used. */
class CacheAhead {
  private at = 0;
  private waiting: Promise<Shard | null>;
  /** Double buffering: one shard is used while the other is read. */
  private readonly rooms = [sameRoom(), sameRoom()] as const;

  constructor(private readonly jobs: readonly ShardJob[]) {
    this.waiting = this.begin();
  }

  /** The cached shard of the next job; invalidates the one before. */
  async next(): Promise<Shard | null> {
    const shard = await this.waiting;
    this.at++;
    this.waiting = this.begin();
    return shard;
  }

  private async begin(): Promise<Shard | null> {
    const cache = this.jobs[this.at]?.cache;
    return cache ? readShardAside(cache.file, cache.version, this.rooms[this.at % 2 === 0 ? 0 : 1]) : null;
  }
}

/** The shard of a document by the hash of its path, so that it never changes shards. */
function partOf(file: string, count: number): number {
  return hashOf(file) % count;
}

/** The versions in which documents are wanted as they were, by their index. */
function versionsOf(part: readonly Wanted[], { wanted }: EarlierVersions): Map<number, FileVersion> {
  return new Map(
    part.flatMap(({ path: file }, place) => {
      const version = wanted.get(file);
      return version ? [[place, version]] : [];
    }),
  );
}

function readingsOf(
  { wanted }: ShardJob,
  { kept, once, read, refused, earlier }: ShardResult,
  versions?: EarlierVersions,
): DocumentReading[] {
  const paths = wanted.paths.split('\0');
  if (versions) paths.forEach((each, place) => versions.record(each, earlier.has(place)));
  const asTheyWere = Array.from(earlier, ([place, digest]): DocumentReading => ({
    ...{ path: paths[place]!, status: 'read', digest },
  }));
  const others = new Set(asTheyWere.map((reading) => reading.path));
  const readings: DocumentReading[] = [...asTheyWere, ...refused.filter((each) => !others.has(each.path))];
  for (let i = 0; i < read.length; i += 5) {
    const [place, keptFrom, keptTo, onceFrom, onceTo] = read.subarray(i, i + 5);
    if (earlier.has(place!)) continue;
    readings.push({
      path: paths[place!]!,
      status: 'read',
      digest: { kept: kept.subarray(keptFrom, keptTo), once: once.subarray(onceFrom, onceTo) },
    });
  }
  return readings;
}
