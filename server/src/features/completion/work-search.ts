import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';

/** The ways a query matches, best first: the key begins with it, the key contains it, or any field does. */
export const ranks = ['begins', 'key', 'anywhere'] as const;
export type Rank = (typeof ranks)[number];

/** Lines joined to one string, each after a `\n`, with the offset of each; the last offset is the length of the string. */
interface Lines {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** By entry list; a changed file has another list. */
const MADE = new WeakMap<readonly BibliographyEntry[], WorkSearch>();

/**
 * A search index of the entries of one file. Everything searchable is in two long strings: `indexOf` on these is much
 * faster than testing 30,000 entries one by one at each keystroke, and takes less memory.
 */
export class WorkSearch {
  private readonly keys: string[] = [];
  private readonly words: string[] = [];
  private made: { readonly keys: Lines; readonly words: Lines } | null = null;

  private constructor(readonly entries: readonly BibliographyEntry[]) {}

  /** The index of a list of entries, cached while the list is alive. */
  static of(entries: readonly BibliographyEntry[]): WorkSearch {
    let search = MADE.get(entries);
    if (!search) MADE.set(entries, (search = new WorkSearch(entries)));
    return search;
  }

  /** Builds the index, one step for each entry; no steps if it is built. */
  *prepare(): Generator<void> {
    // A search between two steps builds the rest.
    while (!this.made && this.keys.length < this.entries.length) {
      const entry = this.entries[this.keys.length]!;
      const { names, year, title } = entry.sketch();
      const key = entry.key.text;
      this.keys.push(line(key));
      this.words.push(line(`${key} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`));
      yield;
    }
    if (this.made) return;
    this.made = { keys: linesOf(this.keys), words: linesOf(this.words) };
    this.keys.length = this.words.length = 0;
  }

  /** The entries that match `typed`, which must be folded, in one way; in file order. */
  *found(typed: string, rank: Rank): Generator<BibliographyEntry> {
    for (const step of this.prepare()) void step;
    const lines = this.made![rank === 'anywhere' ? 'words' : 'keys'];
    for (const index of holding(lines, rank === 'begins' ? `\n${typed}` : typed, typed))
      yield this.entries[index]!;
  }

  /**
   * The entries in which each of some words occurs anywhere, all entries for no words; in file order. The words must be
   * folded. Between entries there are nulls, at which the caller may pause.
   */
  *withAll(words: readonly string[]): Generator<BibliographyEntry | null> {
    for (const step of this.prepare()) yield step ?? null;
    const lines = this.made!.words;
    // Probably the rarest.
    const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '');
    const others = words.filter((word) => word !== longest);
    for (const index of holding(lines, longest, longest)) {
      const own = others.length > 0 ? lines.text.slice(lines.starts[index], lines.starts[index + 1]) : '';
      yield others.every((word) => own.includes(word)) ? this.entries[index]! : null;
    }
  }
}

/** The numbers of the lines that hold `wanted`, in order; none if `typed` breaks the line. */
function* holding({ text, starts }: Lines, wanted: string, typed: string): Generator<number> {
  if (typed.includes('\n')) return;
  let index = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[index])) {
    while (starts[index + 1]! <= at) index++;
    // An empty query also matches after the last line.
    if (index >= starts.length - 1) return;
    yield index;
    index++;
  }
}

function line(words: string): string {
  return `\n${folded(words).replaceAll('\n', ' ')}`;
}

function linesOf(lines: readonly string[]): Lines {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((each, index) => (starts[index + 1] = starts[index]! + each.length));
  return { text: lines.join(''), starts };
}
