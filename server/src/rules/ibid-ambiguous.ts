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
  why: 'The reader cannot tell which of them is meant; nor can whoever turns the notes into citations.',
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
  *checkDocument({ path, found }) {
    for (const short of found.shortTitles) {
      if (short.status !== 'ambiguous' || isSettledWith(short, found.shortTitles)) continue;
      if (short.candidates.some((target) => isUnnamed(found, target))) continue;
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

/** ‘Hamburg: Harbour Press, 2009’: a place and its press, read as a name and a title. */
const IMPRINT = /^\p{Lu}[^:,.;\n]{1,30}\s?:\s/u;

/** Whether a work was read without an author: it may be the end of another, or words about one. */
function isUnnamed(found: FoundFacts, { note, work }: WorkTarget): boolean {
  if (work === null) return false;
  const { names, description } = found.noteWorks[note]!.works[work]!;
  return names.length === 0 || IMPRINT.test(description);
}

/** Whether it repeats an ambiguous one of the note before: resolving that one resolves this one. */
function isSettledWith({ form, note, candidates }: ShortTitle, all: readonly ShortTitle[]): boolean {
  const ranges = candidates.map(({ range }) => range.from).join();
  return (
    (form === 'ibid' || form === 'idem') &&
    all.some(
      (other) =>
        other.note === note - 1 &&
        other.status === 'ambiguous' &&
        other.candidates.map(({ range }) => range.from).join() === ranges,
    )
  );
}
