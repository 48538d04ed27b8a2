/** Errors of OCR: which differences from a scanned source say nothing against a quotation. */
import { CONFUSIONS, LITTLE_WORDS, OLD_TYPE, SHAPES } from './confusions.ts';
import { denies } from './negation.ts';
import type { OldPrint } from './old-print.ts';
import type { Difference, DifferencePart } from './model.ts';

/** The maximum number of characters compared, on either side. */
const LONGEST = 4000;
/** The half width of the band of the edit distance matrix that is computed. */
const BAND = 16;
/** Differences with no more than this between them are examined as one. */
const NARROW = 24;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** One or two characters that the OCR could not read. */
const ANY = '\ufffd';
/** A single consonant is a speck; vowels are words of some language. */
const SPECK = /^[bcdfghjklmnpqrstvwxz]$/i;
const NOTE_NUMBER = /^\d{1,3}$/;
const FORMULA = /^\p{Script=Greek}{1,2}\d{0,2}$/u;
/** A word with a capital consonant, which is often lost where a line begins, and the rest. */
const INITIAL = /^(?![AEIOU])\p{Lu}(\p{Ll}{4,})$/u;
const ORDINAL = /(\d|[IVXLC])(?:st|nd|rd|th|er|re|e|[eè]me|o|a|º|ª)(?![\p{L}\p{N}])/gu;
const NOTE_BEHIND = /(\p{L}{3}[.,;:!?'’"”»)\]]{0,3})\d{1,3}(?![\p{L}\p{N}])/gu;

/**
 * Whether all that a quotation has otherwise than a scan was read is explained by usual confusions: `rn` for `m`, `c` for
 * `e`, lost accents, hyphens and spaces, specks. A word, a number or a denial that no confusion leads to never is.
 * `print` is the scan where it is of old type, of which also what no table has is misread.
 */
export function explainedByMisreading({ parts }: Difference, print: OldPrint | null = null): boolean {
  if (parts.length === 0) return false;
  for (let i = 0; i < parts.length; i++) {
    if (!isDifferent(parts[i]!) || isExplained(parts, i, i, print)) continue;
    const next = i + 2;
    if (!parts[next] || !isDifferent(parts[next]) || parts[i + 1]!.kind !== 'same') return false;
    if (parts[i + 1]!.quoted.length > NARROW || !isExplained(parts, i, next, print)) return false;
    i = next;
  }
  return true;
}

function isDifferent({ kind }: DifferencePart): boolean {
  return kind !== 'same' && kind !== 'licensed';
}

function isExplained(
  parts: readonly DifferencePart[],
  first: number,
  last: number,
  print: OldPrint | null,
): boolean {
  const stretch = parts.slice(first, last + 1);
  const quoted = stretch.map((part) => part.quoted).join(' ');
  const read = stretch.map((part) => part.source).join(' ');
  if (!hasWords(quoted) && !hasWords(read)) return true;
  if (!hasWords(quoted))
    return (
      isSectionSign(quoted, read) ||
      isNoise(read, attached(parts, first, 'sourceRange')) ||
      isBullet(read, parts, first) ||
      (print !== null && isSemicolon(read, parts, first))
    );
  if (!hasWords(read) && !read.includes(ANY) && !hasShape(read))
    return (
      (NOTE_NUMBER.test(quoted) && (attached(parts, first, 'quotedRange') || isRaised(quoted, read))) ||
      isLabel(quoted, parts, first) ||
      isFormula(quoted, parts)
    );
  if (NOTE_NUMBER.test(quoted) && attached(parts, first, 'quotedRange') && isRaised(quoted, read))
    return true;
  // A letter by itself, as in a formula, read as a stroke or a bracket.
  if (SPECK.test(quoted) && read.length === 1 && hasShape(read)) return true;
  if (leadsTo(quoted, read) || leadsTo(withoutRaised(quoted), withoutRaised(read))) return true;
  return print !== null && isWorn(quoted, read, print);
}

/** Whether what is quoted, word after word, looks like what was read of old type; two words may have become one, or one two. */
function isWorn(quoted: string, read: string, print: OldPrint): boolean {
  if (denies(read, print.language) && !denies(quoted, print.language)) return false;
  const [own, others] = [wordsOf(quoted), wordsOf(read)];
  if (own.length > MOST_WORN || others.length > MOST_WORN) return false;
  const reached = own.map(() => others.map(() => false));
  const goesOn = (i: number, j: number): boolean => {
    if (i === own.length || j === others.length) return i === own.length && j === others.length;
    if (reached[i]![j]) return false;
    reached[i]![j] = true;
    return STEPS.some(
      ([ours, theirs]) =>
        i + ours <= own.length &&
        j + theirs <= others.length &&
        looksLike(own.slice(i, i + ours), others.slice(j, j + theirs), print) &&
        goesOn(i + ours, j + theirs),
    );
  };
  return goesOn(0, 0);
}

/** The maximum number of words that are compared one by one. */
const MOST_WORN = 60;
/** How many words of a quotation are read as how many. */
const STEPS = [
  [1, 1],
  [2, 1],
  [1, 2],
] as const;

/**
 * Whether a word, or two, may have been read like that. A word that the scan has elsewhere too was read well; so was one that
 * is quoted, where another stands beside it.
 */
function looksLike(own: readonly string[], others: readonly string[], print: OldPrint): boolean {
  const [ours, theirs] = [own.map(plain), others.map(plain)];
  if (own.length === 1 && others.length === 1) {
    if (ours[0] === theirs[0] || wordLeadsTo(own[0]!, others[0]!)) return true;
    const [word, other] = [lettersOf(ours[0]!), lettersOf(theirs[0]!)];
    if (areLittleWords(word, other)) return false;
    if (isReached(own[0]!, others[0]!, 'old')) return true;
    return !print.hasOften(other) && isReached(own[0]!, others[0]!, 'worn');
  }
  if (ours.some((word) => theirs.some((other) => lettersOf(word) === lettersOf(other)))) return false;
  if (denies(own.join(' '), print.language) !== denies(others.join(' '), print.language)) return false;
  if (others.length === 1 && print.hasOften(lettersOf(theirs[0]!))) return false;
  return isReached(own.join(''), others.join(''), 'parted');
}

/** A word without the punctuation about it. */
function lettersOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Without what is set raised, and small: numbers of notes, the endings of ordinals. */
function withoutRaised(text: string): string {
  return text.replace(NOTE_BEHIND, '$1').replace(ORDINAL, '$1');
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function hasShape(text: string): boolean {
  return [...text].some((letter) => SHAPES.includes(letter));
}

/** Specks between words, or the number of a note that is not raised. */
function isNoise(read: string, isAttached: boolean): boolean {
  const words = read.match(WORD) ?? [];
  return words.every((word) => SPECK.test(word)) || (isAttached && NOTE_NUMBER.test(read.trim()));
}

/** The sign before the number of a section, which looks like an eight, a five or an s. */
function isSectionSign(quoted: string, read: string): boolean {
  return quoted.trim() === '§' && /^[85s]$/i.test(read.trim());
}

/** In blackletter it looks like a three; some programs have it twice. */
function isSemicolon(read: string, parts: readonly DifferencePart[], at: number): boolean {
  const { quoted } = parts[at]!;
  return read.trim() === '3' && (quoted.trim() === ';' || (parts[at + 1]?.quoted.startsWith(';') ?? false));
}

/** Whether the sign before an item of a list, which a quotation has between spaces, was read as a letter. */
function isBullet(read: string, parts: readonly DifferencePart[], at: number): boolean {
  const [before, after] = [parts[at - 1], parts[at + 1]];
  if (read.trim().length !== 1 || !before || !after) return false;
  return gapBetween(before, after, 'quotedRange') >= 3 && gapBetween(before, after, 'sourceRange') === 3;
}

function gapBetween(
  before: DifferencePart,
  after: DifferencePart,
  side: 'quotedRange' | 'sourceRange',
): number {
  const [one, other] = [before[side], after[side]];
  return one && other ? other.from - one.to : 0;
}

/** Whether the number of a note, raised and small, was read as marks, all of it or its first digits. */
function isRaised(quoted: string, read: string): boolean {
  const rest = /^[?!*°^'"‘’“”]{1,3}(\d*)$/.exec(read.trim())?.[1];
  return rest !== undefined && rest.length < quoted.length && quoted.endsWith(rest);
}

/** Whether what was not read is the number of an item of a list, after the end of another. */
function isLabel(quoted: string, parts: readonly DifferencePart[], at: number): boolean {
  if (!/^\d{1,2}[.)]?$/.test(quoted) || !/[.;:!?]$/.test(parts[at - 1]?.quoted ?? '')) return false;
  return /[.)]$/.test(quoted) || /^[.)]/.test(parts[at + 1]?.quoted ?? '');
}

/** One or two Greek letters among Latin words, which OCR for Latin scripts cannot read. */
function isFormula(quoted: string, parts: readonly DifferencePart[]): boolean {
  return (
    FORMULA.test(quoted) &&
    parts.some(({ kind, source }) => kind === 'same' && /\p{Script=Latin}{2}/u.test(source))
  );
}

/** Whether a part follows the one before it without a space. */
function attached(
  parts: readonly DifferencePart[],
  at: number,
  side: 'quotedRange' | 'sourceRange',
): boolean {
  const before = parts[at - 1]?.[side];
  return before !== null && before !== undefined && before.to === parts[at]![side]?.from;
}

/** Whether confusions lead from what is quoted to what was read: word for word, or where spaces came or went. */
function leadsTo(quoted: string, read: string): boolean {
  const [own, others] = [wordsOf(quoted), wordsOf(read)];
  if (own.length === others.length) {
    if (denies(read.replaceAll(ANY, 'x'), null) && !denies(quoted, null)) return false;
    if (own.every((word, i) => wordLeadsTo(word, others[i]!))) return true;
    if (own.length === 1 || own.some((word, i) => areLittleWords(plain(word), plain(others[i]!))))
      return false;
  }
  return isReached(quoted, read, 'loose') || isGapInWord(own, read);
}

/** Whether what was read as two words is one of which letters were not read, so that a gap is there. */
function isGapInWord(own: readonly string[], read: string): boolean {
  const [word, ...more] = own;
  const parts = read.trim().split(/\s+/);
  if (word === undefined || more.length > 0 || word.length < LONG_WORD || parts.length !== 2) return false;
  if (denies(read, null) !== denies(word, null)) return false;
  return isReached(word, parts.join(ANY), 'loose');
}

function wordLeadsTo(quoted: string, read: string): boolean {
  if (INITIAL.exec(quoted)?.[1] === read || isLogo(quoted, read) || isUnread(quoted, read)) return true;
  if (isReached(quoted, read, 'usual')) return true;
  if (areLittleWords(plain(quoted), plain(read))) return false;
  if (isReached(quoted, read, 'loose')) return true;
  if (isGarbled(read)) return isReached(quoted, read, 'garbled');
  return Math.min(quoted.length, read.length) >= LONG_WORD && isReached(quoted, read, 'long');
}

/** Whether no letter of a word was read, and as many are there. */
function isUnread(quoted: string, read: string): boolean {
  return UNREAD.test(read) && quoted.length === read.length;
}

/** Whether a word has the name of TeX, whose letters are set lower and over one another, and was read with others before its X. */
function isLogo(quoted: string, read: string): boolean {
  const [, before, after] = /^(.*?)(?:X[eEƎ]|L[aA])?T[eEƎ]X(.*)$/u.exec(quoted) ?? [];
  if (before === undefined || after === undefined || !read.endsWith(after)) return false;
  const name = read.slice(0, read.length - after.length);
  return name.toLowerCase().startsWith(before.toLowerCase()) && LOGO.test(name.slice(before.length));
}

const UNREAD = /^\ufffd{3,}$/;
const LOGO = /^[\p{L}£§$]{0,5}X$/u;

function isReached(quoted: string, read: string, reach: Reach): boolean {
  const [ours, theirs] = [shapesOf(quoted), shapesOf(read)];
  if (ours.length > LONGEST || theirs.length > LONGEST) return false;
  const share = SHARES[reach];
  const most = share ? Math.max(1, share * Math.max(ours.length, theirs.length)) : mostConfusions(ours);
  return costOf(ours, theirs, reach) <= most;
}

/** The share of letters that a reader of old type could not tell: most by far where the word is one by itself. */
const SHARES: Readonly<Partial<Record<Reach, number>>> = { worn: 0.4, parted: 0.25 };

function mostConfusions(letters: string): number {
  return Math.max(2, 1 + letters.length / 3);
}

/** Whether the words are evidently misread: a capital or a digit within lower case. */
function isGarbled(read: string): boolean {
  return /(?<![\p{L}\p{N}])\p{Ll}+(?:\p{Lu}|\d)\p{Ll}/u.test(read);
}

/** Whether a function word stands in the place of another. */
function areLittleWords(quoted: string, read: string): boolean {
  return quoted !== read && LITTLE_WORDS.some((words) => words.has(quoted) && words.has(read));
}

/** Words, each with the shapes that stand at it. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => hasWords(word) || hasShape(word) || word.includes(ANY));
}

const EXPANDED: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ø/g, 'o'],
  [/đ|ð/g, 'd'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
  [/ſ/g, 's'],
];

/** In lower case, without accents. */
function plain(text: string): string {
  let letters = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [letter, others] of EXPANDED) letters = letters.replace(letter, others);
  return letters;
}

/** What is left to compare: no spaces, no punctuation. Letters with accents are capitals. */
function shapesOf(text: string): string {
  let shapes = '';
  for (const letter of text.normalize('NFC')) {
    const letters = plain(letter);
    const isAccented = letters.length === 1 && ACCENTED.test(letter.normalize('NFD'));
    for (const one of letters)
      if (one === ANY || SHAPES.includes(one) || COMPARED.test(one))
        shapes += one.length > 1 ? ANY : isAccented ? one.toUpperCase() : one;
  }
  return shapes;
}

const COMPARED = /[\p{L}\p{N}\p{Co}\p{Cn}]/u;
const ACCENTED = /^\p{L}\p{M}/u;

/** Letters of other scripts, private ones: read where a font has no table of characters, or misread themselves. */
function isAlien(letter: string): boolean {
  if (letter < '\u0250') return false;
  return letter === ANY || /[\p{Co}\p{Cn}]/u.test(letter) || /(?!\p{Script=Latin})\p{L}/u.test(letter);
}

/**
 * What may be taken for what: see `CONFUSIONS`; within a long word also a letter too many or too few; of what is garbled,
 * any letter for any other, or for none; of old type also what looks alike there, at half the cost, and of what is worn or parted as of what is garbled.
 */
type Reach = 'usual' | 'loose' | 'long' | 'garbled' | 'old' | 'worn' | 'parted';

/** Words from this length on stay recognisable without one of their letters. */
const LONG_WORD = 8;

/** The maximum number of letters that an unreadable character may stand for. */
const LONGEST_SMUDGE = 4;

/** The fewest confusions that lead from `written` to `read`; infinite where none do. Linear in their length. */
function costOf(written: string, readAs: string, reach: Reach): number {
  const [ours, theirs] = [written.toLowerCase(), readAs.toLowerCase()];
  if (Math.abs(theirs.length - ours.length) > BAND + ours.length) return Infinity;
  const width = 2 * BAND + 1;
  const slope = theirs.length / Math.max(1, ours.length);
  const isGuessed = reach === 'worn' || reach === 'parted';
  const isOld = reach === 'old' || isGuessed;
  const middle = (i: number): number => Math.round(i * slope);
  const rows = Array.from({ length: ours.length + 1 }, () => new Float64Array(width).fill(Infinity));
  const offer = (i: number, j: number, cost: number): void => {
    const at = j - middle(i) + BAND;
    if (i > ours.length || j > theirs.length || at < 0 || at >= width) return;
    if (cost < rows[i]![at]!) rows[i]![at] = cost;
  };
  offer(0, 0, 0);
  for (let i = 0; i <= ours.length; i++)
    for (let at = 0; at < width; at++) {
      const cost = rows[i]![at]!;
      const j = middle(i) + at - BAND;
      if (cost === Infinity || j < 0) continue;
      const [own, other] = [ours.charAt(i), theirs.charAt(j)];
      const isShape = other !== '' && SHAPES.includes(other);
      if (own !== '' && own === other) offer(i + 1, j + 1, cost);
      // A shape that is no letter may be a speck.
      if (isShape) offer(i, j + 1, cost);
      // So may a sign that nobody can tell: a quotation mark, an apostrophe.
      if (other === ANY) offer(i, j + 1, cost + 0.5);
      if (own !== '' && SHAPES.includes(own)) offer(i + 1, j, cost);
      if (own !== '' && other !== '' && isAlien(own) !== isAlien(other)) {
        offer(i + 1, j + 1, cost + 0.5);
        // A ligature has up to three letters.
        if (!isAlien(other)) offer(i + 1, j + 2, cost + 0.5);
        else for (const letters of [2, 3]) offer(i + letters, j + 1, cost + 0.5);
      }
      for (const { quoted, read, isLoose } of CONFUSIONS.get(own) ?? [])
        if ((reach !== 'usual' || !isLoose) && ours.startsWith(quoted, i) && theirs.startsWith(read, j))
          offer(i + quoted.length, j + read.length, cost + 1);
      if (isGuessed) offer(i, j + 1, cost + 1);
      if (reach === 'usual' || own === '') continue;
      if (isOld)
        for (const { quoted, read } of OLD_TYPE.get(own) ?? [])
          if (ours.startsWith(quoted, i) && theirs.startsWith(read, j))
            offer(i + quoted.length, j + read.length, cost + 0.5);
      // A letter and its accent are sometimes read as another letter altogether.
      if (own !== written.charAt(i) && other !== '') offer(i + 1, j + 1, cost + 1);
      if (isShape) for (let n = 2; n <= LONGEST_SMUDGE; n++) offer(i + n, j + 1, cost + n / 2 + 1);
      if (reach === 'long' && i > 0 && j > 0 && i < ours.length && j < theirs.length) {
        offer(i, j + 1, cost + 2);
        offer(i + 1, j, cost + 2);
      }
      if (reach === 'garbled' || isGuessed) {
        if (reach === 'garbled' || !isDigit(own)) offer(i + 1, j, cost + 1);
        if (other !== '' && !isDigit(own) && (isOld || !isDigit(other))) offer(i + 1, j + 1, cost + 1);
      }
    }
  return rows[ours.length]![theirs.length - middle(ours.length) + BAND] ?? Infinity;
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}
