import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Links } from '../features/request.ts';
import { Service } from '../service.ts';
import type { DocumentReader } from '../service/document-reader.ts';
import type { FileSystem, Logger } from '../workspace/file-system.ts';
import type { Severity } from '../workspace/project.ts';
import { extensionOf } from '../workspace/paths.ts';
import { Folder, folderUriOf } from './folders.ts';

/** What may be read besides a folder, as hosts have it. */
export interface Permission {
  /** Absolute paths on this machine; `~` stands for the person's home. */
  readonly folders: readonly string[];
  /** Whether paths that are written in texts may be followed to see where they end. */
  readonly follows: boolean;
}

/** One folder and the service that knows it. */
export interface Desk {
  readonly folder: Folder;
  readonly service: Service;
  /** A folder that nobody opened: it stands for the lone files in it, and is not read as a whole. */
  readonly lone: boolean;
}

/** What the machine that we run on provides. */
export interface Host {
  /**
   * The files below a folder's URI; with `listed` false, `list` yields those alone that may be the bibliography of a lone
   * file. Of more than `largest` bytes none is read; `permission` says what may be read besides.
   */
  fileSystem(
    folder: Folder,
    listed: boolean,
    largest: () => number,
    permission: () => Permission,
  ): FileSystem;
  /**
   * Reads the documents of a folder that was opened as a whole; null where they are read from the file system in
   * their turn. `cache` is the folder to remember things in: undefined leaves that to the host, null means nowhere.
   */
  reader(
    folder: Folder,
    cache: string | null | undefined,
    logger: Logger,
    permission: () => Permission,
  ): DocumentReader | null;
  /** Prints entries where that can be stopped, for all folders; null where they are printed in this very thread. */
  printer?(logger: Logger): EntryPrinter | null;
}

/** The folders that are open, each with its service; and one for each folder of a lone file. */
export class Workbench {
  private readonly desks = new Map<string, Desk>();
  private printer: EntryPrinter | null | undefined;

  constructor(
    private readonly host: Host,
    private readonly logger: Logger,
    private readonly severity: (code: string) => Severity | undefined,
    /** Where things may be remembered, as `Host.reader` has it. */
    private readonly cache: () => string | null | undefined,
    /** How large files may be, in bytes. */
    private readonly largest: () => number,
    /** Whether bibliographies count that nobody names. */
    private readonly lookBeside: () => boolean,
    /** Folders that the person allows to be read; null where the workspace is not trusted. */
    private readonly allowed: () => readonly string[] | null,
    /** The person's own library; nothing where the workspace is not trusted. */
    private readonly ownLibrary: () => readonly string[],
  ) {}

  all(): Iterable<Desk> {
    return this.desks.values();
  }

  /** Opens a workspace folder, whose service has yet to be started; null where it is open already. */
  add(folderUri: string): Desk | null {
    const known = this.desks.get(folderUri);
    return known && !known.lone ? null : this.desk(folderUri, false);
  }

  remove(folderUri: string): Desk | undefined {
    const desk = this.desks.get(folderUri);
    this.desks.delete(folderUri);
    return desk;
  }

  /** The desk that a file belongs to: the innermost folder that holds it, or one of its own. */
  deskOf(uri: string): { desk: Desk; path: string } {
    const place = this.placeOf(uri);
    if (place) return place;
    const folder = folderUriOf(uri);
    const desk = this.desks.get(folder) ?? this.desk(folder, true);
    return { desk, path: readable(desk.folder.pathOf(uri) ?? uri, uri) };
  }

  /** The innermost open folder that holds a file; null where none does. */
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
    const service = new Service({
      fileSystem: this.host.fileSystem(folder, !lone, this.largest, permission),
      ...(reader ? { reader } : {}),
      ...(printer ? { printer } : {}),
      logger: this.logger,
      largest: this.largest(),
      lookBeside: this.lookBeside(),
      ownLibrary: this.ownLibrary(),
      patient: true,
      severity: this.severity,
      links,
    });
    const desk = { folder, service, lone };
    this.desks.set(folderUri, desk);
    return desk;
  }

  /** The other folders of the window are inside; beyond them a trusted workspace reads what the person allows. */
  private permission(folder: Folder): Permission {
    const roots = [...this.desks.values()].flatMap((desk) =>
      desk.lone || desk.folder === folder ? [] : (desk.folder.native ?? []),
    );
    const allowed = this.allowed();
    return { folders: [...roots, ...(allowed ?? []), ...this.ownLibrary()], follows: allowed !== null };
  }
}

/** A document that was never saved has no ending to be known by: it counts as Markdown. */
function readable(path: string, uri: string): string {
  return uri.startsWith('untitled:') && extensionOf(path) === '' ? `${path}.md` : path;
}
