import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import type { FileContent } from '../../../server/src/workspace/file-system.ts';
import { check, strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const only = { only: ['bibliography-unreadable'] };
const WORKS = '@book{meyer2011, title = {Dockers}}\n';
const CHAPTER = (folder: string) => `//- ${folder}one.qmd\nDockers [@meyer2011].\n`;

describe('a bibliography that settings name', () => {
  it('and that lies nowhere is told of there', async () => {
    for (const settings of ['_quarto.yml', 'book/_metadata.yml', 'sicetnon.yaml'])
      await check(
        `//- ${settings}\nbibliography: [⟦bibliography-unreadable|gone.bib⟧]\n${CHAPTER('book/')}`,
        only,
      );
  });

  it('is told of where it lies beside no document below', () =>
    check(
      `//- book/_metadata.yml\nbibliography: [⟦bibliography-unreadable|refs.bib⟧]\n//- other/refs.bib\n${WORKS}${CHAPTER('book/')}${CHAPTER('other/')}`,
      only,
    ));

  it('is not told of where it lies beside a document below', async () => {
    await check(
      `//- _quarto.yml\nbibliography: [refs.bib]\n//- book/refs.bib\n${WORKS}${CHAPTER('book/')}`,
      only,
    );
    await check(
      `//- book/_metadata.yml\nbibliography: [refs.bib]\n//- book/part/refs.bib\n${WORKS}${CHAPTER('book/part/')}`,
      only,
    );
  });

  it('is told of in a project file also where it lies beside a document', () =>
    check(
      `//- sicetnon.yaml\nbibliography: [⟦bibliography-unreadable|refs.bib⟧]\n//- book/refs.bib\n${WORKS}${CHAPTER('book/')}`,
      only,
    ));
});

describe('a bibliography that a document names', () => {
  const front = (named: string, more = '') =>
    `//- one.md\n---\nbibliography: ${named}\n---\n\nDockers [@meyer2011].\n${more}`;

  it('and that is made when the text is rendered is told as information, in words of its own', async () => {
    for (const [named, sentence] of [
      [
        '⟦bibliography-unreadable|packages.bib⟧',
        /“packages\.bib” is not here before the text is rendered: .*“R-” are taken for known\.$/,
      ],
      [
        '⟦bibliography-unreadable|https://example.org/refs.bib⟧',
        /lies on the web and is not read: keys that stand only there cannot be checked\.$/,
      ],
    ] as const) {
      const [finding] = await check(front(named), only);
      assert.equal(finding!.severity, 'information');
      assert.match(finding!.message, sentence);
    }
  });

  it('by a name that Pandoc reads as Markdown can be written so that it does not', async () => {
    const file = (name: string) => `//- ${name}\n${WORKS}`;
    const [finding] = await check(
      front('⟦bibliography-unreadable|_my-works_.bib⟧', file('_my-works_.bib')),
      only,
    );
    assert.equal(finding!.severity, 'warning');
    assert.match(finding!.message, /^Pandoc looks for “my-works\.bib”, since it reads this name as Markdown/);
    await check(front('\\_my\\-works\\_.bib', file('_my-works_.bib')), only);
    await check(front('my-works.bib', file('my-works.bib')), only);
    const [dash] = await check(front('⟦bibliography-unreadable|my--works.bib⟧', file('my--works.bib')), only);
    assert.match(dash!.message, /^Pandoc looks for “my–works\.bib”/);
  });
});

describe('a bibliography outside the workspace', () => {
  const shared = '/shared/works.bib';
  class Guarded extends MemoryFileSystem {
    isAllowed = false;
    outside(_folder: string, written: string): string | null {
      return written.startsWith('/') ? written : null;
    }
    override async read(path: string): Promise<FileContent> {
      if (path === shared && !this.isAllowed) return { status: 'outside', folder: '/shared' };
      return super.read(path);
    }
  }

  it('lies in a folder to be allowed until that is, even if it then is not there', async () => {
    const fileSystem = new Guarded({ 'a.md': `---\nbibliography: ${shared}\n---\n\n[@meyer2011]\n` });
    const service = new Service({ fileSystem, logger: strictLogger });
    const { signal } = new AbortController();
    await service.start(() => undefined, signal);
    const told = () => {
      const findings = service.check('a.md').findings.filter(({ code }) => only.only.includes(code));
      return [service.world().library.folderOutside(shared), ...findings.map(({ message }) => message)];
    };
    const [folder, message] = told();
    assert.equal(folder, '/shared');
    assert.match(message!, /outside/);
    fileSystem.isAllowed = true;
    await service.refresh([shared], signal);
    const [none, missing] = told();
    assert.equal(none, null);
    assert.match(missing!, /There is no bibliography/);
  });
});
