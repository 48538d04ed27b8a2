/** Parses the few words of a printed citation or note: `(Kilner, 2001, p. 3)`, `Kilner, *Harbour*, p. 3.` */
import { readLocator } from '../pages/printed-locator.ts';
import type { Locator } from '../pages/model.ts';
import { unfolded } from '../text/in-one-line.ts';
import { allAtOnce } from '../text/stepwise.ts';
import { readCitations } from './citations.ts';
import { knownConventions } from './conventions/registry.ts';
import type { FoundName } from './model.ts';
import { introductionOf } from './note-names.ts';
import { Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';

/** A work as a citation or note names it. */
export interface PrintedWork {
  readonly names: readonly FoundName[];
  /** Whether `et al.` follows the names. */
  readonly etAl: boolean;
  /** Four digits, with a letter where there is one. */
  readonly year: string | null;
  readonly title: string | null;
  /** The locator, in offsets of the words. */
  readonly locator: Locator | null;
}

/** The works that some words cite. */
export interface PrintedWorks {
  readonly works: readonly PrintedWork[];
  /** Whether the first work is at the start of the words, so that they are a citation. */
  readonly lead: boolean;
}

const NOTHING: PrintedWorks = { works: [], lead: false };
/** Longer notes, in UTF-16 units, are discussion rather than citation. */
const LONGEST = 1500;
/** The cache size: most of a text stays the same between edits. */
const MOST_REMEMBERED = 4000;

/** Parses such words, with a cache. */
export class PrintedReader {
  private readonly known = new Map<string, PrintedWorks>();

  read(words: string): PrintedWorks {
    let read = this.known.get(words);
    if (!read) {
      if (this.known.size >= MOST_REMEMBERED) this.known.clear();
      this.known.set(words, (read = readPrintedWorks(words)));
    }
    return read;
  }
}

/** As `PrintedReader.read`, without a cache. Never throws. What is uncertain is not read. */
export function readPrintedWorks(words: string): PrintedWorks {
  if (words.length > LONGEST) return NOTHING;
  const { text, at } = unfolded(words);
  const { works, lead } = readLine(text);
  const placed = works.map((work) => {
    if (!work.locator || text === words) return work;
    const { from, to } = work.locator.range;
    return { ...work, locator: { ...work.locator, range: { from: at(from), to: at(to - 1) + 1 } } };
  });
  return { works: placed, lead };
}

/** As `readPrintedWorks`, for words in one line. */
function readLine(line: string): PrintedWorks {
  const prose = Prose.of(plainly(line), [], knownConventions.markers);
  const inverted = invertedWork(prose);
  if (inverted) return inverted;
  const dated = datedWorks(prose);
  if (dated.works.length > 0 && dated.lead) return dated;
  // `Søren Kilner, *Havne* (Aarhus, 2001)`: the place and year of a work that names and title describe.
  const described = describedWorks(prose);
  const named = dated.works.length === 0 || !dated.lead ? namedWithYear(prose) : null;
  if (named) return named;
  return dated.works.length === 0 || described.lead ? described : dated;
}

/** Words with a speaker's preposition left out, and in parentheses where they are in brackets; offsets agree. */
function plainly(words: string): string {
  const spoken = words.replace(SPEAKER, (lead) =>
    /^\s*\p{Lu}/u.test(lead) ? ' '.repeat(lead.length) : lead,
  );
  return /^\[[^[\]]*\]$/.test(spoken) ? `(${spoken.slice(1, -1)})` : spoken;
}

/** `Meyer, Lena: Hafen im Winter. Hamburg: Elbe 2009, S. 4.` */
const INVERTED =
  /^\s*((?:(?:v[ao]n|de[rnl]?|d[aiou]s?|zu[mr]?|l[ae]|te[nr]) ){0,3}\p{Lu}[\p{L}\p{M}'’-]+),\s(\p{Lu}[\p{L}\p{M}. -]{0,30}):\s[*_]{0,2}([\p{Lu}\d][^.,*_\n]{3,160})[*_]{0,2}[.,]\s[^\n]{0,200}\b(?:S|pp?)\.\s?\d/u;

function invertedWork(prose: Prose): PrintedWorks | null {
  const lead = introductionOf(prose.text);
  const [, family, given, title] = INVERTED.exec(prose.text.slice(lead)) ?? [];
  if (family === undefined) return null;
  const names = [{ family, given: given!, isBody: false }];
  const locator = locatorIn(prose, lead, prose.text.length);
  return { works: [{ names, etAl: false, year: null, title: title!.trim(), locator }], lead: true };
}

/** Names and years: `(Lee and Shen, 2011: 174; Chan 2013)`, `Ye (2020, p. 3)`. */
function datedWorks(prose: Prose): PrintedWorks {
  const { citations } = allAtOnce(readCitations(prose, [], new RangeSet([]), knownConventions.citations));
  const works = citations
    .filter(({ names, year }) => names.length > 0 && year !== null)
    .map(({ names, etAl, year, yearSuffix, locator }) => ({
      names,
      etAl,
      year: `${year}${yearSuffix}`,
      title: null,
      locator,
    }));
  const [first] = citations;
  const from = first ? Math.min(first.range.from, first.namesRange?.from ?? Infinity) : 0;
  return { works, lead: leads(prose.text.slice(0, prose.find(from))) };
}

/** Names and titles, as in notes. */
function describedWorks(prose: Prose): PrintedWorks {
  const read = knownConventions.works.read(prose, 0, prose.text.length);
  const [first] = read;
  if (!first) return shortTitled(prose);
  const particled = first.names.length === 0 ? PARTICLED.exec(prose.text)?.[1] : undefined;
  const works: PrintedWork[] = [];
  read.forEach(({ names, title, year, range }, i) => {
    const locator = locatorIn(prose, range.from, read[i + 1]?.range.from ?? prose.text.length);
    if (i === 0 && particled)
      return void works.push({
        names: [{ family: particled, given: null, isBody: false }],
        etAl: false,
        year,
        title,
        locator,
      });
    const last = works.at(-1);
    // In `Lee, Anna. 2007. *Quays*` the full stop does not separate works.
    if (last?.title === null && names.length === 0 && title !== null && (year === null || year === last.year))
      works[works.length - 1] = { ...last, title, locator };
    else works.push({ names, etAl: false, year, title, locator });
  });
  return { works, lead: leads(prose.text.slice(0, first.range.from)) };
}

/** `Kilner, Harbour, p. 3.`: a title without quotation marks or italics. */
function shortTitled(prose: Prose): PrintedWorks {
  const { text } = prose;
  const lead = introductionOf(text);
  const match = SHORT_TITLE.exec(text.slice(lead).trimEnd());
  const [, family, title] = match ?? INITIALS_BEHIND.exec(text.slice(lead)) ?? [];
  if (family === undefined) return namedWithPage(text, lead, prose);
  const names = [{ family: family, given: null, isBody: false }];
  const locator = locatorIn(prose, lead, text.length);
  return { works: [{ names, etAl: false, year: null, title: title!.trim(), locator }], lead: true };
}

/** `(Morrow, p. 3)`, `(Morrow 3)`: names and a page alone. */
function namedWithPage(text: string, lead: number, prose: Prose): PrintedWorks {
  const match = NAMED_WITH_PAGE.exec(text.slice(lead));
  const locator = match && readLocator(text, lead + match[0].length, true);
  if (!locator || !ENDS.test(text.slice(locator.range.to))) return NOTHING;
  const names = match[1]!
    .split(/\s(?:and|und|et|y|e|&)\s/u)
    .map((family) => ({ family, given: null, isBody: false }));
  const range = prose.range(locator.range.from, locator.range.to);
  const place = { label: locator.label, value: locator.value, range };
  return { works: [{ names, etAl: false, year: null, title: null, locator: place }], lead: true };
}

/** `Van den Brink (1968)`, `O’Connor (1968: 4)`: a name with a particle or an apostrophe, and a year. */
function namedWithYear(prose: Prose): PrintedWorks | null {
  const { text } = prose;
  const [all, family, year] = NAMED_WITH_YEAR.exec(text) ?? [];
  if (family === undefined) return null;
  const names = [{ family, given: null, isBody: false }];
  const locator = locatorIn(prose, all!.length, text.length);
  return { works: [{ names, etAl: false, year: year!, title: null, locator }], lead: true };
}

const PARTICLE = String.raw`(?:[Vv][ao]n|[Dd]e[rnl]?|[Dd][aiu]|[Dd]os|[Ll][ae]|[Tt]e[nr]|[Aa]l|[Ee]l|[Bb]in|[Ii]bn)[ -]`;
/** `Van den Brink, *Harbour*`: particles that were not read as a part of the name before a title. */
const PARTICLED = new RegExp(String.raw`^\s*((?:${PARTICLE}){1,3}\p{Lu}[\p{L}\p{M}’'-]+),\s`, 'u');
const NAMED_WITH_YEAR = new RegExp(
  String.raw`^\s*((?:${PARTICLE}){0,3}(?:[dDlLO]['’])?\p{Lu}[\p{L}\p{M}-]+)(?:['’]s?)?\s[(（[]\s?((?:1[5-9]|20)\d\d[a-z]?)(?=[\s,:;)）\]])`,
  'u',
);

const NAME = String.raw`(?:(?:v[ao]n|de[rnl]?|d[aiu]|l[ae]) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+`;
const NAMED_WITH_PAGE = new RegExp(
  String.raw`^[\s(（]*(${NAME}(?:\s(?:and|und|et|y|e|&)\s${NAME})?),?\s+(?=\S)`,
  'u',
);

/** Exactly a family name, a few words that begin with a capital, and a locator. */
const SHORT_TITLE =
  /^[\s(]*(?:(?:\p{Lu}\p{Ll}+|\p{Lu}\.) ){0,2}((?:(?:v[ao]n|de[rnl]?|d[aiu]|l[ae]) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+),\s+(\p{Lu}[^,;.()\d]{2,80}?),?\s+(?:at\s+)?(?:(?:pp?|S|para|paras|fol|f|n|no|vol)\.?\s?)?(?:\d|[ivxlc]+\b)[\d\s,–—-]*(?:ff?\.?)?[).\s]*$/u;

/** Words before the name of who speaks: `Según Kilner (2001)`. */
const SPEAKER =
  /^\s*(?:según|segundo|secondo|laut|para|per|pour|zdaniem|według|jak|wie|como|comme|come|volgens|zoals|ifølge|enligt|conforme|de|di|da|do|von|van|of|by)(?!\p{L})/iu;

/** `Сорокин П. Ямщики. С. 3.`: a family name, initials, a title and a locator, between full stops. */
const INITIALS_BEHIND =
  /^\s*(\p{Lu}[\p{L}\p{M}'’-]+)\s(?:\p{Lu}\.\s?){1,3}([\p{Lu}\d][^.\n]{2,150})\.\s(?:[^\n]{0,200}\s)?(?:[СсSs]|pp?)\.\s?\d/u;

/** Whether only words such as `See also` or `Quoted in` precede a work. */
function leads(before: string): boolean {
  const words = before
    .replace(/[\s([（「]+$/, '')
    .replace(SPEAKER, '')
    .trimStart();
  return introductionOf(words) >= words.trimEnd().length;
}

/** The last page or paragraph number in some words; an unlabelled number at the end is a page. */
function locatorIn(prose: Prose, from: number, to: number): Locator | null {
  const { text } = prose;
  for (const match of [...text.slice(from, to).matchAll(/[,:，：]\s*(?=\S)|\.\s+(?=[Сс]\.)/g)].reverse()) {
    const at = from + match.index + match[0].length;
    const found = readLocator(text, at, true);
    if (!found || found.range.to > to || !['page', 'paragraph'].includes(found.label)) continue;
    const isBare = found.range.to - at === found.value.length;
    if (isBare && (/^(?:1[5-9]|20)\d\d$/.test(found.value) || !ENDS.test(text.slice(found.range.to, to))))
      continue;
    return { label: found.label, value: found.value, range: prose.range(found.range.from, found.range.to) };
  }
  return null;
}

const ENDS = /^[\s.;)）\]”"]*$/;
