/** Lists. The lines of each item are cut out of the text without their indentation, and read as blocks. */
import { blankLineAt, blankLinesAt } from './characters.ts';
import { divFenceEnd } from './div-fences.ts';
import type { Excerpt } from './excerpt.ts';
import { closesElement } from './html.ts';
import { skipAtMostSpaces, type Indent } from './indentation.ts';
import { bulletAt, listMarkerAt, numberAt, type ListMarker } from './list-markers.ts';
import type { Reading } from './reading.ts';
import { codeFenceAt } from './verbatim.ts';

/** A bullet list at `at`: the offset after it, or -1. Pandoc’s `bulletList`. */
export function bulletListAt(reading: Reading, at: number, limit: number): number {
  const end = itemsAt(reading, at, limit, (from) => bulletAt(reading.text, from, limit));
  if (end >= 0) reading.outline('bulletList', at, end);
  return end;
}

/** A numbered, lettered or example list at `at`: the offset after it, or -1. Pandoc’s `orderedList`. */
export function numberedListAt(reading: Reading, at: number, limit: number): number {
  const first = numberAt(reading.text, at, limit, null);
  if (!first) return -1;
  const end = itemsAt(reading, at, limit, (from) => numberAt(reading.text, from, limit, first));
  if (end >= 0) reading.outline('numberedList', at, end);
  return end;
}

/**
 * Items at `at` with the markers that `markerAt` finds: the offset after the last, or -1 where there is none.
 */
export function itemsAt(
  reading: Reading,
  at: number,
  limit: number,
  markerAt: (at: number) => ListMarker | null,
): number {
  let end = -1;
  for (let from = at; from < limit; from = end) {
    const marker = markerAt(from);
    const itemEnd = marker ? listItem(reading, limit, marker) : -1;
    if (itemEnd < 0) break;
    reading.outline('item', from, itemEnd);
    end = itemEnd;
  }
  return end;
}

/** Pandoc’s `listItem`. */
function listItem(reading: Reading, limit: number, marker: ListMarker): number {
  const { text } = reading;
  const outer = reading.inList;
  reading.inList = true;
  const excerpt = reading.excerpt();
  const indent = marker.style === 'example' ? 4 : marker.width;
  let end = itemLines(reading, excerpt, limit, marker.content, indent);
  if (end >= 0) {
    end = blanks(text, excerpt, end, limit);
    for (let next = continuation(reading, excerpt, end, limit, indent); next >= 0;) {
      end = next;
      next = continuation(reading, excerpt, end, limit, indent);
    }
    if (marker.style === 'example' && marker.labelTo > marker.labelFrom)
      reading.add({
        kind: 'example',
        range: reading.range(marker.labelFrom, marker.labelTo),
        label: text.slice(marker.labelFrom, marker.labelTo),
      });
    reading.excerptBlocks(excerpt);
  }
  reading.inList = outer;
  return end;
}

/**
 * The lines of an item's first paragraph, with any indentation, up to a blank line, an item or a fence.
 * Pandoc’s `rawListItem`.
 */
function itemLines(
  reading: Reading,
  excerpt: Excerpt,
  limit: number,
  content: Indent,
  indent: number,
): number {
  const { text } = reading;
  let end = itemLine(reading, excerpt, content, limit);
  while (end >= 0 && end < limit) {
    if (listMarkerAt(text, end, limit) || blankLineAt(text, end, limit) >= 0) break;
    if (codeFenceAt(reading, end, limit) >= 0) break;
    const inner = skipAtMostSpaces(text, end, indent);
    const whole = inner.columns === indent;
    if (whole && listMarkerAt(text, skipToMarker(text, inner), limit)) break;
    if (closesSomething(reading, end, limit)) break;
    const next = itemLine(reading, excerpt, whole ? inner : { at: end, pending: 0, columns: 0 }, limit);
    if (next < 0) break;
    end = next;
  }
  return end;
}

function skipToMarker(text: string, inner: Indent): number {
  let at = inner.at;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

function closesSomething(reading: Reading, at: number, limit: number): boolean {
  if (closesElement(reading, at, limit)) return true;
  return reading.divLevel > 0 && divFenceEnd(reading.text, at, limit) >= 0;
}

/** One line of an item without its indentation: the offset after its line end, or -1. */
function itemLine(reading: Reading, excerpt: Excerpt, from: Indent, limit: number): number {
  const lineEnd = reading.text.indexOf('\n', from.at);
  if (lineEnd < 0 || lineEnd >= limit) return -1;
  excerpt.insert(' '.repeat(from.pending), from.at - 1);
  excerpt.add(from.at, lineEnd + 1);
  return lineEnd + 1;
}

function blanks(text: string, excerpt: Excerpt, at: number, limit: number): number {
  const end = blankLinesAt(text, at, limit);
  if (end < 0) return at;
  for (let line = at; line < end;) {
    const lineEnd = text.indexOf('\n', line);
    excerpt.add(lineEnd, lineEnd + 1);
    line = lineEnd + 1;
  }
  return end;
}

/**
 * A further block of an item after a blank line: a line indented as far as the item's text, and those that
 * follow it. Pandoc’s `listContinuation`.
 */
function continuation(reading: Reading, excerpt: Excerpt, at: number, limit: number, indent: number): number {
  const { text } = reading;
  let end = -1;
  for (let line = at; line < limit;) {
    if (blankLineAt(text, line, limit) >= 0 || closesSomething(reading, line, limit)) break;
    const inner = skipAtMostSpaces(text, line, indent);
    const whole = inner.columns === indent;
    if (!whole && (end < 0 || listMarkerAt(text, line, limit))) break;
    const from: Indent = whole ? inner : { at: line, pending: 0, columns: 0 };
    const next = itemLine(reading, excerpt, from, limit);
    if (next < 0) break;
    end = line = next;
  }
  return end < 0 ? -1 : blanks(text, excerpt, end, limit);
}
