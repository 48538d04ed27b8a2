/** Blocks that quote without the marks of a block quotation: divs, environments of TeX, figures of HTML, verse. */
import { check } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
sources: {sources/kilner.md: kilner2001}
rules: {bibliography-unnamed: off, quote-unlocated: off}
//- refs.bib
@book{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
//- sources/kilner.md
[p. 3]

In the winter of 1911 the ledger was burnt, by whom was never established.
//- notes.md
`;

const WORDS = 'In the winter of 1911 the ledger was stolen, by whom was never established.';
const ALTERED = `⟦quote-mismatch|${WORDS}⟧`;

describe('a block that quotes is compared', () => {
  for (const [title, text] of [
    ['an epigraph that a line signs', `::: epigraph\n${ALTERED}\n\n— Kilner, *The Lamp Rooms*, p. 3\n:::`],
    ['an epigraph that a citation ends', `::: {.epigraph}\n${ALTERED} [@kilner2001, p. 3]\n:::`],
    ['an environment of TeX', `Kilner writes [@kilner2001, p. 3]:\n\n\\begin{quote}\n${ALTERED}\n\\end{quote}`],
    ['a figure of HTML', `<figure>\n<blockquote>\n\n${ALTERED}\n\n</blockquote>\n<figcaption>Kilner, <cite>The Lamp Rooms</cite>, p. 3</figcaption>\n</figure>`],
    ['verse that its last line signs', `| ⟦quote-mismatch|In the winter of 1911 the ledger was stolen,\n| by whom was never established⟧.\n| — Ada Kilner, *The Lamp Rooms*, p. 3`.replace('⟧.', '.⟧')],
    ['a block within a block, once', `> > ${ALTERED} [@kilner2001, p. 3]`],
    ['a block whose citation has its page after it', `> ${ALTERED} (@kilner2001, p. 3)`],
    ['a block whose citation is quoted in another', `> ${ALTERED} (quoted in @kilner2001, p. 3)`],
  ] as const)
    it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined)); // prettier-ignore
});

describe('a block that quotes rightly is not told of', () => {
  for (const [title, text] of [
    ['verse of two lines', `| In the winter of 1911 the ledger was burnt,\n| by whom was never established.\n|\n| — @kilner2001, p. 3`],
    ['a block of HTML whose citation is a link', `<blockquote>\n<p>In the winter of 1911 the ledger was burnt. – <a class="citation" href="#h">(Kilner, 2001)</a> (taken from the book)</p>\n</blockquote>`],
  ] as const)
    it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined)); // prettier-ignore
});

describe('no quotation is', () => {
  for (const [title, text] of [
    ['a div of another class', `::: aside\n${WORDS}\n\n— Kilner, *The Lamp Rooms*, p. 3\n:::`],
    ['an environment of TeX that is a list', `Kilner writes [@kilner2001, p. 3]:\n\n\\begin{itemize}\n\\item ${WORDS}\n\\end{itemize}`],
    ['a table with a name in its last row', `| a | b |\n|---|---|\n| ${WORDS} | 1 |\n| — Ada Kilner, *The Lamp Rooms* | 2 |`],
  ] as const)
    it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined)); // prettier-ignore
});
