import type { TextRange } from './range.ts';
import type { YamlDocument, YamlEntry, YamlScalar } from './yaml-model.ts';

/** A key and a value of plain words that mean nothing else in YAML than themselves. */
const LINE = /([A-Za-z][A-Za-z0-9_-]*): ([A-Za-z](?:[A-Za-z0-9_.,()-]| (?=[A-Za-z0-9(]))*)\n/y;
const NO_WORD = /^(?:true|false|null)$/i;

/**
 * Reads the part of a text that consists of nothing but lines such as `title: Wages and prices`, as most front
 * matter does, without the whole of YAML; null where anything else stands there. What comes of it is what the
 * parser would give.
 */
export function readPlainMapping(text: string, { from, to }: TextRange): YamlDocument | null {
  const entries: YamlEntry[] = [];
  const seen = new Set<string>();
  for (LINE.lastIndex = from; LINE.lastIndex < to;) {
    const start = LINE.lastIndex;
    const match = LINE.exec(text);
    const [, key = '', value = ''] = match ?? [];
    if (!match || NO_WORD.test(key) || NO_WORD.test(value) || seen.has(key)) return null;
    seen.add(key);
    const valueFrom = start + key.length + 2;
    const range = { from: start, to: valueFrom + value.length };
    entries.push({ key: scalar(key, start), value: scalar(value, valueFrom), range });
  }
  if (LINE.lastIndex !== to || entries.length === 0) return null;
  return { root: { kind: 'map', entries, outer: { from, to: entries.at(-1)!.range.to } }, problems: [] };
}

function scalar(text: string, from: number): YamlScalar {
  const range = { from, to: from + text.length };
  return { kind: 'scalar', text, value: text, range, outer: range };
}
