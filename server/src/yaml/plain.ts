import { apart } from '../text/apart.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from './model.ts';

/** A key and a value on one line. */
const LINE = /( *)(\p{L}[\p{L}\p{N}_-]*):(?: ([^\n ][^\n]*))?\n/uy;
/** Text without special meaning in YAML. */
const WORDS = /^\p{L}(?:[\p{L}\p{M}\p{N}_.,()-]| (?=[\p{L}\p{N}(]))*$/u;
/** The same for an item of a flow list, which a comma ends. */
const ITEM = /^\p{L}(?:[\p{L}\p{M}\p{N}_.()-]| (?=[\p{L}\p{N}(]))*$/u;
/** A year, a day, or an interval of either. */
const DATE = /^\d{4}(?:-\d\d){0,2}(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2})?)?$/;
const QUOTED = /^"(?:[\p{L}\p{M}\p{N}_.,;:@()[\]/'&-]| (?=[^ "]))*"$/u;
const NO_WORD = /^(?:true|false|null)$/iu;

/**
 * A fast path for most front matter: parses text that consists of lines such as `title: Wages and prices`,
 * without the full parser; null where it has anything else. The result equals the parser's.
 */
export function readPlainMapping(text: string, { from, to }: TextRange): YamlDocument | null {
  const entries = readLines(text, { from, to });
  if (!entries || entries.length === 0) return null;
  return { root: { kind: 'map', entries, outer: { from, to: entries.at(-1)!.range.to } }, problems: [] };
}

/**
 * As `readPlainMapping`, for one entry of a mapping with such lines at one indentation. The result does not
 * retain `text`.
 */
export function readPlainEntry(text: string, { from, to }: TextRange): YamlEntry | null {
  const own = apart(`${text.slice(from, to).trimEnd()}\n`);
  LINE.lastIndex = 0;
  const [head, margin, key = '', value] = LINE.exec(own) ?? [];
  if (head === undefined || margin !== '' || value !== undefined || NO_WORD.test(key)) return null;
  LINE.lastIndex = head.length;
  const indent = LINE.exec(own)?.[1] ?? '';
  const entries = indent === '' ? null : readLines(own, { from: head.length, to: own.length }, indent, from);
  if (!entries || entries.length === 0) return null;
  const end = entries.at(-1)!.range.to;
  const inside: YamlNode = { kind: 'map', entries, outer: { from: entries[0]!.range.from, to: end } };
  return { key: scalar(key, from), value: inside, range: { from, to: end } };
}

/**
 * The lines of a part of a text, each indented by `indent`, with offsets moved by `base`; null where a line
 * is not plain.
 */
function readLines(text: string, { from, to }: TextRange, indent = '', base = 0): YamlEntry[] | null {
  const entries: YamlEntry[] = [];
  const seen = new Set<string>();
  for (LINE.lastIndex = from; LINE.lastIndex < to;) {
    const keyFrom = base + LINE.lastIndex + indent.length;
    const [line, margin, key = '', words = ''] = LINE.exec(text) ?? [];
    if (line === undefined || margin !== indent || NO_WORD.test(key) || seen.has(key)) return null;
    seen.add(key);
    const value = readValue(words, keyFrom + key.length + 2);
    if (!value) return null;
    entries.push({ key: scalar(key, keyFrom), value, range: { from: keyFrom, to: value.outer.to } });
  }
  return LINE.lastIndex === to ? entries : null;
}

function readValue(words: string, from: number): YamlNode | null {
  if (!words.startsWith('[')) return readScalar(words, from, WORDS);
  if (!words.endsWith(']')) return null;
  const items: YamlScalar[] = [];
  let at = 1;
  for (const item of words.slice(1, -1).split(', ')) {
    const read = readScalar(item, from + at, ITEM);
    if (!read) return null;
    items.push(read);
    at += item.length + 2;
  }
  return { kind: 'list', items, outer: { from, to: from + words.length } };
}

function readScalar(words: string, from: number, plain: RegExp): YamlScalar | null {
  if (plain.test(words)) return NO_WORD.test(words) ? null : scalar(words, from);
  if (DATE.test(words)) return scalar(words, from, words.length === 4 ? Number(words) : words);
  if (!QUOTED.test(words)) return null;
  const text = words.slice(1, -1);
  const outer = { from, to: from + words.length };
  return { kind: 'scalar', text, value: text, range: { from: from + 1, to: outer.to - 1 }, outer };
}

function scalar(text: string, from: number, value: string | number = text): YamlScalar {
  const range = { from, to: from + text.length };
  return { kind: 'scalar', text, value, range, outer: range };
}
