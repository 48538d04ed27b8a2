/** Raw TeX: commands with their arguments, and environments. Their content is not Markdown. */
import { NEWLINE, isAsciiLetter, skipBlanks } from './characters.ts';
import type { Reading } from './reading.ts';
import { TexEnvironments } from './tex-environments.ts';
import { TexGroups } from './tex-groups.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Commands that are blocks, even in running text. */
const BLOCK_COMMANDS = words(
  `parbox title subtitle author address signature date newtheorem theoremstyle extratitle frontispiece titlehead
   subject publishers uppertitleback lowertitleback dedication part chapter section subsection subsubsection
   paragraph subparagraph frametitle framesubtitle opening closing plainbreak fancybreak plainfancybreak pfbreak
   hrule strut rule item documentclass centerline caption bibliography addbibresource endinput lstinputlisting
   inputminted graphicspath setdefaultlanguage setmainlanguage hypertarget textcolor colorbox blockquote
   blockcquote foreignblockquote foreignblockcquote hyphenblockquote hyphenblockcquote include input subfile
   usepackage PackageError epigraph raggedright special pdfannot pdfstringdef bibliographystyle maketitle makeindex
   makeglossary addcontentsline addtocontents addtocounter ignore hyperdef markboth markright markleft titleformat
   listoffigures listoftables write newcommand renewcommand providecommand newenvironment renewenvironment def let
   DeclareMathOperator par`,
);

/** Commands that may be block or inline: in running text they are inline. */
const INLINE_COMMANDS = words(
  'index hspace vspace noindent newpage clearpage pagebreak textcolor hypertarget rule strut',
);

const FONT_SIZES = words('tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge');

/** The end of the letters of the command whose backslash is at `at`; `at` when there are none. */
function commandNameEnd(text: string, at: number): number {
  let end = at + 1;
  while (isAsciiLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 64) end++;
  return isAsciiLetter(text.charCodeAt(at + 1)) ? end : at;
}

/** A command or environment in running text at `at`: its end, or -1. Pandoc’s `rawLaTeXInline`. */
export function texInlineAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const nameEnd = commandNameEnd(text, at);
  if (nameEnd === at || nameEnd > limit) return -1;
  const name = text.slice(at + 1, nameEnd);
  if (name === 'begin') return environmentEnd(reading, at, limit);
  if (name === 'end' || name === 'and') return -1;
  if (BLOCK_COMMANDS.has(name) && !INLINE_COMMANDS.has(name)) return -1;
  return argumentsEnd(reading, nameEnd, limit, name);
}

/** A block of TeX at `at`: its end, or -1. Pandoc’s `rawTeXBlock`. */
export function texBlockAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let end = -1;
  for (let i = at; i < limit;) {
    const next = oneTexBlock(reading, i, limit);
    if (next < 0) break;
    end = i = spaces(text, next, limit);
    if (text.charCodeAt(i) !== 92) break;
  }
  return end;
}

function oneTexBlock(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const nameEnd = commandNameEnd(text, at);
  if (nameEnd === at || nameEnd > limit) return -1;
  const name = text.slice(at + 1, nameEnd);
  if (name === 'begin') {
    const environment = environmentName(text, nameEnd, limit);
    if (environment && INLINE_ENVIRONMENTS.has(environment)) return -1;
    return environmentEnd(reading, at, limit);
  }
  if (name === 'end' || name === 'and') return -1;
  if (name.startsWith('start')) return contextEnd(reading, at, nameEnd, limit);
  const end = argumentsEnd(reading, nameEnd, limit, name);
  if (end < 0) return -1;
  if (BLOCK_COMMANDS.has(name)) return end;
  // A command that may be either is a block if its line ends with it.
  return text.charCodeAt(skipBlanks(text, end)) === NEWLINE || text.charCodeAt(end - 1) === NEWLINE
    ? end
    : -1;
}

const INLINE_ENVIRONMENTS = words(
  `displaymath math equation equation* gather gather* multline multline* eqnarray eqnarray* align align* alignat
   alignat* dmath dmath* dgroup dgroup* darray darray*`,
);

function environmentName(text: string, at: number, limit: number): string | null {
  const open = skipBlanks(text, at);
  if (text.charCodeAt(open) !== 123) return null;
  const name = text.slice(open + 1, open + 81);
  const length = name.indexOf('}');
  return length < 0 || open + 1 + length >= limit ? null : name.slice(0, length);
}

function environmentEnd(reading: Reading, at: number, limit: number): number {
  const name = environmentName(reading.text, at + 6, limit);
  if (name === null) return -1;
  return within(reading, reading.table(TexEnvironments).end(name, at), limit);
}

/** ConTeXt's `\startname … \stopname`. Pandoc’s `rawConTeXtEnvironment`. */
function contextEnd(reading: Reading, at: number, nameEnd: number, limit: number): number {
  const name = reading.text.slice(at + 6, nameEnd);
  return within(reading, reading.table(TexEnvironments).stop(name, nameEnd), limit);
}

/** `end` if it is before `limit`; else -1, which depends on all text up to `limit`. */
function within(reading: Reading, end: number, limit: number): number {
  if (end >= 0 && end <= limit) return end;
  reading.lookedTo(limit);
  return -1;
}

/** The offset after the star, optional arguments and braced arguments of a command. */
function argumentsEnd(reading: Reading, from: number, limit: number, name: string): number {
  const { text } = reading;
  let end = from;
  if (text.charCodeAt(end) === 42) end++;
  if (FONT_SIZES.has(name)) return end;
  if (name === 'def' || name === 'let') {
    const open = reading.find('{', end);
    return open < 0 || open >= limit ? -1 : within(reading, reading.table(TexGroups).end(open), limit);
  }
  let seenBrace = false;
  for (;;) {
    const i = spaces(text, end, limit);
    const code = text.charCodeAt(i);
    if (code === 123 && i < limit) seenBrace = true;
    else if (code !== 91 || i >= limit || (seenBrace && !name.includes('command'))) break;
    const close = within(reading, reading.table(TexGroups).end(i), limit);
    if (close < 0) return code === 123 ? -1 : end;
    end = close;
  }
  while (text.startsWith('{}', end) && end + 2 <= limit) end += 2;
  if (name.startsWith('cite') && !seenBrace) return -1;
  return end;
}

/** Skips spaces with at most one line end among them. */
function spaces(text: string, at: number, limit: number): number {
  let i = skipBlanks(text, at);
  if (text.charCodeAt(i) === NEWLINE && i < limit) {
    const next = skipBlanks(text, i + 1);
    if (text.charCodeAt(next) !== NEWLINE) i = next;
  }
  return i;
}
