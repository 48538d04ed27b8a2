/** Citations and quotations without citekeys, resolved by the bibliographies of their document. */
import { KnownEntries } from '../found/resolve.ts';
import type { DeclaredBibliography, ScopeState } from './bibliography-scope.ts';
import { isFoundScope } from './found-bibliographies.ts';
import type { LibraryState } from './library-state.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import type { DatedCitation } from './found-summary.ts';

/** What this needs of a library. */
interface Shelves {
  knownEntries(path: string): KnownEntries;
  scopeOf(path: string): readonly DeclaredBibliography[];
  stateOf(declared: DeclaredBibliography): ScopeState;
}

const NO_ENTRIES = new KnownEntries([]);

/** Resolves them, with caches. */
export class InPrint {
  constructor(
    private readonly kept: LibraryState,
    private readonly shelves: Shelves,
  ) {}

  /**
   * The quotations of the document `path`, in the order of its summary. Those that names and years attribute
   * to works of its bibliographies appear as if cited by key.
   */
  quotationsOf(path: string): readonly QuotedPassage[] {
    const quotations = this.kept.documents.get(path)?.quotations ?? [];
    if (!quotations.some(({ printed }) => printed)) return quotations;
    const known = this.shelves.scopeOf(path).length === 0 ? NO_ENTRIES : this.shelves.knownEntries(path);
    return quotations.map((quotation) => this.kept.printed.attributed(quotation, known));
  }

  /** The keys of the works in the bibliographies of `path` that names and a year may cite. */
  worksMatched(path: string, cited: Omit<DatedCitation, 'locator'>): readonly string[] {
    if (this.shelves.scopeOf(path).length === 0) return [];
    const families = cited.names.map((name) => name.family);
    return this.shelves.knownEntries(path).cited(families, cited.etAl, cited.year, cited.yearSuffix).keys;
  }

  /** Whether everything in the scope of `path` was read, and there is something in it. */
  hasReadAll(path: string): boolean {
    const scope = this.shelves.scopeOf(path);
    const isFound = isFoundScope(scope);
    return (
      scope.length > 0 &&
      scope
        .map((each) => this.shelves.stateOf(each))
        .every((state) => (isFound ? state !== 'loading' : state === 'read'))
    );
  }
}
