import { folded } from './folding.ts';
import { writtenOut } from '../pages/page-ranges.ts';
import type { FoundName, PageSpan } from './model.ts';
import { areNames, parseEntryNames } from './names.ts';
import type { Prose } from './prose.ts';
import { OBJECT } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** An entry of a list of references as read, in offsets of the prose. */
export interface ReadEntry {
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly editors: readonly FoundName[];
  readonly year: string | null;
  readonly yearSuffix: string;
  readonly yearRange: TextRange | null;
  readonly title: string | null;
  readonly containerTitle: string | null;
  readonly pages: PageSpan | null;
}

const LEAD = /^\s*(?:(?:[-*•+·▪]|\[\d{1,3}\]|\(?\d{1,3}[.)])\s+)?/;
const REPEATED = /^(?:[-—–―_‐‒]{2,}|[—―])(?:\s?[-—–―_]+)*/;
const YEAR_IN_BRACKETS =
  /[(（[]\s*(?:[^()（）[\]\d]{0,24}\s)?(?:(1[4-9]\d\d|20\d\d)(?:\s?[-–/]\s?\d{2,4})?\s?([a-z])?(?![\p{L}\d])[^()（）]{0,40}|(?:forthcoming|in press|to appear|im Erscheinen|à paraître|en prensa|in corso di stampa|n\.\s?d\.|s\.\s?d\.|s\.\s?f\.|o\.\s?J\.|待刊))\s*[)）\]]/iu;
const YEAR_BETWEEN_STOPS =
  /[.,:，。]\s?(?:\[?(?:1[4-9]\d\d|20\d\d)\]\s)?(?:(1[4-9]\d\d|20\d\d)([a-z])?|forthcoming|in press|n\.\s?d\.|s\.\s?d\.|o\.\s?J\.)(?:\s?\[(?:1[4-9]\d\d|20\d\d)\])?\s?(?:[.,:，。]|年[，。]?)/iu;
const YEAR_BEHIND_NAMES = /(?<=\p{L}\.?\s)(1[4-9]\d\d|20\d\d)([a-z])?\s?[:.,]/u;
/** Han letters may stand around it: 海文出版社2009年. */
const ANY_YEAR =
  /(?<!(?!\p{Script=Han})[\p{L}\p{N}\-–/:])(1[4-9]\d\d|20\d\d)([a-z])?(?!(?!\p{Script=Han})[\p{L}\p{N}]|\s?[-–]\s?\d)/gu;
const QUOTE = /["“«„‟「『《〈]/;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /"/,
  '“': /[”]/,
  '„': /[“”]/,
  '‟': /[”]/,
  '«': /»/,
  '「': /」/,
  '『': /』/,
  '《': /》/,
  '〈': /〉/,
};
/** A full stop that ends the names: behind a word, not an initial or `eds.`; behind Chinese names a colon as well. */
const STOP_BEHIND_WORD =
  /(?<=\p{Script=Han})[.．:：]\s*(?=[\p{L}“"《])|(?<!\b(?:eds?|hrsg|hg|dirs?|coords?|al|jr|sr|st|comps?|trans))(?<=[\p{L}][\p{Ll}])\.\s+(?=[\p{L}“"«])/iu;
/** One or several Chinese names and what ends them. */
const HAN_NAMES =
  /^[\p{Script=Han}·]{2,6}(?:\s?[,，、]\s?[\p{Script=Han}·]{2,6}){0,9}(?:[,，]?\s?等)?\s?[.．:：]\s?[\p{L}“"《]/u;
const MOST = 3000;

/**
 * Reads one entry `[from, to)` of a list of references, in whatever convention: Harvard, APA, Chicago, MLA and
 * their kin in German, French, Italian, Spanish and Chinese. Null where neither names nor a year can be told.
 * @param before the names of the entry above, for which `———` stands
 */
export function readEntry(
  prose: Prose,
  from: number,
  to: number,
  before: readonly FoundName[],
): ReadEntry | null {
  const end = Math.min(to, from + MOST);
  const begun = from + LEAD.exec(prose.text.slice(from, Math.min(end, from + 40)))![0].length;
  const text = prose.text.slice(begun, end).trimEnd();
  if (text.length < 8) return null;
  const repeated = REPEATED.exec(text)?.[0].length ?? 0;
  const dated = datedHead(text, repeated) ?? datedTail(prose, begun, text, repeated);
  if (!dated) return null;
  const head = text.slice(repeated, dated.namesTo);
  if (!areNames(head)) return null;
  const own = head.replace(/^[\s,.]*(?:(?:and|und|et|y|e)\s|&)?/u, '');
  const names =
    repeated > 0
      ? [...before, ...(foldedLetters(own) === '' ? [] : parseEntryNames(own, true))]
      : parseEntryNames(head);
  if (names.length === 0 || names.some((name) => name.family.length > 160)) return null;
  const title = readTitle(prose, begun, text, dated.titleFrom);
  const rest = title?.to ?? dated.titleFrom;
  return {
    range: { from: begun, to: begun + text.length },
    names,
    editors: readEditors(text, rest),
    year: dated.year,
    yearSuffix: dated.suffix,
    yearRange:
      dated.year === null
        ? null
        : { from: begun + dated.yearFrom, to: begun + dated.yearFrom + 4 + dated.suffix.length },
    title: title?.text ?? null,
    containerTitle: readContainer(prose, begun, text, rest),
    pages: readPages(text, rest),
  };
}

function foldedLetters(text: string): string {
  return folded(text).replace(/[^\p{L}]+/gu, '');
}

interface Dated {
  readonly namesTo: number;
  readonly year: string | null;
  readonly suffix: string;
  readonly yearFrom: number;
  readonly titleFrom: number;
}

/** Names, then the year, then the title. */
function datedHead(text: string, from: number): Dated | null {
  const window = text.slice(from, from + 600);
  const quote = window.search(QUOTE);
  const limit = quote < 0 ? window.length : quote;
  let best: RegExpExecArray | null = null;
  for (const pattern of [YEAR_IN_BRACKETS, YEAR_BETWEEN_STOPS, YEAR_BEHIND_NAMES]) {
    const match = pattern.exec(window);
    if (match && match.index < limit && (best === null || match.index < best.index)) best = match;
  }
  if (!best) return null;
  const head = window.slice(0, best.index);
  if (STOP_BEHIND_WORD.test(head) || /\d{2}/.test(head) || /[?!]/.test(head)) return null;
  const year = best[1] ?? null;
  return {
    namesTo: from + best.index,
    year,
    suffix: (best[2] ?? '').toLowerCase(),
    yearFrom: from + best.index + (year === null ? 0 : best[0].indexOf(year)),
    titleFrom: from + best.index + best[0].length,
  };
}

/** Names, then the title, and the year with the imprint. */
function datedTail(prose: Prose, begun: number, text: string, from: number): Dated | null {
  const italic = nextEmphasis(prose, begun + from, begun + text.length);
  const stops = [
    from + text.slice(from).search(QUOTE),
    italic ? italic.from - begun : -1,
    from + (STOP_BEHIND_WORD.exec(text.slice(from, from + 400))?.index ?? -1 - from),
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

function nextEmphasis(prose: Prose, from: number, to: number): TextRange | null {
  const found = prose.emphasis[prose.emphasisAt(from)];
  return found && found.from < to ? found : null;
}

function readTitle(
  prose: Prose,
  begun: number,
  text: string,
  from: number,
): { text: string; to: number } | null {
  let at = from;
  while (at < text.length && /[\s.,:;)，。：]/.test(text[at]!)) at++;
  const first = text[at];
  if (first === undefined) return null;
  const closing = CLOSING[first] ?? (first === '‘' || first === "'" ? /[’'](?!\p{L})/u : undefined);
  if (closing) {
    const end = text.slice(at + 1).search(closing);
    // A title may begin with a quotation: it goes on behind the closing mark in small letters.
    const behind = text.slice(at + 2 + end, at + 14 + end);
    if (end > 0 && !/^\s+(?!in\b)\p{Ll}/u.test(behind)) {
      return { text: tidy(text.slice(at + 1, at + 1 + end)), to: at + 1 + end + 1 };
    }
  }
  const italic = nextEmphasis(prose, begun + at, begun + text.length);
  if (italic && italic.from <= begun + at) {
    const to = Math.min(italic.to - begun, text.length);
    return { text: tidy(text.slice(at, to)), to };
  }
  const stop = /(?:[.?!](?=\s)|[。，]|\.$)/u.exec(text.slice(at, at + 500));
  const to = stop ? at + stop.index + (/[?!]/.test(stop[0]) ? 1 : 0) : Math.min(text.length, at + 500);
  const title = tidy(text.slice(at, to));
  return title === '' ? null : { text: title, to };
}

function tidy(text: string): string {
  // Chinese entries say of what kind the work is: [M], [J], [EB/OL].
  return text
    .replace(/\s?\[\p{Lu}{1,2}(?:\/\p{Lu}{2})?\]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:]+|[\s.,:]+$/g, '');
}

const IN = /(?:(?:^|[.,;?!”"»’'])\s*In:?|\bin:|[,”"»’']\s+in)\s+(?=\p{Lu})/u;

function readEditors(text: string, from: number): FoundName[] {
  const rest = text.slice(from, from + 500);
  const inside = IN.exec(rest);
  if (!inside) return [];
  const behind = rest.slice(inside.index + inside[0].length);
  const marked =
    /^([^()]{2,200}?)[,\s]*[([](?:eds?|editors?|hrsg|hg|dirs?|coords?|a cura di|org)\.?[)\]]/iu.exec(behind);
  if (marked) return parseEntryNames(marked[1]!);
  const edited =
    /\b(?:edited by|ed\. by|ed\.|eds\.|hrsg\. von|dirigé par|a cura di)\s+([^.()]{2,200}?)(?:[,.]\s(?:\d|pp?\.|[A-Z])|[.(]|$)/iu.exec(
      behind,
    );
  return edited ? parseEntryNames(edited[1]!) : [];
}

function readContainer(prose: Prose, begun: number, text: string, from: number): string | null {
  const italic = nextEmphasis(prose, begun + from, begun + text.length);
  if (italic && italic.from >= begun + from)
    return tidy(prose.text.slice(italic.from, Math.min(italic.to, begun + text.length))) || null;
  const journal = /^[\s.,:”"»’')]*([\p{L}][^.,\d\uFFFC]{3,120}?),?\s+\d/u.exec(text.slice(from, from + 300));
  return journal ? tidy(journal[1]!) || null : null;
}

const MARKED_PAGES =
  /(?<![\p{L}\d])(?:pp?|S|ss?|págs?|páginas|pagg?)\.?\s?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?![\d\p{L}])/giu;
const PAGES_BEHIND_COLON = /[:：]\s{0,12}(?:第)?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?![\d\p{L}-])/gu;
const PAGES_AT_END =
  /[,，]\s{0,12}(?:第)?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?:页|頁)?(?=\s?(?:[.。]|$|\uFFFC|doi\b|DOI\b|Available))/gu;
const PAGES_BEFORE_IMPRINT = /[,，]\s{0,12}(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?=\.\s\p{Lu})/gu;

/** The pages of an article or chapter; null for anything that leaves a doubt. */
function readPages(text: string, from: number): PageSpan | null {
  for (const pattern of [MARKED_PAGES, PAGES_BEHIND_COLON, PAGES_AT_END, PAGES_BEFORE_IMPRINT]) {
    let last: RegExpExecArray | null = null;
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) last = match;
    if (!last) continue;
    const first = Number(last[1]);
    const final = Number(writtenOut(last[1]!, last[2]!));
    const likeYears =
      first >= 1400 && first < 2100 && final >= 1400 && final < 2100 && last[1]!.length === last[2]!.length;
    if (likeYears && pattern !== MARKED_PAGES && pattern !== PAGES_BEHIND_COLON) continue;
    // ‘3–9, 45’ or ‘3–9+’: more pages than one span tells.
    if (/^\s?[,;&+]\s?\d/.test(text.slice(last.index + last[0].length))) return null;
    return first <= final && final - first < 1500 ? { from: first, to: final } : null;
  }
  return null;
}

/** Whether the prose at `from` may be an entry's beginning: names and soon a year, or a name turned round. */
export function looksLikeEntry(text: string): boolean {
  const line = text.slice(LEAD.exec(text)![0].length, 500);
  if (REPEATED.test(line)) return true;
  if (!/^[\p{Lu}\p{Lo}'’‘]|^(?:van|von|de|di|da|del|al|el|ten|ter|d['’])[\s'’-]/u.test(line)) return false;
  if (line.startsWith(OBJECT)) return false;
  if (HAN_NAMES.test(line)) return true;
  const dated = datedHead(line, 0);
  if (dated) return parseEntryNames(line.slice(0, dated.namesTo)).length > 0;
  return /^\p{Lu}[\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)?,\s\p{Lu}[\p{L}.'’ -]{0,30}[.,]\s/u.test(line);
}
