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
  if (suffix === '') return null;
  let start = behindSpaces(suffix, 0);
  if (suffix.charCodeAt(start) === COMMA) start = behindSpaces(suffix, start + 1);
  const braced = suffix.charAt(start) === '{';
  const begin = braced ? start + 1 : start;
  const close = braced ? suffix.indexOf('}', begin) : suffix.length;
  if (close < 0) return null;
  const word = suffix.slice(begin, Math.min(wordEnd(suffix, begin), begin + LONGEST_WORD));
  const label = LABELS.get(word) ?? LABELS.get(word.toLowerCase());
  const sign = word.startsWith('¶') || word.startsWith('§');
  let valueFrom = label && word ? begin + word.length : begin;
  const spaces = behindSpaces(suffix, valueFrom) - valueFrom;
  if (label && spaces === 0 && !sign && !word.endsWith('.')) return null;
  valueFrom += spaces;
  const valueTo = braced ? close : valueEnd(suffix, valueFrom, label !== undefined);
  if (valueTo <= valueFrom) return null;
  const value = suffix.slice(valueFrom, valueTo).trimEnd();
  const to = braced ? close + 1 : valueFrom + value.length;
  return { label: label ?? 'page', value, range: { from: from + start, to: from + to } };
}

const COMMA = 44;
const STOP = 46;
const HYPHEN = 45;
const WORD = /(?:¶¶?|§§?|[\p{L}.]+)/uy;
/** The terms are shorter. */
const LONGEST_WORD = 24;

/** After the word at `at`. */
function wordEnd(text: string, at: number): number {
  for (let end = at; ; end++) {
    const code = text.charCodeAt(end);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === STOP) continue;
    // Nothing, or another sign of ASCII.
    if (!(code > 127)) return end;
    WORD.lastIndex = at;
    return WORD.test(text) ? WORD.lastIndex : at;
  }
}

/** After the white space of any script at `at`. */
function behindSpaces(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 32 || (code >= 9 && code <= 13)) end++;
    else if (code >= 0xa0 && /\s/.test(text.charAt(end))) end++;
    else return end;
  }
}

const UNIT =
  /[[(]?(?:\d[\p{L}\d.:/]*|[ivxlcdm]+(?![\p{L}\d])|[IVXLCDM]+(?![\p{L}\d])|[\p{L}]{1,4}\d[\p{L}\d.:/]*)[\])]?/uy;
const BARE_UNIT = /(?:\d[\p{L}\d.:/]*|[\p{L}]\d+[\p{L}]?)/uy;
const JOINT = /\s*(?:[-–—]+|,|&|;|\band\b)\s*/y;

/** The end of numbers and the signs that join them: `33, 35-37`. */
function valueEnd(text: string, from: number, labelled: boolean): number {
  if (isPlainValue(text, from)) return text.length;
  let end = from;
  let at = from;
  for (;;) {
    const unit = labelled ? UNIT : BARE_UNIT;
    unit.lastIndex = at;
    if (!unit.test(text)) return end;
    end = unit.lastIndex;
    const last = text.charCodeAt(end - 1);
    if (last === 46 || last === 58) end--;
    if (end === text.length) return end;
    JOINT.lastIndex = end;
    if (!JOINT.test(text)) return end;
    at = JOINT.lastIndex;
  }
}

/** Whether all from there to the end is numbers with hyphens between them. */
function isPlainValue(text: string, from: number): boolean {
  let wasDigit = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    if (!isDigit && (!wasDigit || code !== HYPHEN)) return false;
    wasDigit = isDigit;
  }
  return wasDigit;
}
