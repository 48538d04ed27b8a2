import assert from 'node:assert/strict';
import { QUOTATION_PROJECT } from '../../../server/src/checking/quotation-examples.ts';
import { check, workspaceOf } from '../../support/check.ts';
import { checkAction, titlesIn } from '../../support/check-action.ts';

const notes = (text: string) => `${QUOTATION_PROJECT}//- notes.md\n${text}\n`;
const CORRECT = 'Correct the quotation to what the source says';

/** The text of a work whose pages are numbered at their feet, and one that numbers them itself. */
const PAGED = `//- sicetnon.yaml
bibliography: [works.bib]
sources: {sources/adler.md: adler2014}
//- works.bib
@article{adler2014, author = {Adler, Jonas}, title = {Wages}, date = {2014}, pages = {10--24}}
//- sources/adler.md
[p. 11] The owners kept two sets of books, one for the bank and one for the tax.

[p. 12] What the men earned stood in neither of them, and nobody asked.

[p. 13] The widows of the drowned had a third.
`;

describe('a quotation that is not what its source says', () => {
  it('is told of with what differs, and the nearest passage', async () => {
    const [finding] = await check(
      notes('“⟦quote-mismatch|most crews were paid by the month⟧” [@meyer2011, para. 2]'),
      {
        messages: [
          '“most crews were paid by the month” is not word for word in Meyer (2011). The source has “day” where the quotation has “month”.',
        ],
      },
    );
    assert.equal(finding!.severity, 'warning');
    assert.deepEqual(
      finding!.related.map(({ path, message }) => [path, message]),
      [['sources/meyer.md', 'The nearest passage, para. 2: “most crews were paid by the day”']],
    );
  });

  const silent: [title: string, text: string][] = [
    ['a term', '“gate money” [@meyer2011, para. 1]'],
    ['a marked term', '[“gate money”]{.quote from="meyer2011" at="para. 1"}'],
    ['a title in capitals', '“The Crews of the Delta, Paid by the Month” [@meyer2011, para. 1]'],
    ['words cited with a work whose text is not here', '“Some crews were paid when the foreman felt like it” [@meyer2011, para. 2; @novak1998, p. 3]'],
    ['words of a work cited before them', 'Novak [@novak1998, p. 3] says “Some crews were paid when the foreman felt like it”, which Meyer denies [@meyer2011, para. 2].'],
    ['a translation', '[« Les contremaîtres se tenaient près de la porte et comptaient ceux qui entraient »]{.quote from="meyer2011" at="para. 3"}'],
    ['a quotation in a quotation', '“Meyer’s ‘gangs’ were hired somewhere, I suppose,” said the guide [@novak1998, p. 3].'],
    ['what may be in the rest of a work of which an excerpt is here', '“There was a third set for the wives and widows of the drowned men” [@adler2014, p. 12]'],
    ['a mark of emphasis', '“nobody **on the quays** was paid [emphasis added]” [@meyer2011, para. 2]'],
    ['a name of a work that nobody knows', '[“Never written anywhere in here”]{.quote from="meyer2011" at="para. 3"} and no more'],
  ]; // prettier-ignore
  for (const [title, text] of silent)
    it(`is not ${title}`, () => check(notes(text), { only: ['quote-mismatch'] }).then(() => undefined));

  it('is one that is cited in a note behind its mark', () =>
    check(
      notes(
        '[“⟦quote-mismatch|most crews were paid by the month⟧”]{.quote}[^a]\n\n[“⟦quote-mismatch|most crews were paid by the year⟧”]{.quote}^[@meyer2011, para. 2]\n\n[^a]: So @meyer2011, para. 2.',
      ),
    ));

  it('is not absent from the work cited behind it where another is cited before it', () =>
    check(
      notes(
        'Novak [@novak1998, p. 3] says “Some crews were paid when the foreman felt like it”, which Meyer denies [@meyer2011, para. 2].\n\nThey say “⟦quote-absent|Some crews were paid when the foreman felt like it⟧” [@meyer2011, para. 2].',
      ),
    ));

  it('is one that comes near enough, whatever is cited with it', () =>
    check(
      notes('“⟦quote-mismatch|most crews were paid by the month⟧” [@meyer2011, para. 2; @novak1998, p. 3]'),
    ));

  it('may be in its own file, where it does not count itself', () =>
    check(
      `//- a.md\n---\nsource: a2000\nreferences:\n- id: a2000\n---\n\nThe gangs were hired at the gate each morning.\n\n[“The gangs were hired at the gate each morning”]{.quote from="a2000"} and [“⟦quote-mismatch|The gangs were hired at the gate each evening⟧”]{.quote from="a2000"}\n`,
    ));
});

describe('Correcting a quotation', () => {
  const cases: [title: string, before: string, after: string][] = [
    ['changes a word', '“most ‸crews were paid by the month”', '“most crews were paid by the day”'],
    ['puts in a word', '“most crews ‸paid by the day”', '“most crews were paid by the day”'],
    ['puts in the first word', '“crews ‸were paid by the day. When the strike came”', '“crews were paid by the day. When the strike came”'],
    ['takes out a word', '“most crews were ‸all paid by the day”', '“most crews were paid by the day”'],
    ['keeps ellipses and what was put in', '«The pay books … show that most ‸gangs were [indeed] paid by the day»', '«The pay books … show that most crews were [indeed] paid by the day»'],
    ['keeps emphasis and changes a word within', '“most crews were *payed ‸by* the day”', '“most crews were *paid by* the day”'],
    ['keeps emphasis', '“most **crews** were ‸payed by the day”', '“most **crews** were paid by the day”'],
  ]; // prettier-ignore
  for (const [title, before, after] of cases)
    it(title, async () => {
      const behind = ' [@meyer2011, para. 2]\n';
      if (before.replace('‸', '') === after)
        assert.deepEqual(await titlesIn(notes(before + behind)), [], 'nothing to correct');
      else await checkAction(notes(before + behind), CORRECT, `${after}${behind}\n`);
    });

  it('keeps the lines and marks of a block quotation', () =>
    checkAction(
      notes(
        '> ‸The owners kept three sets of books,\n> one for the bank and one for the fisc.\n>\n> [@adler2014, p. 12]',
      ),
      CORRECT,
      '> The owners kept two sets of books,\n> one for the bank and one for the tax.\n>\n> [@adler2014, p. 12]\n',
    ));

  it('takes out words with the emphasis among them', () =>
    checkAction(
      notes('“most crews ‸were all *too* often paid by the day” [@meyer2011, para. 2]'),
      CORRECT,
      '“most crews were paid by the day” [@meyer2011, para. 2]\n',
    ));

  it('is not offered where a note stands among the words that are too many', async () => {
    const titles = await titlesIn(
      notes('“most crews ‸were all[^1] too often paid by the day” [@meyer2011, para. 2]\n\n[^1]: Sic.'),
    );
    assert.ok(!titles.includes(CORRECT));
  });

  it('is not offered where emphasis ends in the words that differ', async () => {
    const titles = await titlesIn(notes('“most crews ‸were *hired* for the day” [@meyer2011, para. 2]'));
    assert.ok(!titles.includes(CORRECT));
  });

  it('is not offered where a note stands in the words that differ', async () => {
    const titles = await titlesIn(
      notes('“most crews ‸were paid on[^1] the month by the day” [@meyer2011, para. 2]\n\n[^1]: Sic.'),
    );
    assert.ok(!titles.includes(CORRECT));
  });
});

describe('a quotation that stands elsewhere', () => {
  it('is told of with the places', async () => {
    const [finding] = await check(
      notes('“Nobody on the quays was paid by the month” [@meyer2011, ⟦quote-elsewhere|para. 3⟧].'),
      { messages: ['The text of Meyer (2011) has these words at para. 2, not at para. 3.'] },
    );
    assert.deepEqual(
      finding!.related.map(({ message }) => message),
      ['The words, para. 2'],
    );
  });

  it('is told of with three places, and with three of more', async () => {
    const found = async (pages: readonly number[]): Promise<string> => {
      const said = pages.map((page) => `[p. ${page}] What the men earned stood in neither of them.\n`);
      const fixture = `${PAGED.replace(/\[p\. 11\][^]*/, said.join('\n'))}//- notes.md\n“What the men earned stood in neither” [@adler2014, ⟦quote-elsewhere|p. 24⟧].\n`;
      const [finding] = await check(
        `${fixture.replace('//- notes.md', '\n[p. 24] It ends.\n//- notes.md')}`,
        {
          only: ['quote-elsewhere'],
        },
      );
      return finding!.message;
    };
    assert.equal(
      await found([11, 13, 15]),
      'The text of Adler (2014) has these words at p. 11, at p. 13 and at p. 15, not at p. 24.',
    );
    assert.equal(
      await found([11, 13, 15, 17]),
      'The text of Adler (2014) has these words in other places, at p. 11, at p. 13 and at p. 15, not at p. 24.',
    );
  });

  it('is put in its place', () =>
    checkAction(
      notes('“Nobody on the quays was paid by the month” [@meyer2011, ‸paras. 3-4].'),
      'Change the place to para. 2',
      '“Nobody on the quays was paid by the month” [@meyer2011, para. 2].\n',
    ));

  it('is put on its page, a bare number for a bare number', () =>
    checkAction(
      `${PAGED}//- notes.md\n“What the men earned stood in neither” [@adler2014, ‸13].\n`,
      'Change the place to p. 12',
      '“What the men earned stood in neither” [@adler2014, 12].\n',
    ));

  const silent: [title: string, text: string][] = [
    ['on a page that its text does not number', '“What the men earned stood in neither” [@adler2014, p. 20].'],
    ['over two pages', '“nobody asked. The widows of the drowned had a third” [@adler2014, p. 13].'],
    ['at a place that is no page', '“What the men earned stood in neither” [@adler2014, fig. 3].'],
    ['on a page in Roman numerals', '“What the men earned stood in neither” [@adler2014, p. xii].'],
    ['too few words to matter', '“the tax” [@adler2014, p. 13].'],
    ['where its locator says, among other places', '“What the men earned stood in neither” [@adler2014, pp. 11, 12].'],
  ]; // prettier-ignore
  for (const [title, text] of silent)
    it(`is not one ${title}`, () => check(`${PAGED}//- notes.md\n${text}\n`).then(() => undefined));

  it('is not one whose text counts pages of its own', () =>
    check(
      `${PAGED.replace('10--24', '210--224')}//- notes.md\n“What the men earned stood in neither” [@adler2014, p. 13].\n`,
      { only: ['quote-elsewhere'] },
    ).then(() => undefined));

  it('is told of with the work that has it, and may be cited from there', () =>
    checkAction(
      notes('[“What the men ‸earned stood in neither”]{.quote from="@meyer2011" at="para. 2"}'),
      'Cite Adler (2014) instead',
      '[“What the men earned stood in neither”]{.quote from="@adler2014" at="para. 2"}\n',
    ));

  it('is left alone where the text of a work cited with it is not here', () =>
    check(notes('“What the men earned stood in neither” [@meyer2011, para. 2; @novak1998, p. 3]')).then(
      () => undefined,
    ));
});

describe('a quotation without a place', () => {
  it('is told of with the place that the text gives', () =>
    check(notes('“Nobody on the quays was paid by the month” [@⟦quote-unlocated|meyer2011⟧].'), {
      messages: ['The place in Meyer (2011) is not given. Its text has these words at para. 2.'],
    }).then(() => undefined));

  it('gets it in brackets', () =>
    checkAction(
      notes('“Nobody on the quays was paid by the month” [@‸meyer2011].'),
      'Add “para. 2”',
      '“Nobody on the quays was paid by the month” [@meyer2011, para. 2].\n',
    ));

  it('gets it in the language by which Pandoc reads places in the document', async () => {
    const german = (place: string, cursor = '') =>
      `---\nlang: de\n---\n\n“Nobody on the quays was paid by the month” [@${cursor}meyer2011${place}].\n`;
    await checkAction(notes(german('', '‸')), 'Add “Abs. 2”', `${german(', Abs. 2')}\n`);
    await checkAction(notes(german(', Abs. 3‸')), 'Change the place to para. 2', `${german(', Abs. 2')}\n`);
  });

  it('gets it in a mark', () =>
    checkAction(
      notes('[“Nobody on the quays was paid by the month”]{.quote from="@‸meyer2011"}'),
      'Add “para. 2”',
      '[“Nobody on the quays was paid by the month”]{.quote from="@meyer2011" at="para. 2"}\n',
    ));

  const silent: [title: string, text: string][] = [
    ['a term', 'A “port of call” [@novak1998].'],
    ['a title', '“Ports of Call and the Great Men” [@novak1998].'],
    ['one whose place the citation behind it names', '[“the sea was full of ships that came”]{.quote from="novak1998"} [@novak1998, p. 3].'],
    ['one that may be from either of two works', '“the sea was full of ships that came” [@novak1998; @adler2014].'],
    ['one with a place in words', '“the sea was full of ships that came” [@novak1998, on the last page].'],
    ['one with a place at another work beside it', '“the sea was full of ships that came” [@novak1998; @adler2014, p. 11].'],
    ['one that its work does not have', '“the sea was full of ships that came” [@adler2014].'],
    ['a place behind the bare key', '“The sea was full of ships that never came to any port”, @novak1998, p. 12.'],
    ['a section before the key', 'Section 12.5 in @novak1998 says “the sea was full of ships that never came to any port”.'],
    ['a chapter in Spanish', 'En el capítulo 3 de @novak1998: “The sea was full of ships that never came to any port”.'],
    ['a page in front of the key', '“The sea was full of ships that never came to any port” [pp 52-53 @novak1998].'],
    ['a page right before a key in the text', '“The sea was full of ships that never came to any port” p63 @novak1998.'],
    ['a page on which another quotes it', '(“The sea was full of ships that never came to any port”, quoted on 304 in @novak1998.)'],
    ['a bare number right behind a key in the text', '“The sea was full of ships that never came to any port” (@novak1998, 109).'],
    ['a bare number behind the quotation', 'Novak [-@novak1998] writes of “The sea was full of ships that never came to any port” (77), and of more.'],
    ['that it has no pages', '“The sea was full of ships that never came to any port” @novak1998, no page numbers.'],
    ['a section at the end of a block', 'So says [@novak1998]:\n\n> The sea was full of ships that never came to any port. (§ 1.2.1)'],
    ['what a work does not say', 'The advice that @novak1998 gives is not that “the sea should be full of ships from now on”.'],
    ['the title of a talk', '@novak1998, or her talk “the sea was full of ships that never came to any port”.'],
    ['what an example means', '*Mówię X teraz* ‘I say X now to you and everybody’ [following @novak1998].'],
    ['pages at the end of a block', 'So says @novak1998:\n\n> The sea was full of ships that never came to any port. (593–4)'],
    ['what a term in another script means', 'They call it 海禁 (*haijin*, “the sea is full of ships and forbidden”) in the records [@novak1998].'],
    ['what a term in another script means, in Russian', 'They call it «порт» (“the place where ships come in at night”) [@novak1998].'],
    ['what letters stand for', 'There is ROW [short for “right of way over the old quays”; @novak1998] and ROT (steht für “right of the owners of tugs”) [@novak1998].'],
    ['an example', '@novak1998 has argued that sentences like “the foreman did it, but nobody believes that he did” are odd.'],
    ['from a work that is cited besides', '“The sea was full of ships that never came to any port” [ibid.; see also @novak1998].'],
    ['from a work to which it refers besides', '“The sea was full of ships that never came to any port” [see also @novak1998].'],
    ['before a citation that begins the next sentence', 'She said “the sea was full of ships that never came to any port.” @novak1998 found another sea.'],
    ['where its place stands behind it, and its work before it', '@novak1998 says that “the sea was full of ships that never came to any port” (p. 12). It was so.'],
    ['where one place stands behind the second of two', 'I follow @novak1998, to whom “the sea was full of ships in those years” and “no port had room for more of them” (pg. 479).'],
    ['the title of a work that is written out', 'See @novak1998 (Novak 1998, “The sea was full of ships that came to port”, *Journal of Tides*).'],
    ['a term whose words go into an index', 'It was “\\index{Harbours of the north} harbour of the north” [@novak1998].'],
    ['of a block whose last line names its work with a place', 'As stated by Novak [-@novak1998]:\n\n> The sea was full of ships that never came to any port, and nobody counted them.\\\n> --- @novak1998, p.15\n'],
    ['of a block that is signed by a name and a place', 'As @novak1998 says:\n\n> The sea was full of ships that never came to any port, and nobody counted them.\n>\n> — Ana Novak, pp. 15-16\n'],
    ['a term of four words', 'The “anchoring and adjustment heuristic” [@novak1998].'],
  ]; // prettier-ignore
  for (const [title, text] of silent)
    it(`is not ${title}`, () => check(notes(text), { only: ['quote-unlocated'] }).then(() => undefined));
});

describe('the texts of works', () => {
  it('may be several files', () =>
    check(
      `//- a.md\n---\nsource: a2000\n---\n\nThe gangs were hired at the gate each morning.\n//- b.md\n---\nsource: a2000\n---\n\nThe crews were paid by the day.\n//- notes.md\n---\nreferences:\n- id: a2000\n---\n\n“The crews were paid by the day” [@a2000]; “The gangs were hired at the gate” [@a2000]; “⟦quote-mismatch|The crews were paid by the week⟧” [@a2000].\n`,
    ));

  it('may be plain, where what looks like code is none', () =>
    check(
      `//- sicetnon.yaml\nsources: {a.txt: a2000}\n//- a.txt\nIn the beginning.\n\n    The gangs were hired at the gate\n    each morning.\n//- notes.md\n---\nreferences:\n- id: a2000\n---\n\n“The gangs were hired at the gate each morning” [@a2000]\n`,
      { only: ['quote-mismatch'] },
    ));

  it('wake those that quote them when they come, change and go', async () => {
    const { service, fileSystem } = await workspaceOf(
      '//- sicetnon.yaml\nsources: {a.txt: a2000}\n//- notes.md\n---\nreferences:\n- id: a2000\n---\n\n“The gangs were hired at the gate” [@a2000]\n',
    );
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    const signal = new AbortController().signal;
    const after = async (change: () => void) => {
      service.takeStale();
      change();
      await service.refresh(['a.txt'], signal);
      await service.verifyQuotations();
      return service.takeStale().has('notes.md');
    };
    assert.deepEqual(codes(), []);
    assert.ok(await after(() => fileSystem.write('a.txt', 'The gangs were hired at the quay.')));
    assert.deepEqual(codes(), ['quote-mismatch']);
    assert.ok(await after(() => fileSystem.write('a.txt', 'The gangs were hired at the gate.')));
    assert.deepEqual(codes(), []);
    await after(() => fileSystem.write('a.txt', 'Nobody was hired anywhere.'));
    assert.ok(await after(() => fileSystem.remove('a.txt')));
    assert.deepEqual(codes(), []);
  });
});

describe('a quotation that was not checked', () => {
  it('is told of with the reason', () =>
    check(
      `${QUOTATION_PROJECT.replace('sources:\n', 'rules: { quote-unchecked: information }\nsources:\n')}//- notes.md
⟦quote-unchecked|“The sea was full of ships that never came to any port”⟧ [@novak1998, p. 3].
`,
      {
        only: ['quote-unchecked'],
        messages: ['This quotation was not checked: no text of Novak (1998) is here.'],
      },
    ).then(() => undefined));
});
