import assert from 'node:assert/strict';
import { bookOf, readSettings } from '../../../server/src/workspace/project-settings.ts';

const read = (path: string, text: string) => readSettings(path, text);
const quarto = (text: string) => read('_quarto.yml', `project: {type: book}\n${text}`);
const bookdown = (text: string) => read('_bookdown.yml', text);

describe('the settings of a book', () => {
  it('are those of Quarto where its type is a book', () => {
    const { book, chapters } = quarto('book:\n  chapters: [index.qmd, one.md]\n');
    assert.deepEqual([book, chapters], ['quarto', ['index.qmd', 'one.md']]);
    for (const other of ['project: {type: website}\nbook: {chapters: [a.qmd]}\n', 'title: x\n', '', ': : :'])
      assert.deepEqual([read('_quarto.yml', other).book, read('_quarto.yml', other).chapters], [null, null]);
  });

  it('list chapters in parts, parts that are chapters, and appendices, at their places', () => {
    const { chapters } = quarto(`book:
  chapters:
    - index.qmd
    - part: parts/one.qmd
      chapters:
        - parts/a.Rmd
        - file: parts/b.ipynb
        - href: parts/c.qmd
    - part: A Heading
      chapters: [parts/d.md]
    - text: no file
    - https.html
  appendices: [z.qmd]
`);
    assert.deepEqual(chapters, ['index.qmd', 'parts/one.qmd', 'parts/a.Rmd', 'parts/b.ipynb', 'parts/c.qmd', 'parts/d.md', 'z.qmd']); // prettier-ignore
  });

  it('are followed into parts of parts, not for ever', () => {
    const nested = (depth: number): string => (depth === 0 ? 'a.qmd' : `[${nested(depth - 1)}]`);
    assert.deepEqual(quarto(`book: {chapters: ${nested(8)}}`).chapters, ['a.qmd']);
    assert.deepEqual(quarto(`book: {chapters: ${nested(9)}}`).chapters, []);
  });

  it('name formats as words, a list, or keys', () => {
    for (const [formats, expected] of [
      ['pdf', ['pdf']],
      ['[pdf, docx]', ['pdf', 'docx']],
      ['{html: default, epub: {toc: true}}', ['html', 'epub']],
    ] as const)
      assert.deepEqual(quarto(`format: ${formats}\n`).formats, expected);
    assert.deepEqual(quarto('').formats, []);
  });

  it('are those of bookdown, whose chapters are one list or one for each format', () => {
    assert.deepEqual(bookdown('rmd_files: [a.Rmd, b.Rmd]').chapters, ['a.Rmd', 'b.Rmd']);
    assert.deepEqual(bookdown('rmd_files: a.Rmd').chapters, ['a.Rmd']);
    assert.deepEqual(bookdown('rmd_files: {html: [a.Rmd, b.Rmd], latex: [a.Rmd, c.Rmd]}').chapters, ['a.Rmd', 'b.Rmd', 'c.Rmd']); // prettier-ignore
    assert.equal(bookdown('title: x').chapters, null);
    assert.equal(bookdown('title: x').book, 'bookdown');
    for (const [said, goesDeep] of [
      ['', false],
      ['rmd_subdir: no', false],
      ['rmd_subdir: false', false],
      ['rmd_subdir: true', true],
      ['rmd_subdir: yes', true],
      ['rmd_subdir: [parts]', true],
    ] as const)
      // prettier-ignore
      assert.equal(bookdown(`title: x\n${said}\n`).goesDeep, goesDeep, said);
  });

  it('tell where their bibliographies are named', () => {
    const text = 'title: x\nbibliography: [works.bib, more.bib]\n';
    for (const { text: words, range } of read('_quarto.yml', text).bibliography)
      assert.equal(text.slice(range.from, range.to), words);
    assert.equal(read('_quarto.yml', text).bibliography.length, 2);
  });
});

describe('a book', () => {
  const FILES = [
    'index.Rmd',
    'b.Rmd',
    'a.rmd',
    '_draft.Rmd',
    'c.md',
    'parts/d.Rmd',
    'parts/index.Rmd',
    'other/e.Rmd',
  ];

  it('is one text, pages, or both, by its formats', () => {
    for (const [format, isOneText, hasPages] of [
      ['', false, true],
      ['format: html', false, true],
      ['format: pdf', true, false],
      ['format: [pdf, docx]', true, false],
      ['format: [html, epub]', true, true],
      ['format: gfm', false, true],
    ] as const) {
      const book = bookOf('_quarto.yml', quarto(`${format}\nbook: {chapters: [a.qmd]}\n`), [])!;
      assert.deepEqual([book.isOneText, book.hasPages], [isOneText, hasPages], format);
    }
    const made = bookOf('_bookdown.yml', bookdown('rmd_files: [a.Rmd]'), [])!;
    assert.deepEqual([made.isOneText, made.hasPages], [true, false]);
    assert.equal(bookOf('_quarto.yml', read('_quarto.yml', 'title: x'), FILES), null);
  });

  it('has its chapters beside its settings', () => {
    const settings = quarto('book: {chapters: [a.qmd, ../b.qmd, ../../out.qmd]}\n');
    assert.deepEqual(bookOf('book/_quarto.yml', settings, [])!.chapters, ['book/a.qmd', 'b.qmd']);
    assert.deepEqual(bookOf('_quarto.yml', quarto('title: x\n'), FILES)!.chapters, []);
  });

  it('of bookdown without a list has what lies there, its index first', () => {
    const chapters = (path: string, text: string) => bookOf(path, bookdown(text), FILES)!.chapters;
    assert.deepEqual(chapters('_bookdown.yml', 'title: x'), ['index.Rmd', 'a.rmd', 'b.Rmd']);
    assert.deepEqual(chapters('parts/_bookdown.yml', 'title: x'), ['parts/index.Rmd', 'parts/d.Rmd']);
    assert.deepEqual(chapters('_bookdown.yml', 'rmd_subdir: true'), ['index.Rmd', 'parts/index.Rmd', 'a.rmd', 'b.Rmd', 'other/e.Rmd', 'parts/d.Rmd']); // prettier-ignore
    assert.deepEqual(chapters('other/_bookdown.yml', 'rmd_subdir: true'), ['other/e.Rmd']);
  });
});
