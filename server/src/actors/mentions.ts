import { AhoCorasick } from '@monyone/aho-corasick';
import type { TextRange } from '../text/range.ts';
import { isCommonWord, isNameHere } from './common-words.ts';
import { agreement, coarse } from './name-agreement.ts';
import { isInAddress, isInCapitals, isInLinkLabel } from './surroundings.ts';
import { BREAK, endOfWord, isWordAt, MARK, readWords, WORD } from './words.ts';
import type { WordSequence } from './words.ts';

/** A name of an actor in prose. */
export interface Mention {
  /** The name without an inflection after it (`’s`). */
  readonly range: TextRange;
  /** The actors of that name, in the order given; several if the name is ambiguous. */
  readonly ids: readonly string[];
  /** The words as written. */
  readonly matched: string;
}

export interface MentionOptions {
  /** Search only this range; matches that extend beyond it are dropped. */
  readonly range?: TextRange;
  /** Ranges without prose: code, URLs, link targets, attributes. Sorted by start. */
  readonly opaque?: readonly TextRange[];
  /** Ranges of citations, where a surname is a scholar's and not an actor's. Sorted by start. */
  readonly citedRanges?: readonly TextRange[];
}

export interface MentionFinder {
  /** The mentions in `text`, in order and disjoint; offsets are UTF-16 units of `text`. */
  find(text: string, options?: MentionOptions): Mention[];
}

/** A name as written, and its actors. */
interface Name {
  readonly written: string;
  readonly ids: string[];
  /** Tokenised on the first match: most names of a large register are never matched. */
  words?: WordSequence;
  /** Whether it is a common word too, so that its context has to show that it is a name. */
  isCommon?: boolean;
}

/** The number of codes: each word of a name is one UTF-16 unit of the coded text; 0 for words of no name. */
const CODES = 0xffff;
const NOT_A_WORD = '\0';
const MOST_UNITS = 20_000;

/**
 * Creates a finder for the names and aliases of `actors`, once per register. Construction is linear in the
 * number of names, a search linear in the length of the text.
 *
 * The automaton (Aho and Corasick, "Efficient string matching: an aid to bibliographic search", 1975) runs
 * over *words* instead of characters: each word of a name is one unit of the coded text. That makes it a
 * tenth of the size, and matches end at word boundaries. White space, line ends and hyphenation are resolved
 * before it runs. A code stands for all forms of a word that may agree; matches are then compared with the
 * name as written.
 */
export function createMentionFinder(
  actors: readonly { readonly id: string; readonly names: readonly string[] }[],
): MentionFinder {
  return new NameAutomaton(actors);
}

class NameAutomaton implements MentionFinder {
  private readonly codes = new Map<string, number>();
  /** Coded name → the names with that code. */
  private readonly names = new Map<string, Name[]>();
  private readonly automaton: AhoCorasick;
  /** A cache from words in texts to their units; cleared when it is full. */
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
        // Past 65,535 words some share a code, which costs comparisons but is still correct.
        code = (this.codes.size % CODES) + 1;
        this.codes.set(form, code);
      }
      coded += String.fromCharCode(code);
    }
    const namesakes = this.names.get(coded);
    const same = namesakes?.find((name) => agreement(wordsOf(name), words, 0)?.exact);
    if (same) {
      // Names come grouped by actor.
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

  /** The unit for a word as written, cached since words recur. */
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
    const isInCapitalLine = () => isInCapitals(text, words.starts[from]!);
    for (const name of this.names.get(coded) ?? []) {
      const agrees = agreement(wordsOf(name), words, from, isInCapitalLine);
      if (!agrees || !standsAlone(text, words, from, to)) continue;
      if ((name.isCommon ??= isCommonWord(name.written)) && !isNameHere(text, words, from)) continue;
      const range = { from: words.starts[from]!, to: words.ends[to - 1]! - agrees.inflected };
      if (!best || (agrees.exact && !best.exact))
        best = { range, from, to, ids: name.ids, exact: agrees.exact };
      else if (agrees.exact === best.exact)
        best = { range, from, to, ids: [...new Set([...best.ids, ...name.ids])], exact: best.exact };
    }
    if (best && !isUnseen(text, best.range)) matches.push(best);
  }
}

/** Whether a name is a part of an address or of the label of a link. */
function isUnseen(text: string, { from, to }: TextRange): boolean {
  return isInAddress(text, from, to) || isInLinkLabel(text, from, to);
}

interface WordMatch {
  readonly range: TextRange;
  /** Indexes of words. */
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
  readonly exact: boolean;
}

function wordsOf(name: Name): WordSequence {
  return (name.words ??= readWords(name.written));
}

/** Elided words before a name in French and Italian: `l’`, `d’`, `dell’`. */
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
 * Whether the name is a word of its own. False if an apostrophe and more than `s` follow (`Don` in `Don’t`), or if
 * letters and an apostrophe (`Brien` in `O’Brien`) or an `@` (a citekey) precede it.
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

/** The longest disjoint matches; of overlapping ones of equal length the first. In the order of the text. */
function longestFirst(matches: readonly WordMatch[], length: number): WordMatch[] {
  const byLength = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(length);
  const kept = byLength.filter(({ from, to }) => {
    // Longer ones were taken first, so an overlap covers one of the ends.
    if (taken[from] || taken[to - 1]) return false;
    taken.fill(1, from, to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}

/** The range extended to whole words at both ends. */
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
