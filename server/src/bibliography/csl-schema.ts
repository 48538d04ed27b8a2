import { DATE_FIELDS } from './csl-date.ts';
import { NAME_FIELDS, NAME_PARTS } from './csl-item.ts';
import { wordTable } from '../text/word-table.ts';

/** What sort of work it is, in CSL’s terms. */
export const CSL_TYPES: readonly string[] =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  );

/** The text fields and their meaning. */
const WORDS = wordTable<string>({
  title: 'The title of the work.',
  'title-short': 'Its title in short, for notes.',
  'container-title': 'What it stands in: the journal, the collection, the site.',
  'collection-title': 'The series that it belongs to.',
  'collection-number': 'Its number in the series.',
  publisher: 'Who published it.',
  'publisher-place': 'Where it was published.',
  volume: 'The volume.',
  issue: 'The number within the volume.',
  page: 'The pages that it stands on: `661-675`.',
  'number-of-pages': 'How many pages it has.',
  edition: 'The edition: a number, or words.',
  number: 'Its number: of a report, a law, a patent.',
  genre: 'What kind it is, in words: `PhD thesis`.',
  medium: 'In what form: `film`, `CD`.',
  archive: 'The archive that keeps it.',
  archive_collection: 'The collection in the archive.',
  archive_location: 'Its shelf mark in the archive.',
  'archive-place': 'Where the archive is.',
  authority: 'The court or body that issued it.',
  event: 'The conference or performance.',
  'event-title': 'The conference or performance.',
  'event-place': 'Where that was.',
  abstract: 'What it says, in short.',
  annote: 'Your own note on it.',
  note: 'A note that is printed with it.',
  keyword: 'Words to find it by.',
  language: 'Its language, as a tag: `de-CH`.',
  source: 'The database that it comes from.',
  status: 'Whether it is published: `forthcoming`.',
  section: 'The section of the paper or law.',
  version: 'The version of the software.',
  references: 'Works that belong with it.',
  DOI: 'Its DOI.',
  ISBN: 'Its ISBN.',
  ISSN: 'The ISSN of the journal.',
  PMID: 'Its number at PubMed.',
  URL: 'Its address.',
  'citation-key': 'The key by which it is cited, beside `id`.',
  'original-title': 'The title of the original.',
  'original-publisher': 'Who published the original.',
  'original-publisher-place': 'Where the original was published.',
  'reviewed-title': 'The title of the work that it reviews.',
  scale: 'The scale of the map.',
});

/** The JSON Schema of a CSL item, for CSL-JSON, CSL-YAML and `references` in front matter. */
export function cslItemSchema(): Readonly<Record<string, unknown>> {
  const name = {
    type: ['object', 'string'],
    properties: Object.fromEntries(NAME_PARTS.map((part) => [part, { title: part }])),
  };
  const date = {
    type: ['object', 'string', 'number'],
    properties: {
      'date-parts': { title: 'Date', description: 'Year, month and day, as numbers: `[[1987, 5, 1]]`.' },
      literal: { title: 'Date in words' },
      circa: { title: 'About', description: 'Whether the date is about right.', type: 'boolean' },
      season: { title: 'Season', description: '1 to 4, from spring to winter.' },
    },
  };
  return {
    title: 'Work',
    type: 'object',
    properties: {
      id: { title: 'Citekey', description: 'The key by which the work is cited.' },
      type: { title: 'Type', description: 'What sort of work it is, in CSL’s terms.', enum: CSL_TYPES },
      ...Object.fromEntries(
        NAME_FIELDS.map((field) => [field, { title: field, description: 'Persons or bodies.', items: name }]),
      ),
      ...Object.fromEntries(
        DATE_FIELDS.map((field) => [field, { title: field, description: 'A date.', ...date }]),
      ),
      ...Object.fromEntries(
        Object.entries(WORDS).map(([field, description]) => [field, { title: field, description }]),
      ),
    },
  };
}
