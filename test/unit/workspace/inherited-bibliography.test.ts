import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

const WORKS = `//- works/refs.bib
@book{meyer2011, title = {Dockers}}
`;
const CHAPTER = `//- book/one.qmd
Dockers [@meyer2011; @adler2014].
`;

async function unknown(fixture: string, path: string): Promise<string[]> {
  const { service, files } = await workspaceOf(fixture);
  const { text } = files.find((file) => file.path === path)!;
  return service.check(path).findings.map(({ code, range }) => {
    const line = text.split('\n')[range.start.line]!;
    return `${code} ${line.slice(range.start.character, range.end.character)}`;
  });
}

describe('bibliographies that a document inherits', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['_quarto.yml at the root', '//- _quarto.yml\nproject: {type: book}\nbibliography: works/refs.bib\n'],
    ['_quarto.yml beside the chapter', '//- book/_quarto.yml\nbibliography:\n  - ../works/refs.bib\n'],
    ['_metadata.yml of the folder', '//- book/_metadata.yml\nbibliography: ../works/refs.bib\n'],
    ['_bookdown.yml', '//- _bookdown.yml\nbook_filename: b\nbibliography: [works/refs.bib]\n'],
    [
      'arguments in _output.yml',
      '//- _output.yml\nbookdown::gitbook:\n  pandoc_args: ["--verbose", "--bibliography=works/refs.bib"]\n',
    ],
    ['index.Rmd of a bookdown book', '//- index.Rmd\n---\nbibliography: [works/refs.bib]\n---\n\nHello.\n'],
  ];
  for (const [title, settings] of cases)
    it(title, async () => {
      assert.deepEqual(await unknown(WORKS + settings + CHAPTER, 'book/one.qmd'), [
        'citation-undefined adler2014',
      ]);
    });

  it('end at the Quarto project that the document is in: what stands above counts for nothing', async () => {
    const fixture = `${WORKS}//- _quarto.yml
bibliography: works/refs.bib
//- book/_quarto.yml
project: {type: book}
bibliography: own.bib
//- book/own.bib
@book{adler2014, title = {Owners}}
//- book/parts/_metadata.yml
toc: true
//- book/parts/one.qmd
Dockers [@meyer2011; @adler2014].
//- talks/one.qmd
Dockers [@meyer2011; @adler2014].
`;
    assert.deepEqual(await unknown(fixture, 'book/parts/one.qmd'), ['citation-undefined meyer2011']);
    assert.deepEqual(await unknown(fixture, 'talks/one.qmd'), ['citation-undefined adler2014']);
  });

  it('that is missing is told of where the settings name it', async () => {
    const fixture = `//- book/_metadata.yml\nbibliography: [gone.bib, ../works/refs.bib]\n${WORKS}${CHAPTER}`;
    assert.deepEqual(await unknown(fixture, 'book/_metadata.yml'), ['bibliography-unreadable gone.bib']);
    assert.deepEqual(await unknown(fixture, 'book/one.qmd'), []);
  });

  it('its own and the inherited ones count together', async () => {
    const fixture = `${WORKS}//- _quarto.yml\nbibliography: works/refs.bib\n//- own.bib\n@book{adler2014, title = {Owners}}\n//- one.qmd\n---\nbibliography: own.bib\n---\n\nDockers [@meyer2011; @adler2014; @nobody].\n`;
    assert.deepEqual(await unknown(fixture, 'one.qmd'), ['citation-undefined nobody']);
  });

  it('of one name lie beside the document first, then at the root, and each document has its own', async () => {
    const fixture = `//- _quarto.yml
project: {type: website}
bibliography: references.bib
//- references.bib
@book{adler2014, title = {Owners}}
//- posts/a/references.bib
@book{meyer2011, title = {Dockers}}
//- index.qmd
Root [@adler2014; @meyer2011].
//- posts/a/index.qmd
---
bibliography: references.bib
---

Own [@meyer2011; @adler2014; @nobody].
//- posts/b/index.qmd
---
title: B
---

The root's [@adler2014; @meyer2011].
//- posts/c/index.qmd
---
bibliography: references.bib
---

The root's [@adler2014; @meyer2011].
`;
    assert.deepEqual(await unknown(fixture, 'posts/a/index.qmd'), ['citation-undefined nobody']);
    for (const path of ['index.qmd', 'posts/b/index.qmd', 'posts/c/index.qmd'])
      assert.deepEqual(await unknown(fixture, path), ['citation-undefined meyer2011'], path);
  });

  it('without any, a handle in the text is no citation', async () => {
    assert.deepEqual(await unknown(CHAPTER, 'book/one.qmd'), []);
  });

  it('settings that name no bibliography change nothing', async () => {
    assert.deepEqual(await unknown(`//- _quarto.yml\nproject: {type: book}\n${CHAPTER}`, 'book/one.qmd'), []);
  });

  it('a settings file with a broken line still gives its bibliography', async () => {
    const fixture = `${WORKS}//- _quarto.yml\ntitle: "A book\nbibliography: works/refs.bib\n${CHAPTER}`;
    assert.deepEqual(await unknown(fixture, 'book/one.qmd'), ['citation-undefined adler2014']);
  });
});
