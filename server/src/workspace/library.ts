import type { BibliographyEntry } from '../bibliography/model.ts';
import type { BibliographyFile } from '../bibliography/model.ts';
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { KnownEntries } from '../found/resolve.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { EntryAt } from './entry-at.ts';
import type { DeclaredBibliography, ScopeState } from './bibliography-scope.ts';
import { CitedBibliographies } from './cited-bibliographies.ts';
import type { CombinedTexts } from './combined-texts.ts';
import { isFoundScope } from './found-bibliographies.ts';
import { InPrint } from './in-print.ts';
import { KnownLines } from './known-lines.ts';
import type { LibraryState, Loaded } from './library-state.ts';
import type { KnownMentions } from './mentions.ts';
import { names } from './names.ts';
import { folderOf } from './paths.ts';
import { PROJECT_FILE } from './project-file.ts';
import type { ProjectSettings } from './project-settings.ts';
import type { Project } from './project.ts';
import type { ActorAt, LoadedRegister } from './registers.ts';
import { isScholarly } from './scholarly.ts';
import type { KnownStyles } from './styles.ts';
import type { DocumentSummary } from './summary.ts';
import type { Unreadable } from './unreadable.ts';
import { WorkFiles } from './work-files.ts';
import { WorkTexts } from './work-texts.ts';

export type { Loaded } from './library-state.ts';

/** What is known of a workspace. Read-only: `LibraryKeeper` makes the changes. */
export class Library {
  /** Citations and quotations without keys. */
  readonly inPrint: InPrint;
  /** The files in other formats that hold the texts of works. */
  readonly works: WorkFiles;
  /** Which files are texts of which works. */
  readonly workTexts: WorkTexts;
  private readonly lines: KnownLines;
  private readonly citing: CitedBibliographies;

  constructor(private readonly kept: LibraryState) {
    this.lines = new KnownLines(kept);
    this.citing = new CitedBibliographies(kept);
    this.inPrint = new InPrint(kept, this);
    this.works = new WorkFiles(this, kept);
    this.workTexts = new WorkTexts(kept, this.works);
  }

  /** The size limit in bytes. */
  get largest(): number {
    return this.kept.largest;
  }

  /** Doubted files: an earlier reading counts, so offsets may not match the file on disk. */
  get inDoubt(): ReadonlySet<string> {
    return this.kept.inDoubt;
  }

  /** The citation styles that are named. */
  get styles(): KnownStyles {
    return this.kept.styles;
  }

  /** Which documents make one text. */
  get texts(): CombinedTexts {
    return this.kept.texts;
  }

  /** Mentions of actors in the documents. */
  get mentions(): KnownMentions {
    return this.kept.mentions;
  }

  /** Incremented when anything changes that documents share: project, list of files, bibliographies, registers. */
  get version(): number {
    return this.kept.changes;
  }

  /** Incremented when the scope of any document changes; loading another bibliography does not count. */
  get scopeChanges(): number {
    return this.kept.scopesVersion;
  }

  get project(): Project {
    return this.kept.project;
  }

  get files(): ReadonlySet<string> {
    return this.kept.files;
  }

  /** Whether there is a project file. */
  get hasProject(): boolean {
    return this.kept.projectLines !== null;
  }

  /** The paths of all documents. */
  documentPaths(): IterableIterator<string> {
    return this.kept.documents.keys();
  }

  get documentCount(): number {
    return this.kept.documents.size;
  }

  bibliographyPaths(): IterableIterator<string> {
    return this.kept.bibliographies.paths();
  }

  /** The paths of all bibliographies and registers, and of settings files that name bibliographies. */
  *sharedPaths(): Generator<string> {
    yield* this.kept.bibliographies.paths();
    yield* this.kept.registers.paths();
    yield* this.kept.inherited.keys();
  }

  summary(path: string): DocumentSummary | undefined {
    return this.kept.documents.get(path);
  }

  /** The line index of a file that the library has read, to turn offsets into positions; else null. */
  linesOf(path: string): LineIndex | null {
    return this.lines.of(path);
  }

  /** Whether the notes of a document in the folder of `path` cite in full a work by somebody of that family name. */
  isCitedBeside(path: string, family: string): boolean {
    for (const definer of this.kept.index.definers(names.noteAuthor(folderOf(path), family)))
      if (definer !== path) return true;
    return false;
  }

  /** The settings files of Quarto and bookdown. */
  settingsFiles(): Iterable<Loaded<ProjectSettings>> {
    return this.kept.inherited.values();
  }

  /** The settings files of profiles of Quarto. */
  get profiles(): readonly string[] {
    return this.kept.profiles;
  }

  /** The folders into which projects say that they are rendered; another array once they change. */
  get outputs(): readonly string[] {
    return this.kept.outputs;
  }

  /** The bibliographies that `path` cites from: its own, those it inherits, the project's. */
  scopeOf(path: string): readonly DeclaredBibliography[] {
    return this.citing.scopeOf(path);
  }

  /** The user's own library, as bibliographies that count where nothing is named. */
  ownLibrary(): readonly DeclaredBibliography[] {
    return this.citing.ownLibrary();
  }

  /** Resolves a bibliography that `declaredIn` names, for the document `reader` (by default itself). */
  declared(declaredIn: string, token: Token, reader?: string): DeclaredBibliography {
    return this.citing.declared(declaredIn, token, reader);
  }

  /** The state of a declared bibliography; 'loading' until it was tried. */
  stateOf(declared: DeclaredBibliography): ScopeState {
    return this.citing.stateOf(declared);
  }

  /** Whether code may write a bibliography anew when a text is rendered, though the file is there. */
  isWritten({ token }: DeclaredBibliography): boolean {
    return this.citing.isWritten(token.text);
  }

  /** Whether a bibliography is part of the user's own library. */
  isOwnLibrary(path: string): boolean {
    return this.kept.ownLibrary.includes(path);
  }

  /** The entries of the user's own library under a key, in no particular document's scope. */
  inOwnLibrary(key: string): readonly EntryAt[] {
    return this.kept.ownLibrary.flatMap((path) => this.kept.bibliographies.inFile(path, key));
  }

  /** The folders in which the program that wrote a bibliography looks for the files of its works. */
  fileFoldersOf(path: string): readonly string[] {
    return this.kept.bibliographies.get(path)?.content.fileFolders ?? [];
  }

  /** The entries of one bibliography under a key. */
  entriesIn(path: string, key: string): readonly EntryAt[] {
    return this.kept.bibliographies.inFile(path, key);
  }

  /** Like `allEntries`, as lists whose identity changes only with their content. */
  entryLists(path: string): Iterable<readonly BibliographyEntry[]> {
    return this.kept.bibliographies.lists(this.citing.shelfOf(path));
  }

  /**
   * The entries of the user's own library outside a document's scope, since it has named bibliographies, as such lists.
   * They include keys that the document knows.
   */
  *furtherLists(path: string): Generator<readonly BibliographyEntry[]> {
    const scope = new Set(this.scopeOf(path).flatMap(({ paths }) => paths));
    for (const own of this.kept.ownLibrary) {
      const file = scope.has(own) ? undefined : this.kept.bibliographies.get(own);
      if (file) yield file.content.entries;
    }
  }

  /** The program that regenerates a bibliography, which must not be edited; null where none is known. */
  rewrittenBy(path: string): string | null {
    return this.kept.bibliographies.get(path)?.rewrittenBy ?? null;
  }

  /** Whether a document cites from bibliographies that are not named. */
  citesFromFound(path: string): boolean {
    return isFoundScope(this.scopeOf(path));
  }

  /** Whether entries of several files hold for `path`. */
  citesFromSeveral(path: string): boolean {
    return this.kept.bibliographies.areOfSeveralFiles(this.citing.shelfOf(path));
  }

  /** The bibliographies that were read although they are not named. */
  get merelyFound(): ReadonlySet<string> {
    return this.kept.merelyFound;
  }

  /** Whether to read bibliographies beside a document: it names works or actors, or cites without keys. */
  wantsFound(path: string): boolean {
    return this.kept.index.seeksAny(path) || this.kept.dangling.has(path);
  }

  /** Whether any citation of a document resolves. */
  resolvesAny(path: string): boolean {
    return this.kept.resolving.of(path, this.version, () => this.findsAny(path));
  }

  /** As `resolvesAny`, without the cache. */
  findsAny(path: string): boolean {
    const cited = this.kept.documents.get(path)?.cited ?? [];
    return cited.some(({ key }) => this.entries(path, key.text).length > 0);
  }

  /** The folder of a file that may not be read because it is outside; null where unknown. */
  folderOutside(path: string): string | null {
    return this.kept.unreadable.get(path) === 'outside' ? (this.kept.foldersOutside.get(path) ?? null) : null;
  }

  /** Whether the whole scope of `path` has been read, so that an unknown key is certainly unknown. */
  canJudgeCitations(path: string): boolean {
    if (this.summary(path)?.citesNothing) return false;
    const scope = this.scopeOf(path);
    if (scope.length === 0) return this.citing.holdersFor(path).some((one) => this.kept.referring.has(one));
    // Bibliographies that were merely found need not be meant: keys are missing only where another resolves.
    if (isFoundScope(scope))
      return scope.every((each) => this.stateOf(each) !== 'loading') && this.resolvesAny(path);
    const states = scope.map((declared) => this.stateOf(declared));
    return states.includes('read') && states.every((state) => state === 'read' || state === 'made');
  }

  /**
   * Whether a finding at an offset of a bibliography is reported. If that is not named, only in entries that are taken
   * from it: of several copies beside a text the first counts.
   */
  concerns(path: string, offset: number): boolean {
    if (!this.kept.merelyFound.has(path)) return true;
    const entry = this.kept.bibliographies.entryAt(path, offset);
    if (entry === null) return false;
    const key = entry.key.text;
    return this.seekersOfKey(key).some((document) => this.entries(document, key)[0]?.path === path);
  }

  /** The bibliographies with problems that are not named; only their cited entries have findings. */
  *faultyFound(): Generator<string> {
    for (const path of this.kept.merelyFound) if (this.kept.bibliographies.hasFaults(path)) yield path;
  }

  /** Whether a document is scholarly: it has a bibliography or register, or front matter that describes works. */
  isScholarly(path: string): boolean {
    return isScholarly(this.kept, this.scopeOf(path));
  }

  /** Every entry that `key` may mean in the document `path`; the one that Pandoc uses comes first. */
  entries(path: string, key: string): readonly EntryAt[] {
    return this.kept.bibliographies.entries(this.citing.shelfOf(path), key);
  }

  /**
   * A quick test whether the document `path` may name something that nothing defines, or that is defined
   * outside its scope. For most documents it is false.
   */
  mayNameUnknown(path: string): boolean {
    return (
      this.kept.index.seeksMissing(path) ||
      this.kept.referring.size > 0 ||
      !this.kept.bibliographies.areAllOn(this.citing.shelfOf(path))
    );
  }

  /** The key nearest in spelling to an unknown one in the scope of `path`; null where none is near. */
  nearestKey(path: string, key: string): string | null {
    return this.kept.bibliographies.nearestKey(this.citing.shelfOf(path), key);
  }

  /** Every entry in the scope of the document `path`. */
  allEntries(path: string): Iterable<EntryAt> {
    return this.kept.bibliographies.all(this.citing.shelfOf(path));
  }

  /** The entries in the scope of `path`, prepared for matching names, years and titles. */
  knownEntries(path: string): KnownEntries {
    return this.kept.bibliographies.ready(this.citing.shelfOf(path));
  }

  /** Whether every register that the project names was read, so that an unknown actor is certainly unknown. */
  canJudgeActors(): boolean {
    return this.kept.registers.holdAll(this.kept.project.actors);
  }

  /** Whether any bibliography or front matter has an entry with that key. */
  knowsWork(key: string): boolean {
    return this.kept.index.isDefined(names.citekey(key));
  }

  /** Whether any document has the label that a pandoc-crossref reference names. */
  hasLabel(label: string): boolean {
    return this.kept.index.isDefined(names.label(label));
  }

  /** Whether any document says which identifier a key stands for: `[@key]: doi:10.1000/1`. */
  hasAlias(key: string): boolean {
    return this.kept.index.isDefined(names.label(`@${key}`));
  }

  get hasRegister(): boolean {
    return this.kept.registers.size > 0;
  }

  /** Whether any register has the lifetime of an actor. */
  get tellsLifetimes(): boolean {
    return this.kept.registers.tellLifetimes;
  }

  /** Every actor with that id; more than one is a fault of the registers. */
  actors(id: string): readonly ActorAt[] {
    return this.kept.registers.actors(id);
  }

  /** The actor id nearest in spelling to an unknown one; null where none is near. */
  nearestActor(id: string): string | null {
    return this.kept.registers.nearestId(id);
  }

  registerPaths(): IterableIterator<string> {
    return this.kept.registers.paths();
  }

  allActors(): Iterable<ActorAt> {
    return this.kept.registers.all();
  }

  bibliography(path: string): Loaded<BibliographyFile> | undefined {
    return this.kept.bibliographies.get(path);
  }

  register(path: string): LoadedRegister | undefined {
    return this.kept.registers.get(path);
  }

  /** The problems of a bibliography, register or the project file. */
  problemsIn(path: string): readonly ReadingProblem[] {
    if (path === PROJECT_FILE) return this.kept.project.problems;
    return (
      this.kept.bibliographies.get(path)?.content.problems ??
      this.kept.registers.get(path)?.content.problems ??
      []
    );
  }

  /** Problems for which Pandoc refuses a bibliography that we read. */
  refusalsIn(path: string): readonly ReadingProblem[] {
    return this.kept.bibliographies.get(path)?.content.refusals ?? [];
  }

  /** Whether a file was read that is no bibliography, and names none. */
  namesNone(path: string): boolean {
    return this.kept.unreadable.get(path) === 'unrelated' && !this.kept.naming.has(path);
  }

  unreadableFile(path: string): Unreadable | undefined {
    return this.kept.unreadable.get(path);
  }

  /** Named bibliographies and registers that could not be read. */
  unreadablePaths(): Iterable<string> {
    return this.kept.unreadable.keys();
  }

  /** The bibliographies and documents that have an entry with that key. */
  definersOfKey(key: string): string[] {
    return [...this.kept.index.definers(names.citekey(key))].sort();
  }

  /** The documents that cite or name the work `key`. */
  seekersOfKey(key: string): string[] {
    return this.documentsSeeking(names.citekey(key));
  }

  /** The documents that quote the work `key`. */
  seekersOfSource(key: string): string[] {
    return this.documentsSeeking(names.source(key));
  }

  /** The documents that mark or mention the actor `id`. */
  seekersOfActor(id: string): string[] {
    return this.documentsSeeking(names.actor(id));
  }

  private documentsSeeking(name: string): string[] {
    return [...this.kept.index.seekers(name)].filter((path) => this.kept.documents.has(path)).sort();
  }

  /** The index of names as plain data, for tests that compare an updated index with a rebuilt one. */
  dump(): unknown {
    return this.kept.index.dump();
  }
}
