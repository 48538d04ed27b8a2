/** Keeps the words of a plain text that becomes Markdown: escapes what Pandoc would read as markup. */
import { holdsMarkdown, isPlainFile } from '../../syntax/plain-prose.ts';
import { frontMatterBlock } from '../../facts/front-matter.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { TextRange } from '../../text/range.ts';
import type { TextSplice } from './splices.ts';

/**
 * What would lose or change words anywhere: backslashes, code, mathematics, tags, entities, targets of links,
 * attributes, citations, brackets.
 */
const WITHIN =
  /[\\`[]|\$(?=\S)|<(?=[A-Za-z/!?])(?!\/?su[bp]>)|&(?=#?\w{1,10};)|(?<=\])[({]|(?<![\p{L}\p{N}\\])@(?=[\p{L}\p{N}_{])/gu;
/** Numbers and letters of lists. */
const NUMBERED =
  /^[ \t\f]{0,3}(?:\((?=(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})\)[ \t])|(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9}|[IVXLCDM]{2,9}|[A-Z](?=\)|\.[ \t]{2}))(?=[.)][ \t]))/u;
/** Targets of links, fences, rules that open metadata or a table, the title of a document. */
const AT_START = /^[ \t\f]{0,3}(?=\[[^\]\n]{1,200}\]:|~{3}|-{3,}[ \t]*$|%|:[ \t~])/u;
/** What makes a heading of the line above. */
const UNDERLINE = /^[ \t\f]{0,3}(?=(?:-+|=+)[ \t]*$)/u;
const INDENTED = /^[\t\f ]*(?:\t| {4})[\t ]*(?=\S)/u;

/**
 * The splices that keep a plain text as it is when it becomes Markdown; none for a text that is Markdown already. What
 * lies within `spared`, sorted ranges, is left to its own conversion.
 */
export function plainEscapes(
  { path, text: { text } }: DocumentView,
  spared: readonly TextRange[],
): TextSplice[] {
  if (!isPlainFile(path) || holdsMarkdown(text)) return [];
  const splices: TextSplice[] = [];
  let next = 0;
  const isSpared = (from: number, to: number) => {
    while (next < spared.length && spared[next]!.to <= from) next++;
    const hidden = spared[next];
    return hidden !== undefined && (from === to ? hidden.from <= from : hidden.from < to);
  };
  const add = (from: number, to: number, insert: string) => {
    if (!isSpared(from, to)) splices.push({ range: { from, to }, insert });
  };
  const open = openBrackets(text);
  const lists = new CountedList();
  let isBehindBlank = true;
  const begin = frontMatterBlock(text)?.range.to ?? 0;
  for (let at = begin; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    const isBlank = line.trim() === '';
    let done = 0;
    if (!isBlank) {
      const indent = isBehindBlank ? INDENTED.exec(line) : null;
      if (indent) {
        add(at, at + indent[0].length, '');
        done = indent[0].length;
      }
      const rest = line.slice(done);
      const isOther = lists.takes(rest, isBehindBlank, isSpared(at, at));
      const start = isOther
        ? NUMBERED.exec(rest)
        : isBehindBlank || rest.startsWith(':')
          ? AT_START.exec(rest)
          : UNDERLINE.exec(rest);
      if (start) {
        // A parenthesis is escaped itself, a full stop after its number.
        const to = at + done + start[0].length - (start[0].endsWith('(') ? 1 : 0);
        add(to, to, '\\');
        done = to - at;
      }
    }
    for (const { 0: sign, index } of line.matchAll(WITHIN))
      if (index >= done && (sign !== '[' || open.has(at + index))) add(at + index, at + index, '\\');
    isBehindBlank = isBlank;
    at = end + 1;
  }
  return splices;
}

/** Follows the lists of a text as Pandoc has them, which counts their items on from the first. */
class CountedList {
  /** The number and the sign after it that would go on with the list; null where there is none. */
  private next: string | null = null;

  /**
   * Takes the next line that is not blank. Whether it is numbered otherwise than Pandoc would count, so that its number
   * has to be escaped.
   */
  takes(line: string, isBehindBlank: boolean, isReplaced: boolean): boolean {
    const numbered = isBehindBlank || this.next !== null ? NUMBERED.exec(line) : null;
    if (isReplaced || !numbered) {
      if (isReplaced || isBehindBlank) this.next = null;
      return false;
    }
    const [, number, sign] = /^\s*\(?(\d+)([.)])/.exec(line) ?? [];
    const isFirst = this.next === null;
    const isNext = number !== undefined && (isFirst || this.next === `${Number(number)}${sign}`);
    if (isNext) this.next = `${Number(number) + 1}${sign}`;
    else if (isBehindBlank) this.next = null;
    return !isNext;
  }
}

/** The brackets that are closed in no line of their paragraph: older versions of Pandoc lose what follows these. */
function openBrackets(text: string): Set<number> {
  const open = new Set<number>();
  let stack: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[[\]]|\n[ \t\f]*(?=\n)/g)) {
    if (sign === '[') stack.push(index);
    else if (sign === ']') stack.pop();
    else {
      for (const at of stack) open.add(at);
      stack = [];
    }
  }
  for (const at of stack) open.add(at);
  return open;
}
