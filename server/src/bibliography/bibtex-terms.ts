/** Descriptions of BibTeX's types and fields, for completion and hovers. */
import { deferred } from '../words/say.ts';
import { wordTable } from '../text/word-table.ts';

/** The usual entry types: what each is, and the fields that it needs first. */
export const ENTRY_TYPES: readonly (readonly [type: string, what: string, fields: readonly string[]])[] = [
  [
    'article',
    deferred('an article in a journal or newspaper'),
    ['author', 'title', 'journal', 'year', 'volume', 'pages'],
  ],
  ['book', deferred('a book'), ['author', 'title', 'publisher', 'address', 'year']],
  [
    'collection',
    deferred('a book of several authors, by its editors'),
    ['editor', 'title', 'publisher', 'year'],
  ],
  [
    'inbook',
    deferred('a part of a book by the same author'),
    ['author', 'title', 'booktitle', 'publisher', 'year', 'pages'],
  ],
  [
    'incollection',
    deferred('a chapter in a book that others edited'),
    ['author', 'title', 'editor', 'booktitle', 'publisher', 'year', 'pages'],
  ],
  [
    'inproceedings',
    deferred('a paper in the proceedings of a conference'),
    ['author', 'title', 'booktitle', 'year', 'pages'],
  ],
  ['manual', deferred('a manual'), ['title', 'organization', 'year']],
  ['mastersthesis', deferred('a Master’s thesis'), ['author', 'title', 'school', 'year']],
  ['misc', deferred('whatever fits no other type'), ['author', 'title', 'howpublished', 'year']],
  ['online', deferred('a page of the web'), ['author', 'title', 'url', 'urldate', 'year']],
  ['phdthesis', deferred('a doctoral thesis'), ['author', 'title', 'school', 'year']],
  ['proceedings', deferred('the proceedings of a conference'), ['editor', 'title', 'publisher', 'year']],
  ['report', deferred('a report (BibLaTeX)'), ['author', 'title', 'institution', 'year']],
  ['techreport', deferred('a report'), ['author', 'title', 'institution', 'year']],
  ['thesis', deferred('a thesis (BibLaTeX)'), ['author', 'title', 'type', 'institution', 'year']],
  ['unpublished', deferred('a manuscript, a letter, a record'), ['author', 'title', 'note', 'year']],
];

/** The usual fields and their meaning. */
export const FIELDS = wordTable<string>({
  abstract: deferred('What the work says, in short.'),
  address: deferred('Where it was published.'),
  author: deferred(
    'Who wrote it, joined by “and”: `Hallam, Ruth and Osei, Kwame`. A body stands in braces of its own.',
  ),
  booktitle: deferred('The title of the book that it stands in.'),
  chapter: deferred('The chapter.'),
  crossref: deferred(
    'The key of the entry that this one is a part of, and that lends it what it leaves out.',
  ),
  date: deferred('When it was published: `1987-05-01` (BibLaTeX).'),
  doi: deferred('Its DOI.'),
  edition: deferred('The edition: `2`, or `Second`.'),
  editor: deferred('Who edited it, joined by “and”.'),
  eprint: deferred('Its number in a repository.'),
  file: deferred('Where its text lies on this machine.'),
  howpublished: deferred('How it was published, in words.'),
  institution: deferred('Who published the report, or where the thesis was written.'),
  isbn: deferred('Its ISBN.'),
  issn: deferred('The ISSN of the journal.'),
  journal: deferred('The journal.'),
  journaltitle: deferred('The journal (BibLaTeX).'),
  keywords: deferred('Words to find it by.'),
  langid: deferred('Its language, as BibLaTeX calls it: `german`.'),
  language: deferred('Its language.'),
  location: deferred('Where it was published (BibLaTeX).'),
  month: deferred('The month: `jan` to `dec`, without braces.'),
  note: deferred('A note that is printed with it.'),
  number: deferred('The number within the volume, or in the series.'),
  organization: deferred('Who held the conference, or stands behind the page.'),
  origdate: deferred('When the original was published (BibLaTeX).'),
  pages: deferred('The pages that it stands on: `661--675`.'),
  pagetotal: deferred('How many pages it has (BibLaTeX).'),
  publisher: deferred('Who published it.'),
  school: deferred('Where the thesis was written.'),
  series: deferred('The series that it belongs to.'),
  shorttitle: deferred('Its title in short, for notes.'),
  subtitle: deferred('The subtitle (BibLaTeX).'),
  title: deferred('The title of the work.'),
  translator: deferred('Who translated it.'),
  type: deferred('What kind of thesis or report it is.'),
  url: deferred('Its address.'),
  urldate: deferred('When that was looked at: `2024-05-01`.'),
  volume: deferred('The volume.'),
  volumes: deferred('How many volumes there are.'),
  xdata: deferred('The keys of entries that lend this one what it leaves out (BibLaTeX).'),
  year: deferred('When it was published: `1987`.'),
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
