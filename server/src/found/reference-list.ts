import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import type { Prose } from './prose.ts';
import { looksLikeEntry, readEntry } from './reference-entry.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { SectionHeading } from './sections.ts';
import type { TextRange } from '../text/range.ts';

/** A list of references, in offsets of the prose. */
export interface ReferenceList {
  readonly heading: SectionHeading;
  /** From behind the heading to the end of the list. */
  readonly range: TextRange;
  readonly entries: readonly ReadEntry[];
}

/** Reads the lists of references under their headings; a heading without entries under it is passed over. */
export function readReferenceLists(prose: Prose, headings: readonly SectionHeading[]): ReferenceList[] {
  const lists: ReferenceList[] = [];
  headings.forEach((heading, i) => {
    if (heading.kind !== 'references') return;
    const isPart = (other: SectionHeading): boolean =>
      other.kind === 'other' && heading.level > 0 && other.level > heading.level;
    let next = i + 1;
    while (next < headings.length && isPart(headings[next]!)) next++;
    const end = headings[next]?.range.from ?? prose.text.length;
    const range = { from: Math.min(heading.bodyFrom, end), to: end };
    const entries: ReadEntry[] = [];
    let before: readonly FoundName[] = [];
    for (const part of splitEntries(prose.text, range)) {
      const entry = readEntry(prose, part.from, part.to, before);
      if (!entry) continue;
      entries.push(entry);
      before = entry.names;
    }
    if (entries.length > 0) lists.push({ heading, range, entries });
  });
  return lists;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly indent: number;
  readonly bulleted: boolean;
  readonly afterBlank: boolean;
}

const BULLET = /^\s*(?:[-*•+·▪]|\[\d{1,3}\]|\(?\d{1,3}[.)])\s+\S/;

/** Cuts a list into its entries by its bullets, its hanging lines, its blank lines, or by what entries look like. */
function splitEntries(text: string, range: TextRange): TextRange[] {
  const lines = linesOf(text, range);
  if (lines.length === 0) return [];
  const bulleted = lines.filter((line) => line.bulleted).length * 3 >= lines.length && lines[0]!.bulleted;
  const least = Math.min(...lines.map((line) => line.indent));
  const flush = lines.filter((line) => line.indent === least).length;
  const hanging = !bulleted && flush < lines.length && lines[0]!.indent === least;
  const starts: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const joined = next && !next.afterBlank ? `${line.text}\n${next.text}` : line.text;
    const previous = lines[i - 1];
    const begins =
      i === 0 ||
      (bulleted && line.bulleted) ||
      (!bulleted &&
        hanging &&
        line.indent === least &&
        (!line.afterBlank || looksLikeEntry(joined)) &&
        continuesNothing(previous!, line, joined)) ||
      (line.afterBlank && (looksLikeEntry(joined) || (!bulleted && opensEntry(line, previous!)))) ||
      (!bulleted && !hanging && looksLikeEntry(joined) && closed(previous!.text));
    if (begins) starts.push(i);
  });
  return starts.map((start, i) => ({
    from: lines[start]!.from,
    to: lines[(starts[i + 1] ?? lines.length) - 1]!.to,
  }));
}

/** A paragraph below a finished one, when no bullets tell. */
function opensEntry(line: Line, previous: Line): boolean {
  return /^\s*[\p{Lu}\p{Lo}]/u.test(line.text) && closed(previous.text);
}

/** In a list with hanging lines a flush line begins an entry, unless only a few lines hang. */
function continuesNothing(previous: Line, line: Line, joined: string): boolean {
  return previous.indent > line.indent || looksLikeEntry(joined);
}

/** Whether an entry may end with this line. */
function closed(line: string): boolean {
  return /[.。)\]\d\uFFFC”"»/]\s*$/u.test(line);
}

function linesOf(text: string, range: TextRange): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let at = range.from; at < range.to;) {
    const newline = text.indexOf('\n', at);
    const to = newline < 0 || newline > range.to ? range.to : newline;
    const line = text.slice(at, to);
    if (line.trim() === '') afterBlank = true;
    else {
      lines.push({
        from: at,
        to,
        text: line,
        indent: /^[ \t]*/.exec(line)![0].replace(/\t/g, '    ').length,
        bulleted: BULLET.test(line),
        afterBlank,
      });
      afterBlank = false;
    }
    at = to + 1;
  }
  return lines;
}

/** A key of names and year, `leeShen2011`; `taken` counts the entries that would have the same one. */
export function entryKey(entry: ReadEntry, taken: Map<string, number>): string {
  const parts = entry.names.slice(0, entry.names.length > 2 ? 1 : 2).map((name) => {
    const words = foldedWords(name.family).filter(
      (word) => !/^(?:of|the|and|for|de|des|du|la|le)$/.test(word),
    );
    return words.slice(0, name.isBody ? 3 : 2);
  });
  const words = parts.flat();
  if (entry.names.length > 2) words.push('et', 'al');
  const stem = words.map((word, i) => (i === 0 ? word : capitalised(word))).join('') || 'work';
  const plain = `${stem}${entry.year ?? 'Nd'}${entry.yearSuffix}`;
  const keyOf = (n: number): string =>
    n === 0 ? plain : `${plain}${n < 26 ? String.fromCharCode(97 + n) : `x${n}`}`;
  let n = taken.get(plain) ?? 0;
  while (n > 0 && taken.has(keyOf(n))) n++;
  const key = keyOf(n);
  taken.set(plain, n + 1);
  if (key !== plain) taken.set(key, 1);
  return key;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Pairs of entries that describe one work twice: same names and year, same title, and nothing in place of
 * publication that tells them apart.
 */
export function duplicatePairs(entries: readonly ReadEntry[]): [number, number][] {
  const pairs: [number, number][] = [];
  const seen = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    if (entry.title === null) return;
    const families = entry.names.map((name) => foldedWords(name.family).join(' ')).join('; ');
    const slot = `${families}|${entry.year}|${foldedWords(entry.title).slice(0, 6).join(' ')}`;
    const earlier = seen.get(slot) ?? [];
    const twin = earlier.find((j) => sameWork(entries[j]!, entry));
    if (twin !== undefined) pairs.push([twin, i]);
    seen.set(slot, [...earlier, i].slice(-8));
  });
  return pairs;
}

function sameWork(a: ReadEntry, b: ReadEntry): boolean {
  const [s, t] = [foldedWords(a.title!).join(' '), foldedWords(b.title!).join(' ')];
  if (s !== t && !(Math.min(s.length, t.length) > 24 && (s.startsWith(t) || t.startsWith(s)))) return false;
  if (a.pages && b.pages && (a.pages.from !== b.pages.from || a.pages.to !== b.pages.to)) return false;
  const [c, d] = [a.containerTitle, b.containerTitle];
  return c === null || d === null || folded(c) === folded(d);
}
