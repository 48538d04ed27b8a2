import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Links } from '../features/request.ts';
import { Service } from '../service.ts';
import type { PageDrawer } from '../works/page-drawer.ts';
import type { WorkReader } from '../works/work-reader.ts';
import type { DocumentReader } from '../service/document-reader.ts';
import type { FileSystem, Logger } from '../workspace/file-system.ts';
import type { Severity } from '../workspace/project.ts';
import { extensionOf } from '../workspace/paths.ts';
import { Folder, folderUriOf } from './folders.ts';
import { Reach, showsScholarship } from './reach.ts';

/** What may be read besides a folder; see hosts. */
export interface Permission {
  /** Absolute paths on this machine, or with `~` for the user's home. */
  readonly folders: readonly string[];
  /** Whether paths in texts may be resolved through links. */
  readonly follows: boolean;
}

/** A folder with its service. */
export interface Desk {
  readonly folder: Folder;
  readonly service: Service;
  /** Whether it is the folder of lone files, which was not opened and is not read as a whole. */
  readonly lone: boolean;
  /** How much of it is listed; null for a folder of lone files. */
  readonly reach: Reach | null;
  /** Whether a listed file marks the folder as ours: a project file, a bibliography, settings. */
  readonly hasSigns: (signal: AbortSignal) => Promise<boolean>;
}

/** How the files of a folder are read. */
export interface FolderReading {
  /** With false, `list` yields only possible bibliographies of a lone file. */
  readonly listed: boolean;
  /** Files larger than so many bytes are refused. */
  readonly largest: () => number;
  /** What may be read besides the folder. */
  readonly permission: () => Permission;
  /** The folders to list without subfolders; null for the whole tree. */
  readonly near: () => readonly string[] | null;
  /** Hears once, in a sentence, of each folder that cannot be opened. */
  readonly warn: (message: string) => void;
}

/** What the host provides. */
export interface Host {
  fileSystem(folder: Folder, reading: FolderReading): FileSystem;
  /**
   * A reader for the documents of an opened folder; null to read from the file system one by one. `cache` is the
   * cache folder: undefined leaves that to the host, null means none.
   */
  reader(
    folder: Folder,
    cache: string | null | undefined,
    logger: Logger,
    permission: () => Permission,
  ): DocumentReader | null;
  /** Reads PDFs and other files that hold the texts of works, out of a file system; null where none can be read. */
  works?(fileSystem: FileSystem, cache: string | null | undefined, logger: Logger): WorkReader | null;
  /** Draws pages of PDFs out of a file system; null where none can be drawn. */
  pages?(fileSystem: FileSystem, logger: Logger): PageDrawer | null;
  /** Prints entries in a way that can be interrupted, for all folders; null to print in this thread. */
  printer?(logger: Logger): EntryPrinter | null;
}

/** The open folders, each with its service; and one for each folder of lone files. */
export class Workbench {
  private readonly desks = new Map<string, Desk>();
  private printer: EntryPrinter | null | undefined;

  constructor(
    private readonly host: Host,
    private readonly logger: Logger,
    private readonly severity: (code: string) => Severity | undefined,
    /** The cache folder, see `Host.reader`. */
    private readonly cache: () => string | null | undefined,
    /** The size limit in bytes. */
    private readonly largest: () => number,
    /** Whether bibliographies count that are not named. */
    private readonly lookBeside: () => boolean,
    /** Permitted folders; null where the workspace is not trusted. */
    private readonly allowed: () => readonly string[] | null,
    /** The user's own library; empty where the workspace is not trusted. */
    private readonly ownLibrary: () => readonly string[],
    /** The base folder of Zotero's linked files; null for none, or where the workspace is not trusted. */
    private readonly linkedFiles: () => string | null,
    /** Reads a whole folder of which only a part was listed. */
    private readonly widened: (desk: Desk) => void,
  ) {}

  all(): Iterable<Desk> {
    return this.desks.values();
  }

  /** Adds a workspace folder, whose service is not started yet; null where it is open already. */
  add(folderUri: string): Desk | null {
    const known = this.desks.get(folderUri);
    return known && !known.lone ? null : this.desk(folderUri, false);
  }

  remove(folderUri: string): Desk | undefined {
    const desk = this.desks.get(folderUri);
    this.desks.delete(folderUri);
    return desk;
  }

  /** The desk of a file: the innermost open folder that contains it, or a lone one. */
  deskOf(uri: string): { desk: Desk; path: string } {
    const place = this.placeOf(uri);
    if (place) return place;
    const folder = folderUriOf(uri);
    const desk = this.desks.get(folder) ?? this.desk(folder, true);
    return { desk, path: readable(desk.folder.pathOf(uri) ?? uri, uri) };
  }

  /** The innermost open folder that contains a file; null where none does. */
  placeOf(uri: string): { desk: Desk; path: string } | null {
    let best: { desk: Desk; path: string } | null = null;
    for (const desk of this.desks.values()) {
      const path = desk.folder.pathOf(uri);
      if (path !== null && (!best || path.length < best.path.length)) best = { desk, path };
    }
    return best && { ...best, path: readable(best.path, uri) };
  }

  private desk(folderUri: string, lone: boolean): Desk {
    const folder = new Folder(folderUri);
    const links: Links = { to: (path, line) => `${folder.uriOf(path)}#L${line + 1}` };
    const permission = () => this.permission(folder);
    const reader = lone ? null : this.host.reader(folder, this.cache(), this.logger, permission);
    const printer = (this.printer ??= this.host.printer?.(this.logger) ?? null);
    const reach = lone ? null : new Reach(() => this.widened(desk));
    const near = () => reach?.near() ?? null;
    const fileSystem = this.host.fileSystem(folder, {
      ...{ listed: !lone, largest: this.largest, permission, near },
      warn: (message) => this.logger.warn(message),
    });
    const works = this.host.works?.(fileSystem, this.cache(), this.logger) ?? null;
    const pages = this.host.pages?.(fileSystem, this.logger) ?? null;
    const service = new Service({
      fileSystem,
      ...(reader ? { reader } : {}),
      ...(printer ? { printer } : {}),
      ...(works ? { works } : {}),
      ...(pages ? { pages } : {}),
      logger: this.logger,
      largest: this.largest(),
      lookBeside: this.lookBeside(),
      ownLibrary: this.ownLibrary(),
      linkedFiles: this.linkedFiles(),
      patient: true,
      severity: this.severity,
      links,
    });
    const hasSigns = (signal: AbortSignal) => showsScholarship(fileSystem, signal);
    const desk: Desk = { folder, service, lone, reach, hasSigns };
    this.desks.set(folderUri, desk);
    return desk;
  }

  /** The other folders of the window may be read; in a trusted workspace also what the user permits. */
  private permission(folder: Folder): Permission {
    const roots = [...this.desks.values()].flatMap((desk) =>
      desk.lone || desk.folder === folder ? [] : (desk.folder.native ?? []),
    );
    const allowed = this.allowed();
    const own = [...this.ownLibrary(), this.linkedFiles() ?? []].flat();
    return { folders: [...roots, ...(allowed ?? []), ...own], follows: allowed !== null };
  }
}

/** An unsaved document has no extension; it counts as Markdown. */
function readable(path: string, uri: string): string {
  return uri.startsWith('untitled:') && extensionOf(path) === '' ? `${path}.md` : path;
}
