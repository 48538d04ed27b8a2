/** From the decoded fields of a BibTeX or BibLaTeX entry to CSL-JSON. Follows Pandoc’s `itemToReference`. */
import type { BibtexFields } from './bibtex-fields.ts';
import type { NameParts } from './bibtex-names.ts';
import { GENRES, IN_SERIES, LANGUAGES, RENAMED, TYPES } from './bibtex-tables.ts';
import { cslDateOf, cslDateOfParts } from './csl-date.ts';
import type { CslDate, CslItem, CslName } from './model.ts';

/** An entry's fields without LaTeX; fields of names are parsed. Field names are lower case. */
export interface DecodedFields {
  readonly text: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, readonly NameParts[]>;
}

/** Decodes the LaTeX in one entry's fields; null when it cannot. Never throws. */
export type FieldDecoder = (type: string, fields: BibtexFields) => DecodedFields | null;

/** The fields that contain lists of names. */
export const NAME_FIELDS: ReadonlySet<string> = new Set([
  'author',
  'bookauthor',
  'editor',
  'editora',
  'editorb',
  'editorc',
  'translator',
  'director',
  'holder',
]);

/** Types of what stands in a book, whose title comes before that of a journal. */
const IN_BOOK = new Set([
  'incollection',
  'inbook',
  'inproceedings',
  'conference',
  'suppbook',
  'suppcollection',
  'inreference',
]);

/** Builds the CSL item; null where `fields` is null. */
export function bibtexToCsl(id: string, type: string, fields: DecodedFields | null): CslItem | null {
  return fields === null ? null : new Mapper(id, type, fields).map();
}

class Mapper {
  private readonly item: Record<string, unknown>;
  private readonly isArticle: boolean;

  constructor(
    id: string,
    private readonly type: string,
    private readonly fields: DecodedFields,
  ) {
    this.isArticle = type === 'article' || type === 'periodical' || type === 'suppperiodical';
    this.item = { id, type: this.cslType() };
  }

  map(): CslItem {
    for (const [csl, ...names] of RENAMED) this.set(csl, this.first(...names));
    this.titles();
    this.people();
    this.numbers();
    this.publication();
    this.dates();
    return this.item as CslItem;
  }

  private cslType(): string {
    const subtype = this.first('entrysubtype');
    if (this.type === 'article' && (subtype === 'newspaper' || subtype === 'magazine'))
      return `article-${subtype}`;
    const isTalk = this.first('eventtitle', 'eventdate', 'event', 'venue') !== '';
    if (this.type === 'unpublished' && isTalk) return 'speech';
    return TYPES[this.type] ?? 'document';
  }

  private first(...names: string[]): string {
    for (const name of names) {
      const value = this.fields.text.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return '';
  }

  private set(name: string, value: string): void {
    if (value !== '') this.item[name] = value;
  }

  private titles(): void {
    const title = this.titleOf('');
    const main = this.titleOf('main');
    this.set('title', title || main);
    if (this.first('subtitle') && !this.item['title-short']) this.set('title-short', this.first('title'));
    // A book may repeat its title as `booktitle` for chapters that inherit from it.
    const book = this.item['type'] === 'book' ? '' : this.titleOf('book');
    const journal = this.titleOf('journal');
    const inBook = IN_BOOK.has(this.type) ? book || journal : journal || book;
    this.set('container-title', inBook || (title ? main : ''));
    this.issueOfPeriodical(title);
    this.set('container-title-short', this.first('shortjournal'));
    this.set('collection-title', seriesTitle(this.first('series')));
    this.set('event-title', joined(this.first('eventtitle'), '', this.first('eventtitleaddon')));
  }

  /** An issue with a title of its own becomes a part of its periodical. */
  private issueOfPeriodical(periodical: string): void {
    const issue = this.type === 'periodical' ? this.titleOf('issue') : '';
    if (issue === '') return;
    this.set('title', issue);
    this.set('container-title', periodical);
  }

  /** Title, subtitle and addition of the work ('') or its container (`book`, `journal`, `main`). */
  private titleOf(what: string): string {
    const title = what === 'journal' ? this.first('journaltitle', 'journal') : this.first(`${what}title`);
    return joined(title, this.first(`${what}subtitle`), this.first(`${what}titleaddon`));
  }

  private people(): void {
    const usesPrefix = /useprefix(?:\s*=\s*true|\s*(?:,|$))/.test(this.first('options'));
    const roles: [string, string][] = [
      ['author', 'author'],
      ['container-author', 'bookauthor'],
      ['translator', 'translator'],
      ['director', 'director'],
      [editorRole(this.first('editortype')), 'editor'],
      [editorRole(this.first('editoratype')), 'editora'],
    ];
    for (const [role, field] of roles) {
      const names = this.fields.names.get(field)?.map((name) => cslName(name, usesPrefix)) ?? [];
      if (names.length > 0 && this.item[role] === undefined) this.item[role] = names;
    }
    if (!this.item['author'] && this.type === 'patent') {
      const holders = this.fields.names.get('holder')?.map((name) => cslName(name, usesPrefix)) ?? [];
      if (holders.length > 0) this.item['author'] = holders;
    }
  }

  private numbers(): void {
    this.set('volume', joinedBy('.', [this.first('volume'), this.first('part')]));
    const number = this.first('number');
    const issue = this.first('issue');
    if (this.isArticle) this.set('issue', number && issue ? `${number}, ${issue}` : number || issue);
    else if (IN_SERIES.has(this.type)) this.set('collection-number', number);
    else this.set('number', number);
    this.set(
      'page',
      this.first('pages')
        .replace(/\s*(?:--+|–)\s*/g, '–')
        .replace(/(?<=\d)-(?=\d)/g, '–'),
    );
  }

  private publication(): void {
    // As in Pandoc all of these become the publisher; a URL in `howpublished` becomes the URL.
    const issuers = ['school', 'institution', 'organization', 'howpublished', 'publisher'].map((name) =>
      this.first(name).replace(/^\s*(?:available at\s*)?https?:\S+$/i, ''),
    );
    this.set('publisher', joinedBy('; ', issuers));
    const genre = this.first('type');
    this.set('genre', GENRES[genre.toLowerCase()] ?? (genre || (GENRES[this.type] ?? '')));
    const note = this.type === 'periodical' ? '' : this.first('note');
    this.set('note', joinedBy('. ', [note, this.first('addendum')]));
    const language = this.first('langid', 'language', 'hyphenation');
    const variant = /variant\s*=\s*(\w+)/.exec(this.first('langidopts'))?.[1] ?? '';
    this.set('language', LANGUAGES[variant.toLowerCase()] ?? LANGUAGES[language.toLowerCase()] ?? language);
    this.set('keyword', this.first('keywords'));
    this.links();
  }

  private links(): void {
    const eprint = this.first('eprint');
    const archive = this.first('eprinttype', 'archiveprefix').toLowerCase();
    const howPublished = /https?:\/\/[^\s{}]+/.exec(this.first('howpublished'))?.[0] ?? '';
    this.set('URL', this.first('url') || howPublished || eprintAddress(archive, eprint));
    if (archive === 'pubmed') this.set('PMID', eprint);
    const doi = this.item['DOI'];
    if (typeof doi === 'string')
      this.item['DOI'] = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  }

  private dates(): void {
    const issued = this.first('date');
    if (issued) this.setDate('issued', cslDateOf(issued));
    else {
      const parts = cslDateOfParts(this.first('year'), this.first('month'), this.first('day'));
      this.setDate('issued', parts?.date ?? null);
      if (parts?.suffix) this.item['year-suffix'] = parts.suffix;
    }
    this.setDate('accessed', cslDateOf(this.first('urldate')));
    this.setDate('original-date', cslDateOf(this.first('origdate')));
    this.setDate('event-date', cslDateOf(this.first('eventdate')));
  }

  private setDate(name: string, date: CslDate | null): void {
    if (date) this.item[name] = date;
  }
}

/** Joins non-empty parts; after punctuation a space replaces the joint (Pandoc’s `concatWith`). */
function joinedBy(joint: string, parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (whole, part) => (whole === '' ? part : whole + (/[.?!:;]$/.test(whole) ? ' ' : joint) + part),
      '',
    );
}

/** Joins title, subtitle and addition, with punctuation where there is none. As in Pandoc none counts without a title. */
function joined(title: string, subtitle: string, addition: string): string {
  if (title === '') return '';
  let whole = title;
  if (subtitle) whole += `${/[?!.:;]$/.test(whole) ? ' ' : ': '}${subtitle}`;
  if (addition) whole += `${/[?!.]$/.test(whole) ? ' ' : '. '}${addition}`;
  return whole;
}

/** BibLaTeX's keys for series: a number becomes an ordinal. Pandoc’s `resolveKey` and `ordinalize`. */
function seriesTitle(series: string): string {
  if (/^\d+$/.test(series)) return `${series}${ordinalEnding(Number(series))} series`;
  if (/^newseries$/i.test(series)) return 'New series';
  return /^oldseries$/i.test(series) ? 'Old series' : series;
}

function ordinalEnding(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th';
}

function editorRole(editorType: string): string {
  const type = editorType.toLowerCase();
  return type === 'compiler' || type === 'director'
    ? type
    : type === 'collaborator'
      ? 'contributor'
      : 'editor';
}

/** Particles written as part of the family name: `al-`, `d’`, or words in braces with it. */
const WRITTEN_PARTICLE = /^(?:\p{Ll}{1,4}[-’']|(?:\p{Ll}+\s+)+)(?=\p{Lu})/u;

function cslName(name: NameParts, usesPrefix: boolean): CslName {
  if (name.literal !== undefined) return { literal: name.literal };
  const written = name.particle ? undefined : WRITTEN_PARTICLE.exec(name.family ?? '')?.[0];
  const family = (name.family ?? '').slice(written?.length ?? 0);
  const isFixed = written !== undefined || (name.usesPrefix ?? usesPrefix);
  const particle = (written ?? name.particle ?? '').trim().replace(/'$/, '’');
  return {
    ...(family ? { family: initialsApart(family) } : {}),
    ...(name.given ? { given: initialsApart(name.given) } : {}),
    ...(particle ? { [isFixed ? 'non-dropping-particle' : 'dropping-particle']: particle } : {}),
    ...(name.suffix ? { suffix: initialsApart(name.suffix) } : {}),
  };
}

/** `E.A.` are two initials. */
function initialsApart(name: string): string {
  return name.replace(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ');
}

function eprintAddress(archive: string, eprint: string): string {
  if (eprint === '') return '';
  if (archive === 'arxiv') return `https://arxiv.org/abs/${eprint}`;
  if (archive === 'jstor') return `https://www.jstor.org/stable/${eprint}`;
  if (archive === 'pubmed') return `https://www.ncbi.nlm.nih.gov/pubmed/${eprint}`;
  if (archive === 'googlebooks') return `https://books.google.com?id=${eprint}`;
  return '';
}
