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

/** From which bibliographies documents cite: those that are named, or else what lies beside them. */
export class CitedBibliographies {
  constructor(private readonly kept: LibraryState) {}

  /** The bibliographies that `path` cites from: its own, those of the documents that take it in, inherited ones, the project's. */
  scopeOf(path: string): readonly DeclaredBibliography[] {
    const again = this.kept.scopes.again(path);
    if (again) return again;
    const includers = this.kept.texts.includersOf(path);
    const hasOwn = includers.length > 0 || this.namesAny(path);
    return this.kept.scopes.of(path, hasOwn, () => {
      // A part that names nothing is no document of its own: what lies beside it is not looked at.
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

  /** Where the entries of a document are looked for. */
  shelfOf(path: string): Shelf {
    return { path, scope: this.scopeOf(path), others: this.kept.texts.includersOf(path) };
  }

  /** A document and those that take it in: whoever holds entries in its front matter holds them for it. */
  holdersFor(path: string): readonly string[] {
    return [path, ...this.kept.texts.includersOf(path)];
  }

  /** What lies beside a document that cites from nothing that is named. */
  private foundFor(path: string): readonly DeclaredBibliography[] {
    const { kept } = this;
    if (kept.project.declaresBibliography || (path === PROJECT_FILE && this.kept.projectLines === null))
      return [];
    const own = this.ownLibrary();
    if (!kept.looksBeside) return own;
    kept.lying ??= new FoundBibliographies(kept.files, (file) => isRegisterOf(kept.project, file));
    return [...kept.lying.beside(path), ...own];
  }

  /** The library of the person's own, as bibliographies that count where nothing is named. */
  ownLibrary(): readonly DeclaredBibliography[] {
    return this.kept.ownLibrary.map(found);
  }

  private declaredFor(path: string, own: readonly Token[]): DeclaredBibliography[] {
    const scope: DeclaredBibliography[] = [];
    const declare = (declaredIn: string, token: Token) => scope.push(this.declared(declaredIn, token, path));
    for (const token of own) declare(path, token);
    for (const settings of settingsAbove(path, (file) => this.kept.files.has(file)))
      for (const token of this.kept.inherited.get(settings)?.content.bibliography ??
        this.kept.documents.get(settings)?.bibliography ??
        [])
        declare(settings, token);
    for (const token of this.kept.project.bibliography) declare(PROJECT_FILE, token);
    return scope;
  }

  /** What a file means by a bibliography that it names, for a document that reads it, be it another. */
  declared(declaredIn: string, token: Token, reader?: string): DeclaredBibliography {
    return declaredBibliography(declaredIn, token, this.kept.files, this.kept.outside, reader);
  }

  /** What a declared bibliography led to; 'loading' until it was tried. */
  stateOf(declared: DeclaredBibliography): ScopeState {
    if (declared.made && declared.paths.length === 0) return 'made';
    if (declared.paths.length === 0) return declared.glob ? 'missing' : 'outside';
    let state: ScopeState = 'missing';
    for (const path of declared.paths) {
      // Of a name the first file that exists counts: one nearer that nobody has tried yet may be it.
      if (this.kept.bibliographies.has(path)) return state === 'loading' && !declared.glob ? state : 'read';
      const why = this.kept.unreadable.get(path);
      if (why === undefined) state = 'loading';
      else if (state !== 'loading' && why !== 'missing') state = why;
    }
    return state === 'missing' && this.isMade(declared) ? 'made' : state;
  }

  /** Whether code in some document may write a bibliography, or its name says that a program does. */
  private isMade({ token }: DeclaredBibliography): boolean {
    const name = nameOf(token.text);
    return PACKAGES.test(name) || this.kept.index.isDefined(names.built(name));
  }
}

/** What `knitr::write_bib` and its like are mostly told to write. */
const PACKAGES = /^(?:r-?)?(?:packages|pkgs|grateful-refs)\.bib$/i;

/** Those that name a bibliography in another place each; where some are merely found and others are named, the named ones. */
function distinct(scope: readonly DeclaredBibliography[]): readonly DeclaredBibliography[] {
  const named = scope.filter(({ found: merely }) => !merely);
  const seen = new Map<string, DeclaredBibliography>();
  for (const one of named.length > 0 ? named : scope)
    seen.set(`${one.declaredIn}\n${one.token.range.from}\n${one.token.text}`, one);
  return [...seen.values()];
}
