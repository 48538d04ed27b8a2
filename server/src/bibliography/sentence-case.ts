/**
 * Sentence case for English titles, as in Pandoc's BibLaTeX reader (`unTitlecase`) and BibTeX's
 * `change.case$`. Words in title case become lower case, except the first, those after a full stop, colon,
 * question or exclamation mark, and those in braces. Words with more than one capital are kept.
 */
import type { BibtexFields } from './bibtex-fields.ts';
import { latexToText } from './latex-text.ts';

const TITLE_FIELDS = new Set(
  'title subtitle titleaddon maintitle mainsubtitle maintitleaddon booktitle booksubtitle booktitleaddon issuetitle issuesubtitle eventtitle shorttitle series'.split(
    ' ',
  ),
);

const ENGLISH =
  /^(?:en(?:[-_]\w+)*|eng|english|american|british|canadian|australian|newzealand|us|uk|usenglish|ukenglish)$/i;

/** Function words of Romance languages, whose titles are in lower case, and of those with capitals within. */
const ROMANCE =
  /(?<![\p{L}\p{M}])(?:le|la|les|du|et|une|sur|dans|el|los|las|del|por|y|en|il|gli|della|delle|dei|nel|nella|o|os|da|do|dos|em|e|de|con|com)(?![\p{L}\p{M}])/u;
const CAPITALISING =
  /(?<![\p{L}\p{M}])(?:der|die|dem|den|und|von|zur|zum|im|für|über|eine|einer|het|een|och)(?![\p{L}\p{M}])/u;
/** Function words of theirs with a capital, as a reference manager writes them that takes the title for English. */
const CAPITALISED =
  /[\p{Ll},] (?:La|Las|El|Los|Del|En|Por|Para|Como|Un|Una|Entre|Según|Sobre|Da|Do|Das|Dos|Na|No|Nas|Nos|Em|Um|Uma|Ao|Des|Du|Les|Et|Dans|Sur|Pour|Della|Delle|Dei|Nel|Nella) \p{L}/u;

/** Function words of other languages that do not occur in English titles. */
const FOREIGN =
  /(?<![\p{L}\p{M}])(?:der|die|das|dem|den|des|und|von|zur|zum|im|für|über|eine|einer|le|la|les|du|et|une|sur|dans|el|los|las|del|por|il|gli|della|delle|dei|nel|nella|o|os|da|do|dos|em|het|een|och|de)(?![\p{L}\p{M}])/u;
const ENGLISH_WORDS =
  /(?<![\p{L}\p{M}])(?:the|of|and|for|with|from|on|an|by|at|how|what|is|are)(?![\p{L}\p{M}])/iu;

/**
 * The fields with titles in sentence case if the entry is in English: by `langid` or `language`, or because
 * no language is given and the title has no function words of another. (Pandoc treats every title without
 * `langid` as English, so German nouns lose their capitals.)
 */
export function inSentenceCase(fields: BibtexFields): BibtexFields {
  const language = (fields.get('langid') ?? fields.get('language') ?? fields.get('hyphenation') ?? '').trim();
  // JabRef repeats a language in a list.
  if (language !== '' && !language.split(/\s*[,;]\s*/).some((one) => ENGLISH.test(one))) return fields;
  const isSaid = language !== '';
  return new Map(
    [...fields].map(([name, value]) => {
      if (!TITLE_FIELDS.has(name) || (!isSaid && keepsCapitals(latexToText(value), value)))
        return [name, value];
      return [name, sentenceCase(value)];
    }),
  );
}

/**
 * Whether the capitals of a title are its own, since it is in another language than English. A Romance title with a
 * capital on nearly every word was put into title case by a program.
 * @param title the title as text, and as it is written, where braces keep capitals
 */
export function keepsCapitals(title: string, written = title): boolean {
  if (!FOREIGN.test(title) || ENGLISH_WORDS.test(title)) return false;
  return (
    !ROMANCE.test(title) || CAPITALISING.test(title) || !isTitleCased(title, latexToText(unbraced(written)))
  );
}

/** So many words with a capital make title case, and so great a share of those that may have one. */
const LEAST_CAPITALS = 3;
const MOST_SMALL = 0.2;

function isTitleCased(title: string, free: string): boolean {
  if (CAPITALISED.test(title)) return true;
  const words = [...free.matchAll(/(?<=\p{L},? )\p{L}{4,}/gu)].map(([word]) => word);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length - small >= LEAST_CAPITALS && small <= words.length * MOST_SMALL;
}

/** Without what stands in braces, whose capitals are kept. */
function unbraced(tex: string): string {
  return tex.replace(/\{[^{}\\]*\}/g, '');
}

/** One LaTeX title in sentence case. Takes linear time. */
export function sentenceCase(tex: string): string {
  let out = '';
  let isFirst = true;
  let isBegun = false;
  // A single word after a colon is no subtitle to Pandoc, to which `Bulk-load` is two.
  const whole = tex.trimEnd();
  const last = Math.max(...[...' \n\t-–—/'].map((sign) => whole.lastIndexOf(sign))) + 1;
  let at = 0;
  for (const { text, kind } of pieces(tex)) {
    if (kind === 'word') {
      out += isFirst && (!isBegun || at < last) ? capital(text) : small(text);
      isFirst = false;
      isBegun = true;
    } else {
      out += text;
      // The name of a command is no word.
      const isWord = kind === 'kept' && !COMMAND.test(text);
      isBegun ||= isWord;
      // `{SQL:} tables` goes on with a capital, though the stop is kept too.
      if (kind === 'kept') isFirst = isWord ? /[.:?!]\}*$/.test(text) : isFirst;
      else if (/[.:?!]["'”’)}]*\s/.test(text) || /[.:?!]$/.test(text)) isFirst = /\s\[?$/.test(text);
    }
    at += text.length;
  }
  return out;
}

const COMMAND = /^\\[A-Za-z]+\*?\{?$/;
/** Quotations and code, which keep their case. */
const KEEPING = /^\\(?:enquote|mkbibquote|textquote|texttt)\*?$/;
/** What takes an argument: a command with a name, or an accent; `\&` and the like stand by themselves. */
const TAKES_ARGUMENT = /^\\[A-Za-z"'`^~=.]/;

interface Piece {
  readonly text: string;
  /** A word, text that keeps its case, or text between words. */
  readonly kind: 'word' | 'kept' | 'between';
}

/** An accent in braces is a letter; a group that changes the type keeps its case as any other does. */
const WORD =
  /(?:\{\\(?!(?:it|em|bf|sl|sc|sf|rm|tt|itshape|bfseries|scshape|slshape|emph|textit|textsc|textbf)\b)[^{}]*(?:\{[^{}]*\})?[^{}]*\}|\\["'`^~=.](?:\{[^{}]*\}|\\?[A-Za-z])|\\[cvuHkrdbt]\{[^{}]*\}|[\p{L}\p{M}\p{N}]|(?<=\p{L})['’](?=\p{L}))+/uy;

function* pieces(tex: string): Generator<Piece> {
  let between = '';
  for (let at = 0; at < tex.length;) {
    WORD.lastIndex = at;
    const word = WORD.exec(tex)?.[0] ?? '';
    let text = word;
    let kind: Piece['kind'] = 'word';
    if (word === '' || tex[at + word.length] === '{' || tex[at + word.length] === '$') {
      const kept = keptAt(tex, at + word.length);
      if (kept === 0 && word === '') {
        between += tex[at++]!;
        continue;
      }
      if (kept > 0) {
        text = tex.slice(at, at + word.length + kept);
        kind = 'kept';
      }
    }
    if (between !== '') yield { text: between, kind: 'between' };
    between = '';
    yield { text, kind };
    at += text.length;
  }
  if (between !== '') yield { text: between, kind: 'between' };
}

/** The length of text at `at` that keeps its case: a braced group, mathematics, a command's name; 0 for none. */
function keptAt(tex: string, at: number): number {
  if (tex[at] === '$') {
    const close = tex.indexOf('$', at + 1);
    return close < 0 ? 0 : close + 1 - at + wordTail(tex, close + 1);
  }
  if (tex[at] === '\\') {
    const name = /^\\(?:[A-Za-z]+\*?|[^])/.exec(tex.slice(at, at + 60))?.[0] ?? '\\';
    // The arguments of other commands are converted.
    if (KEEPING.test(name) && tex[at + name.length] === '{')
      return name.length + groupLength(tex, at + name.length);
    return name.length + (TAKES_ARGUMENT.test(name) && tex[at + name.length] === '{' ? 1 : 0);
  }
  if (tex[at] !== '{') return 0;
  const length = groupLength(tex, at);
  return length + wordTail(tex, at + length);
}

/** The rest of a word after its group or formula: `{DNA}s`, `H$_2$O`. */
function wordTail(tex: string, at: number): number {
  return /^[\p{L}\p{M}\p{N}]*/u.exec(tex.slice(at, at + 60))?.[0].length ?? 0;
}

function groupLength(tex: string, at: number): number {
  let depth = 0;
  for (let end = at; end < tex.length; end++) {
    if (tex[end] === '\\') end++;
    else if (tex[end] === '{') depth++;
    else if (tex[end] === '}' && --depth === 0) return end + 1 - at;
  }
  return tex.length - at;
}

function capital(word: string): string {
  return /^\p{Ll}[^\p{Lu}\p{N}]*$/u.test(word) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** Lower-cases a word with a capital first letter and no other; leaves others unchanged. */
function small(word: string): string {
  const text = latexToText(word);
  if (!/^\p{Lu}[^\p{Lu}\p{N}]*$/u.test(text)) return word;
  return word.replace(/\p{Lu}/u, (letter) => letter.toLowerCase());
}
