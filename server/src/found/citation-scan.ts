import { readDates, yearAfter } from './dates.ts';
import type { CitedDate } from './dates.ts';
import { folded } from './folding.ts';
import { readLocator } from '../pages/printed-locator.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import { MONTHS, NO_CITATION } from './name-words.ts';
import { chooseNames, hanNamesBefore, namesBefore } from './names-in-prose.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { Group } from './parentheses.ts';
import type { RangeSet } from './range-set.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

/** A citation as it stands in the prose, before it is known whether it is one and whose. */
export interface RawCitation {
  readonly kind: 'item' | 'narrative' | 'year-alone' | 'page-alone' | 'ibid' | 'bare';
  readonly group: TextRange;
  /** The item, prefix and suffix with it. */
  readonly range: TextRange;
  readonly names: ChosenNames | null;
  readonly date: CitedDate | null;
  readonly locator: ReadLocator | null;
  readonly prefix: string;
  suffix: string;
  /** What stands in front of the names within the item says that it was found in that work. */
  readonly citedIn: boolean;
}

const CITED_IN =
  /(?:^|[\s,;])(?:(?:as )?(?:cited|quoted|qtd\.?|reported|discussed|reprinted|referenced|mentioned) (?:in|by|from)|apud|cit(?:é|ée|és)? (?:dans|par|in)|zit(?:iert)?\.? (?:n(?:ach)?\.?|bei|in)|citado (?:en|por|em)|citato (?:in|da)|转引自|轉引自)\s*$/iu;
const PREFIX_WORDS = new Set(
  `see also and or but e.g e.g. i.e i.e. cf cf. compare contra for example instance an a review overview discussion in by as
  from with following after adapted based on source data esp esp. especially notably particularly inter alia among others pace
  quoted cited more recently most further similarly another view classic account statement critique overviews reviews discussions
  critiques examples siehe s. vgl vgl. dazu auch z.b. b. z. etwa so voir v. par exemple p.ex. ex. p. notamment ver véase vid vid.
  también por ejemplo vedi cfr cfr. anche ad es es. 参见 參見 见 見 如 详见`.split(/\s+/),
);
const SUFFIX =
  /^(?:(?:my|our|author['’]?s?|own) (?:emphasis|translation|italics)|emphas[ie]s|italics?|original emphasis|translation|trans\.|translated|added|quoted|cited|qtd|in (?:original|press|Chinese|French|German|Japanese|Russian|Spanish|Italian)|see |note |Herv\.|Hervorh|meine|eigene|Übers|eig\.|traduit|traduction|nous soulignons|je souligne|souligné|cursiva|énfasis|traducción|corsivo|traduzione|强调|着重|passim|and passim|original|ff?\.|et passim|here|original work|first published|orig\.)/iu;
const IBID =
  /^\s*(?:see\s+|cf\.?\s+|vgl\.\s+|voir\s+)?(?:ibid(?:em)?|id(?:em)?|ebd|ebenda|ibíd(?:em)?|ivi|ib|同上)(?!\p{L})\.?\s*(?:[:：,]\s*|\s+|$)/iu;
const PAGES_ALONE = /^\s*(?:pp?\.|pages?|S\.|pág(?:s|inas?)?\.?|pagg?\.)\s?[\divxlc]/iu;

/** Reads one parenthesis; `text` is the whole prose, for the names in front of it. Null: it cites nothing. */
export function scanGroup(text: string, group: Group, index: ReferenceIndex): RawCitation[] {
  const { content } = group;
  const base = group.from + 1;
  if (group.square)
    return scanItems(content, base, group, index).filter(
      (raw) => raw.names !== null && raw.names.exact.length > 0,
    );
  const ibid = IBID.exec(content);
  if (ibid) return scanIbid(content, base, group, ibid[0].length);
  if (PAGES_ALONE.test(content)) return scanPages(content, base, group);
  const begin = /^\s*/.exec(content)![0].length;
  const led = readDates(content, begin, content.length);
  return led
    ? scanYearFirst(text, content, base, group, index, begin)
    : scanItems(content, base, group, index);
}

function scanIbid(content: string, base: number, group: Group, from: number): RawCitation[] {
  const found = from < content.length ? readLocator(content, from, true) : null;
  const to = found?.range.to ?? from;
  const rest = content.slice(to);
  if (rest.trim() !== '' && !/^\s*[,;]/.test(rest)) return [];
  const locator = found && moved(found, base);
  return [raw('ibid', group, group, null, null, locator, '', rest)];
}

function scanPages(content: string, base: number, group: Group): RawCitation[] {
  const found = readLocator(content, /^\s*/.exec(content)![0].length, false);
  if (!found) return [];
  const rest = content.slice(found.range.to);
  if (rest.trim() !== '' && !(/^\s*,/.test(rest) && SUFFIX.test(rest.replace(/^[\s,]+/, '')))) return [];
  return [raw('page-alone', group, group, null, null, moved(found, base), '', rest)];
}

/** (2009: 205), with the names in front of the parenthesis or further up. */
function scanYearFirst(
  text: string,
  content: string,
  base: number,
  group: Group,
  index: ReferenceIndex,
  begin: number,
): RawCitation[] {
  const read = readDates(content, begin, content.length)!;
  if (read.isPeriod && !read.dates.some((date) => date.locator)) return [];
  const rest = content.slice(read.to);
  const semicolon = rest.indexOf(';');
  const own = semicolon < 0 ? rest : rest.slice(0, semicolon);
  const later = scanItems(content, base, group, index, read.to);
  const suffix = own.replace(/^[\s,，]+/, '').trim();
  if (
    suffix !== '' &&
    !SUFFIX.test(suffix) &&
    !(later.length > 0 && /^\s*,/.test(own) && later[0]!.range.from < base + read.to + own.length)
  )
    return [];
  const dates = [...read.dates];
  // ‘(2009: 5; 2013)’: the same author's later work.
  for (const part of semicolon < 0 ? [] : partsFrom(content, read.to + semicolon + 1)) {
    const from = part.from + /^\s*/.exec(content.slice(part.from, part.to))![0].length;
    const more = readDates(content, from, part.to);
    if (more && content.slice(more.to, part.to).trim() === '') dates.push(...more.dates);
  }
  const first = dates[0]!;
  const names = namesInFront(text, group.from, index, first);
  const raws = dates.map((date, i): RawCitation => {
    const match =
      names &&
      (i === 0 ? names : { ...names, ...index.match(names.names, names.etAl, date.year, date.suffix) });
    const range =
      names && i === 0 && !names.possessive
        ? { from: names.range.from, to: group.to }
        : { from: group.from, to: group.to };
    return raw(
      match ? 'narrative' : 'year-alone',
      group,
      range,
      match,
      movedDate(date, base),
      null,
      '',
      i === 0 && later.length === 0 ? suffix : '',
    );
  });
  return [...raws, ...later];
}

function namesInFront(
  text: string,
  open: number,
  index: ReferenceIndex,
  date: CitedDate,
): ChosenNames | null {
  const chain = namesBefore(text, open, 0);
  const chosen = chain && chooseNames(text, chain, index, date.year, date.suffix);
  if (chosen && chosen.exact.length > 0) return chosen;
  return hanNamesBefore(text, open, index, date.year, date.suffix) ?? chosen;
}

/** Items such as ‘see Chan, 2013: 7; Cheng et al., 2010, cited in …’. */
function scanItems(
  content: string,
  base: number,
  group: Group,
  index: ReferenceIndex,
  from = 0,
): RawCitation[] {
  return partsFrom(content, from).flatMap((part) => scanItem(content, base, group, index, part));
}

function partsFrom(content: string, from: number): TextRange[] {
  const parts: TextRange[] = [];
  for (let at = from; at <= content.length;) {
    const next = content.slice(at).search(/[;；]/);
    const to = next < 0 ? content.length : at + next;
    parts.push({ from: at, to });
    at = to + 1;
  }
  return parts;
}

function scanItem(
  content: string,
  base: number,
  group: Group,
  index: ReferenceIndex,
  part: TextRange,
): RawCitation[] {
  const raws: RawCitation[] = [];
  let done = part.from;
  for (let year = yearAfter(content, part.from); year && year.index < part.to;) {
    const names = namesInItem(content, year.index, done, index, year.year, year.suffix);
    const dates = names && readDates(content, year.index, part.to);
    const next = yearAfter(content, dates?.to ?? year.to);
    year = next;
    if (!names || !dates || (dates.isPeriod && names.exact.length === 0)) continue;
    const prefix = content.slice(done, names.range.from);
    if (names.exact.length === 0 && NO_CITATION.has((/[\p{L}-]+/u.exec(prefix)?.[0] ?? '').toLowerCase()))
      continue;
    dates.dates.forEach((date, i) => {
      const match =
        i === 0 ? names : { ...names, ...index.match(names.names, names.etAl, date.year, date.suffix) };
      const start =
        i === 0
          ? done + /^[\s,;，]*/.exec(content.slice(done, names.range.from))![0].length
          : date.range.from;
      const range = { from: base + start, to: base + date.to };
      raws.push(
        raw(
          'item',
          group,
          range,
          movedNames(match, base),
          movedDate(date, base),
          null,
          i === 0 ? tidy(prefix) : '',
          '',
        ),
      );
    });
    done = dates.to;
  }
  const last = raws[raws.length - 1];
  if (last) last.suffix = tidy(content.slice(done, part.to));
  return raws;
}

function namesInItem(
  content: string,
  year: number,
  floor: number,
  index: ReferenceIndex,
  value: string | null,
  suffix: string,
): ChosenNames | null {
  let end = year;
  while (end > floor && /[\s,，[]/.test(content[end - 1]!)) end--;
  // ‘World Rope Council [WRC], 1998’
  const short = /\s?\[\p{Lu}[\p{Lu}\p{N}&-]{1,11}\]$/u.exec(content.slice(Math.max(floor, end - 16), end));
  if (short) end -= short[0].length;
  const chain = namesBefore(content, end, floor);
  const chosen = chain && chooseNames(content, chain, index, value, suffix);
  const isDate = chosen?.names.some((name) =>
    MONTHS.has(folded(name).replace(/^.*\s/, '').replace(/\.$/, '')),
  );
  // ‘May 2008’ is a month, even where somebody of that name is listed; ‘May, 2008’ is not.
  if (chosen && chosen.exact.length > 0 && !(isDate && end === year - 1)) return chosen;
  if (isDate) return null;
  return hanNamesBefore(content, end, index, value, suffix) ?? chosen;
}

/** Names and a year without a parenthesis, as notes have them: only what a work matches. */
export function scanBare(
  text: string,
  skip: readonly TextRange[],
  excluded: RangeSet,
  index: ReferenceIndex,
): RawCitation[] {
  const found: RawCitation[] = [];
  let k = 0;
  for (let year = yearAfter(text, 0); year;) {
    const { index: at, to, year: value, suffix } = year;
    while (k < skip.length && skip[k]!.to <= at) k++;
    const around = skip[k];
    const within = around !== undefined && around.from <= at;
    year = yearAfter(text, within ? around.to : to);
    if (within || excluded.has(at)) continue;
    const names = namesInItem(text, at, Math.max(0, at - 120), index, value, suffix);
    if (!names || names.exact.length === 0) continue;
    const dates = readDates(text, at, Math.min(text.length, at + 200));
    const date = dates?.dates[0];
    if (!date || dates.isPeriod) continue;
    const range = { from: names.range.from, to: date.to };
    found.push(raw('bare', range, range, names, date, null, '', ''));
  }
  return found;
}

/** Whether `suffix` is such as an editor adds behind a citation; a year with other words behind it cites nothing. */
export function isSuffix(suffix: string): boolean {
  return suffix === '' || SUFFIX.test(suffix);
}

/** Whether the words in front of the names in an item are such as introduce a citation. */
export function isPrefix(prefix: string): boolean {
  if (CITED_IN.test(prefix)) return true;
  return (prefix.toLowerCase().match(/[^\s,:;(]+/gu) ?? []).every((word) => PREFIX_WORDS.has(word));
}

function raw(
  kind: RawCitation['kind'],
  group: TextRange,
  range: TextRange,
  names: ChosenNames | null,
  date: CitedDate | null,
  locator: ReadLocator | null,
  prefix: string,
  suffix: string,
): RawCitation {
  return {
    kind,
    group: { from: group.from, to: group.to },
    range: { from: range.from, to: range.to },
    names,
    date,
    locator: locator ?? date?.locator ?? null,
    prefix,
    suffix: tidy(suffix),
    citedIn: CITED_IN.test(prefix),
  };
}

function tidy(text: string): string {
  return text
    .replace(/\u0000+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;，；]+|[\s,;，；]+$/g, '');
}

function moved(locator: ReadLocator, by: number): ReadLocator {
  return { ...locator, range: { from: locator.range.from + by, to: locator.range.to + by } };
}

function movedDate(date: CitedDate, by: number): CitedDate {
  return {
    ...date,
    range: { from: date.range.from + by, to: date.range.to + by },
    locator: date.locator && moved(date.locator, by),
    to: date.to + by,
  };
}

function movedNames(names: ChosenNames, by: number): ChosenNames {
  return { ...names, range: { from: names.range.from + by, to: names.range.to + by } };
}
