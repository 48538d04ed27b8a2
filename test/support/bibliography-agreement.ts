/** Compares entries as we decode them with Pandoc's CSL-JSON, field by field. */
import { keepsCapitals } from '../../server/src/bibliography/sentence-case.ts';
import { plainTextOfCsl } from '../../server/src/bibliography/csl-item.ts';
import type { CslDate, CslItem, CslName } from '../../server/src/bibliography/model.ts';

/** The fields that are compared; CSL's other variables are compared under their own names. */
export const FIELDS = [
  'type',
  'author',
  'editor',
  'translator',
  'issued',
  'original-date',
  'accessed',
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'number',
  'edition',
  'page',
  'genre',
  'note',
  'language',
  'DOI',
  'ISBN',
  'URL',
] as const;

/**
 * Where we mean to read otherwise than Pandoc: a language that `language` alone names; an address in `howpublished`,
 * which to Pandoc is a publisher; a DOI without the address of its resolver; an address without LaTeX; a kind of work
 * that the type of the entry says; a volume under its own title rather than that of the whole; a number in the field
 * `issue`; a month that is a word; pages with blanks round their stroke; words in place of a date; an address whose signs
 * have backslashes; a command of TeX that is left in a title; more than a hundred names, of which the first stand for all;
 * a container that Pandoc leaves out, and what `@conference` is; signs and commands of TeX left in other fields; names
 * joined by `AND` or right after a command; particles up to the last small word, as BibTeX has them; an address before a publisher; bars and tags in titles; capitals of titles in other languages.
 */
const BETTER: readonly ((field: string, ours: string, pandocs: string) => boolean)[] = [
  (field, _, pandocs) => field === 'language' && pandocs === '',
  (field, ours, pandocs) => field === 'publisher' && ours === '' && /^https?:\/\//.test(pandocs),
  (field, ours, pandocs) =>
    field === 'URL' && (pandocs === '' || pandocs.includes('{')) && /^https?:/.test(ours),
  (field, ours, pandocs) => field === 'DOI' && pandocs.endsWith(ours),
  (field, _, pandocs) => field === 'genre' && pandocs === '',
  (field, _, pandocs) => field === 'issue' && pandocs === '',
  (_, ours) => ours.includes('lit=…'),
  (field, ours, pandocs) =>
    field === 'issued' && new RegExp(`^${pandocs}-\\d+$`).test(ours) && /^\d{4}$/.test(pandocs),
  (field, ours, pandocs) => field === 'issued' && pandocs === '' && !/^\d{4}/.test(ours),
  (field, ours, pandocs) => field === 'page' && pandocs.replace(/ - /g, '-') === ours,
  (field, ours, pandocs) => field === 'URL' && pandocs.replaceAll('\\', '') === ours,
  (field, ours, pandocs) => field === 'title' && /\\[A-Za-z]/.test(pandocs) && !ours.includes('\\'),
  (field, ours, pandocs) => field === 'container-title' && pandocs === '' && ours !== '',
  (field, ours, pandocs) => field === 'type' && pandocs === 'document' && ours === 'paper-conference',
  (field, _, pandocs) => field === 'genre' && pandocs.includes('{'),
  (field, ours, pandocs) => field === 'page' && pandocs.replace(/\s*-\s*/g, '-') === ours,
  (_, ours, pandocs) => /\\[_&%#]/.test(pandocs) && pandocs.replaceAll('\\', '') === ours,
  (_, ours, pandocs) => pandocs.includes('{\\') && !ours.includes('{'),
  (field, _, pandocs) => isOfPeople(field) && / A(?:ND|nd) |\p{L}and \p{Lu}/u.test(pandocs),
  (field, ours, pandocs) => isOfPeople(field) && lettersOf(ours) === lettersOf(pandocs),
  (field, ours, pandocs) =>
    field === 'publisher' && /^https?:\S+; /.test(pandocs) && pandocs.endsWith(`; ${ours}`),
  (field, ours, pandocs) => field === 'title' && ours.replace(/\s*\|/g, '') === pandocs,
  (field, ours, pandocs) => field === 'title' && /<\w/.test(pandocs) && !/<\w/.test(ours),
  (field, ours, pandocs) =>
    /title$/.test(field) && ours.toLowerCase() === pandocs.toLowerCase() && keepsCapitals(ours),
];

function isOfPeople(field: string): boolean {
  return field === 'author' || field === 'editor' || field === 'translator';
}

/** The words of names, whatever part each is of. */
function lettersOf(names: string): string {
  const words = names.replace(/(?<![^ ])(?:lit|fam|giv|non|dro|suf)=/g, ' ');
  return words.replace(/[.;]/g, ' ').split(/ +/).sort().join(' ').trim();
}

/** A field of an entry that we read differently from Pandoc. */
export interface Difference {
  readonly key: string;
  readonly field: string;
  readonly ours: string;
  readonly pandocs: string;
}

/** Counts and differences of one field over many entries. */
export interface FieldAgreement {
  present: number;
  equal: number;
}

/** Compares two readings of the entry `key`; adds to `counts`, and returns the differences. */
export function compareItems(
  ours: CslItem | null,
  pandocs: CslItem,
  counts: Map<string, FieldAgreement>,
): Difference[] {
  const differences: Difference[] = [];
  for (const field of FIELDS) {
    const [left, right] = [words(ours?.[field]), words(pandocs[field])].map((one) =>
      field === 'type' && one === '' ? 'document' : one,
    ) as [string, string];
    if (left === '' && right === '') continue;
    if (left !== right && BETTER.some((rule) => rule(field, left, right))) continue;
    const count = counts.get(field) ?? { present: 0, equal: 0 };
    counts.set(field, count);
    count.present++;
    if (left === right) count.equal++;
    else differences.push({ key: pandocs.id, field, ours: left, pandocs: right });
  }
  return differences;
}

/** A normalised form of a field, for comparison. */
function words(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return (value as CslName[]).map(nameWords).join('; ');
  if (typeof value === 'object') return dateWords(value);
  // Numbers may be strings.
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return folded(String(value));
}

function nameWords(name: CslName): string {
  const parts = [
    'literal',
    'family',
    'given',
    'non-dropping-particle',
    'dropping-particle',
    'suffix',
  ] as const;
  return parts
    .filter((part) => name[part])
    .map((part) => `${part.slice(0, 3)}=${folded(name[part]!)}`)
    .join(' ');
}

function dateWords(date: CslDate): string {
  // Pandoc represents a season as a month of 21 to 24, as EDTF does.
  const season = date.season === undefined ? [] : [20 + Number(date.season)];
  const parts = (date['date-parts'] ?? [])
    .map((part) => [...part.map(Number), ...season].join('-'))
    .join('/');
  return [parts, date.circa ? 'circa' : '', date.literal ?? date.raw ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Ignores white space, tags and variants of punctuation, but not letters and case. */
function folded(text: string): string {
  return plainTextOfCsl(text)
    .normalize('NFC')
    .replace(/ı(?=\p{M})/gu, 'i')
    .normalize('NFC')
    .replace(/[‘’`“”"]/g, "'")
    .replace(/\$/g, '')
    .replace(/[\u2010-\u2015\u2212]+/g, '-')
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim();
}
