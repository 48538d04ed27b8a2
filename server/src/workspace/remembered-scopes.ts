import { isChapterHead, type DeclaredBibliography } from './bibliography-scope.ts';
import { folderOf } from './paths.ts';

type Scope = readonly DeclaredBibliography[];

/** Cached scopes: of documents, and of folders for documents that name no bibliography themselves. */
export class RememberedScopes {
  private readonly byPlace = new Map<string, Scope>();
  /** The last answer, since every citation of a document asks. */
  private last: { readonly path: string; readonly scope: Scope } | null = null;

  /** The scope of the last query, if it was about this document. */
  again(path: string): Scope | undefined {
    return this.last?.path === path ? this.last.scope : undefined;
  }

  /**
   * The scope of a document, derived where it is not cached. `namesOwn`: whether it names any bibliography.
   */
  of(path: string, namesOwn: boolean, workOut: () => Scope): Scope {
    const place = namesOwn || isChapterHead(path) ? path : `${folderOf(path)}/`;
    let scope = this.byPlace.get(place);
    if (!scope) this.byPlace.set(place, (scope = workOut()));
    this.last = { path, scope };
    return scope;
  }

  /** Drops the scope of a document whose bibliographies changed. */
  delete(path: string): void {
    this.byPlace.delete(path);
    this.last = null;
  }

  clear(): void {
    this.byPlace.clear();
    this.last = null;
  }
}
