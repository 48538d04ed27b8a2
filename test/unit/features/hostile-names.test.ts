import assert from 'node:assert/strict';
import { suggestionsAt } from '../../../server/src/features/completion/completion.ts';
import type { Service } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { titlesIn } from '../../support/check-action.ts';
import { workspaceFrom } from '../../support/check.ts';
import { offeredAt } from '../../support/features.ts';
import { HOSTILE } from '../../support/hostile.ts';

/** Names that would end what they are written into, and begin something else. */
const BREAKING = [
  'x"} ![](https://evil.example/x.png) [y]{a="',
  "x'} ![](https://evil.example/x.png) [y]{a='",
  'x} ![](https://evil.example/x.png) [y]{a=b',
  'x}] ![](https://evil.example/x.png)',
  'x\\',
  'x\n---\n\n![](https://evil.example/x.png)',
  'x\r---\r\r# y',
  'x\u0085y',
];
const NAMES = [...BREAKING, ...HOSTILE];

const attribute = (name: string): string => `id="${name.replace(/[\\"]/g, '\\$&')}"`;

const WORKSPACE: Readonly<Record<string, string>> = {
  'sicetnon.yaml': JSON.stringify({
    bibliography: ['works.json'],
    actors: ['actors.yaml'],
    properties: Object.fromEntries(
      NAMES.map((name, i) => [name, i % 2 ? { type: 'boolean' } : { type: 'choice', of: NAMES }]),
    ),
    places: Object.fromEntries(NAMES.map((name) => [name, `in ${name}`])),
  }),
  'works.json': JSON.stringify(NAMES.map((id) => ({ id, type: 'book', title: 'T' }))),
  'actors.yaml': JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, { name: `Guild ${name}` }]))),
  'other.md': NAMES.map((name) => `[Words]{.claim ${attribute(name)}}.\n`).join('\n'),
};

const VALUES = ['about', 'by', 'supports', 'says', 'where', 'evidence', 'status'].flatMap((key) =>
  ['""', "''", ''].map((marks) => `[Words]{.claim #mine ${key}=${marks.slice(1)}‸${marks.slice(1)}}`),
);
const PLACES = [
  'See @‸ here',
  'See [@‸]',
  'See [@{‸]',
  'See [@{‸}]',
  'See [@supports:‸]',
  'See [a](b) @‸',
  '[Words]{.quote from="‸"}',
  '[Words]{.actor ref="‸"}',
  '[Words]{.claim #mine says="x = ‸"}',
  ...VALUES,
];

/** How much there is of each kind in a text, but for citations. */
function parts(service: Service, path: string): object {
  const { facts } = service.request(path, { line: 0, character: 0 })!.view;
  const { headings, opaque, inlineNotes, definitions, markers } = facts;
  return {
    blocks: facts.parts.map(({ kind, range: { from } }) => `${kind} ${from}`),
    others: [headings, opaque, inlineNotes, definitions, markers].map(({ length }) => length),
  };
}

describe('Names from files that nobody need trust', () => {
  it('stay what they are where they are completed', async function () {
    this.timeout(600_000);
    const service = await workspaceFrom(WORKSPACE);
    const path = 'main.md';
    const write = async (text: string): Promise<void> => {
      service.open(path, text);
      await service.settle();
    };
    let taken = 0;
    for (const place of PLACES) {
      const fixture = `${place}.\n\nWords after.\n`;
      const offset = fixture.indexOf('‸');
      const text = fixture.replace('‸', '');
      await write(text);
      const request = service.request(path, LineIndex.of(text).positionAt(offset))!;
      const items = suggestionsAt(request)?.items ?? [];
      await write(text.slice(0, offset) + (place.includes('@{') ? 'x}' : 'x') + text.slice(offset));
      const plain = JSON.stringify(parts(service, path));
      for (const { insert, range } of items) {
        taken++;
        await write(text.slice(0, range.from) + insert + text.slice(range.to));
        assert.equal(JSON.stringify(parts(service, path)), plain, `${place} with ${JSON.stringify(insert)}`);
      }
    }
    assert.ok(taken > 300, String(taken));
  });

  it('are written in YAML as one value', async () => {
    for (const mark of ['"', "'", '']) {
      const offered = await offeredAt(
        `//- works.json\n${WORKSPACE['works.json']!}\n//- main.md\n---\nbibliography: works.json\nsource: ${mark}‸${mark}\n---\n\nWords.\n`,
      );
      for (const { label } of offered!.items)
        assert.match(offered!.take(label), /^---\n.*\nsource: [^\n\r]*\n---\n\nWords\.\n$/);
    }
  });

  it('are offered instead of unknown ones only where they can be written', async () => {
    const fixture = (words: string): string => `//- works.json
[{"id": "ash 1951", "type": "book", "title": "T"}, {"id": "oak,1951", "type": "book", "title": "T"}]
//- actors.yaml
the guild:
  name: The Guild
//- sicetnon.yaml
actors: [actors.yaml]
bibliography: [works.json]
//- main.md
${words}
`;
    const changes = async (words: string): Promise<string[]> =>
      (await titlesIn(fixture(words))).filter((title) => title.startsWith('Change to'));
    assert.deepEqual(await changes('See [@ash1951‸].'), []);
    assert.deepEqual(await changes('See [@oak1951‸].'), ['Change to “oak,1951”']);
    assert.deepEqual(await changes('[Words]{.claim about="theguild‸"} [@oak1951].'), []);
  });
});
