/** The files in other formats, PDFs above all, that hold the texts of works: by the project, and by bibliographies. */
import { attachmentsOf } from '../bibliography/attachments.ts';
import type { WorkRefusal } from '../works/work-reader.ts';
import { isWorkFile, mainTexts } from './attached-file.ts';
import type { PageRange } from '../pages/model.ts';
import type { EntryAt } from './entry-at.ts';
import { folderOf, isOutside, resolvePath } from './paths.ts';
import type { Project } from './project.ts';

/** What came of a file: `unread` until somebody wanted it. */
export type WorkFileState = 'unread' | 'read' | WorkRefusal;

/** What of the workspace is asked for files. */
export interface WorkFileSources {
  readonly project: Project;
  /** Grows with every change of bibliographies and project. */
  readonly version: number;
  entries(path: string, key: string): readonly EntryAt[];
}

export class WorkFiles {
  private readonly states = new Map<
    string,
    { readonly state: WorkFileState; readonly folder: string | null }
  >();
  private known = new Map<string, readonly string[]>();
  private knownAt = -1;
  private refused = 0;
  private byProject = new Map<string, string[]>();
  /** The entries that name each file, or whose work the project says it holds. */
  private readonly entriesOf = new Map<string, EntryAt>();

  /** `outside`: where paths lead that lead out of the workspace, as `FileSystem` has it. */
  constructor(
    private readonly sources: WorkFileSources,
    private readonly outside: (folder: string, written: string) => string | null,
  ) {}

  /** The files that hold the text of the work `key` as the document `path` cites it; none where nobody names any. */
  of(path: string, key: string): readonly string[] {
    this.refresh();
    const own = this.byProject.get(key);
    const [found] = this.sources.entries(path, key);
    if (own) {
      if (found) for (const file of own) this.entriesOf.set(file, found);
      return own;
    }
    if (!found) return [];
    const name = `${found.path}\n${key}`;
    let files = this.known.get(name);
    if (files === undefined) this.known.set(name, (files = this.attachedTo(found)));
    for (const file of files) this.entriesOf.set(file, found);
    return files;
  }

  /** Whether any file that was wanted could not be read. */
  get hasRefused(): boolean {
    return this.refused > 0;
  }

  /** The work whose text `file` holds, by the project or by one of some entries; null where none names it. */
  keyOf(file: string, entries: Iterable<EntryAt>): string | null {
    this.refresh();
    for (const [key, files] of this.byProject) if (files.includes(file)) return key;
    for (const each of entries) if (this.attachedTo(each).includes(file)) return each.entry.key.text;
    return null;
  }

  /** Whether the project names `file` as the text of a work. */
  isNamedByProject(file: string): boolean {
    this.refresh();
    for (const files of this.byProject.values()) if (files.includes(file)) return true;
    return false;
  }

  /** The pages that the work of a file is printed on, if the file is the only one of its work; null if that is not known. */
  printedOn(file: string): readonly PageRange[] | null {
    const entry = this.entriesOf.get(file);
    if (!entry) return null;
    const isOnly = (this.byProject.get(entry.entry.key.text) ?? this.attachedTo(entry)).length === 1;
    return isOnly ? entry.printedOn : null;
  }

  /** What came of a file when it was wanted. */
  stateOf(file: string): WorkFileState {
    return this.states.get(file)?.state ?? 'unread';
  }

  /** Of a file that lies outside: the folder that would have to be allowed; null where that is not known. */
  folderOf(file: string): string | null {
    return this.states.get(file)?.folder ?? null;
  }

  /** Takes over what came of a file. */
  setState(file: string, state: WorkFileState, folder: string | null = null): void {
    this.forget(file);
    if (state !== 'read') this.refused++;
    this.states.set(file, { state, folder });
  }

  /** The files of which it is known what came of them. */
  wanted(): Iterable<string> {
    return this.states.keys();
  }

  /** Forgets what came of a file: it may be another by now. */
  forget(file: string): void {
    if ((this.states.get(file)?.state ?? 'read') !== 'read') this.refused--;
    this.states.delete(file);
  }

  private refresh(): void {
    const { version, project } = this.sources;
    if (version === this.knownAt) return;
    this.knownAt = version;
    this.known = new Map();
    this.byProject = new Map();
    for (const [written, { text: key }] of project.sources) {
      if (!isWorkFile(written)) continue;
      const file = this.resolve('', written);
      if (file === null) continue;
      const files = this.byProject.get(key);
      if (files) files.push(file);
      else this.byProject.set(key, [file]);
    }
  }

  /** The files that an entry names for the text of its work. */
  attachedTo({ entry, path }: EntryAt): string[] {
    const folder = isOutside(path) ? path.slice(0, path.lastIndexOf('/')) : folderOf(path);
    return mainTexts(attachmentsOf(entry)).flatMap((each) => this.resolve(folder, each.path) ?? []);
  }

  /** A path as it is written in a file of `folder`, which may lie outside itself. */
  private resolve(folder: string, written: string): string | null {
    if (!isOutside(folder)) {
      const inside = resolvePath(folder, written);
      if (inside !== null) return inside;
    }
    return this.outside(folder, written);
  }
}
