import type { Token } from '../facts/model.ts';
import {
  declaredBibliography,
  settingsAbove,
  type DeclaredBibliography,
  type ScopeState,
} from './bibliography-scope.ts';
import type { Shelf } from './bibliographies.ts';
import { found, FoundBibliographies } from './found-bibliographies.ts';
import type { LibraryState } from './library-state.ts';
import { names } from './names.ts';
import { nameOf } from './paths.ts';
import { PROJECT_FILE } from './project-file.ts';
import { isRegisterOf } from './registers.ts';

/** The scope of each document: the bibliographies that are named for it, or else what lies beside it. */
export class CitedBibliographies {
  constructor(private readonly kept: LibraryState) {}

  /**
   * The bibliographies of `path`: its own, those of the documents that include it, inherited ones, the
   * project's.
   */
  scopeOf(path: string): readonly DeclaredBibliography[] {
    const again = this.kept.scopes.again(path);
    if (again) return again;
    const includers = this.kept.texts.includersOf(path);
    const hasOwn = includers.length > 0 || this.namesAny(path) || this.hasNamesake(path);
    return this.kept.scopes.of(path, hasOwn, () => {
      // An included part that names nothing is no document of its own: what lies beside it does not count.
      const readers = includers.length > 0 && !this.namesAny(path) ? includers : [path, ...includers];
      const scopes = readers.map((reader) => this.scopeOfText(reader));
      return includers.length > 0 ? distinct(scopes.flat()) : scopes[0]!;
    });
  }

  private namesAny(path: string): boolean {
    const summary = this.kept.documents.get(path);
    return (summary?.bibliography.length ?? 0) > 0 || (summary?.references.length ?? 0) > 0;
  }

  private scopeOfText(path: string): readonly DeclaredBibliography[] {
    const declared = this.declaredFor(path, this.kept.documents.get(path)?.bibliography ?? []);
    return declared.length > 0 || this.namesAny(path) ? declared : this.foundFor(path);
  }

  /** The sources of a document's entries. */
  shelfOf(path: string): Shelf {
    return { path, scope: this.scopeOf(path), others: this.kept.texts.includersOf(path) };
  }

  /** A document and those that include it: the entries in the front matter of each hold for it. */
  holdersFor(path: string): readonly string[] {
    return [path, ...this.kept.texts.includersOf(path)];
  }

  /** What lies beside a document for which nothing is named. */
  private foundFor(path: string): readonly DeclaredBibliography[] {
    const { kept } = this;
    if (kept.project.declaresBibliography || (path === PROJECT_FILE && this.kept.projectLines === null))
      return [];
    const own = this.ownLibrary();
    return kept.looksBeside ? [...this.lying().beside(path), ...own] : own;
  }

  /** Whether a bibliography beside a document has its name, so that it comes before the others there. */
  private hasNamesake(path: string): boolean {
    const { looksBeside, documents } = this.kept;
    return looksBeside && documents.has(path) && this.lying().hasNamesake(path);
  }

  private lying(): FoundBibliographies {
    const { kept } = this;
    return (kept.lying ??= new FoundBibliographies(kept.files, (file) => isRegisterOf(kept.project, file)));
  }

  /** The user's own library, as bibliographies that count where nothing is named. */
  ownLibrary(): readonly DeclaredBibliography[] {
    return this.kept.ownLibrary.map(found);
  }

  private declaredFor(path: string, own: readonly Token[]): DeclaredBibliography[] {
    const scope: DeclaredBibliography[] = [];
    const declare = (declaredIn: string, token: Token) => scope.push(this.declared(declaredIn, token, path));
    for (const token of own) declare(path, token);
    for (const settings of settingsAbove(path, (file) => this.kept.files.has(file), this.kept.profiles))
      for (const token of this.kept.inherited.get(settings)?.content.bibliography ??
        this.kept.documents.get(settings)?.bibliography ??
        [])
        declare(settings, token);
    for (const token of this.kept.project.bibliography) declare(PROJECT_FILE, token);
    return scope;
  }

  /** Resolves a bibliography that `declaredIn` names, for the document `reader` (by default itself). */
  declared(declaredIn: string, token: Token, reader?: string): DeclaredBibliography {
    return declaredBibliography(declaredIn, token, this.kept.files, this.kept.outside, reader);
  }

  /** The state of a declared bibliography; 'loading' until it was tried. */
  stateOf(declared: DeclaredBibliography): ScopeState {
    if (declared.made && declared.paths.length === 0) return 'made';
    if (declared.paths.length === 0) return declared.glob ? 'missing' : 'outside';
    let state: ScopeState = 'missing';
    for (const path of declared.paths) {
      // The first file that exists counts: a candidate before this one may still be loading.
      if (this.kept.bibliographies.has(path)) return state === 'loading' && !declared.glob ? state : 'read';
      const why = this.kept.unreadable.get(path);
      if (why === undefined) state = 'loading';
      else if (state !== 'loading' && why !== 'missing') state = why;
    }
    return state === 'missing' && this.isMade(declared) ? 'made' : state;
  }

  /** Whether code in some document may generate the bibliography, or its name says that a program does. */
  private isMade({ token }: DeclaredBibliography): boolean {
    return PACKAGES.test(nameOf(token.text)) || this.isWritten(token.text);
  }

  /** Whether code in some document names that bibliography, and so may write it anew whenever a text is rendered. */
  isWritten(path: string): boolean {
    return this.kept.index.isDefined(names.built(nameOf(path)));
  }
}

/** Usual output names of `knitr::write_bib` and similar functions. */
const PACKAGES = /^(?:r-?)?(?:packages|pkgs|grateful-refs)\.bib$/i;

/** Drops duplicates. Where some are named, those merely found are dropped too. */
function distinct(scope: readonly DeclaredBibliography[]): readonly DeclaredBibliography[] {
  const named = scope.filter(({ found: merely }) => !merely);
  const seen = new Map<string, DeclaredBibliography>();
  for (const one of named.length > 0 ? named : scope)
    seen.set(`${one.declaredIn}\n${one.token.range.from}\n${one.token.text}`, one);
  return [...seen.values()];
}
