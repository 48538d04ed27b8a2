/** The top-level entries of a YAML text, told apart before it is parsed. */
import type { TextRange } from '../text/range.ts';

/**
 * The top-level entries of a block mapping, each with the lines that belong to it: an entry begins at every
 * line that begins at the left margin with a key. None where no line looks like a key.
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
      // Most lines: indented, blank, or a comment.
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

/** Where a new document begins or ends, or a directive stands: what follows is read otherwise. */
const DOCUMENT_MARK = /\n(?:---|\.\.\.|%)/;
/** What may begin an anchor or an alias: `&name`, `*name` where a value may stand. */
const ANCHOR = /(?:^|[\s,[{:-])&[^\s&]/m;
const ALIAS = /(?:^|[\s,[{:-])\*[^\s*]/m;
/** What makes of the line more than the key of an entry: tags, anchors, explicit keys, brackets, merging. */
const NO_PLAIN_KEY = /[!&*?|>{[:@`<]/;

/**
 * The top-level entries of a text that is nothing but a block mapping, each of which says what it says whatever
 * the others are; null where that is not certain. Read one by one they come to what the whole comes to, save that
 * a key which stands twice is not found out.
 */
export function independentEntries(text: string): TextRange[] | null {
  const entries = entriesApart(text, { from: 0, to: text.length });
  const [first] = entries;
  if (!first || !isPreamble(text.slice(0, first.from))) return null;
  if (DOCUMENT_MARK.test(text.slice(first.from))) return null;
  if (text.includes('&') && text.includes('*') && ANCHOR.test(text) && ALIAS.test(text)) return null;
  return entries.some(({ from }) => NO_PLAIN_KEY.test(text.charAt(from))) ? null : entries;
}

/** Blank lines and comments, and the mark of the document's beginning, once. */
function isPreamble(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^[ \t]*(?:#|$)/.test(line));
  return lines.length === 0 || (lines.length === 1 && /^---[ \t]*$/.test(lines[0]!));
}

/** Whether a line that begins so (a space, a tab, its own end, `#`) can neither be a key nor end the document. */
function belongsToAnother(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x23;
}
