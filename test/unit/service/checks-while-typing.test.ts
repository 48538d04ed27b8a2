import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

/** Sources, of which the last by name holds a quotation that is ascribed to the first. */
function fixture(texts: number): string {
  const keys = Array.from({ length: texts }, (_, i) => `work${String(i).padStart(2, '0')}`);
  const works = keys.map((key) => `@book{${key}, title = {Title ${key}}, year = 1990}\n`).join('');
  const sources = keys.map(
    (key, i) =>
      `//- sources/${key}.md\n---\nsource: ${key}\n---\n\nThe harbour of ${key} had ${i} cranes, and nobody counted them twice. ` +
      (i === texts - 1
        ? 'Every rope on the northern quay was cut by the harbour master himself.\n'
        : 'The tide came in.\n'),
  );
  return `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
${works}${sources.join('')}//- notes.md
It is said that “every rope on the northern quay was cut by the harbour master himself” [@work00, p. 1].

A paragraph that grows.
`;
}

describe('a search for quotations, while somebody types without a pause', () => {
  it('comes to its end, in other works too', async () => {
    const { service, files } = await workspaceOf(fixture(12));
    const { text } = files.find(({ path }) => path === 'notes.md')!;
    service.open('notes.md', text.replace('every rope', 'each rope'));
    await service.verifyQuotations();
    const [each] = [text.indexOf('every')];
    const at = (character: number) => ({ line: 0, character });
    service.edit('notes.md', [{ range: { start: at(each), end: at(each + 4) }, text: 'every' }]);
    const end = { line: 2, character: 23 };
    let typed = 0;
    await service.verifyQuotations(async () => {
      // Every pause lets a letter in, up to where a search that begins anew each time would have given up.
      if (typed === 400) return;
      typed++;
      service.edit('notes.md', [{ range: { start: end, end }, text: 'x' }]);
      await Promise.resolve();
    });
    assert.ok(typed >= 10 && typed < 100, `it took ${typed} letters`);
    const [finding] = service.check('notes.md').findings;
    assert.equal(finding?.code, 'quote-elsewhere');
  });
});
