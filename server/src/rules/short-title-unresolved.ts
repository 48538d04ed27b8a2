import type { Observation, Rule } from '../checking/rule.ts';
import type { DanglingShortTitle } from '../workspace/found-summary.ts';
import { deferred, listOf, say } from '../words/say.ts';

export const shortTitleUnresolved: Rule = {
  code: 'short-title-unresolved',
  severity: 'information',
  title: deferred('Short title without its work'),
  what: deferred(
    '“Op. cit.”, “ibid.”, “supra note 12” in a note, where no earlier note holds a work that it could stand for, or the note of that number does not name its author.',
  ),
  why: deferred('The reader who looks for the full title finds none.'),
  examples: [
    {
      title: 'Nothing of hers was cited before',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Carl Adler, Owners, Bremen, Weser, 2014, p. 8.
2. Meyer, ⟦short-title-unresolved|op. cit.⟧, p. 9.
`,
    },
    {
      title: 'Another note, and no note',
      fixture: `The dockers won.¹ The owners paid.² So it was.³

NOTES

1. Carl Adler, Owners, Bremen, Weser, 2014, p. 8.
2. Meyer, ⟦short-title-unresolved|supra note 1⟧, at 9.
3. Adler, ⟦short-title-unresolved|supra note 12⟧, at 9.
`,
    },
    {
      title: 'All numbers one too low',
      fixture: `On harbours.¹ The dockers won.² The owners paid.³ Nobody wept.⁴ So it was.⁵ And is.⁶

NOTES

1. This is a new version of a lecture of 2006.
2. L. Meyer, Dockers of the Delta, Hamburg, Harbour Press, 2009, p. 4.
3. C. Adler, Owners of the Delta, Bremen, Weser, 2014, p. 8.
4. Meyer, ⟦short-title-unresolved|supra note 1⟧, at 9.
5. Adler, supra note 2, at 12.
6. Meyer, supra note 1, at 14.
`,
    },
    {
      title: 'Cited in full in a chapter beside it',
      fixture: `//- one.md
The dockers won.[^1]

[^1]: Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4.
//- two.md
The owners paid.[^1]

[^1]: Meyer, op. cit., p. 9.
`,
    },
    {
      title: 'Cited in full before',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4.
2. Meyer, op. cit., p. 9.
`,
    },
  ],
  *checkLinks({ path, danglingShortTitles }, { library }) {
    yield* shiftedNumbers(path, danglingShortTitles);
    for (const { range, families, noteLabel, hasNote, shifted } of danglingShortTitles) {
      if (shifted) continue;
      if (noteLabel !== null) {
        yield {
          range,
          message: hasNote
            ? say('Note {note} does not name {names}. Correct the number, or the name.', {
                note: noteLabel,
                names: listOf(families, 'or'),
              })
            : say('There is no note {note} before this one. Correct the number.', { note: noteLabel }),
        };
        continue;
      }
      // Chapters of a book lie in one folder, and an earlier one may cite the title in full.
      if (families.some((family) => library.isCitedBeside(path, family))) continue;
      yield {
        range,
        message: families.length
          ? say('A work by {names} is named in no earlier note. Give the title in full.', {
              names: listOf(families),
            })
          : say('No earlier note names the work that this stands for. Give the title in full.'),
      };
    }
  },
};

/** Numbers that are all off by as much, told once, with a fix for all. */
function* shiftedNumbers(path: string, dangling: readonly DanglingShortTitle[]): Generator<Observation> {
  const all = dangling.filter(({ shifted }) => shifted !== null);
  const [first, ...others] = all;
  if (!first) return;
  const by = Number(first.shifted!.label) - Number(first.noteLabel);
  yield {
    range: first.range,
    message: say(
      'The numbers of {count} references to notes are {by, plural, =1 {one} other {#}} too {low, select, true {low} other {high}}: note {note} does not name {names}, note {other} does. A note was added or taken out in front of them.',
      {
        count: all.length,
        by: Math.abs(by),
        low: by > 0,
        note: first.noteLabel!,
        names: listOf(first.families, 'or'),
        other: first.shifted!.label,
      },
    ),
    related: others.map(({ range }) => ({ path, range, message: say('Off by as much') })),
    fixes: [
      {
        title: say('Correct all {count} numbers', { count: all.length }),
        edits: all.map(({ shifted }) => ({ range: shifted!.labelRange, insert: shifted!.label })),
      },
    ],
  };
}
