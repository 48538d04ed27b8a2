/** What orders of names, year and title have in common. */
import type { DatedEntry, EntryText } from './entry-form.ts';

/** Marks that open a title. */
const TITLE_QUOTE = /["“«„‟「『《〈]/;

/** A full stop that ends the names: after a word, not an initial or `eds.`; after Chinese names a colon as well. */
const STOP_AFTER_NAMES =
  /(?<=\p{Script=Han})[.．:：]\s*(?=[\p{L}“"《])|(?<!\b(?:eds?|hrsg|hg|dirs?|coords?|al|jr|sr|st|comps?|trans))(?<=[\p{L}][\p{Ll}])\.\s+(?=[\p{L}“"«])/iu;

/**
 * Names, then a year that `pattern` finds, then the title.
 * @param pattern with two groups: four digits, and the letter after them
 */
export function yearAfterNames({ text, from }: EntryText, pattern: RegExp): DatedEntry | null {
  const window = text.slice(from, from + 600);
  const quote = window.search(TITLE_QUOTE);
  const match = pattern.exec(window);
  if (!match || match.index >= (quote < 0 ? window.length : quote)) return null;
  const head = window.slice(0, match.index);
  if (STOP_AFTER_NAMES.test(head) || /\d{2}/.test(head) || /[?!]/.test(head)) return null;
  const year = match[1] ?? null;
  return {
    namesTo: from + match.index,
    year,
    suffix: (match[2] ?? '').toLowerCase(),
    yearFrom: from + match.index + (year === null ? 0 : match[0].indexOf(year)),
    titleFrom: from + match.index + match[0].length,
  };
}

/** Chinese characters may stand around it: 海文出版社2009年. */
const ANY_YEAR =
  /(?<!(?!\p{Script=Han})[\p{L}\p{N}\-–/:])(1[4-9]\d\d|20\d\d)([a-z])?(?!(?!\p{Script=Han})[\p{L}\p{N}]|\s?[-–]\s?\d)/gu;

/** Names, then the title, and the year with the imprint: the last in it, before the day of a visit. */
export function imprintYear({ text, from, italicFrom }: EntryText): DatedEntry | null {
  const stops = [
    from + text.slice(from).search(TITLE_QUOTE),
    italicFrom() ?? -1,
    from + (STOP_AFTER_NAMES.exec(text.slice(from, from + 400))?.index ?? -1 - from),
  ].filter((at) => at > from);
  if (stops.length === 0 && from === 0) return null;
  const namesTo = stops.length ? Math.min(...stops) : from;
  const accessed = text.search(
    /\b(?:accessed|consulted|retrieved|visited|consulté|abgerufen|Zugriff|consultado|consultato)\b/i,
  );
  const imprint = accessed > 0 ? text.slice(0, accessed) : text;
  let last: RegExpExecArray | null = null;
  ANY_YEAR.lastIndex = namesTo;
  for (let match = ANY_YEAR.exec(imprint); match; match = ANY_YEAR.exec(imprint)) last = match;
  if (!last || namesTo > 300) return null;
  return { namesTo, year: last[1]!, suffix: last[2] ?? '', yearFrom: last.index, titleFrom: namesTo };
}
