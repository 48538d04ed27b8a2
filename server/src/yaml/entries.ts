/** Splits a YAML text into its top-level entries before parsing. */
import type { TextRange } from '../text/range.ts';

/**
 * The top-level entries of a block mapping, each with its lines: an entry begins at every line with a key in
 * the first column. Empty where no line looks like a key.
 */
export function entriesApart(text: string, within: TextRange): TextRange[] {
  const starts: number[] = [];
  let end = within.to;
  let keys = 0;
  for (let at = within.from; at < within.to;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > within.to ? within.to : newline;
    const line = belongsToAnother(text.charCodeAt(at)) ? '' : text.slice(at, Math.min(lineEnd, at + 1100));
    if (line === '') {
      // Fast path for most lines: indented, blank, or a comment.
    } else if (/^(---|\.\.\.)\s*$/.test(line)) {
      if (starts.length > 0) {
        end = at;
        break;
      }
    } else if (/^[^\s#%\]}-]|^-[^\s-]/.test(line)) {
      starts.push(at);
      if (line.includes(':')) keys++;
    }
    at = lineEnd + 1;
  }
  if (keys === 0) return [];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? end }));
}

/** A document marker or a directive, after which other rules hold. */
const DOCUMENT_MARK = /\n(?:---|\.\.\.|%)/;
/** What may be an anchor or alias: `&name` or `*name` where a value may be. */
const ANCHOR = /(?:^|[\s,[{:-])&[^\s&]/m;
const ALIAS = /(?:^|[\s,[{:-])\*[^\s*]/m;
/** What makes a line more than a plain key: tags, anchors, explicit keys, brackets, merge keys. */
const NO_PLAIN_KEY = /[!&*?|>{[:@`<]/;

/**
 * The top-level entries of a text that is only a block mapping and whose entries are independent; null where
 * that is not certain. Parsed one by one they give the same as the whole, except that duplicate keys are not
 * detected.
 */
export function independentEntries(text: string): TextRange[] | null {
  const entries = entriesApart(text, { from: 0, to: text.length });
  const [first] = entries;
  if (!first || !isPreamble(text.slice(0, first.from))) return null;
  if (DOCUMENT_MARK.test(text.slice(first.from))) return null;
  // The `yaml` package takes a tab before a continued line for an error at the end of its input only.
  if (/^ *\t/m.test(text)) return null;
  if (text.includes('&') && text.includes('*') && ANCHOR.test(text) && ALIAS.test(text)) return null;
  return entries.some(({ from }) => NO_PLAIN_KEY.test(text.charAt(from))) ? null : entries;
}

/** Blank lines and comments, and at most one document start marker. */
function isPreamble(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^[ \t]*(?:#|$)/.test(line));
  return lines.length === 0 || (lines.length === 1 && /^---[ \t]*$/.test(lines[0]!));
}

/** Whether a line with that first character (space, tab, line end, `#`) can neither be a key nor end the document. */
function belongsToAnother(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x23;
}
