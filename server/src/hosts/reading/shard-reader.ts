import { rmSync } from 'node:fs';
import path from 'node:path';
import type { DocumentReader, DocumentReading, ReadingTerms, Wanted } from '../../service/document-reader.ts';
import { hashOf } from '../../text/hash.ts';
import type { Logger } from '../../workspace/file-system.ts';
import { openCache } from './cache-folder.ts';
import { NOTHING_BESIDES, type Permission } from './permitted.ts';
import { packWanted, ShardRunner, type ShardJob, type ShardResult } from './shard-job.ts';
import { readShardAside, sameRoom } from './shard-file.ts';
import type { Shard } from '../../store/shards/shard-format.ts';
import { runInThreads } from './threads.ts';

export interface ShardReaderOptions {
  /** The folder whose documents are read. */
  readonly root: string;
  /** What may be read besides the root, behind links; nothing unless told otherwise. */
  readonly permission?: () => Permission;
  /** Where digests are kept from one start to the next; null keeps none. */
  readonly cache: string | null;
  /** How many threads read beside this one; with none, this one does. */
  readonly threads: number;
  /** For how many documents threads would be worth their start if they spared all of the time; 1000 unless told otherwise. */
  readonly worthThreads?: number;
  /** The program of a thread. It also tells one version of the digests from another. */
  readonly worker: URL;
  readonly logger: Logger;
  /** Comes back when others have had their turn. */
  readonly rest: () => Promise<void>;
}

/** Into so many parts a workspace falls: few for a small one, and many so that little is written when little changed. */
const FEW = 4;
const MANY = 64;
const SMALL = 256;
/** Of fewer documents than these nothing need be remembered. */
const ENOUGH = 64;
/** Threads take a second to become quick, in which one alone that is reads so many documents. */
const WORTH_THREADS = 1000;
/** So many documents of one part are digested here rather than by a thread. */
const FEW_ENOUGH = 8;
/** As many documents are handed over before others have their turn. */
const HANDFUL = 64;
/** Nor does reading on this thread take longer at a stretch, in milliseconds. */
const SLICE = 8;

/** Reads documents with the machine's threads, and remembers what was read. */
export class ShardReader implements DocumentReader {
  private readonly runner: ShardRunner;
  /** The file in which the digest of a document of the last reading is remembered; null where none was. */
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
    // What the cache knows is soonest taken from there at once; threads are for what has to be worked out.
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
    // Where it cannot be thrown away its documents are read again at the next start too.
    if (file) removeQuietly(file);
  }

  /** How many threads read so many documents in so many parts: none where they spare less than their start takes. */
  private threadsFor(documents: number, parts: number): number {
    const { worthThreads = WORTH_THREADS } = this.options;
    const threads = Math.min(this.options.threads, parts);
    return threads > 1 && documents * (1 - 1 / threads) >= worthThreads ? threads : 0;
  }

  /** Does a job on this thread; false where that would take more patience, or nobody waits for it any more. */
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
    const readings = readingsOf(job, result);
    for (let at = 0; at < readings.length && !signal.aborted; at += HANDFUL) {
      yield readings.slice(at, at + HANDFUL);
      await this.options.rest();
    }
  }

  private async jobs(
    wanted: readonly Wanted[],
    { whole, names, largest }: ReadingTerms,
  ): Promise<ShardJob[]> {
    const { root, permission = () => NOTHING_BESIDES } = this.options;
    // Who reads only some documents would have to know all others to keep the parts as they are.
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
        { root, largest, permission: permission(), wanted: packWanted(part), cache: file, names: searched },
      ];
    });
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Not ours to remove any more.
  }
}

/** Reads what the cache has of some jobs, one after another; that of the next while this one is taken in. */
class CacheAhead {
  private at = 0;
  private waiting: Promise<Shard | null>;
  /** Of two shards, that which is taken in and that which is being read. */
  private readonly rooms = [sameRoom(), sameRoom()] as const;

  constructor(private readonly jobs: readonly ShardJob[]) {
    this.waiting = this.begin();
  }

  /** What the cache has of the next job; what it had of the one before is written over. */
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

/** A document stays in its part whatever else comes and goes. */
function partOf(file: string, count: number): number {
  return hashOf(file) % count;
}

function readingsOf({ wanted }: ShardJob, { kept, once, read, refused }: ShardResult): DocumentReading[] {
  const paths = wanted.paths.split('\0');
  const readings: DocumentReading[] = [...refused];
  for (let i = 0; i < read.length; i += 5) {
    const [place, keptFrom, keptTo, onceFrom, onceTo] = read.subarray(i, i + 5);
    readings.push({
      path: paths[place!]!,
      status: 'read',
      digest: { kept: kept.subarray(keptFrom, keptTo), once: once.subarray(onceFrom, onceTo) },
    });
  }
  return readings;
}
