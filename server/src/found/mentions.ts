import { folded } from './folding.ts';
import { NOT_A_NAME } from './name-words.ts';
import type { RangeSet } from './range-set.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

/** A mention of authors in the prose. */
export interface Mention {
  readonly range: TextRange;
  readonly names: readonly string[];
  /** Works by exactly these authors, of any year; empty for an unknown pair. */
  readonly works: readonly number[];
  /** Whether it is in a parenthesis. */
  readonly aside: boolean;
}

const WORD = /\p{Lu}[\p{L}\p{M}]*(?:['’‐-]\p{L}[\p{L}\p{M}]*)*/gu;
const NAME = String.raw`(?:(?:v[ao]n|de[rn]?|d[iu]|della?|la|le)\s+){0,2}\p{Lu}[\p{L}\p{M}]*(?:['’‐-]\p{Lu}?[\p{L}\p{M}]+)*`;
const NEXT_WORD = new RegExp(String.raw`[ \n](${NAME})`, 'uy');
const NEXT_NAME = new RegExp(
  String.raw`(\s?,?\s(?:and|und|et|y|e|och|og|en)\s|\s?[&＆]\s|,\s)((?:\p{Lu}\.[ -]?){0,3}${NAME})`,
  'uy',
);
const ET_AL = /,?\s+(?:et\s+al\b\.?|u\.\s?a\.|and (?:others|colleagues))/uy;

/** Finds where authors are named, in order. `asides` are the parentheses, sorted. Takes linear time. */
export function findMentions(
  text: string,
  index: ReferenceIndex,
  asides: readonly TextRange[],
  excluded: RangeSet,
): Mention[] {
  const mentions: Mention[] = [];
  if (index.works.length === 0) return mentions;
  const knownWords = new Map<string, boolean>();
  let aside = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const at = match.index;
    const word = withoutPossessive(match[0]);
    let known = knownWords.get(word);
    if (known === undefined) knownWords.set(word, (known = index.knows(word)));
    if (!known || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!))) continue;
    if (excluded.has(at)) continue;
    const read = readMention(text, at, word, index);
    if (!read) continue;
    while (aside < asides.length && asides[aside]!.to <= at) aside++;
    const around = asides[aside];
    mentions.push({ ...read, aside: around !== undefined && around.from <= at });
    WORD.lastIndex = Math.max(WORD.lastIndex, read.range.to);
  }
  return mentions;
}

function withoutPossessive(word: string): string {
  // Called for every capitalised word.
  if (!/['’]/.test(word.slice(-2))) return word;
  return word.replace(/['’]s?$/, '');
}

function readMention(
  text: string,
  at: number,
  word: string,
  index: ReferenceIndex,
): Omit<Mention, 'aside'> | null {
  let first = word;
  let to = at + word.length;
  // Given names after the family name, or an organisation of several words.
  let name =
    index.worksBy([first], false).length > 0 || index.worksOf(first).length > 0 ? { text: first, to } : null;
  for (let n = 0, end = to, text0 = first; n < 5; n++) {
    const next = exec(NEXT_WORD, text, end);
    if (!next) break;
    text0 += ` ${withoutPossessive(next[1]!)}`;
    end += next[0].length - (next[1]!.length - withoutPossessive(next[1]!).length);
    if (index.worksOf(text0).length > 0) name = { text: text0, to: end };
  }
  if (!name) return null;
  first = name.text;
  to = name.to;
  const before = precedingName(text, at);
  const names = [first];
  const ends = [to];
  const joints: string[] = [''];
  for (let next = exec(NEXT_NAME, text, to); next && names.length < 12; next = exec(NEXT_NAME, text, to)) {
    const other = withoutPossessive(next[2]!);
    names.push(other);
    joints.push(next[1]!);
    to += next[1]!.length + other.length;
    ends.push(to);
  }
  const range = (from: number, n: number): TextRange => ({ from, to: ends[n - 1]! });
  const others = exec(ET_AL, text, ends[0]!);
  if (others) {
    return {
      range: { from: at, to: ends[0]! + others[0].length },
      names: [first],
      works: index.worksBy([first], true),
    };
  }
  for (let n = names.length; n > 1; n--) {
    const company = names.slice(0, n);
    // A list of names is one group of authors if it ends with ‘and’.
    if (joints[n - 1]!.trim() === ',') continue;
    const works = index.worksBy(company, false);
    if (works.length > 0) return { range: range(at, n), names: company, works };
  }
  const paired = names.length > 1 && joints[1]!.trim() !== ',';
  if (paired && index.worksOf(names[1]!).length === 0)
    return { range: range(at, 2), names: names.slice(0, 2), works: [] };
  if (before && index.worksOf(before.name).length === 0) {
    return { range: { from: before.from, to: ends[0]! }, names: [before.name, first], works: [] };
  }
  const works = index.worksBy([first], false);
  if (works.length === 0) return null;
  return isSomebodyElse(text, at, first, index) ? null : { range: range(at, 1), names: [first], works };
}

/** The name before a known name, as in ‘Yuen and Lee’. */
function precedingName(text: string, at: number): { name: string; from: number } | null {
  const slice = text.slice(Math.max(0, at - 60), at);
  const match = /(?<!\p{L})(\p{Lu}[\p{L}'’-]+)\s(?:and|und|et|y|e|&)\s$/u.exec(slice);
  // The last of three or more names is not one of a pair.
  if (match && /\p{Lu}\p{L}*,\s$/u.test(slice.slice(0, match.index))) return null;
  if (!match || NOT_A_NAME.has(folded(match[1]!))) return null;
  return { name: match[1]!, from: at - slice.length + match.index };
}

/** Whether it follows a given name that no author of that family name has. */
function isSomebodyElse(text: string, at: number, family: string, index: ReferenceIndex): boolean {
  const given = /(\p{Lu}[\p{L}'’-]+)\s$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
  if (!given || NOT_A_NAME.has(folded(given))) return false;
  return index.worksOf(`${given} ${family}`).length === 0;
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
