/** The text of a work → a document that can be annotated: Pandoc's Markdown with page marks, paragraphs unbroken. */
import type { WorkText } from './model.ts';
import { isHeading, signsFor, withMarkup } from './styled.ts';

/** Where a text was taken from, for the head of the document. */
export interface TakenFrom {
  /** The citekey of the work; null where it is not known. */
  readonly key: string | null;
  /** The name of the file, without its folders. */
  readonly file: string;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MARKER = /[⁰¹²³⁴-⁹]{1,3}/g;
/** Numbers of pages that the notation has marks for. */
const MARKED = /^(?:\d{1,5}|[ivxlc]{1,9})$/;
const NOTE_OPENING = /^(?:([⁰¹²³⁴-⁹]{1,3})\s?|(\d{1,3})[.)]?\s+)(?=\S)/;
/** After these a hyphen at the end of a line stands for a word that is left out: *Ein- und Ausfuhr*. */
const SUSPENDED = /^(?:und|oder|bzw|bis|sowie|and|or|to|et|ou|e|o|y|en|of|och)\b/;
/** What begins a list, a heading or a quotation at the head of a paragraph. */
const BLOCK_OPENING = /^(\s{0,3})([-+*>#|:]|\d{1,9}[.)]|\(?[A-Za-z][.)](?=\s))/;

/** The document: front matter that names the work, then the text. Nothing is in it that the file does not hold. */
export function takenText(plain: WorkText, { key, file }: TakenFrom): string {
  const work = withSigns(plain);
  const notes = notesOf(work);
  const known = hyphenated(work.text);
  const parts: string[] = [];
  for (const sheet of stretchesOf(work, 0, work.notesFrom)) {
    const folio = sheet.index === null ? null : work.folios[sheet.index];
    const mark = folio && MARKED.test(folio) ? `[p. ${folio}] ` : '';
    const own = sheet.index === null ? undefined : notes.get(sheet.index);
    const words = work.text.slice(sheet.from, Math.min(sheet.to, work.notesFrom));
    parts.push(`${mark}${unbroken(withMarkers(escaped(words), own), known)}`);
  }
  const body = joinPages(parts).map(withoutBlockOpening).join('\n\n');
  const defined = [...notes.values()].flatMap(({ definitions }) =>
    definitions.map(
      ({ label, words }) => `[^${label}]: ${unbroken(escaped(words), known).replaceAll('\n\n', ' ')}`,
    ),
  );
  const apart = stretchesOf(work, work.notesFrom, work.text.length).filter(({ index }) => index === null);
  const rest = [
    ...[...notes.values()].map((each) => each.rest),
    ...apart.map(({ from, to }) => work.text.slice(from, to)),
  ]
    .map((words) => unbroken(escaped(words), known))
    .filter((words) => words !== '');
  const head = [
    '---',
    ...(key === null ? [] : [`source: ${JSON.stringify(key)}`]),
    `# Taken from the file ${JSON.stringify(file)}${hasPages(work) ? '; each page begins at its mark' : ''}.`,
    '---',
  ].join('\n');
  const paragraphs = [body, ...rest.map(withoutBlockOpening), ...defined].flatMap((part) =>
    part.split('\n\n'),
  );
  return `${[head, ...paragraphs.map(withMarkup)].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The work with signs in its text where headings and emphasis begin and end. */
function withSigns(work: WorkText): WorkText {
  const signs = signsFor(work.text, work.styled ?? []);
  if (signs.length === 0) return work;
  let text = '';
  let at = 0;
  const moved = new Map<number, number>(
    [0, work.notesFrom, ...work.sheets.flatMap(({ from, to }) => [from, to])].map((each) => [each, each]),
  );
  const places = [...moved.keys()].sort((a, b) => a - b);
  let next = 0;
  signs.forEach(({ at: place, sign }, i) => {
    // What begins a page begins with its first sign.
    for (; next < places.length && places[next]! <= place; next++)
      moved.set(places[next]!, places[next]! + i);
    text += `${work.text.slice(at, place)}${sign}`;
    at = place;
  });
  for (; next < places.length; next++) moved.set(places[next]!, places[next]! + signs.length);
  text += work.text.slice(at);
  const sheets = work.sheets.map(({ from, to, index }) => ({
    from: moved.get(from)!,
    to: moved.get(to)!,
    index,
  }));
  return { ...work, text, sheets, notesFrom: moved.get(work.notesFrom)! };
}

function hasPages({ folios }: WorkText): boolean {
  return folios.some((folio) => folio !== null && MARKED.test(folio));
}

/** The pages between two offsets of a text, in order, and what stands on none that is known. */
function stretchesOf(
  { sheets }: WorkText,
  from: number,
  to: number,
): { readonly from: number; readonly to: number; readonly index: number | null }[] {
  const stretches: { from: number; to: number; index: number | null }[] = [];
  let at = from;
  for (const sheet of sheets) {
    if (sheet.to <= at || sheet.from >= to) continue;
    if (sheet.from > at) stretches.push({ from: at, to: sheet.from, index: null });
    at = Math.min(sheet.to, to);
    stretches.push({ from: Math.max(from, sheet.from), to: at, index: sheet.index });
  }
  if (at < to) stretches.push({ from: at, to, index: null });
  return stretches;
}

/** What a file with the text of a work may be called: of the citekey only what is safe in names of files. */
export function fileNameOf(key: string): string {
  const safe = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 100);
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(safe) ? `text-${safe}` : safe}.md`;
}

interface PageNotes {
  /** Notes of which one marker on the page tells, by number. */
  readonly labels: ReadonlyMap<string, string>;
  readonly definitions: readonly { readonly label: string; readonly words: string }[];
  /** What stands at the foot of the page besides, or could not be told apart. */
  readonly rest: string;
}

/** The notes at the feet of pages; those become Pandoc's notes whose number one marker on their page has. */
function notesOf({ text, sheets, notesFrom }: WorkText): Map<number, PageNotes> {
  const bodies = new Map<number, string>();
  const found = new Map<number, PageNotes>();
  for (const { from, to, index } of sheets) {
    if (from < notesFrom) bodies.set(index, text.slice(from, Math.min(to, notesFrom)));
    else found.set(index, pageNotes(text.slice(from, to), bodies.get(index) ?? '', index));
  }
  return found;
}

function pageNotes(notes: string, body: string, index: number): PageNotes {
  const markers = [...body.matchAll(MARKER)].map(([raised]) => plain(raised));
  const isOnce = (number: string): boolean => markers.filter((marker) => marker === number).length === 1;
  const labels = new Map<string, string>();
  const definitions: { label: string; words: string }[] = [];
  const rest: string[] = [];
  let current: { label: string; words: string } | null = null;
  for (const line of notes.split('\n')) {
    const opening = NOTE_OPENING.exec(line);
    const number = opening && (opening[1] ? plain(opening[1]) : opening[2]!);
    if (number && isOnce(number) && !labels.has(number)) {
      current = { label: `${index + 1}-${number}`, words: line.slice(opening[0].length) };
      labels.set(number, current.label);
      definitions.push(current);
    } else if (current) current.words += `\n${line}`;
    else rest.push(line);
  }
  return { labels, definitions, rest: rest.join('\n').trim() };
}

function plain(raised: string): string {
  return [...raised].map((digit) => RAISED.indexOf(digit)).join('');
}

/** The text of a page with Pandoc's markers in place of the raised numbers whose notes are known. */
function withMarkers(body: string, notes: PageNotes | undefined): string {
  if (!notes) return body;
  return body.replace(MARKER, (raised) => {
    const label = notes.labels.get(plain(raised));
    return label === undefined ? raised : `[^${label}]`;
  });
}

/** Words that stand with a hyphen within a line: one at the end of a line is theirs. */
export function hyphenated(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\p{L}+-\p{L}+/gu)].map(([word]) => word.toLowerCase()));
}

/** Paragraphs on one line each; words that were divided at the end of a line are whole. */
export function unbroken(text: string, known: ReadonlySet<string>): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').map((line) => line.trim());
      return lines.reduce((sum, line) => (sum === '' ? line : joinedLines(sum, line, known)), '');
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function joinedLines(before: string, line: string, known: ReadonlySet<string>): string {
  const [, head] = /(\p{L}+)-$/u.exec(before) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(line) ?? [];
  if (head === undefined || tail === undefined || SUSPENDED.test(line))
    return line === '' ? before : `${before} ${line}`;
  const keepsIt = known.has(`${head}-${tail}`.toLowerCase());
  return `${keepsIt ? before : before.slice(0, -1)}${line}`;
}

/** Pages joined to paragraphs: a sentence that runs on over a page break is one. */
function joinPages(parts: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const part of parts) {
    const [first, ...others] = part.split('\n\n');
    const last = paragraphs.at(-1);
    const runsOn =
      last !== undefined &&
      !isHeading(last) &&
      !/[.!?:"”»’)\]]$/.test(last) &&
      /^(?:\[p\. \d+\] )?[\p{Ll}\d(]/u.test(first ?? '');
    if (runsOn) paragraphs[paragraphs.length - 1] = `${last} ${first}`;
    else if (first) paragraphs.push(first);
    paragraphs.push(...others);
  }
  return paragraphs;
}

/** Text in which no sign is markup. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>@^~$]/g, '\\$&');
}

/** A paragraph that would begin as a list, a heading or a table begins as a paragraph. */
function withoutBlockOpening(paragraph: string): string {
  return paragraph.replace(BLOCK_OPENING, (_, indent: string, sign: string) =>
    /^[-+>#|:]/.test(sign) ? `${indent}\\${sign}` : `${indent}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
  );
}
