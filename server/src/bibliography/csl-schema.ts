import { deferred, say } from '../words/say.ts';
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
  title: deferred('The title of the work.'),
  'title-short': deferred('Its title in short, for notes.'),
  'container-title': deferred('What it stands in: the journal, the collection, the site.'),
  'collection-title': deferred('The series that it belongs to.'),
  'collection-number': deferred('Its number in the series.'),
  publisher: deferred('Who published it.'),
  'publisher-place': deferred('Where it was published.'),
  volume: deferred('The volume.'),
  issue: deferred('The number within the volume.'),
  page: deferred('The pages that it stands on: `661-675`.'),
  'number-of-pages': deferred('How many pages it has.'),
  edition: deferred('The edition: a number, or words.'),
  number: deferred('Its number: of a report, a law, a patent.'),
  genre: deferred('What kind it is, in words: `PhD thesis`.'),
  medium: deferred('In what form: `film`, `CD`.'),
  archive: deferred('The archive that keeps it.'),
  archive_collection: deferred('The collection in the archive.'),
  archive_location: deferred('Its shelf mark in the archive.'),
  'archive-place': deferred('Where the archive is.'),
  authority: deferred('The court or body that issued it.'),
  event: deferred('The conference or performance.'),
  'event-title': deferred('The conference or performance.'),
  'event-place': deferred('Where that was.'),
  abstract: deferred('What it says, in short.'),
  annote: deferred('Your own note on it.'),
  note: deferred('A note that is printed with it.'),
  keyword: deferred('Words to find it by.'),
  language: deferred('Its language, as a tag: `de-CH`.'),
  source: deferred('The database that it comes from.'),
  status: deferred('Whether it is published: `forthcoming`.'),
  section: deferred('The section of the paper or law.'),
  version: deferred('The version of the software.'),
  references: deferred('Works that belong with it.'),
  DOI: deferred('Its DOI.'),
  ISBN: deferred('Its ISBN.'),
  ISSN: deferred('The ISSN of the journal.'),
  PMID: deferred('Its number at PubMed.'),
  URL: deferred('Its address.'),
  'citation-key': deferred('The key by which it is cited, beside `id`.'),
  'original-title': deferred('The title of the original.'),
  'original-publisher': deferred('Who published the original.'),
  'original-publisher-place': deferred('Where the original was published.'),
  'reviewed-title': deferred('The title of the work that it reviews.'),
  scale: deferred('The scale of the map.'),
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
      'date-parts': {
        title: say('Date'),
        description: say('Year, month and day, as numbers: `[[1987, 5, 1]]`.'),
      },
      literal: { title: say('Date in words') },
      circa: { title: say('About'), description: say('Whether the date is about right.'), type: 'boolean' },
      season: { title: say('Season'), description: say('1 to 4, from spring to winter.') },
    },
  };
  return {
    title: say('Work'),
    type: 'object',
    properties: {
      id: { title: say('Citekey'), description: say('The key by which the work is cited.') },
      type: {
        title: say('Type'),
        description: say('What sort of work it is, in CSL’s terms.'),
        enum: CSL_TYPES,
      },
      ...Object.fromEntries(
        NAME_FIELDS.map((field) => [
          field,
          { title: field, description: say('Persons or bodies.'), items: name },
        ]),
      ),
      ...Object.fromEntries(
        DATE_FIELDS.map((field) => [field, { title: field, description: say('A date.'), ...date }]),
      ),
      ...Object.fromEntries(
        Object.entries(WORDS).map(([field, description]) => [
          field,
          { title: field, description: say(description) },
        ]),
      ),
    },
  };
}
