import type { DatedEntry, EntryOrder, EntryText } from './entry-form.ts';
import { yearsBeside } from './entry-orders.ts';
import { folded, foldedWords } from './folding.ts';
import { writtenOut } from '../pages/page-ranges.ts';
import type { OrderOfNames } from './natural-names.ts';
import type { FoundName, PageSpan } from './model.ts';
import { BODY_WORDS, MONTHS } from './name-words.ts';
import { areNames, nameOthers, parseEntryNames } from './names.ts';
import type { Prose } from './prose.ts';
import { OBJECT } from './prose.ts';
import type { TextRange } from '../text/range.ts';
import { wordTable } from '../text/word-table.ts';

/** An entry of a list of references as read, in offsets of the prose. */
export interface ReadEntry {
  readonly range: TextRange;
  /** Its number in a numbered list. */
  readonly label: string | null;
  readonly names: readonly FoundName[];
  /** Whether it has further authors, whom it does not name: `et al.` */
  readonly hasOthers: boolean;
  readonly editors: readonly FoundName[];
  readonly year: string | null;
  readonly yearSuffix: string;
  /** As in `FoundReference`. */
  readonly otherYears: readonly string[];
  readonly yearRange: TextRange | null;
  readonly title: string | null;
  readonly containerTitle: string | null;
  readonly pages: PageSpan | null;
  /** Whether it only refers to another entry: ‘Garretsen (1999): see Brakman’. */
  readonly isPointer: boolean;
}

/** A bullet, a number, the star of the studies in a meta-analysis, or an identifier that conversion put in front. */
const LEAD =
  /^\s*(?:10\.\d{4,6}\/\S{0,60}?(?=\p{Lu}[\p{Ll}’'][\p{L}’'-]*,?\s)|(?:-(?!\s[([]\d{4})|[*•+·▪]|\[\d{1,3}\]|\(?\d{1,3}[.)])\s+|[*＊](?=\p{L}))?/u;
const REPEATED =
  /^(?:[-—–―_‐‒]{2,}|[—―]|[-–‒](?=,\s(?:1[4-9]|20)\d\d|\s[([](?:1[4-9]|20)\d\d))(?:\s?[-—–―_]+)*/;
const CLOSING = wordTable<RegExp>({
  '"': /"/,
  '“': /[”]/,
  '„': /[“”]/,
  '‟': /[”]/,
  '«': /»/,
  '「': /」/,
  '『': /』/,
  '《': /》/,
  '〈': /〉/,
});
/** ‘see Brakman’ as a whole entry. */
const POINTER = /^[\s):.,]*(?:siehe|see|s\.|vgl\.|véase|voir|ver|vedi|→)\s\p{Lu}[\p{L}\s,&.’'-]{1,60}$/u;
/** The beginning of a biography: ‘ANNA B. WEAVER is a sociologist at …’ */
const ABOUT_SOMEBODY =
  /^(?:(?:PD|Priv\.-Doz|Prof|Dr|Dipl|Mag|Hon)\.?(?:-\p{L}+\.)?\s){1,3}\p{Lu}|^(?:\p{Lu}[\p{L}.'’-]*\s){2,5}(?:is an?|is the|was an?|was born|teaches|holds|works (?:at|as|in)|ist|est|es una?|é uma?|è un[ao]?)\s/u;
/** The beginning of an imprint. */
const NO_PLACE = /\[[Ss]\.\s?[lLnN]/;
/** ‘Weaver, Anna, in Zusammenarbeit mit Ben Dyer’: collaborators are not authors. */
const HELPERS =
  /,?\s(?:in Zusammenarbeit mit|unter Mit(?:arbeit|wirkung) von|in collaboration with|with the assistance of|en collaboration avec|avec la collaboration de|con la colaboraci[oó]n de|en colaboraci[oó]n con|com a colabora[cç][aã]o de|em colabora[cç][aã]o com|con la collaborazione di|in collaborazione con)\s[^();]{3,80}/iu;
/** ‘Weaver, A. and Dyer, B., editors (2018)’ */
const ROLES =
  /,\s(?:editors?|herausgeber(?:in(?:nen)?)?|éditeurs?|editores|coordinador(?:es|as?)?|organizador(?:es|as?)?|directeurs?|curatori)\s*\(?\s*$/iu;
/** ‘23. Jahrgang 2012’, the foot of a page. */
const PART_OF_PERIODICAL = new Set(
  'jahrgang band heft ausgabe volume vol issue number annee tome ano annata fascicolo numero'.split(' '),
);
const VISITED = /^\s*(?:accessed|retrieved|available|acesso|abgerufen|zugriff|consulté)(?!\p{L})/iu;
const MOST = 3000;
/** The maximum distance between names and the year after them, in UTF-16 units. */
const LONGEST_BETWEEN = 15;
const INITIAL_ENDS = /,\s?(?:\p{Lu}[\p{Ll}’'-]+\s)?(?:\p{Lu}\.\s?-?){1,4}$/u;

/** Reads entries of lists of references, in the orders of names, year and title that some conventions know. */
export class EntryReader {
  private readonly yearAfterNames: readonly EntryOrder[];
  private readonly yearInImprint: readonly EntryOrder[];

  constructor(private readonly orders: readonly EntryOrder[]) {
    this.yearAfterNames = orders.filter(({ year }) => year === 'after-names');
    this.yearInImprint = orders.filter(({ year }) => year === 'in-imprint');
  }

  /**
   * Reads one entry `[from, to)` of the prose. Null if it has neither names nor a year.
   * @param before the names of the entry above, to which `———` refers
   * @param order the order of names in this list where no comma shows it
   */
  read(
    prose: Prose,
    from: number,
    to: number,
    before: readonly FoundName[],
    order: OrderOfNames = null,
  ): ReadEntry | null {
    const end = Math.min(to, from + MOST);
    const begun = from + LEAD.exec(prose.text.slice(from, Math.min(end, from + 90)))![0].length;
    const text = prose.text.slice(begun, end).trimEnd();
    if (text.length < 8) return null;
    const repeated = REPEATED.exec(text)?.[0].length ?? 0;
    const dated = this.dated(prose, begun, text, repeated);
    if (!dated) return null;
    // ‘W EAVER Anna’: a large initial that conversion split off.
    const head = text.slice(repeated, dated.namesTo).replace(/^(\p{Lu})\s(?=\p{Lu}{3,}[,\s])/u, '$1');
    if (ABOUT_SOMEBODY.test(text)) return null;
    const authors = head.replace(HELPERS, '').replace(ROLES, '');
    const own = head.replace(/^[\s,.]*(?:(?:and|und|et|y|e)\s|&)?/u, '');
    // ‘———. Looms’ continues with the title, ‘——— and Dyer’ with further names.
    const isTitled = repeated > 0 && /^\s?[.:]\s/.test(head) && foldedLetters(own) !== '';
    const titleFrom = isTitled ? repeated : dated.titleFrom;
    const names =
      repeated > 0
        ? [...before, ...(isTitled || foldedLetters(own) === '' ? [] : parseEntryNames(own, true))]
        : order === 'family-first'
          ? parseEntryNames(authors.replace(/^(\s*\p{Lu}[\p{L}'’-]+)\s(?=\p{Lu})/u, '$1, '))
          : parseEntryNames(authors, order === 'given-first');
    if (names.length === 0 || names.some(({ family }) => family.length > 160 || NO_PLACE.test(family)))
      return null;
    // ‘September 2004. Internet.’
    if (VISITED.test(head)) return null;
    const alone = names.length === 1 && names[0]!.given === null ? folded(names[0]!.family) : '';
    if (MONTHS.has(alone) || PART_OF_PERIODICAL.has(alone)) return null;
    const title = readTitle(prose, begun, text, titleFrom);
    const rest = title?.to ?? titleFrom;
    return {
      range: { from: begun, to: begun + text.length },
      label: null,
      names,
      hasOthers: nameOthers(authors),
      editors: readEditors(text, rest),
      year: dated.year,
      yearSuffix: dated.suffix,
      otherYears: [...(dated.otherYears ?? []), ...yearsBeside(text, dated)],
      yearRange:
        dated.year === null
          ? null
          : { from: begun + dated.yearFrom, to: begun + dated.yearFrom + 4 + dated.suffix.length },
      title: title?.text ?? null,
      containerTitle: readContainer(prose, begun, text, rest),
      pages: readPages(text, rest),
      isPointer: text.length < 160 && POINTER.test(text.slice(dated.titleFrom)),
    };
  }

  private dated(prose: Prose, begun: number, text: string, from: number): DatedEntry | null {
    const italicFrom = (): number | null => {
      const italic = nextEmphasis(prose, begun + from, begun + text.length);
      return italic && italic.from - begun;
    };
    const entry = { text, from, italicFrom };
    const fits = (read: DatedEntry | null): read is DatedEntry => {
      if (read === null) return false;
      const head = text.slice(from, read.namesTo);
      if (from > 0 && read.namesTo === from) return true;
      return areNames(head.replace(HELPERS, ', ').replace(ROLES, '')) || isBody(head);
    };
    const early = this.earliest(entry);
    let late: DatedEntry | null = null;
    for (const order of this.yearInImprint) {
      if (fits(late)) break;
      late = order.read(entry);
    }
    if (!fits(early)) return fits(late) ? late : null;
    // ‘DYER, B. Making Wool Work. Leiden: Burrow, 2003’: words with capitals in a title are no names.
    return fits(late) && isTitleBetween(text, late.namesTo, early) ? late : early;
  }

  /** The beginning of an entry, without its bullet. */
  headOf(entry: string): string {
    return entry.slice(LEAD.exec(entry.slice(0, 90))![0].length, 200).replace(/\s+/g, ' ');
  }

  /** The reading with the shortest names. */
  private earliest(entry: EntryText): DatedEntry | null {
    let best: DatedEntry | null = null;
    for (const order of this.yearAfterNames) {
      const read = order.read(entry);
      if (read && (best === null || read.namesTo < best.namesTo)) best = read;
    }
    return best;
  }

  /** Whether some lines may begin an entry: with names and a year soon after, or an inverted name. */
  mayBegin(lines: string): boolean {
    const text = lines.slice(LEAD.exec(lines)![0].length, 500);
    if (REPEATED.test(text)) return true;
    if (!/^[\p{Lu}\p{Lo}'’‘]|^(?:van|von|de|di|da|del|al|el|ten|ter|d['’])[\s'’-]/u.test(text)) return false;
    if (text.startsWith(OBJECT)) return false;
    if (this.orders.some((order) => order.opens?.(text))) return true;
    const dated = this.earliest({ text, from: 0, italicFrom: () => null });
    return dated !== null && parseEntryNames(text.slice(0, dated.namesTo)).length > 0;
  }
}

/** ‘ u. B. DYER’, ‘ & B.C. DYER’ after ‘WEAVER, A.’ */
const JOINS_NAMES =
  /^\.?\s?(?:[ua]\.\s+\p{Lu}[\p{L}.]|(?:&|and|und|et|e|y)\s+(?:\p{Lu}\.\s?-?){1,4}\s?\p{Lu})/u;

/** Whether names that end with initials at `namesTo` are followed by a title rather than by further names. */
function isTitleBetween(text: string, namesTo: number, early: DatedEntry): boolean {
  // ‘Dyer, Ben: Looms. Town Studies, 2003, 4’
  if (namesTo > 0 && early.namesTo > namesTo + 3 && /^\s?:\s/.test(text.slice(namesTo))) return true;
  if (namesTo > 0 && early.namesTo > namesTo + 3 && areCapitalsOver(text, namesTo)) return true;
  if (!INITIAL_ENDS.test(text.slice(0, namesTo + 1))) return false;
  if (JOINS_NAMES.test(text.slice(namesTo, early.namesTo))) return false;
  if (namesTo + LONGEST_BETWEEN < early.namesTo) return true;
  // ‘DYER, B. Looms [1927]. Leiden: Burrow, 2003’
  return (
    early.namesTo > namesTo && text[early.yearFrom - 1] === '[' && /^\.?\s\p{Lu}/u.test(text.slice(namesTo))
  );
}

/** ‘DYER, Ben, Wool and Work, Leiden, Burrow, 2003’: what follows the names has none in capitals. */
function areCapitalsOver(text: string, namesTo: number): boolean {
  return (
    /^\p{Lu}[\p{Lu}\p{M}'’ -]{2,},\s/u.test(text) &&
    /^,\s\p{Lu}[\p{Ll}’']+(?!\s\p{Lu}{2})/u.test(text.slice(namesTo, namesTo + 40))
  );
}

/** ‘Agencia de la calidad de la educación (2018)’: lower-case words are part of the name. */
function isBody(head: string): boolean {
  const words = foldedWords(head);
  return (
    words.length < 16 &&
    !/[.;:](?!\s*$)/.test(head.replace(/\(\p{Lu}+\)/u, '')) &&
    BODY_WORDS.has(words[0] ?? '')
  );
}

function foldedLetters(text: string): string {
  return folded(text).replace(/[^\p{L}]+/gu, '');
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
    // A title may begin with a quotation: it continues in lower case after the closing mark.
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
  // Chinese entries state the kind of work: [M], [J], [EB/OL].
  return text
    .replace(/\s?\[\p{Lu}{1,2}(?:\/\p{Lu}{2})?\]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:]+|[\s.,:]+$/g, '');
}

const IN = /(?:(?:^|[.,;?!”"»’'])\s*(?:In:?|Dans)|\bin:|[,”"»’']\s+(?:in|dans))\s+(?=\p{Lu})/u;

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
  const journal = /^[\s.,:”"»’')]*(?:In:?\s+)?([\p{L}][^.,\d\uFFFC]{3,120}?),?\s+\d/u.exec(
    text.slice(from, from + 300),
  );
  return journal ? tidy(journal[1]!) || null : null;
}

const MARKED_PAGES =
  /(?<![\p{L}\d])(?:pp?|S|ss?|págs?|páginas|pagg?)\.?\s?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?![\d\p{L}])/giu;
const PAGES_BEHIND_COLON = /[:：]\s{0,12}(?:第)?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?![\d\p{L}-])/gu;
const PAGES_AT_END =
  /[,，]\s{0,12}(?:第)?(\d{1,5})\s?(?:[-–—‐‑]|--)\s?(\d{1,5})(?:页|頁)?(?=\s?(?:[.。]|$|\uFFFC|doi\b|DOI\b|Available))/gu;

/** The pages of an article or chapter; null if uncertain. */
function readPages(text: string, from: number): PageSpan | null {
  for (const pattern of [MARKED_PAGES, PAGES_BEHIND_COLON, PAGES_AT_END]) {
    let last: RegExpExecArray | null = null;
    const starts = new Set<string>();
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) starts.add((last = match)[1]!);
    if (!last) continue;
    // Several parts of a collection, each with its pages.
    if (pattern === MARKED_PAGES && starts.size > 1) return null;
    const first = Number(last[1]);
    const final = Number(writtenOut(last[1]!, last[2]!));
    const likeYears =
      first >= 1400 && first < 2100 && final >= 1400 && final < 2100 && last[1]!.length === last[2]!.length;
    if (likeYears && pattern !== MARKED_PAGES && pattern !== PAGES_BEHIND_COLON) continue;
    // ‘3–9, 45’ or ‘3–9+’: more pages than one range can hold.
    if (/^\s?[,;&+]\s?\d/.test(text.slice(last.index + last[0].length))) return null;
    return first <= final && final - first < 1500 ? { from: first, to: final } : null;
  }
  return null;
}
