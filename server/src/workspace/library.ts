import type { ActorRegister } from '../actors/model.ts';
import type { BibliographyEntry, BibliographyFile } from '../bibliography/model.ts';
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { KnownEntries } from '../found/resolve.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import { Bibliographies } from './bibliographies.ts';
import type { EntryAt } from './entry-at.ts';
import {
  declaredBibliography,
  isChapterHead,
  settingsAbove,
  type DeclaredBibliography,
} from './bibliography-scope.ts';
import { Mentions } from './mentions.ts';
import { NameIndex, names } from './name-index.ts';
import { hashedNames, type HashedNames } from './name-numbers.ts';
import { folderOf } from './paths.ts';
import { defaultProject, PROJECT_FILE } from './project-file.ts';
import type { Project } from './project.ts';
import { RememberedScopes } from './remembered-scopes.ts';
import { Registers, soughtByRegister, type ActorAt, type LoadedRegister } from './registers.ts';
import { hashedSought } from './sought-names.ts';
import type { DanglingCitation, DocumentSummary } from './summary.ts';

/** Why a file that another file names could not be read. */
export type Unreadable = 'missing' | 'folder' | 'outside' | 'encoding' | 'failed';

/** A bibliography or register as it lies in the workspace. */
export interface Loaded<Content> {
  readonly path: string;
  readonly lines: LineIndex;
  readonly content: Content;
}

export type { EntryAt } from './entry-at.ts';
export type { ActorAt } from './registers.ts';

/**
 * Everything that is known of a workspace: documents by their summaries, bibliographies, actor registers,
 * the project file, and the index of names. Reads no file itself. Every change returns the documents whose
 * findings may have changed with it.
 */
export class Library {
  private current: Project = defaultProject;
  private projectLines: LineIndex | null = null;
  private allFiles: ReadonlySet<string> = new Set();
  private readonly documents = new Map<string, DocumentSummary>();
  private readonly bibliographies = new Bibliographies();
  private readonly unreadable = new Map<string, Unreadable>();
  private readonly registers = new Registers();
  private readonly inherited = new Map<string, Loaded<readonly Token[]>>();
  private readonly scopes = new RememberedScopes();
  private readonly index = new NameIndex();
  private scopesVersion = 0;
  /** Documents with citations that wait for whatever bibliography may know them. */
  private readonly dangling = new Set<string>();
  /** Documents with entries of their own, in their front matter. */
  private readonly referring = new Set<string>();
  private changes = 0;
  private lastLines: { readonly of: DocumentSummary; readonly lines: LineIndex } | null = null;

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

  /** Takes over a project file; null when it went away. All documents are to be checked again. */
  setProject(project: Project, lines: LineIndex | null): void {
    this.current = project;
    this.projectLines = lines;
    this.forgetScopes();
    for (const summary of this.documents.values()) this.defineDocument(summary);
  }

  /** Takes over the list of all files of the workspace. */
  setFiles(files: ReadonlySet<string>): void {
    this.allFiles = files;
    this.forgetScopes();
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

  /**
   * Takes over a document's summary, the entries of its front matter, and the names that it waits for, null for those of
   * before. With `inBulk` it is not asked whom it concerns: for the first reading of a workspace.
   */
  setDocument(
    summary: DocumentSummary,
    entries: readonly BibliographyEntry[] = [],
    sought: HashedNames | null = hashedSought(summary),
    inBulk = false,
  ): Set<string> {
    const before = this.documents.get(summary.path);
    this.documents.set(summary.path, summary);
    if (this.bibliographies.setOwn(summary.path, entries)) this.changes++;
    const scopeChanged = !sameTokens(before?.bibliography ?? [], summary.bibliography);
    if (!before || scopeChanged) this.changes++;
    if (scopeChanged) this.scopesVersion++;
    if (scopeChanged || !sameRanges(before?.bibliography ?? [], summary.bibliography))
      this.scopes.delete(summary.path);
    const inherited = scopeChanged && isChapterHead(summary.path);
    if (inherited) this.scopes.clear();
    if (summary.danglingCitations.length) this.dangling.add(summary.path);
    else this.dangling.delete(summary.path);
    if (summary.references.length) this.referring.add(summary.path);
    else this.referring.delete(summary.path);
    if (sought) this.index.setSought(summary.path, sought);
    const changed = this.defineDocument(summary);
    if (inBulk) return new Set();
    const woken = this.wake(changed);
    return inherited ? union(woken, this.everyoneCiting()) : woken;
  }

  removeDocument(path: string): Set<string> {
    this.changes++;
    this.documents.delete(path);
    this.bibliographies.setOwn(path, []);
    if (isChapterHead(path)) this.scopes.clear();
    else this.scopes.delete(path);
    this.scopesVersion++;
    this.dangling.delete(path);
    this.referring.delete(path);
    this.index.setSought(path, NO_NAMES);
    const woken = this.wake(this.index.setDefinitions(path, new Map()));
    return isChapterHead(path) ? union(woken, this.everyoneCiting()) : woken;
  }

  private defineDocument(summary: DocumentSummary): string[] {
    const defined = new Map<string, string>();
    const source = this.sourceOf(summary.path);
    if (source !== null) defined.set(names.source(source), '');
    for (const id of summary.references) defined.set(names.citekey(id.text), '');
    for (const family of summary.noteAuthors)
      defined.set(names.noteAuthor(folderOf(summary.path), family), '');
    return this.index.setDefinitions(summary.path, defined);
  }

  /** Makes ready for questions after much was taken in: otherwise the first of them would wait. */
  prepare(): void {
    this.index.prepare();
  }

  /** Takes over a bibliography as read from `text`. */
  setBibliography(path: string, text: DocumentText, content: BibliographyFile): Set<string> {
    this.changes++;
    const wasUnreadable = this.unreadable.delete(path) || !this.bibliographies.has(path);
    const defined = new Map<string, string>();
    for (const [key, words] of this.bibliographies.set(path, text, content))
      defined.set(names.citekey(key), words);
    const woken = this.wake(this.index.setDefinitions(path, defined));
    for (const document of this.dangling) woken.add(document);
    return wasUnreadable ? union(woken, this.thoseCiting(path)) : woken;
  }

  /** Notes that a bibliography or register that somebody names cannot be read, and why. */
  setUnreadable(path: string, why: Unreadable): Set<string> {
    if (this.unreadable.get(path) === why) return new Set();
    this.changes++;
    this.unreadable.set(path, why);
    this.bibliographies.delete(path);
    this.index.setSought(path, NO_NAMES);
    const changed = this.index.setDefinitions(path, new Map());
    const woken = union(this.wake(changed), this.thoseCiting(path));
    return this.registers.delete(path) ? union(this.everyDocument(), this.registersChanged(changed)) : woken;
  }

  /** Forgets a bibliography or register that nobody names any more. */
  forget(path: string): Set<string> {
    this.changes++;
    const wasUnreadable = this.unreadable.delete(path);
    const wasBibliography = this.bibliographies.has(path) || wasUnreadable;
    this.bibliographies.delete(path);
    this.inherited.delete(path);
    this.index.setSought(path, NO_NAMES);
    const changed = this.index.setDefinitions(path, new Map());
    const woken = this.wake(changed);
    // Where nothing is left to cite from, no key is called unknown any more.
    const concerned = wasBibliography ? union(woken, this.everyoneCiting()) : woken;
    return this.registers.delete(path) ? union(concerned, this.registersChanged(changed)) : concerned;
  }

  /** Takes over a register as read from `text`. */
  setRegister(path: string, text: DocumentText, content: ActorRegister): Set<string> {
    this.changes++;
    const first = !this.registers.has(path);
    this.unreadable.delete(path);
    this.bibliographies.delete(path);
    this.registers.set(path, text.lines, content);
    const defined = new Map<string, string>();
    for (const actor of content.actors) {
      const name = names.actor(actor.id.text);
      defined.set(name, (defined.get(name) ?? '') + text.slice(actor.range));
    }
    this.index.setSought(path, hashedNames(soughtByRegister(content)));
    const changed = this.index.setDefinitions(path, defined);
    const woken = union(this.wake(changed), this.registersChanged(changed));
    return first ? union(woken, this.everyDocument()) : woken;
  }

  /** Whom a change of one register concerns beside those who seek a name in it: registers share their names. */
  private registersChanged(changed: readonly string[]): Set<string> {
    return new Set([...this.registers.paths(), ...this.mentions.registersChanged(changed)]);
  }

  /** Takes over what `_quarto.yml` and its like name as bibliography for the documents below them. */
  setInherited(path: string, bibliography: readonly Token[] | null, lines: LineIndex): Set<string> {
    if (bibliography) this.inherited.set(path, { path, lines, content: bibliography });
    else this.inherited.delete(path);
    this.forgetScopes();
    return this.everyoneCiting();
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

  private forgetScopes(): void {
    this.changes++;
    this.scopesVersion++;
    this.scopes.clear();
  }

  private wake(changed: readonly string[]): Set<string> {
    const woken = new Set<string>();
    for (const name of changed) for (const path of this.index.seekers(name)) woken.add(path);
    // Whether a name in them is an actor's or the cited scholar's is told of in the registers.
    if (this.mentions.hangsOn(woken)) for (const path of this.registers.paths()) woken.add(path);
    // Whoever waits for a name may be told of another that is near.
    if (changed.length) for (const path of this.index.waiting()) woken.add(path);
    return woken;
  }

  /** The documents with a bibliography in their scope, and the registers: they name works of whatever bibliography. */
  private thoseCiting(bibliography: string): Set<string> {
    const citing = new Set<string>(this.registers.paths());
    for (const path of this.documents.keys())
      if (this.scopeOf(path).some((declared) => declared.paths.includes(bibliography))) citing.add(path);
    return citing;
  }

  /** Every document, and the registers: those who are told when it changes who cites from where. */
  everyoneCiting(): Set<string> {
    return union(this.everyDocument(), new Set(this.registers.paths()));
  }

  private everyDocument(): Set<string> {
    return new Set(this.documents.keys());
  }
}

const NO_NAMES: HashedNames = new Uint32Array(0);

function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, i) => token.text === b[i]!.text);
}

function sameRanges(a: readonly Token[], b: readonly Token[]): boolean {
  return a.every(({ range }, i) => range.from === b[i]!.range.from && range.to === b[i]!.range.to);
}

function union(a: Set<string>, b: Set<string>): Set<string> {
  return new Set([...a, ...b]);
}
