/** Helpers for entry forms: orders of names, year and title. */
import { periodAt } from './dates.ts';
import type { DatedEntry, EntryText } from './entry-form.ts';

/** Marks that open a title. */
const TITLE_QUOTE = /["“«„‟「『《〈]/;

/** A full stop that ends the names: after a word, not an initial or `eds.`; after Chinese names a colon as well. */
const STOP_AFTER_NAMES =
  /(?<=\p{Script=Han})[.．:：]\s*(?=[\p{L}“"《])|(?<!\b(?:eds?|hrsg|hg|dirs?|coords?|al|jr|sr|st|comps?|trans))(?<=[\p{L}][\p{Ll}])\.\s+(?=[\p{L}“"«])/iu;

/** ‘ESTADÃO. Title’, ‘SÃO PAULO (Estado). Title’: an organisation in capitals. */
export const STOP_AFTER_CAPITALS = /^\p{Lu}[\p{Lu}\s]{3,}(?:\([^()\d]{2,30}\))?(?=\.\s+\p{Lu}?\p{Ll})/u;

/** Eight names and more, as of a large group: the year stands far after the first. */
const ROW_OF_NAMES = /^(?:[^,;:\d"“«(]{2,60},\s){8}/;

const ASIDE = /^\s*(?:et al|in\b|eds?\b|and\b|&)/i;

/**
 * Reads names, then a year that `pattern` matches, then the title.
 * @param pattern has two groups: four digits, and the letter after them
 */
export function yearAfterNames({ text, from, italicFrom }: EntryText, pattern: RegExp): DatedEntry | null {
  const window = text.slice(from, from + (ROW_OF_NAMES.test(text.slice(from, from + 600)) ? 2400 : 600));
  const quote = window.search(TITLE_QUOTE);
  const match = pattern.exec(window);
  if (!match || match.index >= (quote < 0 ? window.length : quote)) return null;
  const head = window.slice(0, match.index);
  // Italics before the year are a title, or the names themselves.
  const italic = italicFrom();
  if (italic !== null && italic > from + 3 && italic < from + match.index && !ASIDE.test(text.slice(italic)))
    return null;
  if (
    STOP_AFTER_NAMES.test(head) ||
    STOP_AFTER_CAPITALS.test(head) ||
    /\d{2}/.test(head) ||
    /[?!]/.test(head)
  )
    return null;
  const year = match[1] ?? null;
  return {
    namesTo: from + match.index,
    year,
    suffix: (match[2] ?? '').toLowerCase(),
    yearFrom: from + match.index + (year === null ? 0 : match[0].indexOf(year)),
    titleFrom: from + match.index + match[0].length,
  };
}

/** Chinese characters may surround it: 海文出版社2009年. */
const ANY_YEAR =
  /(?:(?<!(?!\p{Script=Han})[\p{L}\p{N}\-–/])(?<!\d[.:])|(?<=(?<!\d)\d{1,2}[-./]\d{1,2}[-./]))(1[4-9]\d\d|20\d\d)([a-z])?(?!(?!\p{Script=Han})[\p{L}\p{N}]|\s?[-–]\s?\d|\.\d)/gu;
/** Digits that are no dates: URLs and identifiers. */
const NO_DATE = /(?:\bdoi|\barxiv|\bISBN|\bISSN|\bPMID|\bPMCID)[:.\s]{0,3}\S+|\b10\.\d{4,6}\/\S+/giu;
const VISIT =
  /\b(?:available (?:at|from|online)|(?:last )?access(?:ed|:)|consulted|retrieved|visited|last seen|consulté|abgerufen|Zugriff|aufgerufen|consultado|consultato|acess?o em|acessad[oa] em|disponível em|disponible en|recuperado de|dernière consultation|\(trad\.|geraadpleegd)(?!\p{L})/iu;

const IN_TITLE = /\s(?:in|em|en|im|de|seit|since|from|of)\s$/;
const IS_NUMBER = /(?<!\p{L})(?:nn?\.\s?[ºo°]?|n[º°]\.?|[Nn]os?\.|Nrn?\.|núm\.|pp?\.|págs?\.|S\.)\s?$/u;
const BEHIND_ADDRESS = /\uFFFC[>,.]{0,2}\s((?:1[4-9]|20)\d\d)([a-z])?\.?\s*$/;

/** ‘available at: https://…, last access: 5 May 2018, version 1.2, 2018a.’ */
const AT_END = /[,\d]\s((?:1[4-9]|20)\d\d)([a-z])?\.?\s*$/;
const DATE_AT_END = /\p{L}{3}\.?\s(?:\d{1,2},\s)?\d{4}\.?\s*$/u;

/** The year at the end of an entry, after an address and perhaps the date of a visit. */
function afterVisit(text: string, visited: number): RegExpExecArray | null {
  return visited > 0 && !DATE_AT_END.test(text) ? AT_END.exec(text) : null;
}

const TITLE_AFTER_RULE = /^\s?[.:]\s+\p{Lu}\p{Ll}/u;

/** Reads names, then the title, and the year in the imprint: the last year before an access date. */
export function imprintYear(entry: EntryText): DatedEntry | null {
  const { text, from, italicFrom } = entry;
  // ‘_____. Looms. Leiden, 2003’: nothing but the title is between the rule for the author and the imprint.
  if (from > 0 && TITLE_AFTER_RULE.test(text.slice(from, from + 12))) return imprintYearFrom(entry, from);
  const stops = [
    from + text.slice(from).search(TITLE_QUOTE),
    italicFrom() ?? -1,
    from + (STOP_AFTER_CAPITALS.exec(text.slice(from, from + 200))?.[0].length ?? -1 - from),
    from + (STOP_AFTER_NAMES.exec(text.slice(from, from + 400))?.index ?? -1 - from),
  ].filter((at) => at > from);
  if (stops.length === 0 && from === 0) return null;
  return imprintYearFrom(entry, stops.length ? Math.min(...stops) : from);
}

/** As `imprintYear`, after names that end at `namesTo`. */
export function imprintYearFrom({ text }: EntryText, namesTo: number): DatedEntry | null {
  if (namesTo > (ROW_OF_NAMES.test(text.slice(0, 600)) ? 2400 : 600)) return null;
  const visited = text.search(VISIT);
  const imprint = (visited > 0 ? text.slice(0, visited) : text).replace(NO_DATE, (words) =>
    '\uFFFC'.repeat(words.length),
  );
  let last: RegExpExecArray | null = null;
  ANY_YEAR.lastIndex = namesTo;
  for (let match = ANY_YEAR.exec(imprint); match; match = ANY_YEAR.exec(imprint)) {
    // ‘Work in 2018, says the guild’: in a title.
    if (
      IN_TITLE.test(imprint.slice(Math.max(0, match.index - 8), match.index)) &&
      /^,?\s\p{Ll}{2}/u.test(imprint.slice(match.index + 4, match.index + 8))
    )
      continue;
    // ‘(Discussion papers, n. 1846)’, ‘(p. 1439)’: of a series, or a page.
    if (IS_NUMBER.test(imprint.slice(Math.max(0, match.index - 6), match.index))) continue;
    // ‘2011 [1979]’, ‘2011, [1979]’: of the first edition.
    if (last && /^(?:,?\s)?[[]$|^\s?[(]$/.test(imprint.slice(last.index + last[0].length, match.index)))
      continue;
    last = match;
  }
  // ‘Available at: https://…, 2004.’
  const behind = last ? null : (BEHIND_ADDRESS.exec(text) ?? afterVisit(text, visited));
  if (behind)
    return {
      namesTo,
      year: behind[1]!,
      suffix: behind[2] ?? '',
      yearFrom: behind.index + behind[0].indexOf(behind[1]!),
      titleFrom: namesTo,
    };
  if (!last) return periodInImprint(imprint, namesTo);
  return { namesTo, year: last[1]!, suffix: last[2] ?? '', yearFrom: last.index, titleFrom: namesTo };
}

const PERIOD_AT_END =
  /[,:(]\s(1[4-9]\d\d|20\d\d)\s?[-–/]\s?(?:(?:1[4-9]|20)?\d\d)(?:\)?\.?\s*$|,\s(?:\d+\s)?(?:vols?|t|tt|Bde?|Bd)\b)/u;

/** ‘Leiden: Burrow, 1998–1999.’: the years in which the volumes came out. */
function periodInImprint(text: string, namesTo: number): DatedEntry | null {
  const match = PERIOD_AT_END.exec(text.slice(namesTo));
  if (!match) return null;
  const yearFrom = namesTo + match.index + match[0].indexOf(match[1]!);
  return { namesTo, year: match[1]!, suffix: '', yearFrom, titleFrom: namesTo };
}

/** ‘Looms [1805]’: the year in which the work was written, after its title. */
const WRITTEN = /\p{L}[?!]?\s\[((?:1[4-9]|20)\d\d)\][.,:;]/u;
const FOUR_DIGITS = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;

/** The years directly after or around the year of an entry: of a reprint, or the first edition. */
export function yearsBeside(text: string, { year, yearFrom }: DatedEntry): string[] {
  if (year === null) return [];
  const before =
    /(?:1[4-9]|20)\d\d\s?[/\])]{1,2}\s?[[(]?$/.exec(text.slice(Math.max(0, yearFrom - 9), yearFrom))?.[0] ??
    '';
  // ‘2001, 2002.’: printings.
  const printing =
    /(?<!\d)((?:1[4-9]|20)\d\d),\s$/.exec(text.slice(Math.max(0, yearFrom - 8), yearFrom))?.[1] ?? '';
  const behind =
    /^\d{4}[a-z]?(?:(?:\s?[/[(]{1,2}|,\s\[)\s?(?:orig(?:inally|\.)?(?: publ(?:ished|\.))?(?: in)?\s)?(?:1[4-9]|20)\d\d){1,2}/u.exec(
      text.slice(yearFrom, yearFrom + 60),
    )?.[0] ?? '';
  const period = periodAt(text, yearFrom, year);
  const edition = WRITTEN.exec(text.slice(0, 400))?.[1] ?? '';
  const years = [...`${before} ${behind.slice(4)} ${edition} ${printing}`.matchAll(FOUR_DIGITS)].map(
    ([found]) => found,
  );
  if (period !== null) years.push(period.slice(-4), period);
  return [...new Set(years)].filter((other) => other !== year);
}
