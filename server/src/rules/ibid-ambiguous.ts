import type { DocumentText } from '../text/document-text.ts';
import type { FoundFacts, ShortTitle, WorkTarget } from '../found/model.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, listOf, say } from '../words/say.ts';

export const ibidAmbiguous: Rule = {
  code: 'ibid-ambiguous',
  severity: 'information',
  title: deferred('“Ibid.” that may mean several works'),
  what: deferred(
    '“Ibid.”, “op. cit.” and their like in a note, where the note that they lead back to holds more than one work.',
  ),
  why: deferred(
    'The reader cannot tell which of them is meant; nor can whoever turns the notes into citations.',
  ),
  withoutFix: 'which work is meant only the person knows',
  examples: [
    {
      title: 'The note before holds two works',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4; Carl Adler, *Owners*, Bremen, Weser, 2014, p. 8.
2. ⟦ibid-ambiguous|Ibid.⟧, p. 9.
`,
    },
    {
      title: 'Words that may be the end of the same work',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer. “The dockers of the delta”. In: Harbours today. Hamburg: Harbour Press, 2009, p. 4; *Tides and Quays*, Bremen, Weser, 2014, p. 8.
2. Ibid., p. 9.
`,
    },
    {
      title: 'A thesis whose imprint stands apart',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer. « Poétique du quai chez les dockers: le cas des femmes ». Mémoire de maîtrise. Montréal : Université de Montréal, 2006, p. 20.
2. Ibid., p. 22.
`,
    },
    {
      title: 'One work, one meaning',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4.
2. Ibid., p. 9.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found, text }) {
    for (const short of found.shortTitles) {
      if (short.status !== 'ambiguous' || short.inDoubt || isSettledWith(short, found.shortTitles)) continue;
      if (short.candidates.some((target) => isUnnamed(found, target))) continue;
      if (!areToldApart(short, found, text)) continue;
      const labels = [...new Set(short.candidates.map(({ note }) => found.noteWorks[note]!.label))];
      yield {
        range: short.range,
        message: say(
          'This may mean any of the {works} works of {count, plural, one {note {notes}} other {notes {notes}}}. Name the one that you mean.',
          { works: short.candidates.length, count: labels.length, notes: listOf(labels) },
        ),
        related: short.candidates.map(({ range }) => ({ path, range, message: say('May be this one') })),
      };
    }
  },
};

/** Behind a work, what leads to a translation or another print of it. */
const SAME_WORK = /\((?:trad|transl|übers|dt|engl|it)\b|\btrad\. (?:it|fr|esp|port)\b/iu;

/**
 * Whether the works that are meant stand in one note, a semicolon between them, so that they are surely several; and
 * the form stands in no parenthesis, which goes back to what the words before it speak of.
 */
function areToldApart({ range, candidates }: ShortTitle, found: FoundFacts, text: DocumentText): boolean {
  if (text.slice({ from: range.from - 1, to: range.from }) === '(') return false;
  const [first] = candidates;
  if (!first || candidates.some(({ note }) => note !== first.note)) return false;
  // Works that are cited by their keys are surely several.
  if (candidates.every(({ work }) => work === null)) return true;
  if (candidates.some(({ work }) => work === null)) return false;
  const body = found.noteWorks[first.note]!.bodyRange;
  if (SAME_WORK.test(text.slice(body))) return false;
  const places = candidates.map((target) => target.range).sort((a, b) => a.from - b.from);
  return places.every((place, i) => {
    const next = places[i + 1];
    return !next || /[;；]/.test(text.slice({ from: place.from, to: next.from }));
  });
}

/** ‘Hamburg: Harbour Press, 2009’: a place and its press, read as a name and a title. */
const IMPRINT = /^\p{Lu}[^:,.;\n]{1,30}\s?:\s/u;

/** Whether a work was read without an author: it may be the end of another, or words about one. */
function isUnnamed(found: FoundFacts, { note, work }: WorkTarget): boolean {
  if (work === null) return false;
  const { names, description } = found.noteWorks[note]!.works[work]!;
  return names.length === 0 || IMPRINT.test(description);
}

/** Whether it goes back to an ambiguous one of its own note or the note before: resolving that one resolves this one. */
function isSettledWith({ form, note, range, candidates }: ShortTitle, all: readonly ShortTitle[]): boolean {
  if (form !== 'ibid' && form !== 'idem') return false;
  const meant = new Set(candidates.map(({ range: { from } }) => from));
  return all.some(
    (other) =>
      other.status === 'ambiguous' &&
      (other.note === note - 1 || other.note === note) &&
      other.range.from < range.from &&
      other.candidates.some((candidate) => meant.has(candidate.range.from)),
  );
}
