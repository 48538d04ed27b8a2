import assert from 'node:assert/strict';
import { actionsIn, checkAction, isGesture } from '../../../support/check-action.ts';
import { PROJECT } from './project.ts';

describe('Gestures as actions', () => {
  const titles = async (fixture: string) =>
    (await actionsIn(fixture, isGesture)).actions.map(({ title }) => title);

  it('name what is likely, and ask for the rest', async () =>
    assert.deepEqual(await titles(`${PROJECT}He says “⟦selection|the Union⟧” [@maes1931, p. 3].\n`), [
      'Mark as a claim',
      'Mark as the actor “Weavers’ Union of Ghent”',
      'Mark as an actor…',
      'Mark as a quotation from Maes (1931), p. 3',
      'Mark as a quotation from…',
      'Cite…',
      'Add a note',
    ]));
  it('speak of the claim at the cursor', async () =>
    assert.deepEqual(await titles('[A l‸oom]{.claim #a}.\n'), [
      'Cite…',
      'Add a note',
      'Who holds this…',
      'What is it about…',
      'What does it state…',
      'Say that this claim contradicts another…',
      'Say that this claim supports another…',
      'Say that this claim qualifies another…',
    ]));
  it('offer a citation where one can stand', async () => {
    for (const [where, fixture] of [
      ['prose', 'A loom‸.\n'],
      ['a title', '---\ntitle: Looms‸\n---\n'],
    ] as const)
      assert.ok((await titles(fixture)).includes('Cite…'), where);
    for (const [where, fixture] of [
      ['what names a bibliography', '---\nbibliography: works‸.bib\n---\n\nA loom.\n'],
      ['code', 'A `loom‸ x`.\n'],
      ['attributes', '[A loom]{.claim #l‸oom}.\n'],
    ] as const)
      assert.ok(!(await titles(fixture)).includes('Cite…'), where);
  });
  it('do what they say', () =>
    checkAction('A ⟦selection|loom⟧ x.\n', 'Mark as a claim', 'A [loom]{.claim #loom} x.\n'));
});
