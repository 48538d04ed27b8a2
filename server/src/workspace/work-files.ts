/** The files in other formats, PDFs above all, that hold the texts of works: by the project, and by bibliographies. */
import { attachmentsOf, LINKED } from '../bibliography/attachments.ts';
import type { WorkRefusal } from '../works/work-reader.ts';
import { ENDINGS, isWorkFile, mainTexts } from './attached-file.ts';
import type { PageRange } from '../pages/model.ts';
import { EntryAt } from './entry-at.ts';
import { folderOf, isOutside, resolvePath } from './paths.ts';
import { isSameButForExtension, looseSpelling } from './spelling.ts';
import type { Project } from './project.ts';

/** What came of a file: `unread` until somebody wanted it. */
export type WorkFileState = 'unread' | 'read' | WorkRefusal;

/** What of the workspace is asked for files. */
export interface WorkFileSources {
  readonly project: Project;
  /** Grows with every change of bibliographies and project. */
  readonly version: number;
  entries(path: string, key: string): readonly EntryAt[];
  /** The folders in which the program that wrote a bibliography looks for files. */
  fileFoldersOf(bibliography: string): readonly string[];
}

/** How the machine is asked for files. */
export interface WorkFileHost {
  /** Where paths lead that lead out of the workspace, as `FileSystem` has it. */
  outside(folder: string, written: string): string | null;
  /** The base folder of Zotero’s linked files, absolute; null where nobody named one. */
  readonly linkedFiles: string | null;
}

/** Paths at which one file may lie: the first at which there is one counts. */
type Places = readonly string[];

/** Where the text of a work may lie. */
interface Named {
  /** The parts of a work, or its only file. */
  readonly parts: readonly Places[];
  /** Files that are named for its citekey; they count where none of those is there. */
  readonly papers: Places;
}

const NOTHING: Named = { parts: [], papers: [] };

export class WorkFiles {
  private readonly states = new Map<
    string,
    { readonly state: WorkFileState; readonly folder: string | null }
  >();
  private known = new Map<string, Named>();
  private knownAt = -1;
  /** Of files that are not there: the only ones whose paths differ in spelling alone. */
  private readonly respelled = new Map<string, string>();
  private refused = 0;
  private forgotten = 0;
  private byProject = new Map<string, string[]>();
  /** The entry whose work each file holds; null where several entries name it: a book and its chapters. */
  private readonly entriesOf = new Map<string, EntryAt | null>();

  constructor(
    private readonly sources: WorkFileSources,
    private readonly host: WorkFileHost,
  ) {}

  /** The files that hold the text of the work `key` as the document `path` cites it; none where nobody names any. */
  of(path: string, key: string): readonly string[] {
    this.refresh();
    const [found] = this.sources.entries(path, key);
    const files = this.present(this.namedFor(key, found ?? null));
    if (found) for (const file of files) this.claim(file, found);
    return files;
  }

  /** Whether nobody names `file` for the work `key`: it may lie there, named for the citekey. */
  isGuess(path: string, key: string, file: string): boolean {
    const [found] = this.sources.entries(path, key);
    return this.namedFor(key, found ?? null).papers.includes(file);
  }

  /** Whether any file that was wanted could not be read. */
  get hasRefused(): boolean {
    return this.refused > 0;
  }

  /** Grows whenever something that was known of a file may not hold any more. */
  get changes(): number {
    return this.forgotten;
  }

  /** The work whose text `file` holds, by the project or by one of some entries; null where none names it. */
  keyOf(file: string, entries: Iterable<EntryAt>): string | null {
    this.refresh();
    for (const [key, files] of this.byProject) if (files.includes(file)) return key;
    for (const each of entries) if (this.placesFor(each).includes(file)) return each.entry.key.text;
    return null;
  }

  /** The file that a path in the project's `sources` means, here or outside; null where it means none. */
  namedInProject(written: string): string | null {
    return this.resolve('', written);
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
    const isOnly = this.present(this.namedFor(entry.entry.key.text, entry)).length === 1;
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

  /** Notes that a missing file is there under a path that differs in spelling alone. */
  setRespelled(file: string, actual: string): void {
    // What the project names is reported as missing there, so that it can be mended.
    if (this.isNamedByProject(file)) return;
    this.forgotten++;
    this.respelled.set(file, actual);
  }

  /** The missing files that `file` may be, in another spelling. */
  missedAs(file: string): string[] {
    const loose = looseSpelling(file);
    return [...this.states].flatMap(([path, { state }]) =>
      state === 'missing' && path !== file && looseSpelling(path) === loose ? [path] : [],
    );
  }

  /** The files of which it is known what came of them. */
  wanted(): Iterable<string> {
    return this.states.keys();
  }

  /** Forgets what came of a file: it may be another by now. */
  forget(file: string): void {
    this.forgotten++;
    if ((this.states.get(file)?.state ?? 'read') !== 'read') this.refused--;
    this.states.delete(file);
    this.respelled.delete(file);
  }

  private refresh(): void {
    const { version, project } = this.sources;
    if (version === this.knownAt) return;
    this.knownAt = version;
    this.known = new Map();
    this.entriesOf.clear();
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

  private claim(file: string, { path, entry }: EntryAt): void {
    const known = this.entriesOf.get(file);
    if (known === undefined) this.entriesOf.set(file, new EntryAt(path, entry));
    else if (known && (known.path !== path || known.entry.key.text !== entry.key.text))
      this.entriesOf.set(file, null);
  }

  /** Of the places of each part the first at which a file lies, or may lie as far as is known. */
  private present({ parts, papers }: Named): readonly string[] {
    const isThere = (file: string): boolean => this.stateOf(file) !== 'missing';
    const otherwise = (place: string): string[] => {
      const actual = this.respelled.get(place);
      return actual !== undefined && isThere(actual) ? [actual] : [];
    };
    const own = parts.map((places) => places.find(isThere) ?? places.flatMap(otherwise)[0]);
    if (own.some((file) => file !== undefined)) return own.flatMap((file, i) => file ?? parts[i]!.slice(-1));
    // Citekeys may differ in the case of their letters alone.
    const isPaper = (place: string) => (actual: string) => isSameButForExtension(place, actual);
    const paper =
      papers.find(isThere) ?? papers.flatMap((place) => otherwise(place).filter(isPaper(place)))[0];
    return paper === undefined ? parts.flatMap((places) => places.slice(-1)) : [paper];
  }

  private namedFor(key: string, found: EntryAt | null): Named {
    this.refresh();
    const own = this.byProject.get(key);
    if (own) return { parts: own.map((file) => [file]), papers: [] };
    if (!found) return NOTHING;
    const name = `${found.path}\n${key}`;
    let named = this.known.get(name);
    if (named === undefined)
      this.known.set(name, (named = { parts: this.attachedTo(found), papers: this.papersOf(key) }));
    return named;
  }

  /** Every path at which the text of an entry’s work may lie, the likeliest first. */
  placesFor(found: EntryAt): string[] {
    const { parts, papers } = this.namedFor(found.entry.key.text, found);
    const places = [...parts.flat(), ...papers];
    return [...places, ...places.flatMap((place) => this.respelled.get(place) ?? [])];
  }

  /** The files that an entry names for the text of its work, each with the places where it may lie. */
  private attachedTo({ entry, path }: EntryAt): Places[] {
    const own = isOutside(path) ? path.slice(0, path.lastIndexOf('/')) : folderOf(path);
    const folders = this.sources.fileFoldersOf(path);
    const title = entry.sketch().title ?? '';
    return mainTexts(attachmentsOf(entry), title).flatMap(({ path: written, mayBeRelative }) => {
      if (written.startsWith(LINKED)) return this.linked(written.slice(LINKED.length));
      const isAbsolute = /^(?:\/|~|[A-Za-z]:)/.test(written);
      const relative = mayBeRelative ? written.slice(1) : isAbsolute ? null : written;
      const inFolders =
        relative === null ? [] : folders.map((folder) => this.resolve(own, `${folder}/${relative}`));
      const besides = mayBeRelative ? this.resolve(own, relative!) : null;
      const places = [...inFolders, besides, this.resolve(own, written)].filter((place) => place !== null);
      return places.length === 0 ? [] : [[...new Set(places)]];
    });
  }

  /** A file of Zotero’s in the folder that is linked; nothing that leads out of it. */
  private linked(written: string): Places[] {
    const { linkedFiles } = this.host;
    if (linkedFiles === null || written.split('/').includes('..')) return [];
    const place = this.resolve('', `${linkedFiles}/${written}`);
    return place === null ? [] : [[place]];
  }

  /** Where files that are named for a citekey may lie, in the folders that the project names. */
  private papersOf(key: string): Places {
    // A key is no path, whatever it looks like.
    if (/^\.{0,2}$|[/\\\0]/.test(key)) return [];
    return this.sources.project.papers.flatMap(({ text: folder }) =>
      ENDINGS.flatMap((ending) => this.resolve('', `${folder}/${key}.${ending}`) ?? []),
    );
  }

  /** A path as it is written in a file of `folder`, which may lie outside itself. */
  private resolve(folder: string, written: string): string | null {
    if (!isOutside(folder)) {
      const inside = resolvePath(folder, written);
      if (inside !== null) return inside;
    }
    return this.host.outside(folder, written);
  }
}
