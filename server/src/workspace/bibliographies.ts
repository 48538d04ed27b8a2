import type { BibliographyEntry, BibliographyFile } from '../bibliography/model.ts';
import { rewrittenBy } from '../bibliography/rewritten.ts';
import { KnownEntries } from '../found/resolve.ts';
import { nearestName } from '../text/nearest-name.ts';
import { isNearKey } from '../text/near-keys.ts';
import { SortedNames } from '../text/sorted-names.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { DeclaredBibliography } from './bibliography-scope.ts';
import { EntryAt } from './entry-at.ts';
import { isFoundScope } from './found-bibliographies.ts';
import { bisect } from '../text/bisect.ts';

export interface LoadedBibliography {
  readonly path: string;
  readonly lines: LineIndex;
  readonly content: BibliographyFile;
  /** The program that regenerates the file; null where none is known. */
  readonly rewrittenBy: string | null;
  readonly byKey: ReadonlyMap<string, readonly EntryAt[]>;
  /** Sorted on the first query for a near key. */
  keys: SortedNames | null;
}

const NOTHING: readonly EntryAt[] = [];

/**
 * Where a document's entries come from: its own front matter, that of other documents, and the files in its
 * scope.
 */
export interface Shelf {
  readonly path: string;
  readonly scope: readonly DeclaredBibliography[];
  /** The documents whose front matter counts as well: those that include the document. */
  readonly others: readonly string[];
}

/** The bibliographies that were read, and the entries in the front matter of documents. */
export class Bibliographies {
  private readonly loaded = new Map<string, LoadedBibliography>();
  private readonly own = new Map<string, readonly BibliographyEntry[]>();
  /** Entries prepared for matching names and years, by the list of files that hold them. */
  private readonly known = new Map<string, KnownEntries>();
  /** The loaded files of a scope, cached since every citation asks for them. */
  private filesOf = new WeakMap<Shelf['scope'], readonly LoadedBibliography[]>();
  private lastShelf: {
    readonly scope: Shelf['scope'];
    readonly files: readonly LoadedBibliography[];
  } | null = null;

  /** How many files are loaded. */
  get size(): number {
    return this.loaded.size;
  }

  has(path: string): boolean {
    return this.loaded.has(path);
  }

  get(path: string): LoadedBibliography | undefined {
    return this.loaded.get(path);
  }

  paths(): IterableIterator<string> {
    return this.loaded.keys();
  }

  /** The entry at an offset of a file; null where there is none. */
  entryAt(path: string, offset: number): BibliographyEntry | null {
    const entries = this.loaded.get(path)?.content.entries ?? [];
    const entry = entries[bisect(entries.length, (i) => entries[i]!.range.from > offset) - 1];
    return entry && offset <= entry.range.to ? entry : null;
  }

  /** Whether a file has any problem to report: from its reader, or duplicate keys. */
  hasFaults(path: string): boolean {
    const file = this.loaded.get(path);
    return (
      file !== undefined &&
      (file.content.problems.length > 0 ||
        (file.content.refusals?.length ?? 0) > 0 ||
        file.byKey.size < file.content.entries.length)
    );
  }

  /**
   * Sets the content of a file. Returns its keys, each with all its entries say, since findings may depend on
   * any of it.
   */
  set(path: string, text: DocumentText, content: BibliographyFile): Map<string, string> {
    const byKey = new Map<string, EntryAt[]>();
    const words = new Map<string, string>();
    for (const entry of content.entries) {
      const key = entry.key.text;
      const same = byKey.get(key);
      if (same) same.push(new EntryAt(path, entry));
      else byKey.set(key, [new EntryAt(path, entry)]);
      words.set(key, (words.get(key) ?? '') + text.slice(entry.range) + (entry.borrowed?.() ?? ''));
    }
    // Pandoc uses the last entry of a key, so that comes first here.
    for (const same of byKey.values()) if (same.length > 1) same.reverse();
    const program = rewrittenBy(text.text);
    this.loaded.set(path, { path, lines: text.lines, content, rewrittenBy: program, byKey, keys: null });
    this.forget();
    return words;
  }

  delete(path: string): void {
    if (this.loaded.delete(path)) this.forget();
  }

  private forget(): void {
    this.known.clear();
    this.filesOf = new WeakMap();
    this.lastShelf = null;
  }

  /** Sets the entries in the front matter of a document. Returns whether they may have changed. */
  setOwn(path: string, entries: readonly BibliographyEntry[]): boolean {
    if (entries === this.own.get(path) || (entries.length === 0 && !this.own.has(path))) return false;
    this.known.clear();
    if (entries.length) this.own.set(path, entries);
    else this.own.delete(path);
    return true;
  }

  /**
   * Every entry that `key` may mean. The one that Pandoc uses comes first: of several named bibliographies,
   * the last.
   */
  entries(shelf: Shelf, key: string): readonly EntryAt[] {
    const files = this.on(shelf);
    // Fast path: most documents have one bibliography, and every citation asks.
    if (this.own.size === 0 && files.length === 1) return files[0]!.byKey.get(key) ?? NOTHING;
    const found: EntryAt[] = [];
    for (const at of this.inFrontMatter(shelf)) if (at.entry.key.text === key) found.push(at);
    // This order holds for named files. Those that were merely found count by their distance from the
    // document.
    for (const { byKey } of isFoundScope(shelf.scope) ? files : files.toReversed())
      found.push(...(byKey.get(key) ?? NOTHING));
    return found;
  }

  private *inFrontMatter({ path, others }: Shelf): Generator<EntryAt> {
    if (this.own.size === 0) return;
    for (const holder of [path, ...others])
      for (const entry of this.own.get(holder) ?? []) yield new EntryAt(holder, entry);
  }

  /** The entries of one file under a key. */
  inFile(path: string, key: string): readonly EntryAt[] {
    return this.loaded.get(path)?.byKey.get(key) ?? NOTHING;
  }

  /** Whether every loaded file is on a shelf, and no document has entries of its own. */
  areAllOn(shelf: Shelf): boolean {
    return this.own.size === 0 && this.on(shelf).length === this.loaded.size;
  }

  /** Whether the entries on a shelf come from more than one file: only then can two have one key and be told apart. */
  areOfSeveralFiles(shelf: Shelf): boolean {
    const holders =
      this.own.size === 0 ? [] : [shelf.path, ...shelf.others].filter((holder) => this.own.has(holder));
    return holders.length + this.on(shelf).length > 1;
  }

  /**
   * The key nearest in spelling, or the only one of which `key` is a prefix or which is a prefix of it; else
   * null.
   */
  nearestKey(shelf: Shelf, key: string): string | null {
    const own = [...this.inFrontMatter(shelf)].map(({ entry }) => entry.key.text);
    const keys = this.on(shelf).map((file) => (file.keys ??= SortedNames.of(file.byKey.keys())));
    const near = nearestName(key, [
      ...own.filter((name) => isNearKey(key, name)),
      ...keys.flatMap((each) => each.nearest(key, undefined, isNearKey)?.name ?? []),
    ]);
    if (near !== null) return near;
    const longer = new Set([SortedNames.of(own), ...keys].flatMap((each) => each.lengthened(key)));
    const [only] = longer;
    return longer.size === 1 ? only! : null;
  }

  *all(shelf: Shelf): Generator<EntryAt> {
    yield* this.inFrontMatter(shelf);
    for (const { path, content } of this.on(shelf))
      for (const entry of content.entries) yield new EntryAt(path, entry);
  }

  /** Like `all`, as lists whose identity changes only with their content. */
  *lists(shelf: Shelf): Generator<readonly BibliographyEntry[]> {
    for (const holder of [shelf.path, ...shelf.others]) {
      const own = this.own.get(holder);
      if (own) yield own;
    }
    for (const { content } of this.on(shelf)) yield content.entries;
  }

  /** The entries of a shelf, prepared for matching names, years and titles. */
  ready(shelf: Shelf): KnownEntries {
    const files = this.on(shelf)
      .map(({ path }) => path)
      .join('\n');
    const holders = [shelf.path, ...shelf.others].filter((path) => this.own.has(path));
    const slot = `${holders.join('\t')}\n${files}`;
    let known = this.known.get(slot);
    if (!known) {
      known = new KnownEntries(
        [...this.all(shelf)].map(({ entry }) => ({ key: entry.key.text, ...entry.sketch() })),
      );
      this.known.set(slot, known);
    }
    return known;
  }

  /**
   * The loaded files of a shelf, each once. A plain name means the first file that exists, a glob all that
   * match.
   */
  private on({ scope }: Shelf): readonly LoadedBibliography[] {
    if (this.lastShelf?.scope !== scope) this.lastShelf = { scope, files: this.filesIn(scope) };
    return this.lastShelf.files;
  }

  private filesIn(scope: Shelf['scope']): readonly LoadedBibliography[] {
    const known = this.filesOf.get(scope);
    if (known) return known;
    const files = new Set<LoadedBibliography>();
    for (const declared of scope)
      for (const candidate of declared.paths) {
        const bibliography = this.loaded.get(candidate);
        if (!bibliography) continue;
        files.add(bibliography);
        if (!declared.glob) break;
      }
    const found = [...files];
    this.filesOf.set(scope, found);
    return found;
  }
}
