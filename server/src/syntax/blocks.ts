/** Blocks, tried in Pandoc's order. */
import { balancedBracketAt } from './balanced-brackets.ts';
import { NEWLINE, SPACE, blankLineAt, blankLinesAt, isAsciiLetter, skipBlanks } from './characters.ts';
import { blockQuoteAt, fencedDivAt, noteDefinitionAt } from './containers.ts';
import { definitionListAt } from './definition-lists.ts';
import { headingAt } from './headings.ts';
import { htmlBlockAt, htmlDivAt } from './html-blocks.ts';
import { indentedBy, unindentedAt } from './indentation.ts';
import { normalCitationAt } from './citations.ts';
import { linkDefinitionAt } from './links.ts';
import { horizontalRuleAt } from './list-markers.ts';
import { bulletListAt, numberedListAt } from './lists.ts';
import type { SyntaxNode } from './nodes.ts';
import { noteLabelEnd } from './note-labels.ts';
import type { Block, Reading } from './reading.ts';
import { tableAt } from './tables.ts';
import { texBlockAt } from './tex.ts';
import { codeFenceAt, indentedCodeAt } from './verbatim.ts';
import { yamlBlockAt } from './yaml-block.ts';

/**
 * Reads the block at `at`, or reuses a stored one. Returns the offset after it, or `at` where none can be
 * read.
 */
export function blockAt(reading: Reading, at: number, limit: number): number {
  return storedBlock(reading, at, limit, readBlock);
}

/** As `blockAt`, where `readOne` reads a block that is not stored. */
export function storedBlock(
  reading: Reading,
  at: number,
  limit: number,
  readOne: (reading: Reading, at: number, limit: number) => number,
): number {
  if (reading.origins) return readOne(reading, at, limit);
  const level = reading.divLevel > 0 ? '1' : '0';
  const context = reading.htmlTag === null ? level : level + reading.htmlTag;
  const stored = reading.store?.find(at, context);
  if (stored) return keep(reading, at, stored);
  const { nodes, children, base, examined } = reading;
  reading.nodes = [];
  reading.children = [];
  reading.base = reading.once ? 0 : at;
  reading.examined = at;
  reading.forgetAttempts();
  const end = readOne(reading, at, limit);
  const seen = reading.once ? 0 : Math.max(reading.examined, tailEnd(reading.text, end, limit)) - at;
  const block: Block = {
    from: reading.once ? at : 0,
    length: end - at,
    examined: seen,
    context,
    nodes: inOrder(reading.nodes),
    children: reading.children,
    memory: null,
  };
  reading.nodes = nodes;
  reading.children = children;
  reading.base = base;
  reading.examined = examined;
  reading.forgetAttempts();
  return end > at ? keep(reading, at, block) : end;
}

function keep(reading: Reading, at: number, block: Block): number {
  reading.children.push({ offset: reading.once ? 0 : at - reading.base, block });
  reading.lookedTo(at + block.examined);
  return at + block.length;
}

/** How far reading a block may have looked past its end: two lines, with the blank lines before each. */
function tailEnd(text: string, end: number, limit: number): number {
  let at = end;
  for (let line = 0; line < 3 && at < limit; line++) {
    const blank = blankLinesAt(text, at, limit);
    const lineEnd = text.indexOf('\n', blank < 0 ? at : blank);
    at = lineEnd < 0 || lineEnd >= limit ? limit : lineEnd + 1;
  }
  return at;
}

function inOrder(nodes: SyntaxNode[]): SyntaxNode[] {
  for (let i = 1; i < nodes.length; i++)
    if (byPlace(nodes[i - 1]!, nodes[i]!) > 0) return nodes.sort(byPlace);
  return nodes;
}

function byPlace(a: SyntaxNode, b: SyntaxNode): number {
  return a.range.from - b.range.from || b.range.to - a.range.to;
}

/** Pandoc’s `block`. */
function readBlock(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let start = at;
  if (!(text.charCodeAt(at) > SPACE)) {
    const blank = blankLinesAt(text, at, limit);
    if (blank >= 0) return blank;
    start = skipBlanks(text, at);
    if (start >= limit) return limit;
  }
  const special = specialBlockAt(reading, at, start, limit);
  if (special > at) return special;
  return paragraphAt(reading, at, limit);
}

function specialBlockAt(reading: Reading, at: number, start: number, limit: number): number {
  const { text } = reading;
  const code = text.charCodeAt(start);
  const flush = start === at;
  if (flush && beginsWords(code) && standsAlone(reading, at, limit))
    return code === 91 ? definitionAt(reading, at, limit) : numberedListAt(reading, at, limit);
  let end = -1;
  if (code === 96 || code === 126) {
    end = codeFenceAt(reading, at, limit);
    if (end >= 0) {
      reading.outline('code', at, end);
      reading.opaque(at, end);
      return end;
    }
  }
  if (code === 45 && flush) {
    end = yamlBlockAt(reading, at, limit);
    if (end >= 0) return end;
  }
  if (code === 42 || code === 43 || code === 45) end = bulletListAt(reading, at, limit);
  if (end < 0 && flush && code === 60) end = htmlDivAt(reading, at, limit);
  if (end < 0 && flush && code === 58) end = fencedDivAt(reading, at, limit);
  if (end < 0) end = reading.undoing(headingAt, at, limit);
  if (end < 0 && flush && code === 60) end = htmlBlockAt(reading, at, limit);
  if (end < 0) end = reading.undoing(tableAt, at, limit);
  if (end < 0 && indentedBy(text, at, 4) >= 0) end = code4(reading, at, limit);
  if (end >= 0) return end;
  if (flush && code === 92) {
    end = texBlockAt(reading, at, limit);
    if (end >= 0) reading.opaque(at, end);
  }
  if (end < 0 && flush && code === 124) end = lineBlockAt(reading, at, limit);
  if (end < 0 && code === 62) end = blockQuoteAt(reading, at, limit);
  if (end < 0) end = ruleAt(reading, at, limit);
  if (end < 0) end = numberedListAt(reading, at, limit);
  if (end < 0) end = definitionListAt(reading, at, limit, isTable);
  return end < 0 && code === 91 ? definitionAt(reading, at, limit) : end;
}

/** A letter or an opening bracket: paragraph, definition, or (rarely) list item. */
function beginsWords(code: number): boolean {
  return isAsciiLetter(code) || code > 127 || code === 91;
}

/**
 * Whether a line that begins with words is certainly no heading, table or term of a definition list. Looks at that
 * line and the first characters of the next two. A quick test that settles most blocks; errs on the side of false.
 */
function standsAlone(reading: Reading, at: number, limit: number): boolean {
  const { text } = reading;
  const lineEnd = reading.signs.lineEnds.from(at);
  if (lineEnd < 0 || lineEnd + 2 >= limit) return false;
  const pipe = reading.pipes.from(at);
  if ((pipe >= 0 && pipe < lineEnd) || text.startsWith('Table:', at)) return false;
  let next = text.charCodeAt(lineEnd + 1);
  if (next === NEWLINE) next = text.charCodeAt(lineEnd + 2);
  return next === NEWLINE || beginsWords(next);
}

/** A note or link definition at `at`: the offset after it, or -1. */
function definitionAt(reading: Reading, at: number, limit: number): number {
  const end = noteDefinitionAt(reading, at, limit);
  return end < 0 ? definedLinkAt(reading, at, limit) : end;
}

function isTable(reading: Reading, at: number, limit: number): boolean {
  const kept = reading.nodes.length;
  const end = tableAt(reading, at, limit);
  reading.dropNodes(kept);
  return end >= 0;
}

/** Pandoc’s `codeBlockIndented`. */
function code4(reading: Reading, at: number, limit: number): number {
  const code = indentedCodeAt(reading.text, at, limit);
  if (code < 0) return -1;
  reading.outline('code', at, code);
  reading.opaque(at, code);
  const end = blankLinesAt(reading.text, code, limit);
  return end < 0 ? code : end;
}

/** Pandoc’s `hrule`. */
function ruleAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const end = horizontalRuleAt(text, at, limit);
  if (end < 0) return -1;
  reading.outline('rule', at, end);
  const blank = blankLinesAt(text, end, limit);
  return blank < 0 ? end : blank;
}

/** Pandoc’s `referenceKey`. */
function definedLinkAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const open = unindentedAt(text, at, limit);
  if (open < 0 || noteLabelEnd(text, open, limit) >= 0) return -1;
  const close = balancedBracketAt(reading, open, limit);
  const found = close < 0 ? null : linkDefinitionAt(text, at, close, limit);
  if (!found || cites(reading, open, close + 1)) return -1;
  reading.opaque(open, found.end);
  reading.add({ kind: 'linkDefinition', range: reading.range(open, found.end), label: found.label });
  return found.end;
}

/** Whether the text between two offsets is a bracketed citation, which is no link label. */
function cites(reading: Reading, from: number, to: number): boolean {
  if (!reading.text.slice(from, to).includes('@')) return false;
  const kept = reading.nodes.length;
  const end = normalCitationAt(reading, from, to);
  reading.dropNodes(kept);
  return end === to;
}

/** A line block, `| line`: after it, or -1. Pandoc’s `lineBlock`. */
function lineBlockAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let end = -1;
  for (let line = at; line < limit && text.charCodeAt(line) === 124; line = end) {
    let lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0 || lineEnd >= limit) break;
    if (blankLineAt(text, line + 1, limit) < 0) {
      const from = skipBlanks(text, line + 2);
      if (text.charCodeAt(line + 1) !== 32) break;
      const excerpt = reading.excerpt();
      excerpt.add(from, lineEnd);
      while (lineEnd + 1 < limit && text.charCodeAt(lineEnd + 1) === 32) {
        const next = text.indexOf('\n', lineEnd + 1);
        if (next < 0 || next >= limit) break;
        excerpt.insert(' ', lineEnd);
        excerpt.add(lineEnd + 2, next);
        lineEnd = next;
      }
      reading.add({ kind: 'prose', range: reading.range(from, lineEnd) });
      reading.excerptInlines(excerpt);
    }
    end = lineEnd + 1;
  }
  if (end >= 0) reading.outline('lineBlock', at, end);
  const blank = end < 0 ? -1 : blankLinesAt(text, end, limit);
  return blank < 0 ? end : blank;
}

/** A placeholder, so that a paragraph's node comes before those inside it. */
const NO_PROSE: SyntaxNode = { kind: 'prose', range: { from: 0, to: 0 } };

/**
 * Reads the paragraph at `at`. Returns the offset after it and its blank lines, or `at` where none can be
 * read. Pandoc’s `para`.
 */
export function paragraphAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const start = reading.nodes.length;
  reading.add(NO_PROSE);
  reading.settledDepth = reading.depth;
  const end = reading.inlines(at, limit);
  reading.settledDepth = -1;
  if (end === at) {
    reading.dropNodes(start);
    return at;
  }
  reading.nodes[start] = { kind: 'prose', range: reading.range(at, end) };
  reading.outline('paragraph', at, end);
  if (text.charCodeAt(end) !== NEWLINE || end >= limit) return end;
  const blank = blankLinesAt(text, end + 1, limit);
  return blank < 0 ? end : blank;
}
