/** What was read of works, kept on disk by what their files hold, so that no file is read twice. */
import { createHash } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../workspace/file-system.ts';
import { isWorkText } from '../../works/model.ts';
import type { WorkReading } from '../../works/work-reader.ts';
import { lookAtOpened, READ_ONCE } from '../reading/opened.ts';

/** Grows when works come to be read otherwise than before. */
const EDITION = 7;
/** All that is kept together, in bytes; what was not wanted for longest goes first. */
const ROOM = 256 << 20;
/** One text of more is not kept. */
const LARGEST = 64 << 20;
const KEPT = /^[0-9a-f]{64}\.json$/;
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
/** What a file came to that will not change with time or permission, and so may be remembered. */
const LASTING = new Set<WorkReading['status']>(['read', 'no-words', 'password', 'broken', 'format', 'large']);

/** A folder of readings; without one nothing is kept. */
export class WorkCache {
  private readonly folder: string | null;

  /** `cache` is the folder of all caches of this program; null keeps none. */
  constructor(
    cache: string | null,
    private readonly logger: Logger,
  ) {
    this.folder = cache === null ? null : path.join(cache, `works-${EDITION}`);
  }

  /** What is known of a file of these bytes; null where nothing is. */
  async get(bytes: Uint8Array): Promise<WorkReading | null> {
    if (this.folder === null) return null;
    const file = this.fileOf(bytes);
    try {
      const reading = await readJson(file, this.folder);
      const now = new Date();
      await utimes(file, now, now);
      return reading;
    } catch {
      // Not there, or not ours: it is read anew.
      return null;
    }
  }

  /** Keeps what came of a file of these bytes. */
  async put(bytes: Uint8Array, reading: WorkReading): Promise<void> {
    if (this.folder === null || !LASTING.has(reading.status)) return;
    const written = JSON.stringify(reading);
    if (written.length > LARGEST) return;
    try {
      await mkdir(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
      const file = this.fileOf(bytes);
      const making = `${file}.${process.pid}-${Date.now()}`;
      await writeFile(making, written, { mode: PRIVATE_FILE, flag: 'wx' });
      await rename(making, file);
      await this.makeRoom();
    } catch (cause) {
      this.logger.warn(
        `The text of a work cannot be remembered: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    }
  }

  private fileOf(bytes: Uint8Array): string {
    return path.join(this.folder!, `${createHash('sha256').update(bytes).digest('hex')}.json`);
  }

  private async makeRoom(): Promise<void> {
    const folder = this.folder!;
    const files: { readonly file: string; readonly size: number; readonly used: number }[] = [];
    for (const name of await readdir(folder)) {
      if (!KEPT.test(name)) continue;
      const file = path.join(folder, name);
      const { size, mtimeMs } = await lstat(file);
      files.push({ file, size, used: mtimeMs });
    }
    let bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of files.sort((a, b) => a.used - b.used)) {
      if (bytes <= ROOM) return;
      await unlink(file);
      bytes -= size;
    }
  }
}

/** A reading as we wrote it; throws where it is anything else. */
async function readJson(file: string, folder: string): Promise<WorkReading> {
  const handle = await open(file, READ_ONCE);
  try {
    const opened = lookAtOpened(handle.fd, file, folder, LARGEST * 2);
    if ('status' in opened) throw new Error('It is no file of ours.');
    const reading = JSON.parse(await handle.readFile('utf8')) as WorkReading;
    if (!LASTING.has(reading.status)) throw new Error('It is none of ours.');
    if (reading.status === 'read' && !isWorkText(reading.work)) throw new Error('It is none of ours.');
    return reading;
  } finally {
    await handle.close();
  }
}
