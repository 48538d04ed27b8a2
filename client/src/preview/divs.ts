/** Fenced divs, `::: {.claim #id}` … `:::`. */
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type { Attributes } from '../../../server/src/facts/model.ts';
import { readAttributes } from '../../../server/src/syntax/attributes.ts';
import { dress } from './parts.ts';

const colons = /:{3,}[ \t]*/y;
const word = /([^\s{}:]+)[ \t]*/y;
const trailing = /:*[ \t]*(?:\n|$)/y;
const closingLine = /^:{3,}[ \t]*$/;
const openingLine = /^:{3,}[ \t]*(?:\{|[^\s{}:]+[ \t]*:*[ \t]*$)/;
const codeLine = /^(`{3,}|~{3,})/;

interface Fence {
  readonly attributes: Attributes;
  /** The line after the fence. */
  readonly next: number;
}

/** Opening line → closing line of fences. */
type Closings = ReadonlyMap<number, number>;

/**
 * Creates a markdown-it block rule for fenced divs that are closed. As in Pandoc they do not interrupt a paragraph.
 */
export function createDivRule(): (
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
) => boolean {
  // One pass over the lines finds every closing fence, so that unclosed fences do not cost a scan each.
  const known = new WeakMap<StateBlock, Map<string, Closings>>();
  const closings = (state: StateBlock, startLine: number, endLine: number): Closings => {
    const within = known.get(state) ?? new Map<string, Closings>();
    known.set(state, within);
    const where = `${endLine} ${state.blkIndent}`;
    const found = within.get(where) ?? closingFences(state, startLine, endLine);
    within.set(where, found);
    return found;
  };

  return (state, startLine, endLine, silent) => {
    if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
    const fence = readFence(state, startLine);
    const close = fence ? closings(state, startLine, endLine).get(startLine) : undefined;
    if (!fence || close === undefined || close < fence.next) return false;
    if (!silent) div(state, startLine, close, fence);
    return true;
  };
}

function div(state: StateBlock, startLine: number, close: number, fence: Fence): void {
  const { lineMax, parentType } = state;
  const opening = state.push('sicetnon_div_open', 'div', 1);
  opening.map = [startLine, close + 1];
  const mark = state.push('sicetnon_mark', '', 0);
  dress(opening, fence.attributes, mark);
  state.parentType = 'root';
  state.lineMax = close;
  state.md.block.tokenize(state, fence.next, close);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push('sicetnon_div_close', 'div', -1);
  state.line = close + 1;
}

/** Parses the opening fence in a line; its attributes may continue on the next lines. */
function readFence(state: StateBlock, line: number): Fence | null {
  const { src } = state;
  const start = state.bMarks[line]! + state.tShift[line]!;
  colons.lastIndex = start;
  if (!colons.test(src)) return null;
  const at = colons.lastIndex;
  const read = readAttributes(src, at, src.length);
  word.lastIndex = at;
  const bare = read ? null : word.exec(src);
  if (!read && (!bare || at >= state.eMarks[line]!)) return null;
  const end = read ? read.end : word.lastIndex;
  trailing.lastIndex = skipBlanks(src, end);
  if (!trailing.test(src)) return null;
  let next = line + 1;
  while (next < state.lineMax && state.bMarks[next]! < end) next++;
  return { attributes: read?.attributes ?? ofClass(bare![1]!, at), next };
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  return i;
}

function ofClass(text: string, from: number): Attributes {
  const range = { from, to: from + text.length };
  return { range, id: null, classes: [{ text, range }], pairs: [] };
}

/** The fences that are closed in the lines of a container, with their closing lines. */
function closingFences(state: StateBlock, from: number, endLine: number): Closings {
  const closings = new Map<number, number>();
  const open: number[] = [];
  let code: string | null = null;
  let fresh = true;
  for (let line = from; line < endLine; line++) {
    const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
    if (text !== '' && state.sCount[line]! < state.blkIndent) break;
    const rail = codeLine.exec(text)?.[1] ?? null;
    const wasFresh = fresh;
    fresh = text === '';
    if (code !== null) {
      if (rail?.startsWith(code) && text.trim() === rail) code = null;
    } else if (rail !== null) code = rail;
    else if (closingLine.test(text)) {
      const opened = open.pop();
      if (opened !== undefined) closings.set(opened, line);
      fresh = true;
    } else if (wasFresh && openingLine.test(text)) {
      open.push(line);
      fresh = true;
    }
  }
  return closings;
}
