/** Reads the few words of a citation or note in the manner of print: `(Kilner, 2001, p. 3)`, `Kilner, *Harbour*, p. 3.` */
import { readLocator } from '../pages/printed-locator.ts';
import type { Locator } from '../pages/model.ts';
import { readCitations } from './citations.ts';
import { knownConventions } from './conventions/registry.ts';
import type { FoundName } from './model.ts';
import { introductionOf } from './note-names.ts';
import { Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';

/** A work as a citation or a note names it. */
export interface PrintedWork {
  readonly names: readonly FoundName[];
  /** `et al.` follows the names. */
  readonly etAl: boolean;
  /** Four digits, and a letter where there is one. */
  readonly year: string | null;
  readonly title: string | null;
  /** Where in the work; offsets are those of the words. */
  readonly locator: Locator | null;
}

/** What some words cite. */
export interface PrintedWorks {
  readonly works: readonly PrintedWork[];
  /** Whether the first stands at their beginning: they are there to say where something is from. */
  readonly lead: boolean;
}

const NOTHING: PrintedWorks = { works: [], lead: false };
/** Longer notes discuss more than they cite. */
const LONGEST = 1500;
/** So many readings are remembered: most of a text stays as it is from one edit to the next. */
const MOST_REMEMBERED = 4000;

/** Reads such words, and remembers what it read. */
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

/** As `PrintedReader.read`, without a memory. Never throws; what is in doubt is not read. */
export function readPrintedWorks(words: string): PrintedWorks {
  if (words.length > LONGEST) return NOTHING;
  const prose = Prose.of(words, [], knownConventions.markers);
  const dated = datedWorks(prose);
  return dated.works.length > 0 ? dated : describedWorks(prose);
}

/** Names and years: `(Lee and Shen, 2011: 174; Chan 2013)`, `Ye (2020, p. 3)`. */
function datedWorks(prose: Prose): PrintedWorks {
  const { citations } = readCitations(prose, [], new RangeSet([]), knownConventions.citations);
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

/** Names and titles, as notes have them. */
function describedWorks(prose: Prose): PrintedWorks {
  const read = knownConventions.works.read(prose, 0, prose.text.length);
  const [first] = read;
  if (!first) return shortTitled(prose);
  const works: PrintedWork[] = [];
  read.forEach(({ names, title, year, range }, i) => {
    const locator = locatorIn(prose, range.from, read[i + 1]?.range.from ?? prose.text.length);
    const last = works.at(-1);
    // `Lee, Anna. 2007. *Quays*`: the full stop parts no two works.
    if (last?.title === null && names.length === 0 && title !== null && (year === null || year === last.year))
      works[works.length - 1] = { ...last, title, locator };
    else works.push({ names, etAl: false, year, title, locator });
  });
  return { works, lead: leads(prose.text.slice(0, first.range.from)) };
}

/** `Kilner, Harbour, p. 3.`, where the title is not set off. */
function shortTitled(prose: Prose): PrintedWorks {
  const { text } = prose;
  const lead = introductionOf(text);
  const match = SHORT_TITLE.exec(text.slice(lead).trimEnd());
  if (!match) return NOTHING;
  const [, family, title] = match;
  const names = [{ family: family!, given: null, isBody: false }];
  const locator = locatorIn(prose, lead, text.length);
  return { works: [{ names, etAl: false, year: null, title: title!.trim(), locator }], lead: true };
}

/** A family name, a few words that begin with a capital, and a place: nothing else. */
const SHORT_TITLE =
  /^[\s(]*((?:(?:v[ao]n|de[rnl]?|d[aiu]|l[ae]) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+),\s+(\p{Lu}[^,;.()\d]{2,80}?),?\s+(?:at\s+)?(?:(?:pp?|S|para|paras|fol|f|n|no|vol)\.?\s?)?(?:\d|[ivxlc]+\b)[\d\s,–—-]*(?:ff?\.?)?[).\s]*$/u;

/** What stands before a work that leads: nothing, or `See also`, `Quoted in`. */
function leads(before: string): boolean {
  return introductionOf(before) >= before.replace(/[\s([]+$/, '').length;
}

/** The last page or paragraph that some words name; a number without a label at their end is a page. */
function locatorIn(prose: Prose, from: number, to: number): Locator | null {
  const { text } = prose;
  for (const match of [...text.slice(from, to).matchAll(/[,:]\s*(?=\S)/g)].reverse()) {
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

const ENDS = /^[\s.;)\]”"]*$/;
