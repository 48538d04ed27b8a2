import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';

/** How what is typed is found, what is most likely meant first: a key begins with it, or holds it, or anything of it does. */
export const ranks = ['begins', 'key', 'anywhere'] as const;
export type Rank = (typeof ranks)[number];

/** Lines in one text, each after a line end, and where each begins; a last place is that where the text ends. */
interface Lines {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** Made once for all entries of a file, which is another list when anything of it has changed. */
const MADE = new WeakMap<readonly BibliographyEntry[], WorkSearch>();

/**
 * The entries of one file, made ready to be searched at every keystroke. All that they are found by stands in two long
 * texts: the machine finds a word in these faster than anybody asks 30,000 entries one by one, and they take less room.
 */
export class WorkSearch {
  private readonly keys: string[] = [];
  private readonly words: string[] = [];
  private made: { readonly keys: Lines; readonly words: Lines } | null = null;

  private constructor(readonly entries: readonly BibliographyEntry[]) {}

  /** The search of a list of entries, which is kept as long as that list is. */
  static of(entries: readonly BibliographyEntry[]): WorkSearch {
    let search = MADE.get(entries);
    if (!search) MADE.set(entries, (search = new WorkSearch(entries)));
    return search;
  }

  /** Makes it ready, a step for each entry; nothing where it is ready. */
  *prepare(): Generator<void> {
    // Whoever searches meanwhile makes the rest.
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

  /** The entries that are found by `typed`, which is folded, in one way; in their order. */
  *found(typed: string, rank: Rank): Generator<BibliographyEntry> {
    for (const step of this.prepare()) void step;
    if (typed.includes('\n')) return;
    const { text, starts } = this.made![rank === 'anywhere' ? 'words' : 'keys'];
    const wanted = rank === 'begins' ? `\n${typed}` : typed;
    let index = 0;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[index])) {
      while (starts[index + 1]! <= at) index++;
      // An empty word is found behind the last line too.
      if (index >= this.entries.length) return;
      yield this.entries[index]!;
      index++;
    }
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
