import type { BibliographyEntry, BibliographyFile } from '../bibliography/model.ts';
import { rewrittenBy } from '../bibliography/rewritten.ts';
import { KnownEntries } from '../found/resolve.ts';
import { nearestName } from '../text/nearest-name.ts';
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
  /** The program that writes it anew; null where none says so. */
  readonly rewrittenBy: string | null;
  readonly byKey: ReadonlyMap<string, readonly EntryAt[]>;
  /** Put in order when somebody asks for a key that is near. */
  keys: SortedNames | null;
}

const NOTHING: readonly EntryAt[] = [];

/** Where a document finds its entries: in its own front matter, in that of others, and in the files in its scope. */
export interface Shelf {
  readonly path: string;
  readonly scope: readonly DeclaredBibliography[];
  /** The documents whose front matter counts as well: those by whom the document is taken in. */
  readonly others: readonly string[];
}

/** The bibliographies that were read, and the entries that documents bring in their front matter. */
export class Bibliographies {
  private readonly loaded = new Map<string, LoadedBibliography>();
  private readonly own = new Map<string, readonly BibliographyEntry[]>();
  /** Entries made ready for matching names and years, by the files that they lie in. */
  private readonly known = new Map<string, KnownEntries>();
  /** The files of a scope: a document asks for them with every citation. */
  private filesOf = new WeakMap<Shelf['scope'], readonly LoadedBibliography[]>();
  private lastShelf: {
    readonly scope: Shelf['scope'];
    readonly files: readonly LoadedBibliography[];
  } | null = null;

  /** How many files were read. */
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

  /** The entry that holds an offset of a file; null where none does. */
  entryAt(path: string, offset: number): BibliographyEntry | null {
    const entries = this.loaded.get(path)?.content.entries ?? [];
    const entry = entries[bisect(entries.length, (i) => entries[i]!.range.from > offset) - 1];
    return entry && offset <= entry.range.to ? entry : null;
  }

  /** Whether a file has faults to be told of: what its reader says, or keys that stand twice. */
  hasFaults(path: string): boolean {
    const file = this.loaded.get(path);
    return (
      file !== undefined &&
      (file.content.problems.length > 0 ||
        (file.content.refusals?.length ?? 0) > 0 ||
        file.byKey.size < file.content.entries.length)
    );
  }

  /** Takes over a file. Returns its keys, each with what its entries say: what rules say may depend on all. */
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
    // Pandoc prints the last of a key: that is the first here.
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

  /** Takes over the entries in the front matter of a document. Returns whether they may be others than before. */
  setOwn(path: string, entries: readonly BibliographyEntry[]): boolean {
    if (entries === this.own.get(path) || (entries.length === 0 && !this.own.has(path))) return false;
    this.known.clear();
    if (entries.length) this.own.set(path, entries);
    else this.own.delete(path);
    return true;
  }

  /** Every entry that `key` may mean, the one that Pandoc prints first: of named bibliographies that is in the last. */
  entries(shelf: Shelf, key: string): readonly EntryAt[] {
    const files = this.on(shelf);
    // Most documents lean on one bibliography, and ask it with every citation.
    if (this.own.size === 0 && files.length === 1) return files[0]!.byKey.get(key) ?? NOTHING;
    const found: EntryAt[] = [];
    for (const at of this.inFrontMatter(shelf)) if (at.entry.key.text === key) found.push(at);
    // So of named files: what merely lies about counts from near to far.
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

  /** Whether every file that was read is on a shelf, and no document has entries of its own. */
  areAllOn(shelf: Shelf): boolean {
    return this.own.size === 0 && this.on(shelf).length === this.loaded.size;
  }

  /** The key nearest to one that nothing here has, or the only one that goes on from it or that it goes on from; else null. */
  nearestKey(shelf: Shelf, key: string): string | null {
    const own = [...this.inFrontMatter(shelf)].map(({ entry }) => entry.key.text);
    const keys = this.on(shelf).map((file) => (file.keys ??= SortedNames.of(file.byKey.keys())));
    const near = nearestName(key, [...own, ...keys.flatMap((each) => each.nearest(key)?.name ?? [])]);
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

  /** The entries made ready for matching names, years and titles. */
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

  /** The files on a shelf that were read, each once: of a name the first that exists, of a glob all. */
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
