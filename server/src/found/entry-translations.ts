/** Entries that give their names and title a second time, in another language and in brackets. */
import { parseEntryNames } from './names.ts';
import type { Prose } from './prose.ts';
import type { EntryReader, ReadEntry } from './reference-entry.ts';

/** ‘… 16(2): 1–3.[郭艳，侯艳霞，2016. …]’, or the same the other way round; ‘… Press[郭艳，2016. …]’. */
const OPENING =
  /(?<=\p{L})[[［](?=\p{Script=Han}[\p{Script=Han}，,、]{1,30}[,，.．]\s?(?:19|20)\d\d[a-z]?[.．])|(?<=[\d.．。\]］」)）]\s{0,2})[[［(（](?=\p{Script=Han}\s?\p{Script=Han}|\p{Lu}[\p{L}'’-]+[\s,，]\s?\p{Lu})/gu;
const HAN = /\p{Script=Han}/u;
/** Chinese names before a title, without a year. */
const HAN_NAMES = /^[\p{Script=Han}·]{2,5}(?:[,，、和][\p{Script=Han}·]{2,5}){0,9}(?:[,，]?等)?(?=[.．])/u;

/** A second form of an entry. */
export interface Translation {
  /** The index of the entry. */
  readonly of: number;
  /** What was read of it, in offsets of the prose. */
  readonly entry: ReadEntry;
}

/** The second forms of entries, of which one is Chinese, in the order of the entries. */
export function translationsIn(
  prose: Prose,
  entries: readonly ReadEntry[],
  reader: EntryReader,
): Translation[] {
  return entries.flatMap((first, of) => {
    const { range, names } = first;
    const text = prose.text.slice(range.from, range.to);
    if (!HAN.test(text)) return [];
    const isHan = HAN.test(names[0]?.family ?? '');
    for (const { index } of text.matchAll(OPENING)) {
      const from = range.from + index + 1;
      if (HAN.test(prose.text[from]!) === isHan) continue;
      const entry = reader.read(prose, from, range.to, []);
      if (entry?.year) return [{ of, entry }];
      const undated = HAN_NAMES.exec(prose.text.slice(from, from + 80));
      if (undated) return [{ of, entry: { ...first, names: parseEntryNames(undated[0]) } }];
    }
    return [];
  });
}
