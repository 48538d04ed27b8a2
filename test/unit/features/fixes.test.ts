import assert from 'node:assert/strict';
import { actionsIn, checkAction, titlesIn } from '../../support/check-action.ts';

const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties:
  trusted: {type: boolean}
//- works.bib
@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}
@book{meyer2012, author = {Meyer, Lena}, title = {Cranes}, date = {2012}}
@book{adler:2014., author = {Adler, Carl}, title = {Owners}, date = {2014}}
//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
ship-owners:
  name: Ship Owners
`;
const main = (text: string) => `${PROJECT}//- main.md\n${text}`;

describe('Mending', () => {
  describe('a note that is not written', () => {
    it('writes it behind the last, as a note whose words are missing', () =>
      checkAction(
        'Nine[^1] or ten‸[^days].\n\n[^1]: So.\n\nThe end.\n',
        'Write note “days”',
        'Nine[^1] or ten[^days].\n\n[^1]: So.\n\n[^days]: [?]\n\nThe end.\n',
      ));
    it('writes it at the end of a text without notes', () =>
      checkAction('Ten‸[^days].', 'Write note “days”', 'Ten[^days].\n\n[^days]: [?]\n'));
    it('does not follow a note in a quotation', () =>
      checkAction(
        'Ten‸[^b] and [^a].\n\n> Words.\n>\n> [^a]: In here.\n',
        'Write note “b”',
        'Ten[^b] and [^a].\n\n> Words.\n>\n> [^a]: In here.\n\n[^b]: [?]\n',
      ));
    it('has nothing to offer for a note within a note', async () =>
      assert.deepEqual(await titlesIn('A[^1].\n\n[^1]: See ‸[^2].\n\n[^2]: Not here.\n'), []));
  });

  describe('a note that nothing calls', () => {
    it('deletes its paragraphs and one blank line', () =>
      checkAction(
        'Nine[^2].\n\n‸[^1]: One.\n\n    More of it.\n\n[^2]: Two.\n',
        'Delete note “1”',
        'Nine[^2].\n\n[^2]: Two.\n',
      ));
    it('deletes the last of a text', () =>
      checkAction('Nine.\n\n‸[^1]: One.\n', 'Delete note “1”', 'Nine.\n'));
    it('leaves notes beside it where they are', () =>
      checkAction(
        'A[^1] b[^3].\n\n[^1]: One.\n‸[^2]: Two.\n[^3]: Three.\n',
        'Delete note “2”',
        'A[^1] b[^3].\n\n[^1]: One.\n[^3]: Three.\n',
      ));
    it('deletes it out of a quotation', () =>
      checkAction(
        '> Words.\n>\n> ‸[^1]: One.\n>\n> More words.\n',
        'Delete note “1”',
        '> Words.\n>\n> More words.\n',
      ));
    it('deletes all of that name', () =>
      checkAction('Nine.\n\n‸[^1]: One.\n\n[^1]: Other.\n', 'Delete the 2 notes called “1”', 'Nine.\n\n'));
  });

  describe('a page that is not in the work', () => {
    const works = `//- works.bib
@article{lee2011, title = {Dockers}, date = {2011}, pages = {173--187}}
`;
    for (const [lang, written, mended] of [
      ['en', 'p. 278', 'pp. 173-187'],
      ['en', 'page 278', 'pages 173-187'],
      ['en', '278', '173-187'],
      ['en', '{p. 278}', '{pp. 173-187}'],
      ['en', 'pp. 270-8', 'pp. 173-187'],
      ['de', 'S. 278', 'S. 173-187'],
      ['de', 'Seite 278', 'Seiten 173-187'],
      ['es', 'pág. 278', 'págs. 173-187'],
    ])
      it(`keeps the label of the writer: ${written}`, async () => {
        const text = (place: string) =>
          `---\nbibliography: works.bib\nlang: ${lang}\n---\n\nSo [@lee2011, ${place}].\n`;
        const fixture = `${works}//- notes.md\n${text(`‸${written}`)}`;
        await checkAction(fixture, 'Change to the pages of the work, 173–187', text(mended!));
        // The number that the writer had would be gone.
        const { service, file } = await actionsIn(fixture);
        assert.deepEqual(service.preferredFixes(file.path), []);
      });
  });

  describe('an unknown name', () => {
    it('is not replaced by itself, where another text has the work', async () => {
      const title = await titlesIn(`//- one.qmd
---
bibliography: one.bib
---

{{< include _part.qmd >}}
//- two.qmd
---
bibliography: two.bib
---

{{< include _part.qmd >}}
//- one.bib
@book{meyer2011, title = {Dockers}}
//- two.bib
@book{adler2014, title = {Owners}}
//- _part.qmd
The dockers won [@‸adler2014].
`);
      assert.deepEqual(title, ['Add an entry “adler2014” to one.bib']);
    });
    it('of a property that is nearly declared is changed to that, wherever the text has it', async () => {
      const text = (property: string, cursor = '') =>
        ['so', 'thus']
          .map((id) => `[So]{.claim #${id} says="harbour-union.${property} = no"} [@meyer2011].\n`)
          .join('\n')
          .replace(property, `${property}${cursor}`);
      await checkAction(main(text('trustde', '‸')), 'Change to “trusted”', text('trusted'));
    });
    it('offers the keys that are near', async () => {
      assert.deepEqual(await titlesIn(main('So [@meyer‸2013].\n')), [
        'Change to “meyer2011”',
        'Change to “meyer2012”',
        'Add an entry “meyer2013” to works.bib',
      ]);
      await checkAction(
        main('So [@meyer‸2013, p. 3].\n'),
        'Change to “meyer2012”',
        'So [@meyer2012, p. 3].\n',
      );
    });
    it('writes a key in braces where it needs them', async () => {
      await checkAction(main('So [@adler‸:2015].\n'), 'Change to “adler:2014.”', 'So [@{adler:2014.}].\n');
      await checkAction(main('So [@{adler‸:2015.}].\n'), 'Change to “adler:2014.”', 'So [@{adler:2014.}].\n');
    });
    it('offers actors', () =>
      checkAction(
        main('[It]{.actor ref="harbor‸-union"} won.\n'),
        'Change to “harbour-union”',
        '[It]{.actor ref="harbour-union"} won.\n',
      ));
    it('offers works where one may assert', () =>
      checkAction(
        main('[It won]{.claim #won by="meyer‸201"} [@meyer2011].\n'),
        'Change to “meyer2011”',
        '[It won]{.claim #won by="meyer2011"} [@meyer2011].\n',
      ));
    it('offers claims of the same file', () =>
      checkAction(
        main('[A]{.claim #wages} [@meyer2011].\n\n[B]{.claim #b supports="‸#wage"} [@meyer2011].\n'),
        'Change to “#wages”',
        '[A]{.claim #wages} [@meyer2011].\n\n[B]{.claim #b supports="#wages"} [@meyer2011].\n',
      ));
    it('tells namesakes in two files apart', async () => {
      const fixture = `${PROJECT}//- a.md\n[A]{.claim #wages} [@meyer2011].\n//- b.md\n[B]{.claim #wages} [@meyer2011].\n//- notes/main.md\n[C]{.claim #c supports="‸wages"} [@meyer2011].\n`;
      assert.deepEqual(await titlesIn(fixture), ['Change to “../a.md#wages”', 'Change to “../b.md#wages”']);
      await checkAction(
        fixture,
        'Change to “../b.md#wages”',
        '[C]{.claim #c supports="../b.md#wages"} [@meyer2011].\n',
      );
    });
  });

  describe('a claim', () => {
    it('gives a second of one name a free one', () =>
      checkAction(
        main('# H {#wages-2}\n\n[A]{.claim #wages} [@meyer2011]. [B]{.claim #‸wages} [@meyer2011].\n'),
        'Rename this claim to “wages-3”',
        '# H {#wages-2}\n\n[A]{.claim #wages} [@meyer2011]. [B]{.claim #wages-3} [@meyer2011].\n',
      ));
    for (const verdict of ['accepted', 'rejected', 'withdrawn'])
      it(`sets an open one to ${verdict}`, () =>
        checkAction(
          main('[‸A]{.claim #a status="open"} [@meyer2011].\n'),
          `Set its status to ${verdict}`,
          `[A]{.claim #a status="${verdict}"} [@meyer2011].\n`,
        ));
    it('makes room for evidence', async () => {
      await checkAction(main('[‸A]{.claim #a}.\n'), 'Add evidence', '[A]{.claim #a evidence=""}.\n');
      await checkAction(
        main('::: {.claim #a}\n‸A\n:::\n').replace('‸', '').replace('::: {', '‸::: {'),
        'Add evidence',
        '::: {.claim #a evidence=""}\nA\n:::\n',
      );
    });
    it('has a work cited where it ends, wherever the cursor is', async () => {
      for (const [fixture, place] of [
        ['[A\nB‸ C]{.claim #a}. And so on.\n', '1:15'],
        ['::: {.claim #a}\nA\n\nB is so.\n\n:::\n', '3:8'],
      ] as const) {
        const { actions } = await actionsIn(main(fixture));
        const cite = actions.find(({ title }) => title === 'Cite a work for it…');
        assert.deepEqual([cite?.asks, cite?.askedOf, cite?.isPreferred], ['cite', place, true]);
      }
    });
    it('spells an attribute right', () =>
      checkAction(
        main('[A]{.claim #a ‸suports="#b"} [@meyer2011]. [B]{.claim #b} [@meyer2011].\n'),
        'Change to “supports”',
        '[A]{.claim #a supports="#b"} [@meyer2011]. [B]{.claim #b} [@meyer2011].\n',
      ));
  });

  describe('a conflict', () => {
    it('settles it behind the paragraph of the cursor', () =>
      checkAction(
        main(
          '[‸Won]{.claim #won by="@meyer2011"} [@meyer2011].\n\n[Lost]{.claim #lost by="@meyer2012" contradicts="#won"} [@meyer2012].\n',
        ),
        'Settle this conflict…',
        '[Won]{.claim #won by="@meyer2011"} [@meyer2011].\n\n[Which of the two holds, and why]{.claim #won-or-lost resolves="#won #lost" status="open"}.\n\n[Lost]{.claim #lost by="@meyer2012" contradicts="#won"} [@meyer2012].\n',
      ));
    it('names a claim of another file by the shortest address that leads there', async () => {
      const other = (source: string) =>
        `${PROJECT}//- texts/long-name.md\n${source}[Won]{.claim #won about="harbour-union" says="trusted = yes"} [@meyer2011].\n`;
      const here =
        '//- notes/main.md\n[‸Lost]{.claim #lost by="@meyer2012" about="harbour-union" says="trusted = no"} [@meyer2012].\n';
      const verdict = (address: string) =>
        `[Lost]{.claim #lost by="@meyer2012" about="harbour-union" says="trusted = no"} [@meyer2012].\n\n[Which of the two holds, and why]{.claim #lost-or-won resolves="#lost ${address}" status="open"}.\n`;
      await checkAction(other('') + here, 'Settle this conflict…', verdict('won'));
      const namesake = '//- third.md\n[Else]{.claim #won} [@meyer2011].\n';
      await checkAction(
        other('') + namesake + here,
        'Settle this conflict…',
        verdict('../texts/long-name.md#won'),
      );
      await checkAction(
        other('---\nsource: meyer2011\n---\n\n') + namesake + here,
        'Settle this conflict…',
        verdict('meyer2011#won'),
      );
    });
    it('inserts within the div and behind the note in which the cursor stands', () =>
      checkAction(
        main(
          '::: {.part}\n[‸Won]{.claim #won} [@meyer2011].\n\n[Lost]{.claim #lost contradicts="#won"} [@meyer2012].\n:::\n',
        ),
        'Settle this conflict…',
        '::: {.part}\n[Won]{.claim #won} [@meyer2011].\n\n[Which of the two holds, and why]{.claim #won-or-lost resolves="#won #lost" status="open"}.\n\n[Lost]{.claim #lost contradicts="#won"} [@meyer2012].\n:::\n',
      ));
    it('gives a claim without a name one', () =>
      checkAction(
        main(
          '[Won at last]{.claim #won} [@meyer2011].\n\n[‸Lost at last, we think]{.claim contradicts="#won"} [@meyer2012].\n',
        ),
        'Settle this conflict…',
        '[Won at last]{.claim #won} [@meyer2011].\n\n[Lost at last, we think]{.claim contradicts="#won" #lost-at-last} [@meyer2012].\n\n[Which of the two holds, and why]{.claim #won-or-lost-at-last resolves="#won #lost-at-last" status="open"}.\n',
      ));
    it('offers to settle each of several', async () =>
      assert.deepEqual(
        await titlesIn(
          main(
            '[Won]{.claim #won} [@meyer2011]. [Drawn]{.claim #drawn} [@meyer2011].\n\n[‸Lost]{.claim #lost contradicts="#won #drawn"} [@meyer2012].\n',
          ),
        ),
        ['Settle the conflict with “Won”…', 'Settle the conflict with “Drawn”…'],
      ));
    it('does not offer what no address can name', async () =>
      assert.deepEqual(
        await titlesIn(
          `${PROJECT}//- other.md\n[Won]{.claim about="harbour-union" says="trusted = yes" by="@meyer2012"} [@meyer2011].\n//- main.md\n[‸Lost]{.claim #lost about="harbour-union" says="trusted = no" by="@meyer2011"} [@meyer2012].\n`,
        ),
        [],
      ));
  });

  describe('a comment that silences nothing', () => {
    it('deletes its line', () =>
      checkAction(
        'A.\n\n‸<!-- sicetnon-disable-next-line placeholder: why -->\nB.\n',
        'Delete this comment',
        'A.\n\nB.\n',
      ));
    it('deletes it from within a line', () =>
      checkAction('A ‸<!-- sicetnon-disable-file placeholder --> b.\n', 'Delete this comment', 'A b.\n'));
    it('deletes what ends it', () =>
      checkAction(
        'A.\n\n‸<!-- sicetnon-disable placeholder -->\n\nB.\n\n<!-- sicetnon-enable placeholder -->\n\nC.\n',
        'Delete this comment',
        'A.\n\nB.\n\nC.\n',
      ));

    it('leaves what ends another as well', () =>
      checkAction(
        '<!-- sicetnon-disable placeholder -->\n\nA.\n\n‸<!-- sicetnon-disable placeholder -->\n\nB.\n\n<!-- sicetnon-enable placeholder -->\n\n<!-- sicetnon-enable placeholder -->\n\nC.\n',
        'Delete this comment',
        '<!-- sicetnon-disable placeholder -->\n\nA.\n\nB.\n\n<!-- sicetnon-enable placeholder -->\n\n<!-- sicetnon-enable placeholder -->\n\nC.\n',
      ));
  });
});
