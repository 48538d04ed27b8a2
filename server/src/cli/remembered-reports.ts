/**
 * What a check of a whole workspace found, kept in the user's cache: where no file that it depended on is otherwise
 * now, and none came or went, it is told again without reading anything.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { knownCache, openCache, type CacheOptions } from '../hosts/reading/cache-folder.ts';
import { fileStamp } from '../hosts/reading/file-stamp.ts';
import { writePrivately } from '../hosts/reading/shard-file.ts';
import type { TracedFileSystem } from '../hosts/traced-file-system.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { isOutside } from '../workspace/paths.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Opening } from './open-service.ts';
import type { Terminal } from './terminal.ts';

interface Remembered {
  /** The options that the check depended on. */
  readonly terms: string;
  /** The paths that were listed, and the stamps of all that was listed or sought; null where nothing was there. */
  readonly listed: readonly string[];
  readonly stamps: Readonly<Record<string, string | null>>;
  readonly reports: readonly CheckedFile[];
}

/** In milliseconds: a file changed so shortly before a check may change again within the clock's grain. */
const YOUNG = 2000;

/** What takes more than this, in characters, is not kept. */
const LARGEST = 1 << 26;

/** Workspaces with fewer files are checked in a moment. */
const ENOUGH = 64;

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
  return new RememberedReports({ root, cache, worker, logger }, JSON.stringify(terms));
}

/** The reports of one workspace under some options. */
export class RememberedReports {
  /** `terms` are the options and the program that findings depend on. */
  constructor(
    private readonly options: CacheOptions,
    private readonly terms: string,
  ) {}

  /** The reports of the last check, by workspace paths, if nothing has changed since; else null. */
  async recall(fileSystem: FileSystem, signal: AbortSignal): Promise<readonly CheckedFile[] | null> {
    const cache = await knownCache(this.options);
    const remembered = cache && this.read(cache.folder);
    if (!remembered) return null;
    const gone = new Set(remembered.listed);
    for await (const listed of fileSystem.list(signal)) if (!gone.delete(listed)) return null;
    if (gone.size > 0 || signal.aborted) return null;
    for (const [file, stamp] of Object.entries(remembered.stamps))
      if (fileStamp(this.absolute(file)).stamp !== stamp) return null;
    return remembered.reports;
  }

  /**
   * Remembers the reports of a check that began at the time `begun`, in milliseconds since 1970, and saw the files
   * through `traced`. Does not where a file may have changed meanwhile. Never throws: the next check is only slower.
   */
  async keep(
    reports: readonly CheckedFile[],
    { listed, sought }: TracedFileSystem,
    begun: number,
  ): Promise<void> {
    if (listed.size < ENOUGH) return;
    const stamps: Record<string, string | null> = Object.create(null) as Record<string, string | null>;
    for (const file of new Set([...listed, ...sought])) {
      const { stamp, changed } = fileStamp(this.absolute(file));
      if (changed > begun - YOUNG) return;
      stamps[file] = stamp;
    }
    const remembered: Remembered = { terms: this.terms, listed: [...listed], stamps, reports };
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

  private absolute(file: string): string {
    return isOutside(file) ? path.normalize(file) : path.join(this.options.root, file);
  }
}
