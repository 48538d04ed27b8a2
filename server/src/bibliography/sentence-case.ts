/**
 * Sentence case for English titles, as Pandoc's BibLaTeX reader gives them to citation styles (`unTitlecase`) and as
 * BibTeX's `change.case$` does: words in title case become small, but for the first, one after a full stop, colon,
 * question or exclamation mark, and what stands in braces of its own. Words with more than one capital stay.
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

/** Small words of other languages that English titles do not have. */
const FOREIGN =
  /(?<![\p{L}\p{M}])(?:der|die|das|dem|den|des|und|von|zur|zum|im|für|über|eine|einer|le|la|les|du|et|une|sur|dans|el|los|las|del|por|il|gli|della|delle|dei|nel|nella|o|os|da|do|dos|em|het|een|och|de)(?![\p{L}\p{M}])/u;
const ENGLISH_WORDS =
  /(?<![\p{L}\p{M}])(?:the|of|and|for|with|from|on|an|by|at|how|what|is|are)(?![\p{L}\p{M}])/iu;

/**
 * The fields with their titles in sentence case, where the entry is in English: its `langid` or `language` says so, or
 * names no language and the title has no small words of another one. (Pandoc takes every title without `langid` for
 * English, and so takes the capitals from German nouns.)
 */
export function inSentenceCase(fields: BibtexFields): BibtexFields {
  const language = (fields.get('langid') ?? fields.get('language') ?? fields.get('hyphenation') ?? '').trim();
  if (language !== '' && !ENGLISH.test(language)) return fields;
  const isSaid = language !== '';
  return new Map(
    [...fields].map(([name, value]) => {
      if (!TITLE_FIELDS.has(name) || (!isSaid && isForeign(value))) return [name, value];
      return [name, sentenceCase(value)];
    }),
  );
}

function isForeign(title: string): boolean {
  const text = latexToText(title);
  return FOREIGN.test(text) && !ENGLISH_WORDS.test(text);
}

/** One title, in LaTeX, in sentence case. Linear in its length. */
export function sentenceCase(tex: string): string {
  let out = '';
  let isFirst = true;
  for (const { text, kind } of pieces(tex)) {
    if (kind === 'word') {
      out += isFirst ? capital(text) : small(text);
      isFirst = false;
    } else {
      out += text;
      if (kind === 'kept') isFirst = false;
      else if (/[.:?!]["'”’)]*\s/.test(text) || /[.:?!]$/.test(text)) isFirst = /\s$/.test(text);
    }
  }
  return out;
}

const QUOTING = /^\\(?:enquote|mkbibquote|textquote)\*?$/;

interface Piece {
  readonly text: string;
  /** A word, what keeps its case, or what stands between. */
  readonly kind: 'word' | 'kept' | 'between';
}

const WORD =
  /(?:\{\\[^{}]*(?:\{[^{}]*\})?[^{}]*\}|\\["'`^~=.](?:\{[^{}]*\}|\\?[A-Za-z])|\\[cvuHkrdbt]\{[^{}]*\}|[\p{L}\p{M}\p{N}]|(?<=\p{L})['’](?=\p{L}))+/uy;

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

/** The length of what keeps its case at `at`: a group in braces, mathematics, the name of a command; 0 for none. */
function keptAt(tex: string, at: number): number {
  if (tex[at] === '$') {
    const close = tex.indexOf('$', at + 1);
    return close < 0 ? 0 : close + 1 - at + wordTail(tex, close + 1);
  }
  if (tex[at] === '\\') {
    const name = /^\\(?:[A-Za-z]+\*?|[^])/.exec(tex.slice(at, at + 60))?.[0] ?? '\\';
    // What stands in quotation marks keeps its case; the argument of another command is a text like the rest.
    if (QUOTING.test(name) && tex[at + name.length] === '{')
      return name.length + groupLength(tex, at + name.length);
    return name.length + (tex[at + name.length] === '{' ? 1 : 0);
  }
  if (tex[at] !== '{') return 0;
  const length = groupLength(tex, at);
  return length + wordTail(tex, at + length);
}

/** A word may go on after its group or its formula: `{DNA}s`, `H$_2$O`. */
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

/** A word with a capital at its head and no other; others stay as they are. */
function small(word: string): string {
  const text = latexToText(word);
  if (!/^\p{Lu}[^\p{Lu}\p{N}]*$/u.test(text)) return word;
  return word.replace(/\p{Lu}/u, (letter) => letter.toLowerCase());
}
