/**
 * Texts of several files: documents that include others (`{{< include >}}`, `child=`), and books whose
 * chapters become one document. Only this file knows which documents make one text. What each part says stays
 * with the part.
 */
import type { Token } from '../facts/model.ts';
import { folderOf, resolvePath } from './paths.ts';
import { bookOf, type Book, type ProjectSettings } from './project-settings.ts';
import type { DocumentSummary } from './summary.ts';

/** A text that Pandoc gets in one piece. */
export interface CombinedText {
  /** The document that no other includes, or the settings file of the book. */
  readonly root: string;
  /** The documents in it, in the order of their first occurrence, with the root if it is a document. */
  readonly members: readonly string[];
  /** Whether all inclusions were read, so that what no member has is missing from the text. */
  readonly isWhole: boolean;
}

/** What `CombinedTexts` needs to know of a workspace. */
export interface TextSources {
  readonly documents: ReadonlyMap<string, DocumentSummary>;
  readonly files: ReadonlySet<string>;
  readonly inherited: ReadonlyMap<string, { readonly content: ProjectSettings }>;
}

/** A limit for members over all texts; past it texts do not count as whole. */
const MOST_MEMBERS = 100_000;

/** The graph of inclusions. */
interface Links {
  /**
   * The documents that each document includes, in the order of its text; null for one that does not exist.
   */
  readonly taken: ReadonlyMap<string, readonly (string | null)[]>;
  readonly direct: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cache: the documents that include a document, directly or not. */
  readonly includers: Map<string, readonly string[]>;
}

interface Tables {
  readonly texts: ReadonlyMap<string, readonly CombinedText[]>;
  /** Books by the path of their settings file. */
  readonly books: ReadonlyMap<string, Book>;
}

const NO_TEXTS: readonly CombinedText[] = [];
const NOBODY: readonly string[] = [];

/** Which documents make one text. Derived on demand, and cached until `forget`. */
export class CombinedTexts {
  private links: Links | null = null;
  private tables: Tables | null = null;
  private hasBooks: boolean | null = null;
  /** The inclusions of documents that have any. */
  private readonly inclusions = new Map<string, readonly Token[]>();

  constructor(private readonly sources: TextSources) {}

  /** Sets a document's inclusions. Returns whether they changed. */
  setInclusions(path: string, inclusions: readonly Token[]): boolean {
    const before = this.inclusions.get(path) ?? [];
    if (inclusions.length > 0) this.inclusions.set(path, inclusions);
    else this.inclusions.delete(path);
    const same =
      before.length === inclusions.length && before.every(({ text }, i) => text === inclusions[i]!.text);
    if (!same) this.forgetFiles();
    return !same;
  }

  /** Drops the cache after files were created or deleted, which may change what paths mean. */
  forgetFiles(): void {
    this.links = null;
    this.forget();
  }

  /** Drops the cache after documents or books changed. */
  forget(): void {
    this.tables = null;
    this.hasBooks = null;
  }

  /** Whether no text has several documents. */
  get areNone(): boolean {
    if (this.inclusions.size > 0) return false;
    this.hasBooks ??= [...this.sources.inherited.values()].some(({ content }) => content.book !== null);
    return !this.hasBooks;
  }

  /** The texts in which a document is combined with others; none where it stands alone. */
  of(path: string): readonly CombinedText[] {
    return this.areNone ? NO_TEXTS : (this.known().texts.get(path) ?? NO_TEXTS);
  }

  /** All documents in one text with this one, itself included. */
  joinedWith(path: string): ReadonlySet<string> {
    return new Set(this.of(path).flatMap(({ members }) => members));
  }

  /** The documents that include this one, directly or not, nearest first. */
  includersOf(path: string): readonly string[] {
    if (this.inclusions.size === 0) return NOBODY;
    const { includers, direct } = this.linked();
    let found = includers.get(path);
    if (!found) includers.set(path, (found = reachable(path, direct)));
    return found;
  }

  /**
   * The position of a place within a combined text, as a list of numbers to be compared lexicographically.
   * Null where the document is no part of it.
   */
  placeIn({ root, members }: CombinedText, path: string, offset: number): readonly number[] | null {
    const { taken } = this.linked();
    const { books } = this.known();
    const way: number[] = [offset];
    let at = path;
    const seen = new Set<string>();
    while (at !== root) {
      const includer = seen.has(at) ? undefined : members.find((one) => taken.get(one)?.includes(at));
      seen.add(at);
      if (includer === undefined) {
        // A chapter of a book.
        const chapter = books.get(root)?.chapters.indexOf(at) ?? -1;
        return chapter < 0 ? null : [chapter, ...way];
      }
      const place = taken.get(includer)!.indexOf(at);
      way.unshift(this.inclusions.get(includer)?.[place]?.range.from ?? 0);
      at = includer;
    }
    return way;
  }

  private known(): Tables {
    if (this.tables) return this.tables;
    const books = new Map<string, Book>();
    for (const [path, { content }] of this.sources.inherited) {
      const book = bookOf(path, content, this.sources.files);
      if (book) books.set(path, book);
    }
    return (this.tables = { books, texts: this.textsOf(this.linked(), books) });
  }

  private linked(): Links {
    if (this.links) return this.links;
    const direct = new Map<string, Set<string>>();
    const taken = new Map<string, readonly (string | null)[]>();
    // Sorted, so that the result does not depend on the order of reading.
    const inclusions = [...this.inclusions].sort(([a], [b]) => (a < b ? -1 : 1));
    // A name in a part may be relative to the document that includes the part, so the second round can
    // resolve more.
    for (let round = 0; round < 2; round++) {
      for (const [path, tokens] of inclusions)
        taken.set(
          path,
          tokens.map(({ text }) => this.resolved(path, text, direct)),
        );
      for (const [path, targets] of taken)
        for (const target of targets)
          if (target !== null && target !== path) {
            const there = direct.get(target);
            if (there) there.add(path);
            else direct.set(target, new Set([path]));
          }
    }
    return (this.links = { taken, direct, includers: new Map() });
  }

  /**
   * The document that a path means: relative to the file that names it, then to those that include that file,
   * then to the root.
   */
  private resolved(
    path: string,
    written: string,
    direct: ReadonlyMap<string, ReadonlySet<string>>,
  ): string | null {
    const { files, documents } = this.sources;
    const fromRoot = written.startsWith('/');
    const folders = fromRoot ? [] : [path, ...reachable(path, direct)].map(folderOf);
    for (const folder of [...folders, '']) {
      const candidate = resolvePath(folder, fromRoot ? written.slice(1) : written);
      if (candidate !== null && (documents.has(candidate) || files.has(candidate))) return candidate;
    }
    return null;
  }

  private textsOf(
    { taken, direct }: Links,
    books: ReadonlyMap<string, Book>,
  ): Map<string, readonly CombinedText[]> {
    const { documents } = this.sources;
    let left = MOST_MEMBERS;
    const gather = (roots: readonly string[]): { members: string[]; isWhole: boolean } => {
      const members = new Set<string>();
      let isWhole = true;
      const waiting = [...roots].reverse();
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (members.has(next)) continue;
        if (!documents.has(next) || left <= 0) {
          isWhole = false;
          continue;
        }
        left--;
        members.add(next);
        for (const target of [...(taken.get(next) ?? [])].reverse())
          if (target === null) isWhole = false;
          else waiting.push(target);
      }
      return { members: [...members], isWhole };
    };
    const found = new Map<string, CombinedText[]>();
    const add = (text: CombinedText): void => {
      for (const member of text.members) {
        const there = found.get(member);
        if (there) there.push(text);
        else found.set(member, [text]);
      }
    };
    const chapters = new Set<string>();
    for (const [root, book] of books) {
      if (!book.isOneText) continue;
      add({ root, ...gather(book.chapters) });
      if (!book.hasPages) for (const chapter of book.chapters) chapters.add(chapter);
      else
        for (const chapter of book.chapters)
          if (!taken.has(chapter) && documents.has(chapter))
            add({ root: chapter, members: [chapter], isWhole: true });
    }
    const isRoot = (path: string) => !direct.has(path);
    for (const path of taken.keys())
      if (isRoot(path) && !chapters.has(path) && documents.has(path)) add({ root: path, ...gather([path]) });
    // Cycles of documents that include each other and are included nowhere else.
    for (const path of taken.keys())
      if (!found.has(path) && documents.has(path)) add({ root: path, ...gather([path]) });
    return found;
  }
}

/** Whatever can be reached from a path, nearest first, without the path itself. */
function reachable(path: string, next: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  if (!next.has(path)) return NOBODY;
  const seen = new Set([path]);
  for (const one of seen) for (const other of next.get(one) ?? []) seen.add(other);
  seen.delete(path);
  return [...seen];
}
