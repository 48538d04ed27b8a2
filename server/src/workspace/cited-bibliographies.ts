import type { Token } from '../facts/model.ts';
import { declaredBibliography, settingsAbove, type DeclaredBibliography } from './bibliography-scope.ts';
import { found, FoundBibliographies } from './found-bibliographies.ts';
import type { LibraryState } from './library-state.ts';
import { PROJECT_FILE } from './project-file.ts';
import { isRegisterOf } from './registers.ts';
import type { Unreadable } from './unreadable.ts';

/** From which bibliographies documents cite: those that are named, or else what lies beside them. */
export class CitedBibliographies {
  constructor(private readonly kept: LibraryState) {}

  /** The bibliographies that `path` cites from: its own, those it inherits, the project's. */
  scopeOf(path: string): readonly DeclaredBibliography[] {
    const again = this.kept.scopes.again(path);
    if (again) return again;
    const summary = this.kept.documents.get(path);
    const own = summary?.bibliography ?? [];
    const hasOwn = own.length > 0 || (summary?.references.length ?? 0) > 0;
    return this.kept.scopes.of(path, hasOwn, () => {
      const declared = this.declaredFor(path, own);
      return declared.length > 0 || hasOwn ? declared : this.foundFor(path);
    });
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
    const declare = (declaredIn: string, token: Token) => scope.push(this.declared(declaredIn, token));
    for (const token of own) declare(path, token);
    for (const settings of settingsAbove(path, (file) => this.kept.files.has(file)))
      for (const token of this.kept.inherited.get(settings)?.content ??
        this.kept.documents.get(settings)?.bibliography ??
        [])
        declare(settings, token);
    for (const token of this.kept.project.bibliography) declare(PROJECT_FILE, token);
    return scope;
  }

  /** What a file means by a bibliography that it names. */
  declared(declaredIn: string, token: Token): DeclaredBibliography {
    return declaredBibliography(declaredIn, token, this.kept.files, this.kept.outside);
  }

  /** What a declared bibliography led to; 'loading' until it was tried. */
  stateOf(declared: DeclaredBibliography): 'read' | 'loading' | Unreadable {
    if (declared.paths.length === 0) return declared.glob ? 'missing' : 'outside';
    let state: 'read' | 'loading' | Unreadable = 'missing';
    for (const path of declared.paths) {
      // Of a name the first file that exists counts: one nearer that nobody has tried yet may be it.
      if (this.kept.bibliographies.has(path)) return state === 'loading' && !declared.glob ? state : 'read';
      const why = this.kept.unreadable.get(path);
      if (why === undefined) state = 'loading';
      else if (state !== 'loading' && why !== 'missing') state = why;
    }
    return state;
  }
}
