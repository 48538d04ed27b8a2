import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { checkAction, titlesIn } from '../../support/check-action.ts';
import { parseFixture } from '../../support/fixture.ts';
import { pandocVersion } from '../../support/pandoc.ts';
import { NO_PANDOC, skip } from '../../support/skip.ts';

const TITLE = 'Disable placeholder for this line, with a reason';
const NEXT = '<!-- sicetnon-disable-next-line placeholder: reason -->';
const AROUND = '<!-- sicetnon-disable placeholder: reason -->';
const END = '<!-- sicetnon-enable placeholder -->';
const FILE = '<!-- sicetnon-disable-file placeholder: reason -->';

/** A text, and what it becomes. */
const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a paragraph', 'A.\n\nB ‸[?] c.\n', `A.\n\n${NEXT}\nB [?] c.\n`],
  ['the first line of a text', 'B ‸[?] c.\n', `${NEXT}\nB [?] c.\n`],
  ['a later line of a paragraph', 'A\nb ‸[?] c\nd.\n', `A\n${NEXT}\nb [?] c\nd.\n`],
  ['a heading', 'A.\n\n# B ‸[?]\n\nC.\n', `A.\n\n${NEXT}\n# B [?]\n\nC.\n`],
  ['a heading with a line under it', 'A.\n\nB ‸[?]\n=====\n\nC.\n', `A.\n\n${NEXT}\nB [?]\n=====\n\nC.\n`],
  ['a quotation', '> A.\n>\n> B ‸[?]\n> c.\n', `> A.\n>\n> ${NEXT}\n> B [?]\n> c.\n`],
  ['a later line of a quotation', '> A\n> b ‸[?].\n', `> A\n> ${NEXT}\n> b [?].\n`],
  ['the first item of a list', 'A:\n\n- B ‸[?]\n- c\n', `A:\n\n${NEXT}\n- B [?]\n- c\n`],
  ['a tight list', '- a\n- B ‸[?]\n- c\n', `- a\n${NEXT}\n- B [?]\n- c\n`],
  ['a loose list', '- a\n\n- B ‸[?]\n\n- c\n', `- a\n\n  ${NEXT}\n- B [?]\n\n- c\n`],
  ['a loose numbered list', '1. a\n\n2. B ‸[?]\n\n3. c\n', `1. a\n\n   ${NEXT}\n2. B [?]\n\n3. c\n`],
  ['a paragraph within a list', '- a\n\n  B ‸[?]\n  c\n\n- d\n', `- a\n\n  ${NEXT}\n  B [?]\n  c\n\n- d\n`],
  ['a note', 'A.[^1]\n\n[^1]: B ‸[?].\n', `A.[^1]\n\n${NEXT}\n[^1]: B [?].\n`],
  [
    'a later line of a note',
    'A.[^1]\n\n[^1]: B\n    c ‸[?].\n',
    `A.[^1]\n\n[^1]: B\n    ${NEXT}\n    c [?].\n`,
  ],
  [
    'a row of a table',
    'A.\n\n| a | b |\n|---|---|\n| c | ‸[?] |\n\nB.\n',
    `A.\n\n${AROUND}\n\n| a | b |\n|---|---|\n| c | [?] |\n\n${END}\n\nB.\n`,
  ],
  ['a div', 'A.\n\n::: {.part}\nB ‸[?].\n:::\n\nC.\n', `A.\n\n::: {.part}\n${NEXT}\nB [?].\n:::\n\nC.\n`],
  [
    'a list that is indented',
    '- a\n    - b\n    - c ‸[?]\n- d\n',
    `- a\n    - b\n    ${NEXT}\n    - c [?]\n- d\n`,
  ],
];

/** The same where somebody keeps works: elsewhere `[?]` may mean anything. */
function scholarly(text: string): string {
  return `//- works.bib\n@book{one, title = {One}}\n//- main.md\n${text}`;
}

describe('Silencing a finding', () => {
  for (const [what, before, after] of cases)
    it(`in ${what}`, async function () {
      await checkAction(scholarly(before), TITLE, after);
      if (pandocVersion() === null) return skip(this, NO_PANDOC);
      const { text } = parseFixture(before)[0]!;
      assert.deepEqual(saidBy(after), saidBy(text), 'Pandoc prints what it printed');
    });

  it('does without a place of its own where the line begins within attributes', () =>
    checkAction(
      '[A]{.claim #a\n  status="open"\n  supports="‸#none"} and\nmore.\n\nB.\n',
      'Disable claim-undefined for this line, with a reason',
      '<!-- sicetnon-disable claim-undefined: reason -->\n\n[A]{.claim #a\n  status="open"\n  supports="#none"} and\nmore.\n\n<!-- sicetnon-enable claim-undefined -->\n\nB.\n',
    ));

  it('speaks of the whole file where the finding is in its front matter', () =>
    checkAction(
      '---\nbibliography: ‸none.bib\n---\n\nB.\n',
      'Disable bibliography-unreadable for this file, with a reason',
      `---\nbibliography: none.bib\n---\n\n${FILE.replace('placeholder', 'bibliography-unreadable')}\n\nB.\n`,
    ));

  it('is not offered for what no comment can silence', async () => {
    assert.deepEqual(await titlesIn('‸<!-- sicetnon-disable-file placeholder -->\n\nA.\n'), [
      'Delete this comment',
    ]);
  });

  it('keeps what other comments say', () =>
    checkAction(
      '<!-- sicetnon-disable-next-line claim-open: why -->\n[A]{.claim #a status="open"}\nb ‸[?].\n',
      TITLE,
      `<!-- sicetnon-disable-next-line claim-open: why -->\n[A]{.claim #a status="open"}\n${NEXT}\nb [?].\n`,
    ));
});

/** A text as Pandoc prints it in HTML, without comments and white space. */
function saidBy(text: string): string {
  return execFileSync('pandoc', ['-f', 'markdown', '-t', 'html'], { input: text, encoding: 'utf8' })
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replace(/> | </g, (space) => space.trim());
}
