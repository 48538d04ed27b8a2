import type { ActorRegister } from '../actors/model.ts';
import type { BibliographyEntry, BibliographyFile } from '../bibliography/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import { isChapterHead, isProfile } from './bibliography-scope.ts';
import { Library } from './library.ts';
import { LibraryState } from './library-state.ts';
import { Mentions } from './mentions.ts';
import { names } from './names.ts';
import { hashedNames, type HashedNames } from '../text/hashed-names.ts';
import { folderOf } from './paths.ts';
import { PROJECT_FILE } from './project-file.ts';
import { outputsOf, type ProjectSettings } from './project-settings.ts';
import type { Project } from './project.ts';
import { soughtByRegister } from './registers.ts';
import type { Styles } from './styles.ts';
import { notesIn, sameRanges, sameTokens, waitsForWorks } from './summary-aspects.ts';
import type { DocumentSummary } from './summary.ts';
import type { NameTable } from '../store/model.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * The write side of the library: documents by their summaries, bibliographies, registers, the project file,
 * and the index of names. Reads no file itself. Every change returns the documents whose findings may have
 * changed.
 */
export class LibraryKeeper {
  private readonly kept: LibraryState;
  /** The read side. */
  readonly library: Library;
  /** Mentions of actors in the documents. */
  readonly mentions: Mentions;
  /** The citation styles that are named. */
  readonly styles: Styles;
  /** Whether `takingMany` is running. */
  private takesMany = false;

  /**
   * `names`, the table of who defines and seeks what, must be empty. `outside` is `FileSystem.outside`; by
   * default no path leads outside.
   */
  constructor(names: NameTable, outside: (folder: string, written: string) => string | null = () => null) {
    this.kept = new LibraryState(names, outside);
    this.library = new Library(this.kept);
    this.mentions = new Mentions(this.library);
    this.styles = this.kept.styles;
    this.kept.mentions = this.mentions;
  }

  /** Sets the size limit in bytes. */
  limitFiles(largest: number): void {
    this.kept.largest = largest;
  }

  /** Marks a file as doubted: another program seems to be writing it, and an earlier reading counts. */
  doubt(path: string): void {
    this.kept.inDoubt.add(path);
  }

  /** Ends the doubt about a file. */
  believe(path: string): void {
    this.kept.inDoubt.delete(path);
  }

  /** Sets the project file; null when it was deleted. All documents are to be checked again. */
  setProject(project: Project, lines: LineIndex | null): void {
    this.kept.project = project;
    this.kept.projectLines = lines;
    this.styles.setName(PROJECT_FILE, project.csl?.text ?? null);
    this.forgetScopes();
    for (const summary of this.kept.documents.values()) this.defineDocument(summary);
  }

  /** Sets the list of all files of the workspace. */
  setFiles(files: ReadonlySet<string>): void {
    this.kept.files = files;
    this.forgetScopes();
  }

  /**
   * Sets a document's summary, the entries of its front matter, and the names that it seeks (null if these
   * are unchanged). With `inBulk`, for the first reading, it is not computed whom the change concerns.
   */
  setDocument(
    summary: DocumentSummary,
    entries: readonly BibliographyEntry[],
    sought: HashedNames | null,
    inBulk = false,
  ): Set<string> {
    const before = this.kept.documents.get(summary.path);
    const joined = inBulk ? null : this.joinedBefore(summary.path);
    this.kept.documents.set(summary.path, summary);
    if (!before) this.kept.texts.forget();
    const takesInOthers = this.kept.texts.setInclusions(summary.path, summary.inclusions);
    if (takesInOthers) this.forgetScopes();
    this.styles.setName(summary.path, summary.csl?.text ?? null);
    if (this.kept.bibliographies.setOwn(summary.path, entries)) this.kept.changes++;
    const scopeChanged =
      !sameTokens(before?.bibliography ?? [], summary.bibliography) ||
      (before?.references.length ?? 0) > 0 !== summary.references.length > 0;
    const kindsChanged =
      before?.filtered !== summary.filtered ||
      before.crossReferences.join() !== summary.crossReferences.join();
    if (!before || takesInOthers || scopeChanged || kindsChanged) this.kept.changes++;
    if (scopeChanged) this.kept.scopesVersion++;
    if (scopeChanged || !sameRanges(before?.bibliography ?? [], summary.bibliography))
      this.kept.scopes.delete(summary.path);
    const inherited = scopeChanged && isChapterHead(summary.path);
    if (inherited || (scopeChanged && joined !== null)) this.kept.scopes.clear();
    const wanted = this.library.wantsFound(summary.path);
    if (waitsForWorks(summary)) this.kept.dangling.add(summary.path);
    else this.kept.dangling.delete(summary.path);
    if (summary.references.length) this.kept.referring.add(summary.path);
    else this.kept.referring.delete(summary.path);
    if (sought) this.kept.index.setSought(summary.path, sought);
    // Whether files beside this one are wanted changed, so its scope may change.
    if (before && wanted !== this.library.wantsFound(summary.path)) this.kept.scopesVersion++;
    const changed = this.defineDocument(summary);
    // Label and output names are shared state of documents, so cached answers about names are invalid.
    if (changed.some((name) => isLabelName(name) || isBuiltName(name))) this.kept.changes++;
    if (sought) this.considerResolving(summary.path);
    if (inBulk) return new Set();
    const woken = union(
      this.wake(changed),
      this.joinedNow(summary.path, joined, takesInOthers || scopeChanged || kindsChanged),
    );
    return inherited || changed.some(isBuiltName) ? union(woken, this.everyoneCiting()) : woken;
  }

  /** The other documents of its texts, and which notes are called and written there; null where it stands alone. */
  private joinedBefore(path: string): Joined | null {
    const { texts } = this.kept;
    if (texts.of(path).length === 0) return null;
    return { members: texts.joinedWith(path), notes: notesIn(this.kept.documents.get(path)) };
  }

  /** The documents in the same texts, before or after the change, that a change of a document concerns. */
  private joinedNow(path: string, before: Joined | null, concernsAll: boolean): Set<string> {
    const after = this.joinedBefore(path);
    if (before === null && after === null) return new Set();
    const sameNotes = before?.notes === after?.notes;
    const sameMembers = before?.members.size === after?.members.size;
    if (sameNotes && sameMembers && !concernsAll) return new Set();
    return union(before?.members ?? new Set(), after?.members ?? new Set());
  }

  /** In a document with nothing named, findings on citations depend on whether any of them resolves. */
  private considerResolving(path: string): void {
    const { kept, library } = this;
    if (
      library.citesFromFound(path) &&
      kept.resolving.differs(path, kept.changes, () => library.findsAny(path))
    )
      kept.changes++;
  }

  removeDocument(path: string): Set<string> {
    this.kept.changes++;
    const joined = this.joinedBefore(path);
    this.kept.documents.delete(path);
    this.kept.texts.forget();
    if (this.kept.texts.setInclusions(path, [])) this.kept.scopes.clear();
    this.styles.setName(path, null);
    this.kept.bibliographies.setOwn(path, []);
    if (isChapterHead(path)) this.kept.scopes.clear();
    else this.kept.scopes.delete(path);
    this.kept.scopesVersion++;
    this.kept.dangling.delete(path);
    this.kept.referring.delete(path);
    this.kept.index.setSought(path, NO_NAMES);
    const woken = union(
      this.wake(this.kept.index.setDefinitions(path, new Map())),
      joined?.members ?? new Set(),
    );
    return isChapterHead(path) ? union(woken, this.everyoneCiting()) : woken;
  }

  private defineDocument(summary: DocumentSummary): string[] {
    const defined = new Map<string, string>();
    const source = this.library.workTexts.keyOf(summary.path);
    if (source !== null) defined.set(names.source(source), '');
    for (const id of summary.references) defined.set(names.citekey(id.text), '');
    for (const name of summary.built) defined.set(names.built(name), '');
    for (const label of summary.labels) {
      defined.set(names.label(label), '');
      // Who cites by an alias seeks its key.
      if (label.startsWith('@')) defined.set(names.citekey(label.slice(1)), '');
    }
    for (const family of summary.noteAuthors)
      defined.set(names.noteAuthor(folderOf(summary.path), family), '');
    return this.kept.index.setDefinitions(summary.path, defined);
  }

  /** Sorts the indexes after many additions, so that the first query need not. */
  prepare(): void {
    this.kept.index.prepare();
  }

  /** Sets a bibliography as read from `text`. */
  setBibliography(path: string, text: DocumentText, content: BibliographyFile): Set<string> {
    this.kept.changes++;
    const wasUnreadable = this.kept.unreadable.delete(path) || !this.kept.bibliographies.has(path);
    const folders = JSON.stringify(this.library.fileFoldersOf(path));
    const defined = new Map<string, string>();
    for (const [key, words] of this.kept.bibliographies.set(path, text, content))
      defined.set(names.citekey(key), words);
    const changed = this.kept.index.setDefinitions(path, defined);
    if (this.takesMany) return new Set();
    const woken = this.wake(changed);
    for (const document of this.kept.dangling) woken.add(document);
    const liesElsewhere = folders !== JSON.stringify(this.library.fileFoldersOf(path));
    return wasUnreadable || liesElsewhere ? union(woken, this.thoseCiting(path)) : woken;
  }

  /** Records why a named bibliography or register cannot be read; if it is outside, its folder where known. */
  setUnreadable(path: string, why: Unreadable, folder: string | null = null): Set<string> {
    if (folder !== null) this.kept.foldersOutside.set(path, folder);
    if (this.kept.unreadable.get(path) === why) return new Set();
    this.kept.changes++;
    this.kept.unreadable.set(path, why);
    this.kept.bibliographies.delete(path);
    this.kept.index.setSought(path, NO_NAMES);
    const changed = this.kept.index.setDefinitions(path, new Map());
    if (this.takesMany) {
      this.kept.registers.delete(path);
      return this.oneOfMany();
    }
    const woken = union(this.wake(changed), this.thoseCiting(path));
    return this.kept.registers.delete(path)
      ? union(this.everyDocument(), this.registersChanged(changed))
      : woken;
  }

  /** Records whether a file that is no bibliography names one. */
  setNaming(path: string, names: boolean): Set<string> {
    if (this.kept.naming.has(path) === names) return new Set();
    if (names) this.kept.naming.add(path);
    else this.kept.naming.delete(path);
    return this.takesMany ? this.oneOfMany() : this.everyoneCiting();
  }

  /** Removes a bibliography or register that is no longer named. */
  forget(path: string): Set<string> {
    this.kept.changes++;
    this.kept.merelyFound.delete(path);
    const wasUnreadable = this.kept.unreadable.delete(path);
    const wasBibliography = this.kept.bibliographies.has(path) || wasUnreadable;
    this.kept.bibliographies.delete(path);
    if (this.kept.inherited.delete(path)) this.settingsChanged();
    this.kept.index.setSought(path, NO_NAMES);
    const changed = this.kept.index.setDefinitions(path, new Map());
    const woken = this.wake(changed);
    // Where nothing is left to cite from, keys are no longer reported as unknown.
    const concerned = wasBibliography ? union(woken, this.everyoneCiting()) : woken;
    return this.kept.registers.delete(path) ? union(concerned, this.registersChanged(changed)) : concerned;
  }

  /**
   * Reads many registers or bibliographies as one change. The single changes do not compute whom they
   * concern: the caller must assume everybody.
   */
  async takingMany(read: () => Promise<void>): Promise<void> {
    this.takesMany = true;
    try {
      await read();
    } finally {
      this.takesMany = false;
    }
  }

  /** Sets a register as read from `text`. */
  setRegister(path: string, text: DocumentText, content: ActorRegister): Set<string> {
    this.kept.changes++;
    const first = !this.kept.registers.has(path);
    this.kept.unreadable.delete(path);
    this.kept.bibliographies.delete(path);
    this.kept.registers.set(path, text.lines, content);
    const defined = new Map<string, string>();
    for (const actor of content.actors) {
      const name = names.actor(actor.id.text);
      defined.set(name, (defined.get(name) ?? '') + text.slice(actor.range));
    }
    const wanted = this.library.wantsFound(path);
    this.kept.index.setSought(path, hashedNames(soughtByRegister(content)));
    if (wanted !== this.library.wantsFound(path)) this.kept.scopesVersion++;
    const changed = this.kept.index.setDefinitions(path, defined);
    if (this.takesMany) return this.oneOfMany();
    const woken = union(this.wake(changed), this.registersChanged(changed));
    return first ? union(woken, this.everyDocument()) : woken;
  }

  private oneOfMany(): Set<string> {
    this.mentions.oneOfManyChanged();
    return new Set();
  }

  /** Whom a change of one register concerns besides the seekers of its names: others may share names. */
  private registersChanged(changed: readonly string[]): Set<string> {
    return new Set([...this.kept.registers.paths(), ...this.mentions.registersChanged(changed)]);
  }

  /** Sets what `_quarto.yml` and similar files say for the documents below them. */
  setInherited(path: string, content: ProjectSettings | null, lines: LineIndex): Set<string> {
    if (content) this.kept.inherited.set(path, { path, lines, content });
    else this.kept.inherited.delete(path);
    this.settingsChanged();
    this.forgetScopes();
    return this.everyoneCiting();
  }

  /** Derives what all settings files together say. */
  private settingsChanged(): void {
    const { inherited, outputs } = this.kept;
    this.kept.profiles = [...inherited.keys()].filter(isProfile).sort();
    const rendered = [...inherited].flatMap(([path, { content }]) => outputsOf(path, content));
    const now = [...new Set(rendered)].sort();
    if (now.join('\n') !== outputs.join('\n')) this.kept.outputs = now;
  }

  /** Sets the paths of the user's own library, which counts where nothing is named. */
  setOwnLibrary(paths: readonly string[]): Set<string> {
    const { ownLibrary } = this.kept;
    if (paths.length === ownLibrary.length && paths.every((path, i) => path === ownLibrary[i]))
      return new Set();
    this.kept.ownLibrary = paths;
    this.forgetScopes();
    return this.everyoneCiting();
  }

  /** Sets the base folder of Zotero’s linked files. Returns whether it is another. */
  setLinkedFiles(folder: string | null): boolean {
    if (this.kept.linkedFiles === folder) return false;
    this.kept.linkedFiles = folder;
    this.kept.changes++;
    return true;
  }

  /** Sets whether bibliographies that are not named count. */
  setLookBeside(looks: boolean): Set<string> {
    if (this.kept.looksBeside === looks) return new Set();
    this.kept.looksBeside = looks;
    this.forgetScopes();
    return this.everyoneCiting();
  }

  /** A document was opened or closed in an editor, which may change whether files beside it are wanted. */
  reconsider(path: string): void {
    if (!this.library.wantsFound(path) && this.library.citesFromFound(path)) this.kept.scopesVersion++;
  }

  /**
   * Records that a bibliography is read without being named; with `merely` false, with. Returns whether it is new.
   */
  setMerelyFound(path: string, merely: boolean): boolean {
    if (this.kept.merelyFound.has(path) === merely) return false;
    if (merely) this.kept.merelyFound.add(path);
    else this.kept.merelyFound.delete(path);
    return true;
  }

  private forgetScopes(): void {
    this.kept.changes++;
    this.kept.scopesVersion++;
    this.kept.scopes.clear();
    this.kept.texts.forgetFiles();
    this.kept.lying = null;
  }

  private wake(changed: readonly string[]): Set<string> {
    const woken = new Set<string>();
    for (const name of changed) for (const path of this.kept.index.seekers(name)) woken.add(path);
    if (changed.length) for (const path of this.textsOf(new Set(changed))) woken.add(path);
    // Registers have findings on whether a name is an actor's or the cited scholar's.
    if (this.mentions.hangsOn(woken)) for (const path of this.kept.registers.paths()) woken.add(path);
    // Suggestions of a near name may change for everyone whose names do not resolve.
    if (changed.length) for (const path of this.kept.index.waiting()) woken.add(path);
    return woken;
  }

  /** The documents that are texts of works with these names by the project file: they do not name them. */
  private *textsOf(changed: ReadonlySet<string>): Iterable<string> {
    for (const [path, { text }] of this.kept.project.sources)
      if (this.kept.documents.has(path) && changed.has(names.citekey(text))) yield path;
  }

  /** The documents with a bibliography in their scope, and all registers, since these may name any work. */
  thoseCiting(bibliography: string): Set<string> {
    const citing = new Set<string>(this.kept.registers.paths());
    for (const path of this.kept.documents.keys())
      if (this.library.scopeOf(path).some((declared) => declared.paths.includes(bibliography)))
        citing.add(path);
    return citing;
  }

  /** Every document and register: the answer when scopes change. */
  everyoneCiting(): Set<string> {
    return union(this.everyDocument(), new Set(this.kept.registers.paths()));
  }

  private everyDocument(): Set<string> {
    return new Set(this.kept.documents.keys());
  }
}

interface Joined {
  readonly members: ReadonlySet<string>;
  /** The labels in their order. */
  readonly notes: string;
}

function isBuiltName(name: string): boolean {
  return name.startsWith(names.built(''));
}

function isLabelName(name: string): boolean {
  return name.startsWith(names.label(''));
}

const NO_NAMES: HashedNames = new Uint32Array(0);

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}
