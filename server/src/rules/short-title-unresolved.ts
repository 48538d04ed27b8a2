import type { Rule } from '../checking/rule.ts';

export const shortTitleUnresolved: Rule = {
  code: 'short-title-unresolved',
  severity: 'information',
  title: 'Short title without its work',
  what: '“Op. cit.”, “ibid.”, “supra note 12” in a note, where no earlier note holds a work that it could stand for, or the note of that number does not name its author.',
  why: 'The reader who looks for the full title finds none.',
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
    for (const { range, families, noteLabel, hasNote } of danglingShortTitles) {
      if (noteLabel !== null) {
        yield {
          range,
          message: hasNote
            ? `Note ${noteLabel} does not name ${families.join(' or ')}. Correct the number, or the name.`
            : `There is no note ${noteLabel} before this one. Correct the number.`,
        };
        continue;
      }
      // Chapters of a book lie in one folder, and an earlier one may cite the title in full.
      if (families.some((family) => library.isCitedBeside(path, family))) continue;
      yield {
        range,
        message: families.length
          ? `A work by ${families.join(' and ')} is named in no earlier note. Give the title in full.`
          : 'No earlier note names the work that this stands for. Give the title in full.',
      };
    }
  },
};
