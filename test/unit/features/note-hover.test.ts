import { checkHover } from '../../support/features.ts';

const WORKS = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}
@book{adler2014, author = {Adler, Carl and Brandt, Eva}, title = {Own*ers*}, date = {2014}}
@book{log, title = {Log of the Swift}}
//- notes.md
`;

describe('the hover on a note', () => {
  it('names the works that the note cites, not their keys', () =>
    checkHover(
      `${WORKS}So.‸[^a]\n\n[^a]: Thus [see @meyer2011, p. 4; -@adler2014, ch. *two*].\n\n    @adler2014 [p. 9] and\n    @meyer2011 deny it; @log, [@nobody].\n`,
      {
        markdown:
          '**Note a**\n\nThus (see Meyer 2011, p.\u00a04; 2014, ch.\u00a0two).\n\nAdler and Brandt (2014, p.\u00a09) and Meyer (2011) deny it; "Log of the Swift", (nobody).',
      },
    ));

  it('leaves other brackets as they are', () =>
    checkHover(`${WORKS}So.‸[^a]\n\n[^a]: A [bracket @meyer2011 b] and mail@meyer2011, \`[@meyer2011]\`.\n`, {
      says: ['A (bracket Meyer 2011 b) and mail\\@meyer2011, \\[@meyer2011\\].'],
    }));
});
