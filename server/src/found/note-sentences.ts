/** Sentences of a note that together describe one work: names, title, subtitle and imprint. */
import {
  hasInitials,
  hasPlace,
  introductionOf,
  isPerson,
  namesOnly,
  withoutIntroduction,
} from './note-names.ts';
import type { Prose } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** What continues the work of the previous sentence: its imprint, its editor, its collection. */
const CONTINUES =
  /^(?:In\s?:|(?:\d+(?:st|nd|rd|th)|Second|Third|Fourth|Rev(?:ised)?)\.?\s(?:ed\b|edition)|Ed(?:s|ited)?\.?\s(?:by\s)?\p{Lu}|Trans(?:l|lated)?\.?\s(?:by\s)?\p{Lu}|Traduit|Übers|Hg\.|Hrsg\.|A cura di|Aus dem)/u;
const IMPRINT = /^(?:\p{Lu}[\p{L}\p{M}.&'’/ -]{1,60}\s?[:,]\s){1,4}[^.;:]{0,60}?\(?(?:1[5-9]|20)\d\d(?!\d)/u;

/** A place or publisher and a year at the end of a sentence. */
const HAS_IMPRINT = /[:,(]\s?[^.]{0,60}(?:1[5-9]|20)\d\d[^.]{0,40}\.?\s*$/;

/** Joins sentences that together describe one work: names, title and imprint, each with a full stop. */
export function joined(prose: Prose, segments: readonly TextRange[]): TextRange[] {
  const whole: TextRange[] = [];
  let isOpen = false;
  for (const [i, segment] of segments.entries()) {
    const before = whole.at(-1);
    const words = prose.text.slice(segment.from, segment.to);
    const isTitle = /^["“«„‘»]/.test(words) || prose.isEmphasised(segment.from);
    const next = segments[i + 1];
    const isTitleOfNames =
      isOpen && (isTitle || (next !== undefined && IMPRINT.test(prose.text.slice(next.from, next.to))));
    const hasTitle =
      before !== undefined &&
      (goesOn(prose, before, words) ||
        isSubtitled(prose.text, before, words) ||
        isTwiceSubtitled(prose.text, before, segment, next) ||
        leadsToImprint(prose.text, before, segments.slice(i, i + 3)));
    if (before && isAfterStop(prose.text, before, segment) && (isTitleOfNames || hasTitle))
      whole[whole.length - 1] = { from: before.from, to: segment.to };
    else whole.push(segment);
    const names = words.slice(introductionOf(words)).replace(/\.$/, '');
    isOpen = words.endsWith('.') && names.includes(' ') && namesOnly(names) !== null;
  }
  return whole;
}

/** ‘Lena Meyer, Zwei Häfen. Eine Geschichte 1955–1970, Bonn 1988’: the subtitle with the imprint. */
function isSubtitled(text: string, before: TextRange, words: string): boolean {
  const said = text
    .slice(before.from, before.to)
    .replace(/^.*\b(?:si veda|siehe|vgl\.|cfr\.|see|voir)\s/su, '');
  const [person, title] = withoutIntroduction(said).split(/,\s/, 2);
  if (title === undefined || YEAR_IN.test(said) || !isPerson(person!) || hasPlace(said)) return false;
  // Whoever gives the initials of one author does not give the first name of the next: ‘L. Meyer, Quays. Carl Adler,
  // Ghent, Weir, 1988’ has one work.
  return (
    words.length < 200 &&
    /,\s\p{Lu}[^,]{1,40}(?:,\scoll\.\s[^,]{2,60})?[\s,]+(?:1[5-9]|20)\d\d/u.test(words) &&
    (!namesPerson(words) || (hasInitials(person!) && !hasInitials(words.split(/[,:]\s/, 1)[0]!)))
  );
}

/** ‘L. Meyer, Quays. How they were built. Papers of a meeting, Ghent, Weir, 1988’ */
function isTwiceSubtitled(
  text: string,
  before: TextRange,
  own: TextRange,
  next: TextRange | undefined,
): boolean {
  const words = text.slice(own.from, own.to);
  return (
    next !== undefined &&
    words.endsWith('.') &&
    words.length < 120 &&
    !/[,;:\d]/.test(words) &&
    isAfterStop(text, own, next) &&
    isSubtitled(text, before, text.slice(next.from, next.to))
  );
}

const YEAR_IN = /(?<![\d–-])(?:1[5-9]|20)\d\d(?![\d–-])/;

/** Whether some words begin with a person's name, and so another source. */
function namesPerson(words: string): boolean {
  return (
    isPerson(withoutIntroduction(words).split(/[,:]\s/, 1)[0]!) &&
    /^[^,]{4,60},\s\p{Lu}/u.test(words) &&
    words.split(', ').length > 3
  );
}

/** What no source begins with: a volume or issue number, pages. */
const PART_OF_SOURCE =
  /^(?:(?:Nr|No|Nº|N\.º|Jg|Jahrg|Bd|Vol|Heft|H|Ausg)\.?\s?\d|(?:S|Sp|pp?|págs?|pagg?)\.\s?\d|\d{1,4}\.\s?(?:Jg|Jahrg|Bd)\b)/u;
/** ‘Meyer, Lena (2009): Docks’: names with the year after them. */
const DATED_NAMES = /^[^:;]{3,160}\((?:1[5-9]|20)\d\d[a-z]?\)\s?[:.,]\s/u;
/** ‘Baden-Baden: Nomos’: an imprint without year. */
const HOUSE = /^\p{Lu}[\p{L}\p{M}/ .&-]{1,50}:\s\p{Lu}[^:;]{1,80}$/u;

/** ‘Meyer, Lena (2009): Docks. Vom Rand der Stadt. In: …’: a subtitle before the collection or the publisher. */
function leadsToImprint(text: string, before: TextRange, [own, ...next]: readonly TextRange[]): boolean {
  const words = ({ from, to }: TextRange) => text.slice(from, to);
  if (!own || !DATED_NAMES.test(words(before)) || YEAR_IN.test(words(own)) || /[:;]/.test(words(own)))
    return false;
  const imprint = next.findIndex(
    (each) => /^In\s?:/.test(words(each)) || HOUSE.test(words(each)) || PART_OF_SOURCE.test(words(each)),
  );
  return imprint >= 0 && next.slice(0, imprint).every((each) => !YEAR_IN.test(words(each)));
}

function goesOn(prose: Prose, before: TextRange, words: string): boolean {
  const { text } = prose;
  const said = text.slice(before.from, before.to);
  if (PART_OF_SOURCE.test(words)) return true;
  const isDated = DATED_NAMES.test(said);
  if (isDated && (/^In\s?:/.test(words) || HOUSE.test(words))) return true;
  const hasTitle =
    /["”»’]\.?\s*$|["”»]/.test(said) ||
    prose.isEmphasised(before.to - 2) ||
    /^.{4,160}\.\s\p{Lu}/su.test(said);
  if (!hasTitle) return false;
  if (CONTINUES.test(words)) return true;
  const after = before.to + 1;
  if (/^In\s/.test(words) && prose.isEmphasised(after + 4)) return true;
  return words.length < 160 && IMPRINT.test(words) && !HAS_IMPRINT.test(said);
}

function isAfterStop(text: string, before: TextRange, segment: TextRange): boolean {
  return (
    /^[.?!”"»’]*\s*$/.test(text.slice(before.to, segment.from)) &&
    /[.?!”"»’]\s*$/.test(text.slice(before.from, segment.from))
  );
}
