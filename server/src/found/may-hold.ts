/** Whether a text may hold what `readFound` reads, told from a quick look: most documents need no more. */
import { knownConventions } from './conventions/registry.ts';

const { headings, markers, shortForms } = knownConventions;
/** A title set off and a year: a note that describes a work in full. */
const WORK = /[*_“”"«„‘].*\b(?:1[4-9]|20)\d\d\b|\b(?:1[4-9]|20)\d\d\b.*[*_“”"«„‘]/;

/** The parts of it that most notes lack. */
const MARK = /[*_“”"«„‘]/;
const YEAR = /(?:1[4-9]|20)\d\d/;
/** Names and a year in a parenthesis, or a year in one after a name. */
const DATED =
  /[(（](?:(?:see|cf|e\.g|also|vgl|siehe|voir|ver|véase)[.,]*\s+)*(?:v[ao]n |de[rnl]? )?[\p{Lu}\p{Lo}][^()（）\n]{0,90}?[\s,，](?:1[5-9]|20)\d\d|\p{Lu}\p{Ll}[\p{L}'’-]*\.? ?[(（](?:1[5-9]|20)\d\d[a-z]?[)）:：,;]/u;

/** What a quick look at a stretch of text shows. */
export interface Glimpse {
  /** A line such as “References”. */
  readonly section: boolean;
  /** What may be the number of a note. */
  readonly raised: boolean;
  /** Names and a year, as author–year citations have them. */
  readonly dated: boolean;
  /** The stretch began in the middle of a line, all of which was looked at. */
  readonly cut: boolean;
}

/** A quick look at a stretch of text: at `lines`, which are whole. */
export function glimpse(lines: string): Omit<Glimpse, 'cut'> {
  return { section: hasSectionWord(lines), raised: markers.mayBeIn(lines), dated: isDated(lines) };
}

/** Whether the body of one of Pandoc's notes may describe works in full, or hold short forms that stand for them. */
export function describesWorks(body: string): boolean {
  return (MARK.test(body) && YEAR.test(body) && WORK.test(body)) || shortForms.after(body, 0) !== null;
}

function isDated(lines: string): boolean {
  return YEAR.test(lines) && DATED.test(lines);
}

/** What is known of a text besides its stretches. */
export interface KnownOfText {
  /** It has Pandoc's notes. */
  readonly hasNotes: boolean;
  /** One of these `describesWorks`. */
  readonly describes: boolean;
  /** It cites by citekeys, so that names and years in its prose are no citations of a draft. */
  readonly hasKeys: boolean;
}

/**
 * Whether a text may hold a list of notes or references, works and short titles in its notes, or names and years
 * instead of citekeys, told from a quick look at all of its stretches and notes. Errs on the side of yes.
 */
export function mayHoldFound(
  glimpses: readonly Glimpse[],
  { hasNotes, describes, hasKeys }: KnownOfText,
): boolean {
  return (
    describes ||
    glimpses.some(({ section, raised, dated }) => section || (raised && !hasNotes) || (dated && !hasKeys))
  );
}

/** As `mayHoldFound`, of a whole text; `notes` are the bodies of Pandoc's notes in it. */
export function mayHoldFoundIn(
  text: string,
  notes: readonly { readonly from: number; readonly to: number }[],
  hasKeys: boolean,
): boolean {
  return (
    hasSectionWord(text) ||
    (!hasKeys && isDated(text)) ||
    (notes.length === 0 && markers.mayBeIn(text)) ||
    notes.some(({ from, to }) => describesWorks(text.slice(from, to)))
  );
}

const BLANK = 32;
const HASH = 35;
const PERIOD = 46;
const BRACKET = 91;

/** The longest such line has five words, and a number in front. */
const MOST_WORDS = 6;

/** Whether a line may be a heading of few words: no sentence, no note of Pandoc's. */
function mayBeHeading(text: string, from: number, to: number): boolean {
  if (to - from < 2 || endOfWords(text, from, to) - from >= 80) return false;
  if (text.charCodeAt(to - 1) === PERIOD || text.charCodeAt(from) === BRACKET) return false;
  return !hasManyWords(text, from, to);
}

/** Where a line ends without the blanks and number signs that may close a heading, up to the width of the page. */
function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === HASH || text.charCodeAt(end - 1) === BLANK)) end--;
  return end;
}

/** Whether more words stand in `[from, to)`, by the letters and digits that follow other signs, than head a section. */
function hasManyWords(text: string, from: number, to: number): boolean {
  let words = 0;
  let isWithin = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i) | 32;
    const isWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
    if (isWord && !isWithin && ++words > MOST_WORDS) return true;
    isWithin = isWord;
  }
  return false;
}

/** Whether a short line, or a Markdown heading, is a word such as “References”. */
function hasSectionWord(text: string): boolean {
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (mayBeHeading(text, from, to)) {
      const words = text
        .slice(from, to)
        .replace(/^[\s#>*_:=—–-]+(?:[\divxIVX]{1,5}[.)]?[ \t]+)?|(?:\s\{[^{}]*\})?[\s#*_:]*$/g, '');
      const kind = words.length < 60 ? headings.kindOf(words) : null;
      if (kind === 'notes' || kind === 'references') return true;
    }
    from = to + 1;
  }
  return false;
}
