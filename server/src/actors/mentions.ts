import { AhoCorasick } from '@monyone/aho-corasick';
import type { TextRange } from '../text/range.ts';
import { agreement, coarse } from './name-agreement.ts';
import { BREAK, endOfWord, isWordAt, MARK, readWords, WORD } from './words.ts';
import type { WordSequence } from './words.ts';

/** A name of an actor, found in prose. */
export interface Mention {
  /** The name alone, without an inflection (`’s`) that follows it. */
  readonly range: TextRange;
  /** The actors of that name, in the order they were given; several mean that the name is ambiguous. */
  readonly ids: readonly string[];
  /** The words as they stand in the text. */
  readonly matched: string;
}

export interface MentionOptions {
  /** Look here only; words that reach over its ends are not in it. */
  readonly range?: TextRange;
  /** Where there is no prose: code, URLs, link targets, attributes. Sorted by their start. */
  readonly opaque?: readonly TextRange[];
  /** Where works are cited: a scholar's surname there is not the actor of that name. Sorted by their start. */
  readonly citedRanges?: readonly TextRange[];
}

export interface MentionFinder {
  /** The mentions in `text` in their order, none overlapping another; offsets are UTF-16 units of `text`. */
  find(text: string, options?: MentionOptions): Mention[];
}

/** A name as written, and whose it is. */
interface Name {
  readonly written: string;
  readonly ids: string[];
  /** Read when the name is first met with: most names of a large register never are. */
  words?: WordSequence;
}

/** One unit of a coded text stands for one word; what no name holds is 0. */
const CODES = 0xffff;
const NOT_A_WORD = '\0';
const MOST_UNITS = 20_000;

/**
 * Makes a finder of `actors` by their names and aliases. It is made once for a register and used for every
 * text; making it takes time in the number of names, finding in the length of the text alone.
 *
 * The automaton (Aho and Corasick, "Efficient string matching: an aid to bibliographic search", 1975) runs over
 * *words*, not letters: each word that some name holds is one unit of the coded text. So it is a tenth the size,
 * a name ends where a word ends without further ado, and white space, line ends and hyphenation are settled
 * before it runs. A code stands for a word in all the forms that may agree with it; what matches is then
 * compared with the name as written.
 */
export function createMentionFinder(
  actors: readonly { readonly id: string; readonly names: readonly string[] }[],
): MentionFinder {
  return new NameAutomaton(actors);
}

class NameAutomaton implements MentionFinder {
  private readonly codes = new Map<string, number>();
  /** Coded name → the names so coded. */
  private readonly names = new Map<string, Name[]>();
  private readonly automaton: AhoCorasick;
  /** Words met with in texts → their units; emptied when there are too many. */
  private readonly units = new Map<string, string>();

  constructor(actors: readonly { readonly id: string; readonly names: readonly string[] }[]) {
    for (const { id, names } of actors) for (const name of names) this.add(id, name);
    this.automaton = new AhoCorasick([...this.names.keys()]);
  }

  find(text: string, options: MentionOptions = {}): Mention[] {
    if (this.names.size === 0) return [];
    const within = options.range ?? { from: 0, to: text.length };
    const words = readWords(text, {
      range: wholeWords(text, within),
      opaque: union(options.opaque, options.citedRanges),
      joins: (word) => this.codes.has(coarse(word)),
    });
    const matches: WordMatch[] = [];
    for (const hit of this.automaton.matchInText(this.coded(words)))
      this.verify(text, words, hit.begin, hit.end, hit.keyword, matches);
    return longestFirst(matches, words.length)
      .filter(({ range }) => within.from <= range.from && range.to <= within.to)
      .map(({ range, ids }) => ({ range, ids, matched: text.slice(range.from, range.to) }));
  }

  private add(id: string, written: string): void {
    const words = readWords(written.trim());
    if (!words.kinds.some((kind) => kind !== MARK && kind !== BREAK)) return;
    let coded = '';
    for (const word of words.texts) {
      const form = coarse(word);
      let code = this.codes.get(form);
      if (code === undefined) {
        // Past 65,535 words two share a code, which costs a comparison and no correctness.
        code = (this.codes.size % CODES) + 1;
        this.codes.set(form, code);
      }
      coded += String.fromCharCode(code);
    }
    const namesakes = this.names.get(coded);
    const same = namesakes?.find((name) => agreement(wordsOf(name), words, 0)?.exact);
    if (same) {
      // Names come actor by actor.
      if (same.ids.at(-1) !== id) same.ids.push(id);
    } else if (namesakes) namesakes.push({ written: written.trim(), ids: [id] });
    else this.names.set(coded, [{ written: written.trim(), ids: [id] }]);
  }

  private coded(words: WordSequence): string {
    let coded = '';
    for (let i = 0; i < words.length; i++)
      coded += words.kinds[i] === BREAK ? NOT_A_WORD : this.unitOf(words.texts[i]!);
    return coded;
  }

  /** The unit of coded text for a word as it stands; the same words come again and again. */
  private unitOf(word: string): string {
    const known = this.units.get(word);
    if (known !== undefined) return known;
    const code = this.codes.get(coarse(word));
    const unit = code === undefined ? NOT_A_WORD : String.fromCharCode(code);
    if (this.units.size >= MOST_UNITS) this.units.clear();
    this.units.set(word, unit);
    return unit;
  }

  private verify(
    text: string,
    words: WordSequence,
    from: number,
    to: number,
    coded: string,
    matches: WordMatch[],
  ): void {
    let best = null as WordMatch | null;
    for (const name of this.names.get(coded) ?? []) {
      const agrees = agreement(wordsOf(name), words, from);
      if (!agrees || !standsAlone(text, words, from, to)) continue;
      const range = { from: words.starts[from]!, to: words.ends[to - 1]! - agrees.inflected };
      if (!best || (agrees.exact && !best.exact))
        best = { range, from, to, ids: name.ids, exact: agrees.exact };
      else if (agrees.exact === best.exact)
        best = { range, from, to, ids: [...new Set([...best.ids, ...name.ids])], exact: best.exact };
    }
    if (best) matches.push(best);
  }
}

interface WordMatch {
  readonly range: TextRange;
  /** In words. */
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
  readonly exact: boolean;
}

function wordsOf(name: Name): WordSequence {
  return (name.words ??= readWords(name.written));
}

/** What begins a word in French and Italian without being of it: `l’`, `d’`, `dell’`. */
const ELIDED = new Set([
  'l',
  'L',
  'd',
  'qu',
  'dell',
  'nell',
  'sull',
  'all',
  'dall',
  'un',
  'c',
  's',
  'n',
  'j',
]);

/**
 * Whether the words around do not make another word of the name: an apostrophe with more than an `s` after it
 * (`Don` in `Don’t`), letters and an apostrophe before it (`Brien` in `O’Brien`), an `@` (a citekey).
 */
function standsAlone(text: string, words: WordSequence, from: number, to: number): boolean {
  if (words.kinds[from] === WORD) {
    const before = words.starts[from]! - 1;
    if (before >= 0 && text[before] === '@') return false;
    if (isMark(words, from - 1, "'") && attached(words, from) && attached(words, from - 1))
      if (words.kinds[from - 2] === WORD && !ELIDED.has(words.texts[from - 2]!)) return false;
  }
  if (
    words.kinds[to - 1] === WORD &&
    isMark(words, to, "'") &&
    attached(words, to) &&
    attached(words, to + 1)
  )
    return words.kinds[to + 1] !== WORD || /^s$/i.test(words.texts[to + 1]!);
  return true;
}

function isMark(words: WordSequence, at: number, mark: string): boolean {
  return words.kinds[at] === MARK && words.texts[at] === mark;
}

function attached(words: WordSequence, at: number): boolean {
  return words.gaps[at] === 0;
}

/** The longest matches, none overlapping another; of two as long the first. In the order of the text. */
function longestFirst(matches: readonly WordMatch[], length: number): WordMatch[] {
  const byLength = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(length);
  const kept = byLength.filter(({ from, to }) => {
    // None that was taken before is shorter: were one inside this one, it would reach over an end of it.
    if (taken[from] || taken[to - 1]) return false;
    taken.fill(1, from, to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}

/** The range with the rest of the words that its ends cut through. */
function wholeWords(text: string, range: TextRange): TextRange {
  let { from } = range;
  const farthest = Math.max(0, from - 200);
  while (from > farthest && isWordAt(text, from - 1, text.length) && isWordAt(text, from, text.length))
    from--;
  const open = range.to > 0 && isWordAt(text, range.to - 1, text.length);
  return { from, to: open ? endOfWord(text, range.to, text.length) : range.to };
}

function union(a: readonly TextRange[] = [], b: readonly TextRange[] = []): readonly TextRange[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return [...a, ...b].sort((x, y) => x.from - y.from);
}
