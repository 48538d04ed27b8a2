/** YAML metadata blocks, at the start of a document or further down. */
import { blankLineAt, blankLinesAt } from './characters.ts';
import type { Reading } from './reading.ts';

/** A line that may begin a mapping: `key:`, `"key":`, `{`. */
const MAPPING =
  /^(?:\{|"[^"\n]*"\s*:|'[^'\n]*'\s*:|\?\s|[^\s#"'[\]{},&*!|>%@`-][^\n]*?:(?:\s|$)|-[^\s][^\n]*?:(?:\s|$))/;

/**
 * A block of metadata at `at`, between `---` and `---` or `...`: the offset after it, or -1. Pandoc’s
 * `yamlMetaBlock`.
 */
export function yamlBlockAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  if (!text.startsWith('---', at)) return -1;
  const from = blankLineAt(text, at + 3, limit);
  if (from < 0 || from >= limit || blankLineAt(text, from, limit) >= 0) return -1;
  let mapping = false;
  for (let line = from; line < limit;) {
    const stop = text.startsWith('---', line) || text.startsWith('...', line);
    const end = stop ? blankLineAt(text, line + 3, limit) : -1;
    if (end >= 0) {
      reading.add({ kind: 'frontMatter', range: reading.range(at, end) });
      const blank = blankLinesAt(text, end, limit);
      return blank < 0 ? end : blank;
    }
    const lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0 || lineEnd >= limit) break;
    if (!mapping && !/^\s*(?:#|$)/.test(text.slice(line, lineEnd))) {
      mapping = MAPPING.test(text.slice(line, lineEnd).trimStart());
      if (!mapping) return -1;
    }
    line = lineEnd + 1;
  }
  reading.lookedTo(limit);
  return -1;
}
