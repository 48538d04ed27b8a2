import type { Rule } from './rule.ts';

export const ibidAmbiguous: Rule = {
  code: 'ibid-ambiguous',
  severity: 'information',
  title: '“Ibid.” that may mean several works',
  what: '“Ibid.”, “op. cit.” and their like in a note, where the note that they lead back to holds more than one work.',
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
      if (short.status !== 'ambiguous') continue;
      const label = found.noteWorks[short.chain[0] ?? short.candidates[0]?.note ?? -1]?.label;
      yield {
        range: short.range,
        message: `This may mean any of the ${short.candidates.length} works${label ? ` of note ${label}` : ' named before'}. Name the one that you mean.`,
        related: short.candidates.map(({ range }) => ({ path, range, message: 'May be this one' })),
      };
    }
  },
};
