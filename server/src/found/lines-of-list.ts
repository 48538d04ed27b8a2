/** The lines of a list of references, as far as its entries can begin with them. */
import type { ListLine } from './entry-form.ts';
import type { TextRange } from '../text/range.ts';

const BULLET = /^\s*(?:[-*•+·▪]|\[\d{1,3}\]|\(?\d{1,3}[.)])\s+\S/;

/** This many words, each alone between blank lines, are one line with wide spacing. */
const FEWEST_SCATTERED = 3;
const LONE_WORD = /^[ \t]*[^\s]{1,30}[ \t]*$/;

/** Joins lines of which a conversion made a paragraph of each word. */
function gathered(lines: readonly ListLine[]): ListLine[] {
  const result: ListLine[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    while (end < lines.length && (end === i || lines[end]!.afterBlank) && LONE_WORD.test(lines[end]!.text))
      end++;
    if (end - i < FEWEST_SCATTERED) {
      result.push(lines[i++]!);
      continue;
    }
    const row = lines.slice(i, end);
    result.push({ ...row[0]!, to: row.at(-1)!.to, text: row.map(({ text }) => text.trim()).join(' ') });
    i = end;
  }
  return result;
}

/** The sign for the author of the previous entry, after that entry. */
const INNER_DASH = /(?<=[.\d]\s)(?=_{4,}[.,]\s)/;

/** The names and the year of an entry after the end of another: ‘… 9991–9995. Weaver, A., & Dyer, C. (2002). Wool’. */
const INNER_ENTRY =
  /(?<=[\p{L}\d)\]]{2}\.{1,2}\s{1,4})(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s?(?:\p{Lu}\.[\s-]?){1,4}(?:,[^()\n]{0,200})?\s?\((?:1[5-9]|20|2[Oo])[\dOol]{2}[a-z]?\)\.)/u;
/** The same after the DOI, or the translation in brackets, with which an entry ends without a full stop. */
const INNER_AFTER_DOI =
  /(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s?(?:\p{Lu}\.[\s-]?){1,4}(?:,[^()\n]{0,200})?\s?\((?:1[5-9]|20|2[Oo])[\dOol]{2}[a-z]?\)\.)(?<=(?:10\.\d{3,5}\/\S{2,80}|\uFFFC[>.]{0,2}|\.[\]］])\s{1,4})/u;
/** The same in Chinese: ‘…，108–114.王海,李江.(2019).织布’. */
const INNER_CHINESE_ENTRY =
  /(?<=\d[.．])(?=\p{Script=Han}{2,4}(?:[,，]\s?\p{Script=Han}{2,4}){0,8}[.．]\s?[(（](?:19|20)\d\d[)）][.．])/u;
/** What an entry before another in its line has. */
const OWN_YEAR = /\((?:1[5-9]|20|2[Oo])[\dOol]{2}[a-z]?\)|[,.]\s?(?:1[5-9]|20)\d\d[,.:;(]/;

/** A line in its entries: a dash for the author above, or names and a year, begin another. */
function partsOf(line: string): string[] {
  return line.split(INNER_DASH).flatMap((part) => {
    const split = part
      .split(INNER_ENTRY)
      .flatMap((one) => one.split(INNER_AFTER_DOI))
      .flatMap((one) => one.split(INNER_CHINESE_ENTRY));
    return split.length > 1 && split.slice(0, -1).every((entry) => OWN_YEAR.test(entry)) ? split : [part];
  });
}

/** ‘Town Stud., 18, 1165–1188, 2014’: the article itself, at the foot of each page. */
const OWN_FOOT = /\d[–-]\d.*(?:19|20)\d\d\W*$/;
/** A foot stands so many times in a list. */
const FEWEST_FEET = 3;

/** The lines of a list that are the feet of its pages. */
function feetOf(text: string, range: TextRange): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of text.slice(range.from, range.to).split('\n'))
    if (line.length < 100 && OWN_FOOT.test(line)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= FEWEST_FEET).map(([line]) => line));
}

/** The lines of a list, with those of an entry after another as lines of their own, and without the feet of pages. */
export function linesOf(text: string, range: TextRange): ListLine[] {
  const lines: ListLine[] = [];
  const feet = feetOf(text, range);
  let afterBlank = true;
  for (let at = range.from; at < range.to;) {
    const newline = text.indexOf('\n', at);
    const to = newline < 0 || newline > range.to ? range.to : newline;
    const line = text.slice(at, to);
    // A page number and the foot of a page separate nothing.
    if (line.trim() === '' || feet.has(line) || /^\s*\d{1,4}\s*$/.test(line))
      afterBlank ||= line.trim() === '';
    else {
      const parts = partsOf(line);
      let from = at;
      parts.forEach((part, i) => {
        lines.push({
          from,
          to: i + 1 < parts.length ? from + part.length : to,
          text: part,
          indent: /^[ \t]*/.exec(line)![0].replace(/\t/g, '    ').length,
          bulleted: i === 0 && BULLET.test(line),
          afterBlank: i > 0 || afterBlank,
          ...(i > 0 ? { isInner: true } : {}),
        });
        from += part.length;
      });
      afterBlank = false;
    }
    at = to + 1;
  }
  return gathered(lines);
}
