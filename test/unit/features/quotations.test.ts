import assert from 'node:assert/strict';
import { definitionsAt } from '../../../server/src/features/definition.ts';
import { hoverAt } from '../../../server/src/features/hover/hover.ts';
import { QUOTATION_PROJECT } from '../../../server/src/checking/quotation-examples.ts';
import { workspaceOf } from '../../support/check.ts';

async function ask(text: string) {
  const { service, files } = await workspaceOf(`${QUOTATION_PROJECT}//- notes.md\n${text}\n`);
  const file = files.find(({ cursor }) => cursor !== null)!;
  service.open(file.path, file.text);
  await service.verifyQuotations();
  const { start } = service.positions(file.path, { from: file.cursor!, to: file.cursor! });
  const request = service.request(file.path, start)!;
  const words = (path: string, { from, to }: { from: number; to: number }) =>
    files.find((each) => each.path === path)!.text.slice(from, to);
  return {
    hover: hoverAt(request),
    targets: definitionsAt(request).map(({ path, range }) => [path, words(path, range)]),
  };
}

describe('A quotation under the cursor', () => {
  it('is word for word in its source, and leads there', async () => {
    const { hover, targets } = await ask(
      '“Nobody on the quays ‸was paid by the month” [@meyer2011, para. 2]',
    );
    assert.equal(hover?.markdown, '**Word for word in Meyer (2011)**, para. 2 (sources/meyer.md:5)');
    assert.deepEqual(targets, [['sources/meyer.md', 'Nobody on the quays was paid by the month']]);
  });

  it('leads where its locator says, of several places', async () => {
    const { hover, targets } = await ask('[“gate”]{.quote‸ from="meyer2011" at="para. 3"}');
    assert.match(
      hover!.markdown,
      /^\*\*Word for word in Meyer \(2011\)\*\*, para\. 3 .*\n\nAlso at para\. 1 /,
    );
    assert.deepEqual(targets, [['sources/meyer.md', 'gate']]);
  });

  it('is otherwise in its source', async () => {
    const { hover, targets } = await ask('“most crews ‸were paid by the month” [@meyer2011, para. 2]');
    assert.equal(
      hover?.markdown,
      '**Not word for word in Meyer (2011).** The nearest passage, para. 2 (sources/meyer.md:5), says:\n\n> most crews were paid by the day\n\n~~month~~ **day**',
    );
    assert.deepEqual(targets, [['sources/meyer.md', 'most crews were paid by the day']]);
  });

  it('is in another work', async () => {
    const { hover, targets } = await ask(
      '[“What the men ‸earned stood in neither”]{.quote from="meyer2011" at="para. 2"}',
    );
    assert.equal(
      hover?.markdown,
      '**Not in the text of Meyer (2011) that is here**, nor anything like it.\n\nWord for word in Adler (2014), the passage (sources/adler.md:3).',
    );
    assert.deepEqual(targets, [['sources/adler.md', 'What the men earned stood in neither']]);
  });

  it('yields to what stands in it, and to nothing where no text is here', async () => {
    const within = await ask(
      '“Nobody [on ‸the quays]{.claim #quays} was paid by the month” [@meyer2011, para. 2]',
    );
    assert.match(within.hover!.markdown, /\n> on the quays/);
    const around = await ask('[They said “nobody ‸on the quays was paid” [@meyer2011]]{.claim #paid}');
    assert.match(around.hover!.markdown, /^\*\*Word for word/);
    const unknown = await ask('“The sea was ‸full of ships” [@novak1998, p. 3]');
    assert.equal(unknown.hover, null);
    assert.deepEqual(unknown.targets, []);
  });
});
