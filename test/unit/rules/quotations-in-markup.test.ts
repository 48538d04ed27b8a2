/** Quotations whose marks are entities, tags or commands, and what looks like a quotation and is none. */
import assert from 'node:assert/strict';
import { checksOf } from '../../../server/src/checking/checks.ts';
import { check, workspaceOf } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
sources: {sources/kilner.md: kilner2001}
rules: {bibliography-unnamed: off}
//- refs.bib
@book{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
//- sources/kilner.md
[p. 3]

The overman wrote the numbers of the tokens into a ledger that nobody else was allowed to read. In the winter of 1911 the ledger was burnt, by whom was never established.

[p. 4]

The new ledger is still there, and nobody reads it.
//- notes.md
`;

const ALTERED = '⟦quote-mismatch|the ledger was stolen, by whom was never established⟧';
const INVENTED = 'no boat came in before the lamps were lit again';

const TOLD: readonly [title: string, text: string][] = [
  ['entities', `&ldquo;${ALTERED}&rdquo; [@kilner2001, p. 3].`],
  ['numbered entities', `&#8220;${ALTERED}&#8221; [@kilner2001, p. 3].`],
  ['straight entities', `&quot;${ALTERED}&quot; [@kilner2001, p. 3].`],
  ['guillemets as entities', `&laquo;${ALTERED}&raquo; [@kilner2001, p. 3].`],
  ['what the author would call so', `This is what Kilner would call “${ALTERED}” [@kilner2001, p. 3].`],
  ['a tag around marks, once', `<q>${ALTERED.replace('|', '|“').replace('⟧', '”⟧')}</q> [@kilner2001, p. 3].`],
  ['an invented one, whose author the next sentence gives', `“⟦quote-absent|${INVENTED}⟧”. So @kilner2001 [p. 3].`],
  ['a tag', `<q>${ALTERED}</q> [@kilner2001, p. 3].`],
  ['a block with a label', `Kilner puts it so [@kilner2001, p. 3]:\n\n> **Article 5.** ${ALTERED.replace('|', '|In the winter of 1911 ')}\n`],
  ['a block with a label that a citation ends', `> **Article 5.** ${ALTERED.replace('|', '|In the winter of 1911 ')} [@kilner2001, p. 3]\n`],
  ['a command of LaTeX with braces in it', String.raw`\enquote{⟦quote-mismatch|the \emph{ledger} was stolen, by whom was never established⟧} [@kilner2001, p. 3].`],
  ['a command of LaTeX after one that nothing closes', String.raw`\enquote{The end. \enquote{${ALTERED}} [@kilner2001, p. 3].`],
  ['an entity after one whose closing one is far away', `&ldquo;${'So it goes on. '.repeat(800)}&ldquo;${ALTERED}&rdquo; [@kilner2001, p. 3].`],
  ['the marks of TeX', `\`\`${ALTERED}'' [@kilner2001, p. 3].`],
  ['a command of LaTeX', String.raw`\enquote{${ALTERED}} [@kilner2001, p. 3].`],
]; // prettier-ignore

const SILENT: readonly [title: string, text: string][] = [
  ['entities in code', `\`&ldquo;${INVENTED}&rdquo;\` [@kilner2001, p. 3].`],
  ['inches as entities', `A board 5&quot; wide, where no boat came in before the lamps, and 6&quot; long [@kilner2001, p. 3].`],
  ['an entity that nothing closes', `&ldquo;${INVENTED} [@kilner2001, p. 3].`],
  ['what a writer calls it', `What one might call “the long economy of the lamp” is old [@kilner2001, p. 3].`],
  ['what one could call it in German', `Was man „die lange Wirtschaft der Lampe“ nennen könnte, ist alt [@kilner2001, p. 3].`],
  ['a phrase of the writer’s own', `The “long economy of the lamp” is my phrase [@kilner2001, p. 3].`],
  ['what was not written', `She did not write “${INVENTED}” [@kilner2001, p. 3].`],
  ['what the author did not write', `@kilner2001 did not write “${INVENTED}”.`],
  ['what she would say to it', `If somebody says “${INVENTED},” @kilner2001 would object.`],
  ['what is not what she says', `“${INVENTED},” which is not what @kilner2001 says.`],
  ['a work that another remark points to', `The motto “${INVENTED}” hung there; on such mottos in general see [@kilner2001, p. 3].`],
  ['a remark in a block', `> **Note.** ${INVENTED}, and more of that kind [@kilner2001, p. 3].`],
  ['a rule with a label', `Kilner says more of it [@kilner2001, p. 3]:\n\n> **Rule 5.** ${INVENTED}, and more of that kind.`],
  ['an alert', `> [!NOTE]\n> ${INVENTED}, and more of that kind [@kilner2001, p. 3].`],
]; // prettier-ignore

describe('a quotation in marks that are markup is compared', () => {
  for (const [title, text] of TOLD) it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined));
});

describe('no invented quotation is', () => {
  for (const [title, text] of SILENT)
    it(title, () =>
      check(`${PROJECT}${text}\n`, { only: ['quote-mismatch', 'quote-absent'] }).then(() => undefined),
    );
});

describe('a block that begins with a bold label', () => {
  const outcomes = async (block: string): Promise<unknown> => {
    const { service } = await workspaceOf(`${PROJECT}Kilner puts it so [@kilner2001, p. 3]:\n\n> ${block}\n`);
    const world = service.world();
    const { library } = world;
    return checksOf(library.summary('notes.md')!, world)
      .filter(({ kind }) => kind === 'quotation')
      .map(({ outcome }) => outcome);
  };
  it('is compared without it', async () =>
    assert.deepEqual(
      await outcomes(
        '**Article 5.** In the winter of 1911 the ledger was burnt, by whom was never established.',
      ),
      ['verified'],
    ));
  it('counts as not checked where its words are nowhere', async () =>
    assert.deepEqual(await outcomes(`**Article 5.** ${INVENTED}.`), ['unchecked']));
  it('is a remark where the label says so', async () => {
    assert.deepEqual(await outcomes(`**Note:** ${INVENTED}.`), []);
    assert.deepEqual(await outcomes(`**Warning** ${INVENTED}.`), []);
    assert.deepEqual(await outcomes(`[!TIP]\n> ${INVENTED}.`), []);
  });
});

describe('a quotation is located', () => {
  const only = ['quote-unlocated'];
  const words = 'the overman wrote the numbers of the tokens into a ledger';
  it('by the place after its second piece', () =>
    check(
      `${PROJECT}“The overman wrote the numbers of the tokens,” @kilner2001 writes, “into a ledger that nobody else was allowed to read” [p. 3].\n`,
      { only },
    ).then(() => undefined));
  it('by pages in front of the key', () =>
    check(`It is “${words}” [pp 3-4 @kilner2001].\n`, { only }).then(() => undefined));
  it('by a last line that signs a block', () =>
    check(`> ${words}.\n>\n> — the winter of 1911, p. 3, in @kilner2001\n`, { only }).then(() => undefined));
  it('by a bare number after the key', () =>
    check(`It is “${words}” (@kilner2001 3).\n`, { only }).then(() => undefined));
  it('by a page in Chinese', () =>
    check(`@kilner2001 写道：“${words}”[第3页]。\n`, { only }).then(() => undefined));
  it('by the words that lead in to a block', () =>
    check(`${PROJECT}As @kilner2001 writes on p. 3:\n\n> ${words}.\n`, { only }).then(() => undefined));
});
