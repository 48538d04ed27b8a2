import { folded } from './folding.ts';
import type { FoundName } from './model.ts';
import { NO_CITATION, NOT_A_NAME } from './name-words.ts';
import { proseName } from './names.ts';
import type { Prose } from './prose.ts';
import { shortFormAfter } from './short-forms.ts';
import type { TextRange } from '../text/range.ts';

/** A work as a note describes it, in offsets of the prose. */
export interface ReadWork {
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly title: string | null;
  readonly year: string | null;
  readonly container: {
    readonly range: TextRange;
    readonly names: readonly FoundName[];
    readonly title: string | null;
  } | null;
}

/** A quoted or italic title within a note. */
export interface TitleRange extends TextRange {
  /** Without quotation marks. */
  readonly text: string;
}

const ABBREVIATION =
  /(?:^|[\s(["“‘'.-])(?:\p{Lu}|al|ca?|cf|ch|ed|eds|e\.g|etc|ff?|fig|hrsg|hg|ibid|ib|id|i\.e|jr|mr|mrs|ms|nn?|nos?|op|ob|cit|art|loc|pp?|para|s|sec|st|trans|dir|vgl|vols?|bd|nr|u\.a|z\.b|anm|fn|cfr|pág|ebd|ders|dies|coord|a\.a|dr|prof|rev|univ)$/iu;
const YEAR = /(?<!\d)(1[5-9]\d\d|20\d\d)([a-z])?(?!\d)/gu;
const INTRODUCTION =
  /^(?:[\s,;:(]*(?:see|also|but|and|or|for (?:example|instance|a|an)|e\.g\.|cf\.?|compare|voir(?: aussi)?|siehe(?: auch)?|s\.|vgl\.(?: auch| dazu)?|dazu|auch|ver|véase|vid\.|vedi|anche|cfr\.?|quoted (?:by|in|from)|cited (?:by|in|from)|as|in|by|dans|cité (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|bei|apud|according to|selon|nach|example|especially|notably|on this point|here)(?![\p{L}])[\s,:]*)+/iu;
const BEFORE_EDITORS =
  /[,.”"»’)\s](?:in|dans|In:|in:|In|en)\s+([^;“"«]{2,120}?)[\s,]*[([]\s?(?:eds?|editors?|dirs?|hrsg|hg|coords?|a cura di|orgs?|comps?)\b\.?\s?[)\]]/u;

/** Reads the works that the note `[from, to)` of the prose describes in full. Linear in its length. */
export function readWorks(prose: Prose, from: number, to: number): ReadWork[] {
  const works: ReadWork[] = [];
  let lonely: { range: TextRange; name: FoundName } | null = null;
  for (const segment of segmentsOf(prose, from, to)) {
    const titles = titlesIn(prose, segment.from, segment.to);
    const parts = splitAtNames(prose.text, segment, titles);
    for (const part of parts) {
      const own = titles.filter((title) => title.from >= part.from && title.to <= part.to);
      const work = readWork(prose, part, own, lonely);
      if (work) works.push(work);
      else if (isImprint(prose.text, part, works[works.length - 1]))
        works.push(continued(prose.text, works.pop()!, part));
      lonely = work || parts.length > 1 ? null : personIn(prose.text, part);
    }
  }
  return works;
}

/** ‘… talk at the Guild. Ghent, 2005’: the rest of an imprint that a full stop cut off. */
function isImprint(text: string, part: TextRange, before: ReadWork | undefined): boolean {
  if (!before || before.year !== null || part.from - before.range.to > 3 || part.to - part.from > 80)
    return false;
  const words = text.slice(part.from, part.to);
  return /(?:1[5-9]|20)\d\d/.test(words) && /^[\p{Lu}]/u.test(words) && shortFormAfter(words, 0) === null;
}

function continued(text: string, work: ReadWork, part: TextRange): ReadWork {
  const year = /(1[5-9]\d\d|20\d\d)[a-z]?/.exec(text.slice(part.from, part.to))![0];
  return { ...work, year, range: { from: work.range.from, to: part.to } };
}

/** Sources are set apart by semicolons and sentence ends, outside quotations and parentheses. */
function segmentsOf(prose: Prose, from: number, to: number): TextRange[] {
  const { text } = prose;
  const segments: TextRange[] = [];
  let begun = from;
  let depth = 0;
  let quoted = false;
  const cut = (at: number, next: number): void => {
    if (text.slice(begun, at).trim() !== '') segments.push({ from: begun, to: at });
    begun = next;
  };
  for (let i = from; i < to; i++) {
    const letter = text[i]!;
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === '"') quoted = !quoted;
    else if (letter === '“' || letter === '«') quoted = true;
    else if (letter === '”' || letter === '»') quoted = false;
    else if (quoted || depth > 0) continue;
    else if (letter === ';' || letter === '；' || letter === '。') cut(i, i + 1);
    else if (letter === '\n' && isLineEnd(text, i)) cut(i, i + 1);
    else if (
      (letter === '.' || letter === '?' || letter === '!') &&
      /^\s+["“«‘(]?[\p{Lu}\uFFFC]/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 12), i);
      if (letter === '.' && ABBREVIATION.test(before)) continue;
      if (prose.isEmphasised(i) && prose.isEmphasised(i + 2)) continue;
      cut(i + 1, i + 1);
    }
  }
  cut(to, to);
  return segments.map((segment) => trimmed(text, segment.from, segment.to));
}

/** A line that ends a sentence or an address; `Ibid.` may stand below it in a paragraph of its own. */
function isLineEnd(text: string, at: number): boolean {
  return (
    /[.;)\uFFFC]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s*[\p{Lu}“"«]/u.test(text.slice(at, at + 8))
  );
}

function trimmed(text: string, from: number, to: number): TextRange {
  let a = from;
  let b = to;
  while (a < b && /[\s,]/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return { from: a, to: b };
}

/** Quoted and italic titles in order; short forms in italics are none, nor single foreign words. */
export function titlesIn(prose: Prose, from: number, to: number): TitleRange[] {
  const { text } = prose;
  const titles: TitleRange[] = [];
  const quotes =
    /"([^"]{3,400})"|“([^”]{3,400})”|«\s?([^»]{3,400}?)\s?»|„([^“”]{3,400})[“”]|「([^」]{2,200})」|《([^》]{2,200})》/y;
  const openers = /["“«„「《]/g;
  // In the text as a whole the search would go on to its end where nothing is quoted.
  const here = text.slice(from, to);
  for (let opener = openers.exec(here); opener; opener = openers.exec(here)) {
    quotes.lastIndex = from + opener.index;
    const match = quotes.exec(text);
    if (!match) continue;
    openers.lastIndex = quotes.lastIndex - from;
    const words = match.slice(1).find((group) => group !== undefined)!;
    titles.push({ from: match.index, to: match.index + match[0].length, text: tidy(words) });
  }
  for (let i = prose.emphasisAt(from); i < prose.emphasis.length && prose.emphasis[i]!.from < to; i++) {
    const range = prose.emphasis[i]!;
    const words = text.slice(range.from, range.to);
    if (range.from < from || titles.some((title) => title.from < range.to && range.from < title.to)) continue;
    const form = shortFormAfter(words, 0);
    if (form && form.index < 3) continue;
    if (/^(?:see|cf\.?|et al\.?|in|eds?\.?|supra|infra|passim|also|voir|vgl\.?)[\s.,]*$/i.test(words))
      continue;
    if (!/\s/.test(words.trim()) && !/^[\p{Lu}\p{Lo}]/u.test(words)) continue;
    titles.push({ from: range.from, to: range.to, text: tidy(words) });
  }
  return titles.sort((a, b) => a.from - b.from);
}

/** ‘A, *x*, 2003, and B, *y*, 2004’ is two works; so is ‘Interview with M, 2003 and H., *y*’. */
function splitAtNames(text: string, segment: TextRange, titles: readonly TitleRange[]): TextRange[] {
  const parts: TextRange[] = [];
  let from = segment.from;
  titles.forEach((title, i) => {
    const since = i === 0 ? segment.from : titles[i - 1]!.to;
    const between = text.slice(since, title.from);
    const match = /(?:^|[\s,])(?:and|et|und|y|e|&)\s(\p{Lu}[\p{L}'’.-]*(?:\s[\p{L}'’.-]+){0,4}),\s*$/u.exec(
      between,
    );
    if (!match) return;
    const at = since + match.index;
    const earlier = text.slice(from, at);
    const first = (/[\p{L}-]+/u.exec(earlier)?.[0] ?? '').toLowerCase();
    if (i === 0 ? !NO_CITATION.has(first) : !/\d{4}/.test(between.slice(0, match.index))) return;
    parts.push(trimmed(text, from, at));
    from = since + match.index + match[0].length - match[1]!.length - /,\s*$/.exec(match[0])![0].length;
  });
  parts.push(trimmed(text, from, segment.to));
  return parts;
}

function readWork(
  prose: Prose,
  part: TextRange,
  titles: readonly TitleRange[],
  lonely: { range: TextRange; name: FoundName } | null,
): ReadWork | null {
  const { text } = prose;
  const form = shortFormAfter(text.slice(0, part.to), part.from);
  let to = part.to;
  if (form) {
    // Only what stands before ‘in …, op. cit.’ or ‘quoted by …, op. cit.’ is described here.
    const before = text.slice(part.from, form.index);
    const joint =
      /[,.;”"»’]\s(?:(?:as\s)?(?:quoted|cited|discussed)\s(?:by|in)|cité (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|in|dans|apud|citado (?:por|en)|citato (?:da|in))\s[^,]*(?:,|\([^)]*\)|\s)*[^“"«]*$/u.exec(
        before,
      );
    if (!joint) return null;
    to = part.from + joint.index + 1;
  }
  const [title] = titles.filter((range) => range.to <= to + 1);
  const years = [...text.slice(part.from, to).matchAll(YEAR)];
  const year = years.length ? years[years.length - 1]![1]! + (years[years.length - 1]![2] ?? '') : null;
  if (!title) {
    const first = (/[\p{L}-]+/u.exec(text.slice(part.from, part.to))?.[0] ?? '').toLowerCase();
    const isSource = NO_CITATION.has(first) && year !== null;
    const dated = /^(?:\p{Lu}[\p{L}'’.-]*,?\s(?:(?:and|et|und|&)\s)?){1,5}\(?(?:1[5-9]|20)\d\d/u.test(
      text.slice(part.from, to).replace(INTRODUCTION, ''),
    );
    if (!isSource && !dated) return plainWork(text, { from: part.from, to }, year);
    return {
      range: { from: part.from, to },
      names: dated
        ? namesOf(text.slice(part.from, text.slice(part.from, to).search(/\(?(?:1[5-9]|20)\d\d/) + part.from))
        : [],
      title: null,
      year,
      container: null,
    };
  }
  const head = text.slice(part.from, title.from);
  const names = namesOf(head);
  const joined = names.length === 0 && lonely !== null && head.trim() === '';
  const begun = part.from + (INTRODUCTION.exec(head)?.[0].length ?? 0);
  return {
    range: { from: joined ? lonely.range.from : begun, to },
    names: joined ? [lonely.name] : names,
    title: title.text,
    year,
    container: containerIn(text, title, { from: part.from, to }, titles),
  };
}

/** A person's name, given name or initials first. */
const PERSON =
  /^(?:(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:[ -]?\p{Lu}\.)*|v[ao]n|de[rnl]?|d[iau]|l[ae]|al|el|ten|ter)\s){1,4}\p{Lu}[\p{L}'’-]+$/u;

/** ‘Heinrich Brandner, Die Zünfte der Oberlausitz, Leipzig 1902’: conversion has lost the italics of the title. */
function plainWork(text: string, part: TextRange, year: string | null): ReadWork | null {
  if (year === null) return null;
  const words = text.slice(part.from, part.to);
  const lead = INTRODUCTION.exec(words)?.[0].length ?? 0;
  const pieces = words.slice(lead, lead + 600).split(/,\s+/, 8);
  const joined = pieces.findIndex((piece) => /^(?:and|und|et|y|e|&)\s/u.test(piece));
  const count = joined > 0 && joined < 5 ? joined + 1 : 1;
  const people = pieces
    .slice(0, count)
    .flatMap((piece) => piece.replace(/^(?:and|und|et|y|e|&)\s/u, '').split(/\s(?:and|und|et|y|e|&)\s/u));
  if (!people.every((name) => PERSON.test(name) && !NOT_A_NAME.has(folded(name.split(' ')[0]!)))) return null;
  const behind = pieces.slice(count).join(', ');
  const title = /^[\p{Lu}\p{Lo}\d].{2,200}?(?=,|\s?[(;[]|\.\s|$)/u.exec(behind)?.[0];
  if (!title || !/\p{L}{2}/u.test(title) || !behind.slice(title.length).includes(year.slice(0, 4)))
    return null;
  return {
    range: { from: part.from + lead, to: part.to },
    names: people.map(proseName),
    title: tidy(title),
    year,
    container: null,
  };
}

function containerIn(
  text: string,
  title: TitleRange,
  part: TextRange,
  titles: readonly TitleRange[],
): ReadWork['container'] {
  const behind = text.slice(title.to - 1, part.to);
  const match = BEFORE_EDITORS.exec(behind);
  if (!match) return null;
  const from = title.to - 1 + match.index + match[0].indexOf(match[1]!);
  return {
    range: { from, to: part.to },
    names: namesOf(match[1]!),
    title: titles.find((other) => other.from > from)?.text ?? null,
  };
}

/** ‘According to Zhu Min, …; *Silk*’: the person spoken of before a title without a name. */
function personIn(text: string, part: TextRange): { range: TextRange; name: FoundName } | null {
  const words = text.slice(part.from, part.to);
  const lead = INTRODUCTION.exec(words)?.[0].length ?? 0;
  const match = /^((?:\p{Lu}[\p{L}'’.-]*\s?){2,4}),/u.exec(words.slice(lead));
  if (!match || NOT_A_NAME.has(folded(match[1]!.split(' ')[0]!))) return null;
  return { range: { from: part.from + lead, to: part.to }, name: proseName(match[1]!) };
}

/** The names in the words before a title: `See also Anita Chan and Wang Hongzhen, `. */
export function namesOf(head: string): FoundName[] {
  const words = head
    .replace(/\s+/g, ' ')
    .replace(INTRODUCTION, '')
    .replace(/^.*\b(?:by|von|par)\s(?=(?:\p{Lu}[\p{L}'’.-]*\s){2,4}(?:in|dans)\s*$)/u, '')
    .replace(/\s(?:in|dans)\s*$/u, '')
    .replace(/[,\s]*[([]?\b(?:eds?|dirs?|hrsg|hg|coords?|trans|a cura di)\b\.?[)\]]?[\s,:.]*$/iu, '')
    .replace(/[\s,:(]+$/, '')
    .replace(/,?\s(?:et\.? al(?:ii)?\.?|and others|u\.\s?a\.|et coll\.)$/u, '');
  if (words === '' || words.length > 160) return [];
  const names = words
    .split(/\s*,\s+(?:and|et|und|y|e)\s+|\s+(?:and|et|und|y|e|&)\s+|\s*,\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isName = (name: string): boolean =>
    /^[\p{Lu}\p{Lo}]|^(?:v[ao]n|d[eu])\s/u.test(name) && name.split(' ').length <= 6 && !/\d/.test(name);
  if (!names.every(isName)) {
    const last = names[names.length - 1]!;
    return names.length > 1 && isName(last) && last.split(' ').length <= 4 ? [proseName(last)] : [];
  }
  return names.map(proseName);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s,.]+|[\s,.]+$/g, '');
}
