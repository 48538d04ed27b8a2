import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { translated } from '../../../server/src/words/languages.ts';
import { workspaceOf } from '../../support/check.ts';

/** The code of a page of the walkthrough. */
function shown(page: string): string {
  const text = readFileSync(new URL(`../../../docs/walkthrough/${page}.md`, import.meta.url), 'utf8');
  const code = /^```\w+\n([\s\S]*?)^```$/m.exec(text)?.[1];
  assert.ok(code, page);
  return code;
}

const AROUND = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{meyer2011, author = {Meyer}, title = {Quays}, year = {2011}}
@book{olsen1998, author = {Olsen}, title = {Crews}, year = {1998}}
//- actors.yaml
harbour-union: {name: Harbour Union}
//- notes.md
`;

async function codes(text: string): Promise<string[]> {
  const { service } = await workspaceOf(AROUND + text);
  const found = service.check('notes.md').findings.map(({ code }) => code);
  return found.filter((code) => code !== 'property-undeclared' && code !== 'claim-single-source');
}

describe('the walkthrough', () => {
  it('shows a claim in which nothing is wrong', async () => {
    assert.deepEqual(await codes(shown('claim')), []);
  });

  it('shows two claims that contradict each other', async () => {
    assert.deepEqual(await codes(shown('proposition')), ['claim-contradiction', 'claim-contradiction']);
  });

  it('is there in each language, with the same code, names of files and keys', () => {
    const folder = new URL('../../../docs/walkthrough/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const pages = readdirSync(folder).filter((name) => !name.includes('.nls.'));
    assert.equal(pages.length, 4);
    /** Code and keys; on a Mac another key takes the place of Ctrl, which some languages name. */
    const kept = (text: string) =>
      text.match(/^```[^]*?^```|`[^`\n]+`|<kbd>[^<]+<\/kbd>/gm)!.filter((part) => part !== '<kbd>Ctrl</kbd>');
    for (const page of pages)
      for (const language of translated) {
        const here = read(page.replace('.md', `.nls.${language}.md`));
        assert.deepEqual(new Set(kept(here)), new Set(kept(read(page))), `${page}, ${language}`);
        const prose = (text: string) => text.replace(/```[^]*?```|\| .*/g, '').trim();
        assert.notEqual(prose(here), prose(read(page)), `${page}, ${language}`);
      }
  });

  it('settles them', async () => {
    assert.deepEqual(await codes(`${shown('proposition')}\n${shown('settle')}`), []);
  });
});
