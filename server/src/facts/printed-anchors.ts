/** What looks like a printed citation near a quotation: `(Kilner, 2001, p. 3)`, `Ye (2020)`, `¹⁵`. */
import type { TextRange } from '../text/range.ts';
import { firstFrom, overlaps } from '../text/range.ts';
import type { Anchor } from './anchors.ts';

/** In parentheses: a word for *the same*, a page, or a name and a number. */
const WITHOUT_YEAR = String.raw`[(（](?=[^()（）\n]{0,40}(?:(?<!\p{L})(?:[Ii]b(?:id(?:em)?|íd(?:em)?)?|[Ii]d(?:em)?|[Ee]bd|[Ee]benda|[Ii]vi|[Tt]amże|там же)(?!\p{L})|同上|(?<!\p{L})(?:pp?|PP?|S|[Ss]s?|с|С|[Pp]ág)\.|第\d|\d\s?[页頁])|\p{Lu}[\p{L}\p{M}’'-]+(?:\s(?:and|und|et|y|e|&)\s\p{Lu}[\p{L}\p{M}’'-]+)?,?\s\d{1,4}(?:[–-]\d{1,4})?[)）])`;
/** A page alone, right after a closing mark: `“…” (3)`. */
const PAGE_AFTER_MARK = String.raw`(?<=[”"»“’」』][.,]?\s?)[(（](?=\d{1,3}(?:[-–]\d{1,3})?[)）])`;
/** A number that a link leads from to its note: `[12](#fn12)`, `[\\[12\\]](#_ftn12)`. */
const LINKED = String.raw`\[\\?\[?\d{1,3}\\?\]?\]\(#[^()\s]{1,80}\)`;
/** A number that tags raise, perhaps linked: `<sup>12</sup>`. */
const TAGGED = String.raw`(?:<a\s[^<>\n]{0,200}>\s?)?<sup(?:\s[^<>\n]{0,80})?>\s{0,3}(?:${LINKED}|(?:<a\s[^<>\n]{0,200}>)?\s{0,3}\\?\[?\d{1,3}\\?\]?\s{0,3}(?:<\/a>)?)\s{0,3}<\/sup>`;
/** A note number in any of its printed forms. */
const NUMBER = String.raw`[¹²³⁰⁴-⁹]{1,3}|[①-⑳㉑-㉟]|${LINKED}|\\?\[\d{1,3}(?:[,:]\s?[^\][\n]{1,20})?\\?\]|\^\d{1,3}\^|${TAGGED}`;
/** A citation for another program: of LaTeX, of Jekyll, of Hugo. */
const FOREIGN = String.raw`\\[a-z]{0,12}cite[a-z]{0,8}\*?(?:\[[^\]\n]{0,80}\]){0,2}\{[^{}\n]{1,200}\}|\{%\s?cite\s[^%\n]{1,80}%\}|\{\{<\s?cite\s[^>\n]{1,80}>\}\}`;
/** A year; a note number; or a citation without a year. */
const SIGN = new RegExp(String.raw`[12]\d\d\d|${NUMBER}|${FOREIGN}|${PAGE_AFTER_MARK}|${WITHOUT_YEAR}`, 'gu');
/** The first characters of a number that Pandoc takes for markup, so that parts of it are skipped. */
const MARKED_UP = /^(?:<|\[\\?\[?\d{1,3}\\?\]?\]\(|\\|\{)/;
const YEAR = /^(?:1[5-9]|20)/;
/** The longest parenthesis with citations, in UTF-16 units. */
const REACH = 200;
/** Names before a parenthesis with a year, within their sentence: `Lee and Shen’s`, `Cheng et al.` */
const NAMES =
  /(?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de[rnsl]?|d[aiu]|l[ae]|al|el|ten|ter|bin|ibn)[ \n]+(?:(?:and|und|et|y|e|en|&)[ \n]+)?|,[ \n]+){0,9}\p{Lu}[\p{L}\p{M}'’.-]*(?:,?[ \n]+(?:et[ \n]+al\.?|u\.[ ]?a\.|and[ \n]+(?:others|colleagues)))?(?:['’]s|['’])?[ \n]*$/u;
/** Words in Han characters that may end in a name. */
const HAN_NAME = /[\p{Script=Han}·]{2,8}\s?$/u;
const LONGEST_NAMES = 120;
/** A quotation in the parenthesis before its citation: `(“The pits were closed,” Lee 2001, 3)`. */
const QUOTED = /^[^“”"«»]{0,40}["“«»][^“”"«»]*["”«»][.,;]?\s+(?=\S)/;
const OPENING = ['(', '[', '（'];
const CLOSING = [')', ']', '）'];

/** A quick test whether words may contain any. */
export function mayCiteInPrint(words: string): boolean {
  SIGN.lastIndex = 0;
  return SIGN.test(words);
}

/**
 * The printed anchors within `stretch` of `text`, in order. Those in `skipped` (citations, notes, code:
 * sorted) do not count; `skipped` may have ranges outside the stretch.
 */
export function printedAnchorsIn(
  text: string,
  stretch: TextRange,
  skipped: readonly TextRange[],
): readonly Anchor[] {
  const found: Anchor[] = [];
  SIGN.lastIndex = stretch.from;
  for (let match = SIGN.exec(text); match && match.index < stretch.to; match = SIGN.exec(text)) {
    const at = match.index;
    const anchor = /^\d/.test(match[0])
      ? dated(text, at, at + match[0].length, stretch)
      : OPENING.includes(match[0])
        ? followUp(text, at, stretch)
        : number(at, at + match[0].length);
    if (!anchor || isSkipped(anchor, skipped, MARKED_UP.test(match[0]))) continue;
    const last = found.at(-1);
    if (last && overlaps(last, anchor)) continue;
    found.push(anchor);
    SIGN.lastIndex = Math.max(SIGN.lastIndex, anchor.to);
  }
  return found;
}

/** Whether a range is in code or the like; of what is markup itself, only its beginning counts. */
function isSkipped(range: TextRange, skipped: readonly TextRange[], isMarkup: boolean): boolean {
  const first = firstFrom(skipped, range.from);
  if (isMarkup) return (skipped[first - 1]?.to ?? 0) > range.from;
  return [skipped[first - 1], skipped[first]].some((one) => one !== undefined && overlaps(one, range));
}

/** The parenthesis around a year, with the names before it where it has none itself. */
function dated(text: string, year: number, end: number, stretch: TextRange): Anchor | null {
  if (!YEAR.test(text.slice(year, end)) || isWithinWord(text, year, end)) return null;
  const floor = Math.max(stretch.from, year - REACH);
  const before = text.slice(floor, year);
  const open = lastOf(before, OPENING);
  const close = lastOf(before, CLOSING);
  if (open < 0 || open < close || /\n[ \t]*\n/.test(before.slice(open))) return null;
  const anchor = parenthesis(text, floor + open, stretch);
  if (!anchor || anchor.to <= end) return null;
  const quoted = QUOTED.exec(before.slice(open + 1));
  if (quoted) return printed(floor + open + 1 + quoted[0].length, anchor.to, 'bracket');
  // `(2020, p. 3)`: the names precede it.
  if (!/^[\s]*$/.test(before.slice(open + 1))) return anchor;
  const from = Math.max(stretch.from, anchor.from - LONGEST_NAMES);
  const ahead = text.slice(from, anchor.from);
  const names = NAMES.exec(ahead) ?? HAN_NAME.exec(ahead);
  return names ? printed(from + names.index, anchor.to, 'in-text') : anchor;
}

/** `(ibid.: 45)`, `(p. 45)`: without a year. */
function followUp(text: string, from: number, stretch: TextRange): Anchor | null {
  const anchor = parenthesis(text, from, stretch);
  return anchor && !/(?:1[5-9]|20)\d\d/.test(text.slice(anchor.from, anchor.to)) ? anchor : null;
}

function parenthesis(text: string, from: number, stretch: TextRange): Anchor | null {
  const closer = CLOSING[OPENING.indexOf(text.charAt(from))]!;
  const to = text.indexOf(closer, from) + 1;
  return to > 0 && to <= stretch.to && to - from <= REACH ? printed(from, to, 'bracket') : null;
}

/** Whether the year is part of a word, apart from the single letter that distinguishes works of one year. */
function isWithinWord(text: string, from: number, to: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from)) ||
    !/^[a-z]?(?![\p{L}\p{N}])/u.test(text.slice(to, to + 2))
  );
}

function lastOf(words: string, signs: readonly string[]): number {
  return Math.max(...signs.map((sign) => words.lastIndexOf(sign)));
}

function number(from: number, to: number): Anchor {
  return printed(from, to, 'note');
}

function printed(from: number, to: number, place: Anchor['place']): Anchor {
  const range = { from, to };
  return { from, to, attribution: { kind: 'printed', name: '', range, at: null }, place, citation: null };
}
