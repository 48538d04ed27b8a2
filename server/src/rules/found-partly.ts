import type { PartlyUnderstood, TextInColumns } from '../found/model.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';
import type { TextRange } from '../text/range.ts';

/** So many places that were not understood are told. */
const MOST_TOLD = 20;

export const foundPartly: Rule = {
  code: 'found-partly',
  severity: 'information',
  title: deferred('List that was understood in part'),
  what: deferred(
    'In a text as found: a list of notes or references of which the text’s calls, or the entries, were understood by less than two thirds; a list from a scanned page whose names lost blanks and letters; pages in columns that could not be told apart. Nothing else is said of that list or text.',
  ),
  why: deferred(
    'The list is written in a way that is not read yet, or much of it was lost; what was not understood was not checked.',
  ),
  withoutFix: 'it tells what was not understood of a text as found',
  examples: [
    {
      title: 'A list that belongs to another text',
      fixture: `One (Meyer, 2009), two (Adler, 2001: 3), three (Novak, 2003: 14), four (Sorg, 2004: 7), five (Lim, 2005: 9) and six (Rocha, 2006: 12).

⟦found-partly|REFERENCES⟧

Meyer L (2009) Dockers. Hamburg: Harbour Press.
Taylor F (2009) Owners. Hamburg: Harbour Press.
`,
    },
    {
      title: 'One citation of seven leads nowhere',
      fixture: `One (Meyer, 2009), two (Meyer, 2009: 3), three (Meyer, 2009: 14), four (Taylor, 2009: 7), five (Taylor, 2009: 9), six (Taylor, 2009: 12) and seven (⟦reference-undefined|Rocha, 2006: 12⟧).

REFERENCES

Meyer L (2009) Dockers. Hamburg: Harbour Press.
Taylor F (2009) Owners. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, text, found }) {
    for (const list of found.partly)
      yield {
        range: list.range,
        message: sentence(list),
        related: list.places
          .slice(0, MOST_TOLD)
          .map((range) => ({ path, range, message: say('This was not understood') })),
      };
    const { columns } = found;
    if (columns && columns.unread.length > 0)
      yield {
        range: firstLine(columns.range, text.text),
        message: aboutColumns(columns),
        related: columns.unread.slice(0, MOST_TOLD).map((range) => ({
          path,
          range: firstLine(range, text.text),
          message: say('This was not understood'),
        })),
      };
  },
};

/** The first line with words of a page. */
function firstLine({ from, to }: TextRange, text: string): TextRange {
  const words = /\S[^\n]*/.exec(text.slice(from, to));
  return words
    ? { from: from + words.index, to: from + words.index + words[0].trimEnd().length }
    : { from, to };
}

/** `On 3 of 12 pages in columns …` */
function aboutColumns({ pages, unread, isRead }: TextInColumns): string {
  return [
    say(
      'Of {pages, plural, one {# page} other {# pages}} in columns side by side, {unread, plural, one {# was} other {# were}} not read, since no gap of the same place parts the columns.',
      { pages, unread: unread.length },
    ),
    isRead
      ? say('So nothing is reported as missing from this text.')
      : say(
          'So the notes, references and citations of this text were not checked; a conversion in the order of reading can be (`pdftotext` without `-layout`).',
        ),
  ].join(' ');
}

/** `Of 34 entries 8 were understood, and 40 of 83 citations found none. …` */
function sentence({ kind, understanding, isScanned }: PartlyUnderstood): string {
  const { calls, explained, entries, called, unread } = understanding;
  const values = {
    kind,
    entries,
    called: called ?? 0,
    calls,
    all: entries + unread,
    missed: Math.max(0, calls - explained),
  };
  return [
    called === null
      ? say(
          'Of {all} {kind, select, notes {notes} other {entries}} {entries, plural, one {# was} other {# were}} understood{missed, plural, =0 {} other {, and # of {calls} {kind, select, notes {note numbers} other {citations}} led to none of them}}.',
          values,
        )
      : unread > 0
        ? say(
            'Of {all} {kind, select, notes {notes} other {entries}} {entries, plural, one {# was} other {# were}} understood, {called} of them called{missed, plural, =0 {} other {, and # of {calls} {kind, select, notes {note numbers} other {citations}} led to none of them}}.',
            values,
          )
        : say(
            'Of {entries} {kind, select, notes {notes} other {entries}} {called, plural, one {# was} other {# were}} found to be called{missed, plural, =0 {} other {, and # of {calls} {kind, select, notes {note numbers} other {citations}} led to none of them}}.',
            values,
          ),
    isScanned
      ? say(
          'The list seems to come from a scanned page, in which names lost blanks and letters, so nothing in it is reported singly. Compare these places with the page.',
        )
      : say('This list was understood in part only, so nothing in it is reported singly.'),
  ].join(' ');
}
