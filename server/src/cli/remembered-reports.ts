/**
 * What a check of a whole workspace found, kept in the user's cache: where no file that it depended on is otherwise
 * now, and none came or went, it is told again without reading anything. A line of JSON says on what it depended; each
 * report has a line after it, which is decoded when it is told, and kept as it is where the report holds on.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { knownCache, openCache, type CacheOptions } from '../hosts/reading/cache-folder.ts';
import type { FileVersion } from '../hosts/reading/earlier-versions.ts';
import { versionIn } from '../hosts/reading/file-stamp.ts';
import { writePrivately } from '../hosts/reading/shard-file.ts';
import type { TracedFileSystem } from '../hosts/traced-file-system.ts';
import { checkedFileIn, lineOf, type CheckedFile } from './checked-file.ts';
import { largestOf, type Opening } from './open-service.ts';
import { printableLine } from './printable.ts';
import { SeenFiles, type SeenFilesOptions } from './seen-files.ts';
import type { Terminal } from './terminal.ts';

interface Head {
  /** The options that the check depended on. */
  readonly terms: string;
  /** The paths that were listed, and the stamps of all that was listed or sought; null where nothing was there. */
  readonly listed: readonly string[];
  readonly stamps: Readonly<Record<string, string | null>>;
  /** The hashes of files whose stamps may not tell of a change. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The files that are reported on, in the order of the lines. */
  readonly paths: readonly string[];
}

/** The report of the last check on one file. */
export interface RecalledReport {
  readonly path: string;
  /** Decodes it; null where it is damaged. */
  readonly read: () => CheckedFile | null;
  /** Whether it names any of these files; may be true where only its words do. */
  readonly names: (paths: Iterable<string>) => boolean;
}

/** The reports of the last check, by workspace paths. */
export interface Recalled {
  readonly reports: readonly RecalledReport[];
  /** The files that are otherwise now, with their versions of then. */
  readonly changed: ReadonlyMap<string, FileVersion>;
}

/** What takes more bytes than this is not kept. */
const LARGEST = 1 << 27;

const LINE_END = 0x0a;

/** Workspaces with fewer files are checked in a moment. */
const ENOUGH = 64;

/** Where more files than this are otherwise, all is checked anew. */
const FEW = 8;

/** Where the reports on a workspace are remembered; null where nothing is. */
export function rememberedFor(
  { asked: { root }, options, ownLibrary, linkedFiles, permission, cache, logger }: Opening,
  { worker, works, program }: Terminal,
): RememberedReports | null {
  if (cache === null || !worker || !program) return null;
  // The texts that the options name count by their stamps, like all others.
  const terms = {
    program: createHash('sha256').update(readFileSync(program)).digest('hex'),
    home: os.homedir(),
    root,
    ownLibrary,
    linkedFiles,
    folders: permission().folders,
    largest: options['max-file-size'] ?? null,
    lookBeside: !options['no-found-bibliographies'],
    works: works !== undefined,
  };
  return new RememberedReports(
    { root, cache, worker, logger, largest: largestOf(options), permission: permission() },
    JSON.stringify(terms),
  );
}

/** The reports of one workspace under some options. */
export class RememberedReports {
  private readonly seen: SeenFiles;

  /** `terms` are the options and the program that findings depend on. */
  constructor(
    private readonly options: CacheOptions & SeenFilesOptions,
    private readonly terms: string,
  ) {
    this.seen = new SeenFiles(options);
  }

  /**
   * Looks at the `listed` files of the workspace. Returns the reports of the last check, if none came or went since and
   * few are otherwise; else null.
   */
  async recall(listed: readonly string[]): Promise<Recalled | null> {
    if (listed.length < ENOUGH) return null;
    for (const file of listed) this.seen.at(file);
    const cache = await knownCache(this.options);
    const bytes = cache && bytesOf(this.fileIn(cache.folder));
    const head = bytes && headOf(bytes);
    if (!bytes || head?.terms !== this.terms || !sameMembers(head.listed, listed)) return null;
    const changed = new Map<string, FileVersion>();
    for (const [file, stamp] of Object.entries(head.stamps)) {
      const now = this.seen.at(file).stamp;
      const hash = head.hashes[file] ?? null;
      if (now === stamp && (hash === null || this.seen.hash(file) === hash)) continue;
      if (now === null || stamp === null || changed.size === FEW) return null;
      changed.set(file, { ...versionIn(stamp), hash });
    }
    const lines = linesOf(bytes);
    if (lines.length !== head.paths.length) return null;
    return { reports: head.paths.map((file, at) => recalled(file, lines[at]!)), changed };
  }

  /**
   * Remembers the reports of a check that was made after `recall` and saw the files through `traced`. Does not where a
   * file may have changed meanwhile. Never throws: the next check is only slower.
   */
  async keep(reports: readonly CheckedFile[], { listed, sought }: TracedFileSystem): Promise<void> {
    if (listed.size < ENOUGH) return;
    const stamps = Object.create(null) as Record<string, string | null>;
    const hashes = Object.create(null) as Record<string, string>;
    for (const file of new Set([...listed, ...sought])) {
      const still = this.seen.still(file);
      if (!still) return;
      stamps[file] = still.stamp;
      if (still.hash !== null) hashes[file] = still.hash;
    }
    const paths = reports.map((report) => report.path);
    const head: Head = { terms: this.terms, listed: [...listed], stamps, hashes, paths };
    const cache = await openCache(this.options);
    if (!cache) return;
    try {
      const bytes = joined([Buffer.from(JSON.stringify(head)), ...reports.map(lineOf)]);
      if (bytes) writePrivately(this.fileIn(cache.folder), [bytes]);
    } catch {
      // A full disk, or a folder that somebody removed.
    }
  }

  private fileIn(folder: string): string {
    return path.join(folder, `check-${createHash('sha256').update(this.terms).digest('hex').slice(0, 16)}`);
  }
}

function recalled(file: string, line: Buffer): RecalledReport {
  return {
    path: file,
    read: () => {
      const report = checkedFileIn(line);
      return report?.path === file ? report : null;
    },
    names: (paths) => {
      for (const each of paths) if (line.includes(printableLine(each))) return true;
      return false;
    },
  };
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The first line; null where it is damaged: the next check writes it anew. */
function headOf(bytes: Buffer): Head | null {
  try {
    return JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(LINE_END))) as Head;
  } catch {
    return null;
  }
}

/** The lines after the first, each of which has an end. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = bytes.indexOf(LINE_END) + 1;
  for (let to; (to = bytes.indexOf(LINE_END, from)) >= 0; from = to + 1) lines.push(bytes.subarray(from, to));
  return lines;
}

/** Lines, each with its end; null where they are too long to be kept. */
function joined(lines: readonly Uint8Array[]): Buffer | null {
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (size > LARGEST) return null;
  const end = Uint8Array.of(LINE_END);
  return Buffer.concat(
    lines.flatMap((line) => [line, end]),
    size,
  );
}

function sameMembers(before: readonly string[], now: readonly string[]): boolean {
  const gone = new Set(before);
  return now.every((file) => gone.delete(file)) && gone.size === 0;
}
