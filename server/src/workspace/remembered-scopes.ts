import { isChapterHead, type DeclaredBibliography } from './bibliography-scope.ts';
import { folderOf } from './paths.ts';

type Scope = readonly DeclaredBibliography[];

/** The scopes that were worked out, of documents and of folders whose documents name no bibliography themselves. */
export class RememberedScopes {
  private readonly byPlace = new Map<string, Scope>();
  /** That of the document that was last asked for: it is asked for with every citation. */
  private last: { readonly path: string; readonly scope: Scope } | null = null;

  /** The scope that was last asked for, if it was that of this document. */
  again(path: string): Scope | undefined {
    return this.last?.path === path ? this.last.scope : undefined;
  }

  /** The scope of a document, worked out where it is not known; `namesOwn` tells whether it names any bibliography. */
  of(path: string, namesOwn: boolean, workOut: () => Scope): Scope {
    const place = namesOwn || isChapterHead(path) ? path : `${folderOf(path)}/`;
    let scope = this.byPlace.get(place);
    if (!scope) this.byPlace.set(place, (scope = workOut()));
    this.last = { path, scope };
    return scope;
  }

  /** Forgets the scope of a document that names others now. */
  delete(path: string): void {
    this.byPlace.delete(path);
    this.last = null;
  }

  clear(): void {
    this.byPlace.clear();
    this.last = null;
  }
}
