import { NUMBERS, type NumberedForm } from '../../numbered-form.ts';

export const numbersBehindStops: NumberedForm = {
  name: 'numbers-behind-stops',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Numbers of a list in any order, glued to the end of a sentence or a phrase, where raised ones were: *so it was.4,12 Then*',
  pattern: String.raw`(?<=\p{Ll}{3}[.,;:]?|\bal|\p{Lu}{2}[.,;:]|\p{Lu}{4}|[)\]”"’»][.,;]?)(${NUMBERS})(?=\s|[.,;:)](?:\s|$)|$)`,
  leastCalled: 2 / 3,
  mayBeNotes: true,
  judge({ text, from, to }) {
    const before = text.slice(Math.max(0, from - 24), from);
    if (
      !/(?:^|[\s(“"«‘’'-])(?:\p{L}?\p{Ll}{3,}|al|\p{Lu}{2,}(?=[.,;:])|\p{Lu}{4,})[)”"’».,;:]*$|[)\]”"’»][.,;]?$/u.test(
        before,
      )
    )
      return 'no';
    // ‘COVID19’, with or without a hyphen.
    if (/(?:covid|sars)$/iu.test(before)) return 'no';
    // ‘pp.4’, ‘fig.3’, ‘vol.12’
    if (
      /(?:^|[\s(])(?:pp?|pgs?|figs?|tabs?|vols?|núms?|nrs?|arts?|caps?|chap|sect?|eds?|cols?|approx|circa|incl?)\.$/iu.test(
        before,
      )
    )
      return 'no';
    return /^[.,;:)]?(?:\s+[^\d\s]|\s*$)/u.test(text.slice(to, to + 6)) ? 'weak' : 'no';
  },
  fixture: `The guilds wove.⟦numbers-behind-stops|6⟧ The town paid,⟦numbers-behind-stops|5⟧,⟦numbers-behind-stops|4⟧ and see fig.2 of the ropes.⟦numbers-behind-stops|1⟧

References

1. Carder C. Wool. Leiden: Burrow; 2007.
2. Dyer B. Dyes. Leiden: Burrow; 2005.
3. Fuller D. Felt. Leiden: Burrow; 2009.
4. Ropemaker E. Rope. Leiden: Burrow; 2001.
5. Tanner F. Hides. Leiden: Burrow; 1999.
6. Weaver A. Looms. Leiden: Burrow; 2003.
`,
};
