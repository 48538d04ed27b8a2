/**
 * Values that continue at the indentation of their key. libyaml, which Pandoc uses, accepts them; the `yaml`
 * package does not.
 */

/** In UTF-16 units; longer values in quotation marks or brackets are not handled. */
const LONGEST = 20_000;
/** A line whose value, in a list or under a key, begins with a quotation mark or a bracket. */
const OPENING = /^[ \t]*(?:-[ \t]+)*(?:[^\s"'#:[\]{}][^\n:]*:[ \t]+)?(?:-[ \t]+)*(["'[{])/;
/** A plain value may continue after a tab; a key or an item may not. */
const AFTER_TAB = /^ *\t[ \t]*(?!-[ \t]|[^\n]*:(?:[ \t]|$))/;

/**
 * Replaces line ends by blanks in quoted values and brackets that are closed at the indentation of their key. Also
 * replaces tabs before the rest of a plain value. The length stays the same, so offsets stay valid.
 */
export function withContinuedLines(source: string): string {
  const pieces: string[] = [];
  let done = 0;
  const take = (from: number, to: number, instead: string) => {
    pieces.push(source.slice(done, from), instead);
    done = to;
  };
  for (let at = 0; at < source.length;) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 ? source.length : newline;
    const line = source.slice(at, Math.min(lineEnd, at + 1100));
    const opening = OPENING.exec(line);
    const open = opening ? at + opening[0].length - 1 : -1;
    const end = open < 0 ? -1 : closingOf(source, open);
    if (end > lineEnd) {
      take(open, end, source.slice(open, end).replace(/\n/g, ' '));
      at = end;
      continue;
    }
    const tab = opening ? null : AFTER_TAB.exec(line);
    if (tab) take(at, at + tab[0].length, ' '.repeat(tab[0].length));
    at = lineEnd + 1;
  }
  if (done === 0) return source;
  pieces.push(source.slice(done));
  return pieces.join('');
}

/** The offset after the character that closes `open`, if only a comment follows it on its line; else -1. */
function closingOf(source: string, open: number): number {
  const limit = Math.min(source.length, open + LONGEST);
  const mark = source.charAt(open);
  const end = mark === '"' || mark === "'" ? quoteEnd(source, open, limit) : bracketEnd(source, open, limit);
  if (end < 0) return -1;
  const newline = source.indexOf('\n', end);
  return /^[ \t]*(?:$|[ \t]#)/.test(source.slice(end, newline < 0 ? source.length : newline)) ? end : -1;
}

function quoteEnd(source: string, open: number, limit: number): number {
  const mark = source.charAt(open);
  for (let at = open + 1; at < limit; at++) {
    const letter = source.charAt(at);
    if (letter === '\\' && mark === '"') at++;
    else if (letter === mark) {
      if (mark === '"' || source.charAt(at + 1) !== mark) return at + 1;
      at++;
    } else if (letter === '\n' && /^(?:---|\.\.\.)(?:\s|$)/.test(source.slice(at + 1, at + 5))) return -1;
  }
  return -1;
}

/** The end of a bracket. Comments inside it would hide the rest once it is joined to one line. */
function bracketEnd(source: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const letter = source.charAt(at);
    if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (letter === '#') return -1;
    else if ((letter === '"' || letter === "'") && /[\s,:[{]/.test(source.charAt(at - 1))) {
      const end = quoteEnd(source, at, limit);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}
