/** Block-level HTML: divs, other elements with Markdown in them, and verbatim elements. */
import { blankLineAt, blankLinesAt, skipBlanks } from './characters.ts';
import {
  attributesOfTag,
  commentAt,
  elementEnd,
  isBlockTag,
  isInlineTag,
  isVerbatimTag,
  tagAt,
  type HtmlTag,
} from './html.ts';
import { skipAtMostSpaces } from './indentation.ts';
import { placeAttributes } from './placing.ts';
import { MAX_DEPTH, type Reading } from './reading.ts';

const LESS_THAN = 60;

/**
 * `<div …>` with its blocks at `at`: the offset after its closing tag or, without one, after all that
 * follows; or -1. Pandoc’s `divHtml`.
 */
export function htmlDivAt(reading: Reading, at: number, limit: number): number {
  const tag = tagAt(reading, at, limit);
  if (!tag || tag.name !== 'div' || tag.closes || reading.refusesDepth(at)) return -1;
  const outer = reading.htmlTag;
  reading.htmlTag = 'div';
  reading.depth++;
  const blank = blankLinesAt(reading.text, tag.end, limit);
  const contentTo = contentEnd(reading, blank < 0 ? tag.end : blank, limit, 'div', 0);
  reading.depth--;
  reading.htmlTag = outer;
  reading.opaque(at, tag.end);
  const closer = closingTagAt(reading, contentTo, limit, 'div');
  const end = closer?.end ?? contentTo;
  if (closer) reading.opaque(contentTo, end);
  reading.add({
    kind: 'div',
    range: reading.range(at, end),
    contentRange: reading.range(tag.end, contentTo),
    attributes: placeAttributes(reading, attributesOfTag(tag, at)),
  });
  return end;
}

function closingTagAt(reading: Reading, at: number, limit: number, name: string): HtmlTag | null {
  if (at >= limit || reading.text.charCodeAt(at) !== LESS_THAN || reading.text.charCodeAt(at + 1) !== 47)
    return null;
  const tag = tagAt(reading, at, limit);
  return tag?.closes && tag.name === name ? tag : null;
}

/** Reads blocks up to the closing tag of `name`. Returns its offset, or the end of the blocks. */
function contentEnd(reading: Reading, from: number, limit: number, name: string, indent: number): number {
  for (let at = from; at < limit;) {
    const start = indent > 0 ? skipAtMostSpaces(reading.text, at, indent).at : at;
    if (closingTagAt(reading, start, limit, name)) return at;
    const end = reading.grammar.block(reading, start, limit);
    if (end <= start) return at;
    at = end;
  }
  return limit;
}

/**
 * Other block-level HTML at `at`, a comment, element or tag: the offset after it, or -1. Pandoc’s
 * `htmlBlock`.
 */
export function htmlBlockAt(reading: Reading, at: number, limit: number): number {
  const comment = commentAt(reading, at, limit);
  if (comment >= 0) {
    reading.add({ kind: 'comment', range: reading.range(at, comment) });
    return behindBlanks(reading.text, comment, limit);
  }
  const tag = tagAt(reading, at, limit);
  if (!tag) return -1;
  if (!tag.closes && isVerbatimTag(tag)) {
    const end = elementEnd(reading, tag, limit);
    if (end >= 0) {
      reading.opaque(at, end);
      return end;
    }
  }
  if (!isBlockTag(tag)) return -1;
  if (!tag.closes && !tag.name.startsWith('?')) return elementWithBlocks(reading, at, tag, limit);
  if (isInlineTag(tag) && !isBlockTag(tag)) return -1;
  reading.opaque(at, tag.end);
  return behindBlanks(reading.text, tag.end, limit);
}

function behindBlanks(text: string, at: number, limit: number): number {
  const spaces = skipBlanks(text, at);
  const blank = blankLinesAt(text, spaces, limit);
  return blank < 0 ? Math.min(spaces, limit) : blank;
}

function elementWithBlocks(reading: Reading, at: number, tag: HtmlTag, limit: number): number {
  const { text } = reading;
  reading.opaque(at, tag.end);
  let from = skipBlanks(text, tag.end);
  let indent = 0;
  const blank = blankLineAt(text, from, limit);
  if (blank >= 0) {
    from = blank;
    for (; text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9; from++)
      indent += text.charCodeAt(from) === 9 ? 4 : 1;
  }
  if (tag.alone || reading.depth >= MAX_DEPTH) return Math.min(from, limit);
  const outer = reading.htmlTag;
  reading.htmlTag = tag.name;
  reading.depth++;
  const end = contentEnd(reading, from, limit, tag.name, indent);
  reading.depth--;
  reading.htmlTag = outer;
  const start = indent > 0 ? skipAtMostSpaces(text, end, indent).at : end;
  const closer = closingTagAt(reading, start, limit, tag.name);
  if (!closer) return end;
  reading.opaque(start, closer.end);
  return closer.end;
}
