import type { EntryBreaks, ListLine } from './entry-form.ts';
import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import type { Prose } from './prose.ts';
import type { EntryReader, ReadEntry } from './reference-entry.ts';
import type { SectionHeading } from './sections.ts';
import type { TextRange } from '../text/range.ts';

/** A list of references, in offsets of the prose. */
export interface ReferenceList {
  readonly heading: SectionHeading;
  /** From after the heading to the end of the list. */
  readonly range: TextRange;
  readonly entries: readonly ReadEntry[];
}

/** Reads the lists of references under their headings; a heading without entries under it is passed over. */
export function readReferenceLists(
  prose: Prose,
  headings: readonly SectionHeading[],
  reader: EntryReader,
  breaks: readonly EntryBreaks[],
): ReferenceList[] {
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
    for (const part of splitEntries(prose.text, range, reader, breaks)) {
      const entry = reader.read(prose, part.from, part.to, before);
      if (!entry) continue;
      entries.push(entry);
      before = entry.names;
    }
    if (entries.length > 0) lists.push({ heading, range, entries });
  });
  return lists;
}

const BULLET = /^\s*(?:[-*•+·▪]|\[\d{1,3}\]|\(?\d{1,3}[.)])\s+\S/;

/** Cuts a list into its entries, in the way that fits it. */
function splitEntries(
  text: string,
  range: TextRange,
  reader: EntryReader,
  breaks: readonly EntryBreaks[],
): TextRange[] {
  const lines = linesOf(text, range);
  if (lines.length === 0) return [];
  const least = Math.min(...lines.map((line) => line.indent));
  const way = breaks.find(({ fits }) => fits(lines, least));
  const starts = lines.flatMap((line, i) => {
    if (i === 0) return [i];
    let looks: boolean | undefined;
    const looksLikeEntry = (): boolean => {
      const next = lines[i + 1];
      return (looks ??= reader.mayBegin(next && !next.afterBlank ? `${line.text}\n${next.text}` : line.text));
    };
    return way?.begins({ line, previous: lines[i - 1]!, least, looksLikeEntry }) ? [i] : [];
  });
  return starts.map((start, i) => ({
    from: lines[start]!.from,
    to: lines[(starts[i + 1] ?? lines.length) - 1]!.to,
  }));
}

function linesOf(text: string, range: TextRange): ListLine[] {
  const lines: ListLine[] = [];
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

/** What a title goes on with where it is that of another edition. */
const EDITION =
  /^ (?:\d+\w* |(?:second|third|fourth|fifth|revised|new|zweite|dritte|neue|überarbeitete|deuxième|nouvelle|segunda|tercera|nueva|seconda|terza|nuova|terceira|nova) )?(?:edn?|edition|auflage|aufl|édition|edición|edizione|edição)(?: |$)/u;

function sameWork(a: ReadEntry, b: ReadEntry): boolean {
  // By these letters a list tells works of one year apart.
  if (a.yearSuffix && b.yearSuffix && a.yearSuffix !== b.yearSuffix) return false;
  const [s, t] = [foldedWords(a.title!).join(' '), foldedWords(b.title!).join(' ')];
  if (s !== t && !(Math.min(s.length, t.length) > 24 && (s.startsWith(t) || t.startsWith(s)))) return false;
  if (EDITION.test(s.slice(t.length)) || EDITION.test(t.slice(s.length))) return false;
  if (a.pages && b.pages && (a.pages.from !== b.pages.from || a.pages.to !== b.pages.to)) return false;
  const [c, d] = [a.containerTitle, b.containerTitle];
  return c === null || d === null || folded(c) === folded(d);
}
