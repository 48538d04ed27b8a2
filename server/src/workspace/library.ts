import type { ActorRegister } from '../actors/model.ts';
import type { BibliographyEntry, BibliographyFile } from '../bibliography/model.ts';
import type { Token } from '../facts/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import { isChapterHead } from './bibliography-scope.ts';
import { Catalogue } from './catalogue.ts';
import { names } from './name-index.ts';
import { hashedNames, type HashedNames } from './name-numbers.ts';
import { folderOf } from './paths.ts';
import { PROJECT_FILE } from './project-file.ts';
import type { Project } from './project.ts';
import { soughtByRegister } from './registers.ts';
import { hashedSought } from './sought-names.ts';
import type { DocumentSummary } from './summary.ts';
import type { Unreadable } from './unreadable.ts';

export type { Loaded } from './catalogue.ts';
export type { Unreadable } from './unreadable.ts';
export type { EntryAt } from './entry-at.ts';
export type { ActorAt } from './registers.ts';

/**
 * Everything that is known of a workspace: documents by their summaries, bibliographies, actor registers,
 * the project file, and the index of names. Reads no file itself. Every change returns the documents whose
 * findings may have changed with it.
 */
export class Library extends Catalogue {
  /** Takes over a project file; null when it went away. All documents are to be checked again. */
  setProject(project: Project, lines: LineIndex | null): void {
    this.current = project;
    this.projectLines = lines;
    this.styles.setName(PROJECT_FILE, project.csl?.text ?? null);
    this.forgetScopes();
    for (const summary of this.documents.values()) this.defineDocument(summary);
  }

  /** Takes over the list of all files of the workspace. */
  setFiles(files: ReadonlySet<string>): void {
    this.allFiles = files;
    this.forgetScopes();
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
    this.styles.setName(summary.path, summary.csl?.text ?? null);
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
    this.styles.setName(path, null);
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
