import { readLocator } from '../pages/printed-locator.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import { folded } from './folding.ts';
import type { FoundName } from './model.ts';
import { MONTHS } from './name-words.ts';
import { namesOf, namesOnly, withoutIntroduction } from './note-names.ts';
import { tidyTitle, titlesIn } from './note-titles.ts';
import { isAcronym } from './plausible.ts';
import type { Prose } from './prose.ts';
import type { ShortForm } from './short-form.ts';
import { noteNumber, type ShortForms } from './short-forms.ts';
import { titleBehind } from './same-author.ts';
import type { TextRange } from '../text/range.ts';

/** A short form in a note, before it is resolved; in offsets of the prose. */
export interface ReadShortTitle {
  readonly form: ShortForm;
  readonly range: TextRange;
  readonly wholeRange: TextRange;
  readonly names: readonly FoundName[];
  /** Whether `et al.` follows the names. */
  readonly etAl: boolean;
  readonly title: string | null;
  /** Another reading of the words before it: the apparent name may be a title. */
  readonly otherwise: { readonly names: readonly FoundName[]; readonly title: string | null } | null;
  readonly locator: ReadLocator | null;
  /** The year after the form, which tells the author's works apart: ‘Meyer, op. cit., 1989, p. 4’. */
  readonly year: string | null;
  /** The note number in `supra note 12`. */
  readonly noteLabel: string | null;
  /** Whether it may be something else, or mean something else: nothing is told of it if it leads nowhere. */
  readonly isUnsure: boolean;
  /** Whether words of its own note before it look like a source. */
  readonly isBehindSource: boolean;
  /** Where a source by author and year before it in its note, ‘Weaver 2003, ’, ends; null if there is none. */
  readonly datedBefore: number | null;
  /** Whether *Id.* before its title names the author of the source before it. */
  readonly isBySameAuthor: boolean;
}

const LAST_JOINT =
  /(?:(?:quoted|cited|discussed|reported|qtd\.?)\s(?:by|in|from)|cité(?:e|s)? (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|citado (?:por|en)|citato (?:da|in)|apud|presso|riportato da|(?<=[,.;”"»’)]\s)(?:in|dans|en):?|\balso|\bsee|\bvoir|\bsiehe|\bvgl\.|\bcf\.|\bvedi|(?<=[(,;:]\s?)v\.|\bcfr\.?|\bvéase|\bver)\s+(?!.*(?:(?:quoted|cited) by|\balso\s|\bsee\s))/giu;

/** Finds the short forms in the note `[from, to)` of the prose. Linear in its length. */
export function readShortTitles(
  prose: Prose,
  from: number,
  to: number,
  shortForms: ShortForms,
): ReadShortTitle[] {
  const { text } = prose;
  const body = text.slice(0, to);
  const found: ReadShortTitle[] = [];
  let done = from;
  let end = from;
  /** The end of an *Id.* before a title. */
  let same = -1;
  for (let match = shortForms.after(body, end); match; match = shortForms.after(body, end)) {
    const at = match.index;
    end = at + match.words.length;
    const { form } = match;
    const since = done;
    const isBySameAuthor = same >= 0 && since >= same && isTitleSince(text, same, at, form);
    const lead = isBySameAuthor ? titleSince(text, same, at) : leadOf(prose, since, at, form, shortForms);
    const dated = form.leadsTo === 'work-named' ? yearBehind(text, end, to) : null;
    const behind = locatorBehind(text, dated?.to ?? end, to);
    done = behind?.range.to ?? dated?.to ?? end;
    // ‘Idem, “Another title”’ names the author again, not the work.
    if (
      form.mayBeAuthor &&
      (/^[\s,:]*["“«]/.test(text.slice(end, end + 4)) ||
        titleBehind(body, end - (match.words.endsWith('.') ? 1 : 0)) !== null)
    ) {
      same = end;
      continue;
    }
    // ‘So Meyer (ibid., p. 48)’ is a citation by author and year.
    if (
      form.leadsTo === 'work-before' &&
      /\p{L}\s\($/u.test(text.slice(at - 3, at)) &&
      !/^\s*\)/.test(text.slice(end, end + 2)) &&
      isNameBefore(text, at, from)
    )
      continue;
    // ‘Lena Meyer, cit. in C. Adler, Navi, 1991’: quoted there.
    if (/^cit\.?$/i.test(match.words) && /^\s(?:in|da):?\s+\p{Lu}/u.test(text.slice(end, end + 8))) continue;
    // Initials of an order or a degree after a name: ‘Mario Nero L.C.’
    if (/^\p{Lu}\.\s?C\b/u.test(match.words)) continue;
    if (
      form.mayBeAuthor &&
      !behind &&
      lead.names.length === 0 &&
      prose.isEmphasised(end + 2) &&
      /^,\s/.test(text.slice(end, end + 2))
    )
      continue;
    // ‘« I am not alone. Anyway, I am here », ibid.’: words of a quotation, no name.
    if (lead.names.length > 0 && isWithinQuotation(text, since, lead.from)) continue;
    if (form.needsName && lead.names.length === 0 && lead.title === null) continue;
    if (form.endsName && !isNameOrTitle(prose, since, at)) continue;
    found.push({
      form,
      range: { from: at, to: end },
      wholeRange: { from: lead.from, to: done },
      names: lead.names,
      etAl: /\b(?:et al|and others|et coll)\b|u\.\s?a\.\s*,?\s*$/.test(text.slice(lead.from, at)),
      title: lead.title,
      otherwise: lead.otherwise,
      // ‘Meyer, in the Chronicle, p. 4; Adler, ibid.’ may be another part of the same collection.
      isUnsure:
        lead.isUnsure ||
        form.endsName === true ||
        (form.leadsTo === 'work-before' && lead.names.length > 0) ||
        (form.leadsTo === 'numbered-note' && areAcronyms(lead.names)),
      locator: behind,
      year: dated?.year ?? null,
      isBySameAuthor,
      datedBefore: form.leadsTo === 'work-before' ? datedBefore(text, from, lead.from) : null,
      isBehindSource: PLACE_IN_SOURCE.test(text.slice(Math.max(from, lead.from - 200), lead.from)),
      noteLabel: form.leadsTo === 'numbered-note' ? noteNumber(match.words) : null,
    });
  }
  return found;
}

/** Whether only a title stands between *Id.* and a form: ‘Id., La nave, cit.’ */
function isTitleSince(text: string, from: number, at: number, form: ShortForm): boolean {
  return form.leadsTo === 'work-named' && at - from < 160 && !/[;\d]|\.\s/.test(text.slice(from, at));
}

function titleSince(text: string, from: number, at: number): ReturnType<typeof leadOf> {
  const words = text.slice(from, at);
  const space = /^[\s,:]*/.exec(words)![0].length;
  const title = tidyTitle(words.replace(/["“”«»„‘]/g, ' '));
  return { from: from + space, names: [], title, otherwise: null, isUnsure: true };
}

/** ‘D. B. i. 169: “…”’: a number after words, which is no year. */
const PLACE_IN_SOURCE = /\p{L}[^\d]*(?<!\d)(?!1[0-9]\d\d(?!\d)|20\d\d(?!\d))\d/u;

/** ‘M. Weaver 2003, who’, ‘Weaver 2003 (so)’, but no month. */
const DATED_SOURCE = /(\p{Lu}[\p{L}\p{M}’'-]{2,})\s\(?(?:1[89]|20)\d\d[a-z]?(?=\)?(?:[,;:]\s|\s\())/gu;
/** How far back it is looked for, in UTF-16 units. */
const DATED_BACK = 1500;

function datedBefore(text: string, from: number, at: number): number | null {
  const start = Math.max(from, at - DATED_BACK);
  const last = [...text.slice(start, at).matchAll(DATED_SOURCE)].findLast(
    ([, name]) => !MONTHS.has(folded(name!)),
  );
  return last ? start + last.index + last[0].length : null;
}

/** Whether a quotation that opened since `from` is still open at `offset`, in French or English marks. */
function isWithinQuotation(text: string, from: number, offset: number): boolean {
  const before = text.slice(Math.max(from, offset - 600), offset);
  const signs = before.replace(/[^«»“”„]/g, '');
  // In »such« and „such“ the same signs close.
  if (signs.startsWith('»') || signs.includes('„')) return false;
  const open = (opening: string, closing: string): boolean =>
    signs.split(opening).length > signs.split(closing).length;
  return open('«', '»') || open('“', '”');
}

/** Whether a form follows a comma, a name or a marked title: it may be a word of the sentence elsewhere. */
function isNameOrTitle(prose: Prose, from: number, at: number): boolean {
  const before = prose.text.slice(Math.max(from, at - 40), at);
  return /[,»”"]\s$|(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}.'’-]+\s$/u.test(before) || prose.isEmphasised(at - 2);
}

/** Whether there is a name directly before the parenthesis that a form opens. */
function isNameBefore(text: string, at: number, from: number): boolean {
  return /\p{Lu}[\p{L}'’-]+\s\($/u.test(text.slice(Math.max(from, at - 40), at));
}

/** The names and the short title before a form, back to the previous source. */
function leadOf(
  prose: Prose,
  floor: number,
  at: number,
  form: ShortForm,
  shortForms: ShortForms,
): Pick<ReadShortTitle, 'names' | 'title' | 'otherwise' | 'isUnsure'> & { from: number } {
  const { text } = prose;
  let from = Math.max(floor, at - 300);
  const before = text.slice(from, at);
  from += lastStop(before);
  if (text[from] === '(') from++;
  let lead = text.slice(from, at);
  // ‘The towns agreed (Meyer, op. cit.)’: words before an open parenthesis are not of the source within it.
  const whole = from;
  const within = lead.lastIndexOf('(');
  if (within >= 0 && lead.indexOf(')', within) < 0) {
    from += within + 1;
    lead = lead.slice(within + 1);
  }
  const [joint] = lead.matchAll(LAST_JOINT);
  // ‘Dyer, “Madder”, in op. cit.’: the names before it are those of the work.
  if (joint && lead.slice(joint.index + joint[0].length).trim() !== '') {
    from += joint.index + joint[0].length;
    lead = lead.slice(joint.index + joint[0].length);
  }
  // ‘S. ebd.’, ‘s. a. ebd.’: *siehe*, no initial.
  if (form.leadsTo === 'work-before' && SIEHE.test(lead))
    return { from: at, names: [], title: null, otherwise: null, isUnsure: false };
  const titles = titlesIn(prose, from, at, shortForms);
  const title = titles[titles.length - 1] ?? null;
  // A title before ibid. belongs to another work, which is described in full.
  if (title !== null && form.leadsTo === 'work-before')
    return { from: at, names: [], title: null, otherwise: null, isUnsure: false };
  const head = title ? text.slice(from, Math.min(title.from, at)) : lead;
  const space = /^[\s,;]*/.exec(text.slice(from, at))![0].length;
  if (title === null) {
    const plain = namesAndTitle(head);
    // ‘Dyer, Ghent, 1990, p. 4, denied by Fuller, op. cit.’: what is named first was not cut off.
    const close =
      /\d/.test(plain?.title ?? '') && form.leadsTo === 'work-named' ? nameBefore(text, from, at) : null;
    if (close && close.from > from + space) return { ...close, title: null, otherwise: null, isUnsure: true };
    if (plain) return { from: from + space, isUnsure: false, ...plain };
  }
  const names = namesOf(head);
  const close =
    form.leadsTo === 'work-named' && (names.length === 0 || title !== null)
      ? nameBefore(text, lead.trim() === '' ? whole : Math.max(from, title?.to ?? from), at)
      : null;
  if (close) return { ...close, title: null, otherwise: null, isUnsure: true };
  if (names.length === 0 && title === null && form.needsName && form.leadsTo === 'numbered-note') {
    const words = CASE_BEFORE.exec(text.slice(Math.max(from, at - 60), at))?.[1];
    if (words !== undefined)
      return { from: at - words.length - 1, names, title: words, otherwise: null, isUnsure: true };
  }
  if (names.length === 0 && title === null)
    return { from: at, names, title: null, otherwise: null, isUnsure: false };
  return { from: from + space, names, title: title?.text ?? null, otherwise: null, isUnsure: false };
}

const SIEHE = /(?:^|[\s(])[sS]\.(?:\s?[au]\.)?\s$/u;

/** The names right before a form, whatever words of a sentence precede them: ‘as is told by Meyer (op. cit., p. 9)’. */
function nameBefore(text: string, from: number, at: number): { names: FoundName[]; from: number } | null {
  const words = text.slice(Math.max(from, at - 80), at);
  const match = NAMES_BEFORE.exec(words);
  const names = match && namesOnly(match[1]!);
  return names ? { names, from: at - words.length + match.index + match[0].indexOf(match[1]!) } : null;
}

const NAME = String.raw`(?:\p{Lu}\.\s?)*(?:(?:D['’]|De\s|Di\s|Du\s|Des\s|La\s|Le\s|Lo\s|von\s|van\s|d[’'])?\p{Lu}[\p{L}\p{M}’'-]+)(?:\s(?:(?:de|du|di|del|della|von|van)\s)?\p{Lu}[\p{L}\p{M}’'-]+){0,2}`;
/** ‘Weavers II (n 5)’, ‘Dyer/Fuller (n 11)’, ‘Guidelines 7/20 (n 12)’: the short name of a case or document. */
const CASE_BEFORE =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}/.’'-]*(?:\s(?:v|of|and|&|\p{Lu}[\p{L}\p{N}/.’'-]*|[IVX]+|\d+[/-]\d+)){0,5})\s$/u;
const NAMES_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(${NAME}(?:\s(?:e|et|und|and|y)\s${NAME})?)(?:,\s|\s\(|,?\s)$`,
  'u',
);

/** ‘V. A. Meyer, op. cit.’: in Italian notes the first letter may say *vedi*. */
function withoutVedi(words: string): FoundName[] | null {
  const behind = /^V\.?\s(?=\p{Lu})(.+)$/u.exec(words)?.[1];
  return behind === undefined ? null : namesOnly(behind);
}

/** Names, a comma and an unmarked title: `L. Meyer, Le travail des quais, `; null if there are only names. */
function namesAndTitle(head: string): Pick<ReadShortTitle, 'names' | 'title' | 'otherwise'> | null {
  const words = withoutIntroduction(head.replace(/\s+/g, ' ').trim()).replace(/[\s,:(]+$/, '');
  if (words.length === 0 || words.length > 200) return null;
  const all = namesOnly(words);
  const seen = withoutVedi(words);
  if (seen) return { names: all ?? seen, title: null, otherwise: all && { names: seen, title: null } };
  const [, first, behind] = /^([^,:]{2,80})[,:]\s(.+)$/u.exec(words) ?? [];
  const names = first === undefined ? null : namesOnly(first);
  if (names && behind !== undefined && /^[\p{Lu}\p{Lo}"“]/u.test(behind)) {
    const title = tidyTitle(behind);
    return all ? { names: all, title: null, otherwise: { names, title } } : { names, title, otherwise: null };
  }
  // Only a title: ‘Illustrated Life, cit.’
  if (all?.length === 1 && !words.includes(','))
    return { names: all, title: null, otherwise: { names: [], title: tidyTitle(words) } };
  return null;
}

/** After the last semicolon or sentence end. */
function lastStop(before: string): number {
  let stop = 0;
  for (const match of before.matchAll(
    /[;；]\s*|(?<=[.;)\uFFFC]\s?)\n\s*|(?<=\p{Ll}{2}|\)|\d)[.?!]["”»]?\s+(?=\(?\p{Lu})|(?<=[.\d)»]\s?)(?:—|--)\s?(?=\p{Lu})/gu,
  ))
    if (!isNameAlone(before.slice(stop, match.index)) || match.index + match[0].length < before.length)
      stop = match.index + match[0].length;
  return stop;
}

/** ‘Meyer. Op. cit.’: the full stop parts no sentences. */
function isNameAlone(words: string): boolean {
  return words.length < 40 && namesOnly(withoutIntroduction(words.trim())) !== null;
}

/** The year after a form, and the end of it: ‘op. cit., 1989, p. 4’, ‘op. cit. (1989)’. */
function yearBehind(text: string, end: number, to: number): { year: string; to: number } | null {
  const match = YEAR_BEHIND.exec(text.slice(end, Math.min(to, end + 14)));
  return match && { year: match[1] ?? match[2]!, to: end + match[0].length };
}

const YEAR_BEHIND =
  /^,?\s(?:\(((?:1[5-9]|20)\d\d[a-z]?)\)|((?:1[5-9]|20)\d\d[a-z]?)(?![\p{L}\d]|\s?[-–—]\s?\d))/u;

function locatorBehind(text: string, end: number, to: number): ReadLocator | null {
  const gap = /^[\s,:]*/.exec(text.slice(end, Math.min(to, end + 4)))![0].length;
  const bare = /^[\s]*[,:]/.test(text.slice(end, end + 3)) || text[end - 1] === ')';
  const found = readLocator(text, end + gap, bare);
  if (!found || found.range.to > to) return null;
  // A number that belongs to a date or a note is no page.
  return /^(?:1[5-9]|20)\d\d$/.test(found.value) ? null : found;
}

/** Longer words in capitals are rather names: ‘SMITH, supra note 5’. */
const LONGEST_ACRONYM = 4;

/** What an acronym stands for cannot be told where no note spells it out. */
function areAcronyms(names: readonly FoundName[]): boolean {
  return (
    names.length > 0 && names.every(({ family }) => family.length <= LONGEST_ACRONYM && isAcronym(family))
  );
}
