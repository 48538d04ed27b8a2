import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryCard } from '../../server/src/features/hover/citation.ts';
import { hoverAt } from '../../server/src/features/hover/hover.ts';
import type { Links } from '../../server/src/features/request.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceFrom } from '../support/check.ts';
import { compositions, HOSTILE } from '../support/hostile.ts';
import { checkRendered } from '../support/rendered.ts';
import { runs } from '../support/runs.ts';

const links: Links = {
  to: (path, line) => `file:///w/${encodeURIComponent(path).replace(/[()]/g, '_')}#L${line + 1}`,
};
const written = 'https://authority.example/q1';

/** A workspace in which every field of data files, and every value of an attribute, is given by `field`. */
function workspace(field: (name: string) => string): { text: string; files: Record<string, string> } {
  const json = (name: string) => JSON.stringify(field(name));
  const value = (name: string) => `"${field(name).replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
  const works = `[{"id": "w1", "type": "chapter", "title": ${json('title')}, "container-title": ${json('container')},
"author": [{"family": ${json('family')}, "given": ${json('given')}, "suffix": ${json('suffix')}}, {"literal": ${json('literal')}}],
"publisher": ${json('publisher')}, "publisher-place": ${json('place of publication')}, "page": ${json('page')}, "volume": ${json('volume')},
"issue": ${json('issue')}, "issued": {"literal": ${json('issued')}}},
{"id": "w2", "type": "book", "title": ${json('title of a book')}},
{"id": "w3", "type": "book", "editor": [{"family": ${json('editor')}}], "issued": {"raw": ${json('raw date')}}},
{"id": "w4", "type": "book", "author": [{"literal": ${json('sole author')}}]},
{"id": ${json('odd key')}, "type": "book", "title": "Odd"}]`;
  const actors = `harbour: {name: ${json('name')}, aliases: [${json('alias')}, Harbour Board], kind: ${json('kind')},
  active: ${json('active')}, place: ${json('place')}, summary: ${json('summary')}, cite: ${json('cite')},
  relations: {rival-of: [other, w1, nobody], ${json('relation')}: [other]}, same-as: [${json('same-as')}, "${written}"]}
other: {name: ${json('other name')}, aliases: [Harbour Board]}
`;
  const project = `bibliography: [works.json]
actors: [actors.yaml]
properties:
  size: {type: quantity, unit: ${json('unit')}}
  shape: {type: choice, of: [${json('choice')}, round]}
  ${json('property')}: {type: text}
`;
  const text = `See [@w1, p. 3], [@w2], [@w3] on the Harbour Board, [the board]{.actor ref="harbour"}.[^n]

[It is ${field('words of a claim').replace(/\s+/g, ' ')} so]{.claim #one about="harbour" by="w1" says="size = 3; shape = round" when=${value('when')} where=${value('where')} status=${value('status')} certainty=${value('certainty')}}

[It is not so]{.claim #two about="harbour" by="other" says="size = 4; ${field('value').replace(/["\\\s]+/g, ' ')} = 5" supports=${value('address')} evidence=${value('evidence')}}

[Nor this]{.claim id=${value('id')} about=${value('about')} by=${value('by')} says=${value('says')} contradicts="two"}

[It settles]{.claim #three resolves="one two" prefers="one" supports="two"}

[Words]{.quote from="w1" at=${value('at')}} and [^${field('label').replace(/[\s\]]+/g, '')}] and [@w1, ${field('locator').replace(/\s+/g, ' ')}].

[^n]: A note: ${field('note')}

[^${field('label').replace(/[\s\]]+/g, '')}]: Another.
`;
  return {
    text,
    files: { 'notes.md': text, 'works.json': works, 'actors.yaml': actors, 'sicetnon.yaml': project },
  };
}

/** All cards that a hover or a completion shows anywhere in the text. */
async function cardsOf(field: (name: string) => string): Promise<string[]> {
  const { text, files } = workspace(field);
  const service = await workspaceFrom(files);
  service.open('notes.md', text);
  await service.settle();
  const read = text.replace(/\r\n?/g, '\n');
  const lines = LineIndex.of(read);
  const cards = new Set<string>();
  for (const { index } of read.matchAll(/[\p{L}\p{N}]+/gu)) {
    const request = service.request('notes.md', lines.positionAt(index + 1));
    assert.ok(request);
    const hover = hoverAt({ ...request, links });
    if (hover) cards.add(hover.markdown);
    const bare = hoverAt({ ...request, links: null });
    if (bare) cards.add(bare.markdown);
    if (index > 0) continue;
    for (const { entry } of request.library.allEntries('notes.md'))
      cards.add(entryCard(entry.key.text, null, { ...request, links })!);
  }
  return [...cards];
}

/** Where the author of a file leads: to the address that stands under `same-as`, and to nothing else. */
const leads = (href: string): boolean => href.startsWith('file:///w/') || href === written;

describe('cards of a workspace that is hostile', () => {
  it('tell of all that is asked for here', async () => {
    const cards = await cardsOf((name) => `the ${name}`);
    assert.ok(cards.length > 15, `${cards.length} cards`);
    for (const name of [
      'title',
      'family',
      'name',
      'summary',
      'words of a claim',
      'when',
      'unit',
      'note',
      'relation',
    ])
      assert.ok(
        cards.some((card) => card.includes(`the ${name}`)),
        name,
      );
  });

  for (const payload of HOSTILE)
    it(`show words, and nothing else: ${JSON.stringify(payload)}`, async () => {
      const elsewhere = (href: string) => leads(href) || (/^https?:\S+$/i.test(payload) && href === payload);
      for (const card of await cardsOf(() => payload)) checkRendered(card, elsewhere);
      for (const card of await cardsOf(() => `x${payload}`)) checkRendered(card, elsewhere);
    });

  it('whatever Markdown is put together in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(compositions, { minLength: 7, maxLength: 7 }), async (texts) => {
        let next = 0;
        const field = () => texts[next++ % texts.length]!;
        const labels = new Map<string, string>();
        const same = (name: string) => labels.get(name) ?? (labels.set(name, field()), labels.get(name)!);
        for (const card of await cardsOf(same)) checkRendered(card, leads);
      }),
      { numRuns: runs(30) },
    );
  });
});
