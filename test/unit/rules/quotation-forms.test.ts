/** The forms in which quotations stand with what says whose words they are. */
import assert from 'node:assert/strict';
import { check, workspaceOf } from '../../support/check.ts';

const WORDS = 'the ledger was stolen, by whom was never established';

const PROJECT = `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {sources/kilner.md: kilner2001, sources/osei.md: osei2003}
rules: {quote-unlocated: off, entry-uncited: off}
//- refs.bib
@article{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms}, date = {2001}}
@article{osei2003, author = {Osei, Kwame}, title = {The coats}, date = {2003}}
@article{roth2007, author = {Roth, Ute}, title = {The hooks}, date = {2007}}
//- sources/kilner.md
The overman wrote the numbers of the tokens into a ledger that nobody else was allowed to read. In the winter of 1911 the ledger was burnt, by whom was never established. The workers’ union held that the overman had done it himself.
//- sources/osei.md
He counted the coats on the hooks, and when the inspector asked him for a list he said that he had it in his head.
//- notes.md
`;

/** The words between `before` and `after`; a full stop that `after` begins with is theirs. */
const told = (before: string, after: string) =>
  `${PROJECT}${before}⟦quote-mismatch|${WORDS}${after.startsWith('.') ? '.' : ''}⟧${after.replace(/^\./, '')}\n`;

const CASES: readonly [title: string, fixture: string][] = [
  ['with its citation behind it', told('“', '” [@kilner2001].')],
  ['with its citation further on in the sentence', told('Kilner says “', '” in her article [@kilner2001].')],
  ['in single marks', told('‘', '’ [@kilner2001].')],
  ['in straight single marks', told("'", "' [@kilner2001].")],
  ['in guillemets', told('«', '» [@kilner2001].')],
  ['in single guillemets', told('‹', '› [@kilner2001].')],
  ['in single guillemets that point inwards', told('›', '‹ [@kilner2001].')],
  ['in marks that open and close alike', told('”', '” [@kilner2001].')],
  ['in guillemets that both point to the right', told('»', '» [@kilner2001].')],
  ['in low single marks', told('‚', '‘ [@kilner2001].')],
  ['with a citation in parentheses', told('“', '” (@kilner2001).')],
  ['with a citation in parentheses behind the full stop', told('“', '.” (see @kilner2001)')],
  ['with the citation within its marks', `${PROJECT}“⟦quote-mismatch|${WORDS} [@kilner2001].⟧”\n`],
  ['with the work in the parenthesis that quotes', told('The end is known (“', '”, Kilner 2001, 3).')],
  ['with a sentence after it that only says whose it is', told('“', '”. So @kilner2001 [p. 3].')],
  ['behind a name and a year, before a page', told('Kilner (2001) is clear: “', '” (p. 3).')],
  ['behind the name of who writes', told('@kilner2001 writes that “', '”.')],
  ['behind the name and the page', told('As @kilner2001 [p. 3] has it, “', '”.')],
  ['behind a name in brackets', told('Kilner [@kilner2001] writes that “', '”.')],
  ['behind a citation and a colon', told('In the words of one who was there [@kilner2001]: “', '”.')],
  ['with a footnote', told('“', '.”[^a]\n\n[^a]: [@kilner2001].')],
  ['with a footnote of several lines', told('“', '.”[^a]\n\n[^a]: Ada Kilner gives no name [@kilner2001].\n\n    So much for her.')],
  ['with a footnote at the end of the sentence', told('“', '”, she says.[^a]\n\n[^a]: See [@kilner2001].')],
  ['with a footnote that stands before it in the text', told('[^a]: [@kilner2001].\n\n“', '.”[^a]')],
  ['with an inline note', told('“', '.”^[@kilner2001.]')],
  ['with an inline note in words', told('“', '.”^[Ada Kilner gives no name [@kilner2001].]')],
  ['with a note that leads in', told('Kilner writes:[^a] “', '.”\n\n[^a]: [@kilner2001].')],
  ['with the citation in the next sentence', told('According to her “', '”. The inspector came in March [@kilner2001].')],
  ['with the citation in the sentence before', told('@kilner2001 was there that winter. According to her “', '”.')],
  ['as a block with a citation', told('> ', '. [@kilner2001]')],
  ['as a block with a note', told('> ', '.[^a]\n\n[^a]: Ada Kilner gives no name [@kilner2001].')],
  ['as a block with a signature', told('> ', '.\n>\n> — Ada Kilner [@kilner2001]')],
  ['as a block with a signature that names the page', told('> ', '.\n>\n> --- @kilner2001, p. 3')],
  ['as a block with a signature in its last line', told('> ', '.\n> — @kilner2001 [3], of that winter')],
  ['as a block after a sentence with a note', told('Kilner is more careful.[^a]\n\n> ', '.\n\n[^a]: [@kilner2001].\n')],
  ['as a block after a sentence with a citation', told('Kilner is more careful [@kilner2001].\n\n> ', '.\n')],
  ['as a block behind a colon', told('Kilner writes [@kilner2001]:\n\n> ', '.\n')],
  ['as a block behind the name of who writes', told('So writes @kilner2001 [p. 3]:\n\n> ', '.\n')],
  ['as a block behind words with a note', told('Kilner writes:[^a]\n\n> ', '.\n\n[^a]: [@kilner2001].\n')],
  ['as a block behind two sentences', told('Others were silent. Kilner writes [@kilner2001]:\n\n> ', '.\n')],
  ['as a block that a citation follows', told('> ', '.\n\n[@kilner2001]')],
  [
    'as a block that holds citations of its own',
    `${PROJECT}Kilner [@kilner2001] put it so:\n\n> ⟦quote-mismatch|The men were gone [@roth2007], and ${WORDS} [@osei2003].⟧\n`,
  ],
  ['as a block that holds a quotation before a dash', `${PROJECT}> ⟦quote-mismatch|“In the winter of 1911” — ${WORDS}⟧ [@kilner2001]\n`],
  ['as a block in a list', told('- Kilner writes [@kilner2001]:\n\n  > ', '.\n')],
  ['as a block in a div', told('::: box\nKilner writes [@kilner2001]:\n\n> ', '.\n:::\n')],
  ['with a wrong closing mark', told('“', '.“ [@kilner2001].')],
  ['in the brackets of its citation', told('The end is known [“', '”, @kilner2001, p. 3].')],
  ['in the brackets of its citation, after the page', told('The end is known [@kilner2001, p. 3: “', '”].')],
  ['within words of the writer’s in the same marks', told('He quotes “the verdict ‘', '’” [@kilner2001].')],
  ['as a block of HTML', `${PROJECT}<blockquote>⟦quote-mismatch|The ledger was stolen, by whom was never established.⟧ [@kilner2001, p. 3]</blockquote>\n`],
  ['as a block of HTML with paragraphs', told('<blockquote>\n<p>In the winter of 1911</p>\n<p>', '</p>\n</blockquote>\n\n[@kilner2001]').replace('<p>In the winter of 1911</p>\n<p>⟦quote-mismatch|', '<p>⟦quote-mismatch|In the winter of 1911</p>\n<p>')],
  ['as a block of HTML that words lead in to', told('Kilner writes [@kilner2001]:\n\n<blockquote>\n\n', '.\n\n</blockquote>\n')],
  ['in the abstract', told('---\nabstract: |\n  Kilner says “', '” [@kilner2001, p. 3].\n---\n\nSo it was.')],
  ['in a cell whose row has the citation', told('| “', '” | @kilner2001, p. 3 |\n|---|---|')],
  ['in a cell whose row has the note', told('| Words | Source |\n|---|---|\n| “', '” | See[^a] |\n\n[^a]: [@kilner2001].')],
  ['in two parts, between which stands who speaks', `${PROJECT}«⟦quote-mismatch|In the winter of 1911, note Ada Kilner, ${WORDS}⟧» [@kilner2001].\n`],
  ['in a footnote', told('So it was.[^a]\n\n[^a]: Kilner says “', '” [@kilner2001].')],
  ['in an inline note', told('So it was.^[Kilner says “', '” [@kilner2001].]')],
  [
    'in two halves about “he says”',
    `${PROJECT}“The overman wrote the ⟦⟧numbers of the tokens”, she says, “⟦quote-mismatch|into a ledger that anybody else was allowed to read⟧” [@kilner2001].\n`.replace('⟦⟧', ''),
  ],
  [
    'in two halves about its citation',
    `${PROJECT}“⟦quote-mismatch|The overman wrote the letters of the tokens⟧”, writes @kilner2001, “⟦quote-mismatch|into a ledger that anybody else was allowed to read⟧”.\n`,
  ],
  [
    'twice on one citation',
    `${PROJECT}She calls it “⟦quote-mismatch|a ledger that anybody else was allowed to read⟧” and says that “⟦quote-mismatch|the ledger was stolen, by whom was never established⟧” [@kilner2001].\n`,
  ],
  [
    'with the apostrophe of a plural',
    `${PROJECT}‘⟦quote-mismatch|The workers’ union held that the overman had not done it himself⟧’ [@kilner2001].\n`,
  ],
  [
    'with the straight apostrophe of a plural',
    `${PROJECT}'⟦quote-mismatch|The workers' union held that the overman had not done it himself⟧' [@kilner2001].\n`,
  ],
]; // prettier-ignore

const SILENT: readonly [title: string, text: string][] = [
  ['a note of the writer’s own within', '“the ledger was burnt,^[On the fire see below, “The fire”.] by whom was never established” [@kilner2001].'],
  ['the call of a note within', '“the ledger was burnt,[^b] by whom was never established” [@kilner2001].\n\n[^b]: On the fire see below.'],
  ['emphasis within', '“the ledger was **burnt**, by whom was *never* established” [@kilner2001].'],
  ['code marks within', '“the ledger was `burnt`, by whom was never established” [@kilner2001].'],
  ['a remark in round brackets', '“the ledger was burnt (sic), by whom was never established (my emphasis)” [@kilner2001].'],
  ['the citation of another work in the same brackets', '“the man had it all in a list in his head” [@roth2007; @kilner2001].'],
  ['two works in the next sentence', 'Some say that “the ledger was stolen by somebody who was never found”. The inspector came in March [@kilner2001; @roth2007].'],
  ['a work in the sentence before and another in the next', 'So Roth [@roth2007]. Some say that “the ledger was stolen by somebody who was never found”. Kilner differs [@kilner2001].'],
  ['words that the work cited in the next sentence has not', 'They spoke of “the great wall that keeps us from the sea and its harvest”. Then the inspector came [@kilner2001].'],
  ['a note that cites two works', '“The great wall keeps us from the sea and its harvest.”[^c]\n\n[^c]: Said to the author; on the fire see @kilner2001 and @roth2007.'],
  ['a note that cites nothing', '“The great wall keeps us from the sea and its harvest.”[^c] The fire came later [@kilner2001].\n\n[^c]: Said to the author.'],
  ['a block behind a full stop', 'The fire was in winter [@kilner2001].\n\n> The great wall keeps us from the sea and its harvest.\n'],
  ['a block before a sentence of the writer’s own on another work', '> The great wall keeps us from the sea and its harvest.\n\n@kilner2001 wrote of quite another thing in that year.'],
  ['a work that would agree', '“The great wall keeps us from the sea and its harvest”, and Kilner would agree [@kilner2001].'],
  ['that others say so', '“The great wall keeps us from the sea and its harvest”. So do others [@kilner2001].'],
  ['a conclusion on the work', '“The great wall keeps us from the sea and its harvest”. So @kilner2001 was mistaken.'],
  ['the ends of lines marked', '“the ledger was burnt, / by whom was never established” [@kilner2001].'],
  ['a name and a title', '@kilner2001 “The great wall that keeps us from the sea: a survey”'],
  ['a mark that only closes', '“The ledger” was burnt, by whom was never established” [@kilner2001], and by whom ”was never known” elsewhere.'],
  ['the number of a list that begins a block', '> 1. In the winter of 1911 the ledger was burnt. [@kilner2001]'],
  ['the title of another work', 'In his “Letter from the Lamps to the Hooks” [@kilner2001] he tells of it.'],
  ['apostrophes', "The lads' lamps and 'twas said the boys' tokens were theirs, in '90s talk, the owners' keys [@kilner2001]."],
]; // prettier-ignore

describe('a quotation is compared with its source', () => {
  for (const [title, fixture] of CASES) it(title, () => check(fixture).then(() => undefined));
});

describe('a quotation is not compared with the wrong work, nor with words that are not its own, where there is', () => {
  for (const [title, text] of SILENT) it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined));
});

describe('a block quotation after a finished sentence that cites', () => {
  const counted = async (quoted: string) => {
    const { service } = await workspaceOf(`${PROJECT}Kilner is more careful [@kilner2001].\n\n> ${quoted}\n`);
    return service.reportedQuotations('notes.md').map(({ outcome }) => outcome);
  };

  it('counts as one where the work has it', async () =>
    assert.deepEqual(await counted('In the winter of 1911 the ledger was burnt.'), ['verified']));
  it('is none where the work has not', async () =>
    assert.deepEqual(await counted('Note: the lamps of our own house were sold long ago.'), []));
});

describe('a quotation within whose marks stands who speaks', () => {
  for (const speaker of ['note Ada Kilner', 'écrit-elle', 'ajoute-t-elle'])
    it(`has no word of that: “${speaker}”`, () =>
      check(
        `${PROJECT}«In the winter of 1911, ${speaker}, the ledger was burnt, by whom was never established» [@kilner2001].\n`,
      ).then(() => undefined));
});

describe('a quotation in a table', () => {
  it('is not called absent from a work that is named in its row', () =>
    check(
      `${PROJECT}| Term | Source |\n|---|---|\n| “the great invention of the modern state” | @kilner2001 |\n`,
    ).then(() => undefined));
  it('is not compared where its row names two', () =>
    check(`${PROJECT}| “${WORDS}” | @kilner2001 | @osei2003 |\n|---|---|---|\n`).then(() => undefined));
});

describe('a quotation with a note that says ibid.', () => {
  const told: readonly [title: string, notes: string][] = [
    ['of the note before', '[^a]: [@kilner2001, p. 3].\n\n[^b]: Ibid.'],
    ['of the same note', '[^a]: A word of one’s own.\n\n[^b]: See @kilner2001, *passim*; *Ibid.*, p. 5.'],
    ['of an ibid. before', '[^a]: @kilner2001, p. 3.\n\n[^c]: *Ibid.*\n\n[^b]: *Ibid.*, p. 5.'],
  ];
  for (const [title, notes] of told)
    it(`is compared with the work ${title}`, () =>
      check(
        `${PROJECT}The ledger was burnt.[^a] So it was.[^c] “⟦quote-mismatch|the ledger was stolen, by whom was never established⟧”.[^b]\n\n${notes}\n`.replace(
          notes.includes('[^c]') ? '' : ' So it was.[^c]',
          '',
        ),
      ).then(() => undefined));

  it('is compared with none where two works may be meant', () =>
    check(
      `${PROJECT}The ledger was burnt.[^a] “the ledger was stolen by somebody whom nobody knew”.[^b]\n\n[^a]: [@kilner2001; @roth2007].\n\n[^b]: Ibid.\n`,
      { only: ['quote-mismatch', 'quote-absent', 'short-title-unresolved'] },
    ).then(() => undefined));

  it('is not called unresolved', () =>
    check(`${PROJECT}So it was.[^a]\n\n[^a]: See @kilner2001, *passim*; *Ibid.*, p. 5.\n`).then(
      () => undefined,
    ));
});
