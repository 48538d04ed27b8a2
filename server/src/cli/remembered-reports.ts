/**
 * What a check of a whole workspace found, kept in the user's cache: where no file that it depended on is otherwise
 * now, and none came or went, it is told again without reading anything.
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
import type { CheckedFile } from './checked-file.ts';
import { largestOf, type Opening } from './open-service.ts';
import { SeenFiles, type SeenFilesOptions } from './seen-files.ts';
import type { Terminal } from './terminal.ts';

interface Remembered {
  /** The options that the check depended on. */
  readonly terms: string;
  /** The paths that were listed, and the stamps of all that was listed or sought; null where nothing was there. */
  readonly listed: readonly string[];
  readonly stamps: Readonly<Record<string, string | null>>;
  /** The hashes of files whose stamps may not tell of a change. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly reports: readonly CheckedFile[];
}

/** The reports of the last check, by workspace paths. */
export interface Recalled {
  readonly reports: readonly CheckedFile[];
  /** The files that are otherwise now, with their versions of then. */
  readonly changed: ReadonlyMap<string, FileVersion>;
}

/** What takes more than this, in characters, is not kept. */
const LARGEST = 1 << 26;

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
    const remembered = cache && this.read(cache.folder);
    if (!remembered || !sameMembers(remembered.listed, listed)) return null;
    const changed = new Map<string, FileVersion>();
    for (const [file, stamp] of Object.entries(remembered.stamps)) {
      const now = this.seen.at(file).stamp;
      const hash = remembered.hashes[file] ?? null;
      if (now === stamp && (hash === null || this.seen.hash(file) === hash)) continue;
      if (now === null || stamp === null || changed.size === FEW) return null;
      changed.set(file, { ...versionIn(stamp), hash });
    }
    return { reports: remembered.reports, changed };
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
    const remembered: Remembered = { terms: this.terms, listed: [...listed], stamps, hashes, reports };
    const cache = await openCache(this.options);
    if (!cache) return;
    try {
      const text = JSON.stringify(remembered);
      if (text.length <= LARGEST) writePrivately(this.fileIn(cache.folder), [Buffer.from(text)]);
    } catch {
      // A full disk, or a folder that somebody removed.
    }
  }

  private fileIn(folder: string): string {
    return path.join(folder, `check-${createHash('sha256').update(this.terms).digest('hex').slice(0, 16)}`);
  }

  private read(folder: string): Remembered | null {
    try {
      const remembered = JSON.parse(readFileSync(this.fileIn(folder), 'utf8')) as Remembered;
      return remembered.terms === this.terms ? remembered : null;
    } catch {
      // There is none, or it is damaged: the next check writes it anew.
      return null;
    }
  }
}

function sameMembers(before: readonly string[], now: readonly string[]): boolean {
  const gone = new Set(before);
  return now.every((file) => gone.delete(file)) && gone.size === 0;
}
