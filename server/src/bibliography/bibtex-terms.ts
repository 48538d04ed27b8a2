/** Descriptions of BibTeX's types and fields, for completion and hovers. */
import { wordTable } from '../text/word-table.ts';

/** The usual entry types: what each is, and the fields that it needs first. */
export const ENTRY_TYPES: readonly (readonly [type: string, what: string, fields: readonly string[]])[] = [
  [
    'article',
    'an article in a journal or newspaper',
    ['author', 'title', 'journal', 'year', 'volume', 'pages'],
  ],
  ['book', 'a book', ['author', 'title', 'publisher', 'address', 'year']],
  ['collection', 'a book of several authors, by its editors', ['editor', 'title', 'publisher', 'year']],
  [
    'inbook',
    'a part of a book by the same author',
    ['author', 'title', 'booktitle', 'publisher', 'year', 'pages'],
  ],
  [
    'incollection',
    'a chapter in a book that others edited',
    ['author', 'title', 'editor', 'booktitle', 'publisher', 'year', 'pages'],
  ],
  [
    'inproceedings',
    'a paper in the proceedings of a conference',
    ['author', 'title', 'booktitle', 'year', 'pages'],
  ],
  ['manual', 'a manual', ['title', 'organization', 'year']],
  ['mastersthesis', 'a Master’s thesis', ['author', 'title', 'school', 'year']],
  ['misc', 'whatever fits no other type', ['author', 'title', 'howpublished', 'year']],
  ['online', 'a page of the web', ['author', 'title', 'url', 'urldate', 'year']],
  ['phdthesis', 'a doctoral thesis', ['author', 'title', 'school', 'year']],
  ['proceedings', 'the proceedings of a conference', ['editor', 'title', 'publisher', 'year']],
  ['report', 'a report (BibLaTeX)', ['author', 'title', 'institution', 'year']],
  ['techreport', 'a report', ['author', 'title', 'institution', 'year']],
  ['thesis', 'a thesis (BibLaTeX)', ['author', 'title', 'type', 'institution', 'year']],
  ['unpublished', 'a manuscript, a letter, a record', ['author', 'title', 'note', 'year']],
];

/** The usual fields and their meaning. */
export const FIELDS = wordTable<string>({
  abstract: 'What the work says, in short.',
  address: 'Where it was published.',
  author:
    'Who wrote it, joined by “and”: `Hallam, Ruth and Osei, Kwame`. A body stands in braces of its own.',
  booktitle: 'The title of the book that it stands in.',
  chapter: 'The chapter.',
  crossref: 'The key of the entry that this one is a part of, and that lends it what it leaves out.',
  date: 'When it was published: `1987-05-01` (BibLaTeX).',
  doi: 'Its DOI.',
  edition: 'The edition: `2`, or `Second`.',
  editor: 'Who edited it, joined by “and”.',
  eprint: 'Its number in a repository.',
  file: 'Where its text lies on this machine.',
  howpublished: 'How it was published, in words.',
  institution: 'Who published the report, or where the thesis was written.',
  isbn: 'Its ISBN.',
  issn: 'The ISSN of the journal.',
  journal: 'The journal.',
  journaltitle: 'The journal (BibLaTeX).',
  keywords: 'Words to find it by.',
  langid: 'Its language, as BibLaTeX calls it: `german`.',
  language: 'Its language.',
  location: 'Where it was published (BibLaTeX).',
  month: 'The month: `jan` to `dec`, without braces.',
  note: 'A note that is printed with it.',
  number: 'The number within the volume, or in the series.',
  organization: 'Who held the conference, or stands behind the page.',
  origdate: 'When the original was published (BibLaTeX).',
  pages: 'The pages that it stands on: `661--675`.',
  pagetotal: 'How many pages it has (BibLaTeX).',
  publisher: 'Who published it.',
  school: 'Where the thesis was written.',
  series: 'The series that it belongs to.',
  shorttitle: 'Its title in short, for notes.',
  subtitle: 'The subtitle (BibLaTeX).',
  title: 'The title of the work.',
  translator: 'Who translated it.',
  type: 'What kind of thesis or report it is.',
  url: 'Its address.',
  urldate: 'When that was looked at: `2024-05-01`.',
  volume: 'The volume.',
  volumes: 'How many volumes there are.',
  xdata: 'The keys of entries that lend this one what it leaves out (BibLaTeX).',
  year: 'When it was published: `1987`.',
});

/** Fields that name other entries of the file. */
export const NAMING_FIELDS: ReadonlySet<string> = new Set([
  'crossref',
  'xref',
  'xdata',
  'related',
  'entryset',
]);

export const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
