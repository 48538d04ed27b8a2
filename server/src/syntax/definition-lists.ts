/** Definition lists. As in Pandoc since 3.8, definitions are read like list items. */
import { blankLineAt, blankLinesAt } from './characters.ts';
import { definitionMarkerAt } from './list-markers.ts';
import { itemsAt } from './lists.ts';
import type { Reading } from './reading.ts';

/**
 * A definition list at `at`: the offset after it, or -1. `isTable` tells whether a table begins at a place.
 * Pandoc’s `definitionList`.
 */
export function definitionListAt(
  reading: Reading,
  at: number,
  limit: number,
  isTable: (reading: Reading, at: number, limit: number) => boolean,
): number {
  const { text } = reading;
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0 || lineEnd + 1 >= limit) return -1;
  const blank = blankLineAt(text, lineEnd + 1, limit);
  if (!definitionMarkerAt(text, blank < 0 ? lineEnd + 1 : blank, limit)) return -1;
  // This may be a table, with the line before as its caption.
  if (blank >= 0 && isTable(reading, blank, limit)) return -1;
  let end = -1;
  for (let from = at; from < limit;) {
    const next = definedTerm(reading, from, limit);
    if (next < 0) break;
    end = from = next;
  }
  if (end >= 0) reading.outline('definitionList', at, end);
  return end;
}

/**
 * A term and its definitions at `at`: the offset after them and the blank lines that follow, or -1. Pandoc’s
 * `definitionListItem`.
 */
function definedTerm(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0 || lineEnd >= limit) return -1;
  const blanks = blankLinesAt(text, lineEnd + 1, limit);
  const from = blanks < 0 ? lineEnd + 1 : blanks;
  if (!definitionMarkerAt(text, from, limit)) return -1;
  const nodes = reading.nodes.length;
  reading.add({ kind: 'prose', range: reading.range(at, lineEnd) });
  reading.inlinesApart(at, lineEnd);
  const end = itemsAt(reading, from, limit, (line) => definitionMarkerAt(text, line, limit));
  if (end < 0) reading.dropNodes(nodes);
  return end;
}
