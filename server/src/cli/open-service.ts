import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { NodeFileSystem } from '../hosts/node-file-system.ts';
import { nodeWorks } from '../hosts/node-works.ts';
import { nodeReader, userCache } from '../hosts/node-reader.ts';
import type { EarlierVersions } from '../hosts/reading/earlier-versions.ts';
import { atHome, type Permission } from '../hosts/reading/permitted.ts';
import { Service } from '../service.ts';
import { HIGHEST_LIMIT, LARGEST, limitOf } from '../workspace/file-limit.ts';
import type { FileSystem, Logger } from '../workspace/file-system.ts';
import type { AskedRoot } from './roots.ts';
import type { OptionValues } from './options.ts';
import { READING, type ProgressLine } from './progress-line.ts';
import { printable } from './printable.ts';
import { Stops, type Terminal } from './terminal.ts';
import { say } from '../words/say.ts';

/** What a service for a workspace is opened with: what the command line says of it. */
export interface Opening {
  readonly asked: AskedRoot;
  readonly options: OptionValues;
  readonly ownLibrary: readonly string[];
  readonly linkedFiles: string | null;
  readonly permission: () => Permission;
  /** The cache folder; null for none. */
  readonly cache: string | null;
  readonly fileSystem: NodeFileSystem;
  readonly logger: Logger;
}

/** Reads the options on the workspace of `asked`. Throws with a sentence where one cannot be. */
export function openingOf(asked: AskedRoot, terminal: Terminal, options: OptionValues): Opening {
  const logger: Logger = {
    info: () => undefined,
    warn: (message) => terminal.complain(`${printable(message)}\n`),
    error: (message, cause) =>
      terminal.complain(`${printable(message)}${cause instanceof Error ? `\n${cause.stack}` : ''}\n`),
  };
  const largest = largestOf(options);
  const ownLibrary = librariesOf(options, terminal.cwd);
  const linkedFiles = linkedFolderOf(options, terminal.cwd);
  const own = [...ownLibrary, linkedFiles ?? []].flat();
  const permission = permissionOf(options, own, terminal.cwd);
  const cache = options['no-cache'] ? null : userCache();
  const fileSystem = new NodeFileSystem(asked.root, {
    largest: () => largest,
    permission,
    warn: (message) => logger.warn(message),
  });
  return { asked, options, ownLibrary, linkedFiles, permission, cache, fileSystem, logger };
}

/**
 * A service that has read the workspace, and the files named on the command line. Throws an `Interruption` when the user
 * stops it. `fileSystem` takes the place of the workspace's own; documents are read as they were in `earlier`.
 */
export async function openService(
  { asked, options, ownLibrary, linkedFiles, permission, cache, logger, ...opening }: Opening,
  terminal: Terminal,
  progress: ProgressLine,
  fileSystem: FileSystem = opening.fileSystem,
  earlier?: EarlierVersions,
): Promise<Service> {
  const { root } = asked;
  const reader = terminal.worker
    ? nodeReader({
        ...{ root, permission, cache, worker: terminal.worker, logger },
        ...(earlier ? { earlier } : {}),
      })
    : null;
  const works = terminal.works ? nodeWorks({ fileSystem, worker: terminal.works, cache, logger }) : null;
  const service = new Service({
    fileSystem,
    largest: largestOf(options),
    lookBeside: !options['no-found-bibliographies'],
    ownLibrary,
    linkedFiles,
    ...(reader ? { reader } : {}),
    ...(works ? { works } : {}),
    logger,
  });
  const stops = new Stops(terminal);
  await service.start((done, total) => {
    progress.tell(READING, done, total);
  }, terminal.interrupted);
  await stops.pass();
  for (const file of asked.files) {
    await service.invite(file);
    await service.inviteBibliography(file);
  }
  await service.verifyQuotations(() => stops.pass(), terminal.interrupted);
  works?.dispose();
  await stops.pass();
  return service;
}

/** Writes which project file counts, where that may surprise. */
export function tellNotes({ notes }: AskedRoot, { quiet }: OptionValues, terminal: Terminal): void {
  if (!quiet) for (const note of notes) terminal.complain(`${note}\n`);
}

/** The user's own libraries as absolute paths. Throws with a sentence for a missing file. */
function librariesOf({ bibliography = [] }: OptionValues, cwd: string): string[] {
  return bibliography.map((said) => {
    const file = atHome(said) ?? path.resolve(cwd, said);
    if (!existsSync(file) || !statSync(file).isFile())
      throw new Error(
        say('There is no file “{path}” for {option}.', { path: printable(said), option: '--bibliography' }),
      );
    return file;
  });
}

/** The base folder of linked files as an absolute path. Throws with a sentence for a missing folder. */
function linkedFolderOf({ 'linked-files': said }: OptionValues, cwd: string): string | null {
  return said === undefined ? null : folderOf(said, cwd, '--linked-files');
}

function folderOf(said: string, cwd: string, option: string): string {
  const folder = atHome(said) ?? path.resolve(cwd, said);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(say('“{path}” is no folder for {option}.', { path: printable(said), option }));
  return folder;
}

/** What may be read besides the checked folder. Throws with a sentence for a missing folder. */
function permissionOf({ allow = [] }: OptionValues, files: readonly string[], cwd: string): () => Permission {
  const folders = allow.map((said) => folderOf(said, cwd, '--allow'));
  return () => ({ folders: [...folders, ...files], follows: true });
}

/** The size limit in bytes. Throws with a sentence for an invalid number. */
export function largestOf({ 'max-file-size': said }: OptionValues): number {
  if (said === undefined) return LARGEST;
  const megabytes = Number(said);
  if (said.trim() === '' || !(megabytes > 0) || megabytes > HIGHEST_LIMIT)
    throw new Error(
      say(
        '“{size}” is no size for --max-file-size: it is a number of megabytes, more than 0 and no more than {highest}.',
        {
          size: printable(said),
          highest: HIGHEST_LIMIT,
        },
      ),
    );
  return limitOf(megabytes);
}
