/** Locators in the suffix of a citation, `pp. 3-5`, by the terms that Pandoc knows. */
import type { Locator } from './model.ts';

const TERMS: readonly (readonly [string, string])[] = [
  ['act', 'act. acts act'],
  ['appendix', 'app. apps. appendix appendices'],
  ['article', 'art. arts. article articles'],
  ['book', 'bk. bks. book books'],
  ['canon', 'can. canon canons'],
  ['chapter', 'chap. chaps. ch. chs. chapter chapters'],
  ['column', 'col. cols. column columns'],
  ['equation', 'eq. eqs. equation equations'],
  ['figure', 'fig. figs. figure figures'],
  ['folio', 'fol. fols. folio folios'],
  ['issue', 'no. nos. number numbers issue issues'],
  ['line', 'l. ll. line lines'],
  ['note', 'n. nn. note notes fn. footnote footnotes'],
  ['opus', 'op. opp. opus opera'],
  ['page', 'p. pp. pg. page pages'],
  ['paragraph', 'para. paras. par. ¶ ¶¶ paragraph paragraphs'],
  ['part', 'pt. pts. part parts'],
  ['rule', 'r. rr. rule rules'],
  ['scene', 'sc. scs. scene scenes'],
  ['section', 'sec. secs. sect. § §§ section sections'],
  ['sub-verbo', 's.v. s.vv. sub'],
  ['supplement', 'supp. supps. supplement supplements'],
  ['table', 'tbl. tbls. table tables'],
  ['timestamp', 'ts.'],
  ['verse', 'v. vv. verse verses'],
  ['volume', 'vol. vols. volume volumes'],
];

const LABELS: ReadonlyMap<string, string> = new Map(
  TERMS.flatMap(([label, words]) => words.split(' ').map((word) => [word, label] as const)),
);

/**
 * The locator that a citation's suffix begins with, or null. `from` is the offset of `suffix` in its text, and
 * the locator's range counts there. A bare number is a page.
 */
export function readLocator(suffix: string, from: number): Locator | null {
  const start = /^\s*,?\s*/.exec(suffix)![0].length;
  const braced = suffix.charAt(start) === '{';
  const begin = braced ? start + 1 : start;
  const close = braced ? suffix.indexOf('}', begin) : suffix.length;
  if (close < 0) return null;
  const word = /^(?:¶¶?|§§?|[\p{L}.]+)/u.exec(suffix.slice(begin, begin + 24))?.[0] ?? '';
  const label = LABELS.get(word.toLowerCase());
  const sign = /^[¶§]/.test(word);
  let valueFrom = label && word ? begin + word.length : begin;
  const spaces = /^[\s\u00a0]*/.exec(suffix.slice(valueFrom))![0].length;
  if (label && spaces === 0 && !sign && !word.endsWith('.')) return null;
  valueFrom += spaces;
  const valueTo = braced ? close : valueEnd(suffix, valueFrom, label !== undefined);
  if (valueTo <= valueFrom) return null;
  const value = suffix.slice(valueFrom, valueTo).trimEnd();
  const to = braced ? close + 1 : valueFrom + value.length;
  return { label: label ?? 'page', value, range: { from: from + start, to: from + to } };
}

const UNIT =
  /[[(]?(?:\d[\p{L}\d.:/]*|[ivxlcdm]+(?![\p{L}\d])|[IVXLCDM]+(?![\p{L}\d])|[\p{L}]{1,4}\d[\p{L}\d.:/]*)[\])]?/uy;
const BARE_UNIT = /(?:\d[\p{L}\d.:/]*|[\p{L}]\d+[\p{L}]?)/uy;
const JOINT = /\s*(?:[-–—]+|,|&|;|\band\b)\s*/y;

/** The end of numbers and the signs that join them: `33, 35-37`. */
function valueEnd(text: string, from: number, labelled: boolean): number {
  let end = from;
  let at = from;
  for (;;) {
    const unit = labelled ? UNIT : BARE_UNIT;
    unit.lastIndex = at;
    if (!unit.test(text)) return end;
    end = unit.lastIndex;
    if (/[.:]/.test(text.charAt(end - 1))) end--;
    JOINT.lastIndex = end;
    if (!JOINT.test(text)) return end;
    at = JOINT.lastIndex;
  }
}
