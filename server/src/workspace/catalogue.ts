import type { BibliographyFile } from '../bibliography/model.ts';
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { KnownEntries } from '../found/resolve.ts';
import type { LineIndex } from '../text/line-index.ts';
import { Bibliographies } from './bibliographies.ts';
import type { EntryAt } from './entry-at.ts';
import { declaredBibliography, settingsAbove, type DeclaredBibliography } from './bibliography-scope.ts';
import { Mentions } from './mentions.ts';
import { NameIndex, names } from './name-index.ts';
import { LARGEST } from './file-limit.ts';
import { folderOf } from './paths.ts';
import { defaultProject, PROJECT_FILE } from './project-file.ts';
import type { Project } from './project.ts';
import { RememberedScopes } from './remembered-scopes.ts';
import { Registers, type ActorAt, type LoadedRegister } from './registers.ts';
import { Styles } from './styles.ts';
import type { DanglingCitation, DocumentSummary } from './summary.ts';
import type { Unreadable } from './unreadable.ts';

/** A bibliography or register as it lies in the workspace. */
export interface Loaded<Content> {
  readonly path: string;
  readonly lines: LineIndex;
  readonly content: Content;
}

/** What is known of a workspace, for everybody who asks; `Library` keeps it up to date. */
export class Catalogue {
  /** Files of more bytes are not read. */
  largest = LARGEST;
  protected current: Project = defaultProject;
  protected projectLines: LineIndex | null = null;
  protected allFiles: ReadonlySet<string> = new Set();
  protected readonly documents = new Map<string, DocumentSummary>();
  protected readonly bibliographies = new Bibliographies();
  protected readonly unreadable = new Map<string, Unreadable>();
  protected readonly registers = new Registers();
  protected readonly inherited = new Map<string, Loaded<readonly Token[]>>();
  protected readonly scopes = new RememberedScopes();
  protected readonly index = new NameIndex();
  protected scopesVersion = 0;
  /** Documents with citations that wait for whatever bibliography may know them. */
  protected readonly dangling = new Set<string>();
  /** Documents with entries of their own, in their front matter. */
  protected readonly referring = new Set<string>();
  protected changes = 0;
  private lastLines: { readonly of: DocumentSummary; readonly lines: LineIndex } | null = null;

  /**
   * Files of which an earlier reading counts, because another program seems to be writing them: what was read may stand
   * elsewhere in them now.
   */
  readonly inDoubt = new Set<string>();

  /** The citation styles that are named. */
  readonly styles = new Styles();

  /** Who is named in the documents. */
  readonly mentions = new Mentions(this);

  /** Grows with every change of what documents share: project, list of files, bibliographies, registers. */
  get version(): number {
    return this.changes;
  }

  /** Grows with every change of which bibliographies documents cite from; the reading of further ones is none. */
  get scopeChanges(): number {
    return this.scopesVersion;
  }

  get project(): Project {
    return this.current;
  }

  get files(): ReadonlySet<string> {
    return this.allFiles;
  }

  /** Whether there is a project file. */
  get hasProject(): boolean {
    return this.projectLines !== null;
  }

  /** The paths of all documents. */
  documentPaths(): IterableIterator<string> {
    return this.documents.keys();
  }

  get documentCount(): number {
    return this.documents.size;
  }

  bibliographyPaths(): IterableIterator<string> {
    return this.bibliographies.paths();
  }

  /** The paths of all bibliographies and registers, and of the settings that name bibliographies. */
  *sharedPaths(): Generator<string> {
    yield* this.bibliographies.paths();
    yield* this.registers.paths();
    yield* this.inherited.keys();
  }

  summary(path: string): DocumentSummary | undefined {
    return this.documents.get(path);
  }

  /** The lines of any file that the library has read, to turn offsets into positions. */
  linesOf(path: string): LineIndex | null {
    if (path === PROJECT_FILE) return this.projectLines;
    const summary = this.documents.get(path);
    // Place after place is asked for in the same file, and its lines may be packed.
    if (summary && this.lastLines?.of !== summary) this.lastLines = { of: summary, lines: summary.lines };
    return (
      (summary && this.lastLines?.lines) ??
      this.bibliographies.get(path)?.lines ??
      this.registers.get(path)?.lines ??
      this.inherited.get(path)?.lines ??
      null
    );
  }

  /** The citekey of the work whose text `path` is, by the project file or its own front matter. */
  sourceOf(path: string): string | null {
    return this.current.sources.get(path)?.text ?? this.documents.get(path)?.source?.text ?? null;
  }

  /** Whether the notes of a document beside `path` cite a work by one of that family name in full. */
  isCitedBeside(path: string, family: string): boolean {
    for (const definer of this.index.definers(names.noteAuthor(folderOf(path), family)))
      if (definer !== path) return true;
    return false;
  }

  /** The documents that are the text of the work `key`. */
  documentsOfSource(key: string): string[] {
    return [...this.index.definers(names.source(key))].sort();
  }

  /** The settings files with what they name as bibliography for the documents below them. */
  inheritedBibliographies(): Iterable<Loaded<readonly Token[]>> {
    return this.inherited.values();
  }

  /** The bibliographies that `path` cites from: its own, those it inherits, the project's. */
  scopeOf(path: string): readonly DeclaredBibliography[] {
    const again = this.scopes.again(path);
    if (again) return again;
    const own = this.documents.get(path)?.bibliography ?? [];
    return this.scopes.of(path, own.length > 0, () => this.declaredFor(path, own));
  }

  private declaredFor(path: string, own: readonly Token[]): DeclaredBibliography[] {
    const scope: DeclaredBibliography[] = [];
    const declare = (declaredIn: string, token: Token) =>
      scope.push(declaredBibliography(declaredIn, token, this.allFiles));
    for (const token of own) declare(path, token);
    for (const settings of settingsAbove(path, (file) => this.allFiles.has(file)))
      for (const token of this.inherited.get(settings)?.content ??
        this.documents.get(settings)?.bibliography ??
        [])
        declare(settings, token);
    for (const token of this.current.bibliography) declare(PROJECT_FILE, token);
    return scope;
  }

  /** What a declared bibliography led to; 'loading' until it was tried. */
  stateOf(declared: DeclaredBibliography): 'read' | 'loading' | Unreadable {
    if (declared.paths.length === 0) return declared.glob ? 'missing' : 'outside';
    let state: 'read' | 'loading' | Unreadable = 'missing';
    for (const path of declared.paths) {
      if (this.bibliographies.has(path)) return 'read';
      const why = this.unreadable.get(path);
      if (why === undefined) state = 'loading';
      else if (state !== 'loading' && why !== 'missing') state = why;
    }
    return state;
  }

  /** Whether all that `path` cites from has been read, so that an unknown key is unknown for certain. */
  canJudgeCitations(path: string): boolean {
    const scope = this.scopeOf(path);
    if (scope.length === 0) return (this.documents.get(path)?.references.length ?? 0) > 0;
    return scope.every((declared) => this.stateOf(declared) === 'read');
  }

  /** Every entry that `key` may mean in the document `path`; nearest bibliography first. */
  entries(path: string, key: string): readonly EntryAt[] {
    return this.bibliographies.entries({ path, scope: this.scopeOf(path) }, key);
  }

  /**
   * Whether the document `path` names anything that nothing defines, or something that may be defined where it does
   * not look: soon told, and most name nothing of the kind.
   */
  mayNameUnknown(path: string): boolean {
    return (
      this.index.seeksMissing(path) ||
      this.referring.size > 0 ||
      !this.bibliographies.areAllOn({ path, scope: this.scopeOf(path) })
    );
  }

  /** The key nearest to one that the document `path` cites and nothing has; null where none is near. */
  nearestKey(path: string, key: string): string | null {
    return this.bibliographies.nearestKey({ path, scope: this.scopeOf(path) }, key);
  }

  /** Every entry that the document `path` may cite. */
  allEntries(path: string): Iterable<EntryAt> {
    return this.bibliographies.all({ path, scope: this.scopeOf(path) });
  }

  /** The entries that `path` may cite, made ready for matching names, years and titles. */
  knownEntries(path: string): KnownEntries {
    return this.bibliographies.ready({ path, scope: this.scopeOf(path) });
  }

  /** Whether a bibliography of `path` knows the work that names and a year cite. */
  matchesWork(path: string, { names: cited, etAl, year, yearSuffix }: DanglingCitation): boolean {
    if (this.scopeOf(path).length === 0) return false;
    const families = cited.map((name) => name.family);
    return this.knownEntries(path).cited(families, etAl, year, yearSuffix).keys.length > 0;
  }

  /** Whether every register that the project names was read, so that an unknown actor is unknown for certain. */
  canJudgeActors(): boolean {
    return this.registers.holdAll(this.current.actors);
  }

  /** Whether any bibliography, or the front matter of any document, has an entry of that key. */
  knowsWork(key: string): boolean {
    return this.index.isDefined(names.citekey(key));
  }

  get hasRegister(): boolean {
    return this.registers.size > 0;
  }

  /** Whether any register says of an actor when it was active. */
  get tellsLifetimes(): boolean {
    return this.registers.tellLifetimes;
  }

  /** Every actor of that id; more than one is a fault of the registers. */
  actors(id: string): readonly ActorAt[] {
    return this.registers.actors(id);
  }

  /** The actor nearest to one that no register has; null where none is near. */
  nearestActor(id: string): string | null {
    return this.registers.nearestId(id);
  }

  registerPaths(): IterableIterator<string> {
    return this.registers.paths();
  }

  allActors(): Iterable<ActorAt> {
    return this.registers.all();
  }

  bibliography(path: string): Loaded<BibliographyFile> | undefined {
    return this.bibliographies.get(path);
  }

  register(path: string): LoadedRegister | undefined {
    return this.registers.get(path);
  }

  /** What is wrong within a bibliography, register or the project file. */
  problemsIn(path: string): readonly ReadingProblem[] {
    if (path === PROJECT_FILE) return this.current.problems;
    return (
      this.bibliographies.get(path)?.content.problems ?? this.registers.get(path)?.content.problems ?? []
    );
  }

  unreadableFile(path: string): Unreadable | undefined {
    return this.unreadable.get(path);
  }

  /** The bibliographies and registers that somebody names and that could not be read. */
  unreadablePaths(): Iterable<string> {
    return this.unreadable.keys();
  }

  /** The bibliographies and documents with an entry of that key. */
  definersOfKey(key: string): string[] {
    return [...this.index.definers(names.citekey(key))].sort();
  }

  /** The documents that cite or name the work `key`. */
  seekersOfKey(key: string): string[] {
    return [...this.index.seekers(names.citekey(key))].filter((path) => this.documents.has(path)).sort();
  }

  /** The documents that quote the work `key`. */
  seekersOfSource(key: string): string[] {
    return [...this.index.seekers(names.source(key))].filter((path) => this.documents.has(path)).sort();
  }

  /** The documents that mark or speak of the actor `id`. */
  seekersOfActor(id: string): string[] {
    return [...this.index.seekers(names.actor(id))].filter((path) => this.documents.has(path)).sort();
  }

  /** The index of names as plain data, for tests that compare increment with rebuild. */
  dump(): unknown {
    return this.index.dump();
  }
}
