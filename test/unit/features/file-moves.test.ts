import { checkMove } from '../../support/check-rename.ts';

describe('Moving files', () => {
  it('keeps the addresses of claims, into the file and out of it', () =>
    checkMove(
      `//- a/one.md
[x]{.claim #x supports="two.md#y ../b/three.md#z #w"} [w]{.claim #w}.
//- a/two.md
[y]{.claim #y contradicts="⟦../b/one.md|one.md⟧#x" supports="../b/three.md#z"}.
//- b/three.md
[z]{.claim #z evidence="⟦one.md|../a/one.md⟧#x; ../a/two.md#y"}.
`.replace(
        'supports="two.md#y ../b/three.md#z #w"',
        'supports="⟦../a/two.md|two.md⟧#y ⟦three.md|../b/three.md⟧#z #w"',
      ),
      { 'a/one.md': 'b/one.md' },
    ));
  it('keeps addresses by work as they are', () =>
    checkMove(
      '//- sicetnon.yaml\nsources: {⟦texts/fen.txt|ash.txt⟧: ash}\n//- ash.txt\n[Older]{.claim #older}.\n//- main.md\n[x]{.claim supports="ash#older ⟦texts/fen.txt|ash.txt⟧#older"}.\n',
      { 'ash.txt': 'texts/fen.txt' },
    ));
  it('keeps what the project file names', () =>
    checkMove(
      '//- sicetnon.yaml\nbibliography:\n  - ⟦lib/works.bib|works.bib⟧\n  - "*.json"\nactors: ["⟦lib/people.yaml|actors.yaml⟧"]\n//- works.bib\n@book{ash, title = {A}}\n//- actors.yaml\nann: {name: Ann}\n//- main.md\nSee @ash and Ann.\n',
      { 'works.bib': 'lib/works.bib', 'actors.yaml': 'lib/people.yaml' },
    ));
  it('keeps the bibliographies of documents, written beside them or from the root', () =>
    checkMove(
      '//- lib/works.bib\n@book{ash, title = {A}}\n//- a/one.md\n---\nbibliography: [⟦../books/works.bib|../lib/works.bib⟧]\n---\n\nSee @ash.\n//- a/two.md\n---\nbibliography: ⟦books/works.bib|lib/works.bib⟧\n---\n\nSee @ash.\n',
      { 'lib/works.bib': 'books/works.bib' },
    ));
  it('keeps the bibliography of a document that moves', () =>
    checkMove(
      '//- a/works.bib\n@book{ash, title = {A}}\n//- top.bib\n@book{oak, title = {B}}\n//- a/one.md\n---\nbibliography: [⟦../a/works.bib|works.bib⟧, top.bib]\n---\n\nSee @ash and @oak.\n',
      { 'a/one.md': 'c/one.md' },
    ));
  it('keeps the bibliography that Quarto’s settings name', () =>
    checkMove(
      '//- _quarto.yml\nproject:\n  type: book\nbibliography: ⟦lib/b.bib|b.bib⟧\n//- b.bib\n@book{ash, title = {A}}\n//- one.qmd\nSee @ash.\n',
      { 'b.bib': 'lib/b.bib' },
    ));
  it('moves a folder without a change inside it', () =>
    checkMove(
      '//- a/one.md\n[x]{.claim #x supports="two.md#y"}.\n//- a/two.md\n[y]{.claim #y contradicts="./one.md#x"}.\n//- b.md\n[z]{.claim supports="⟦c/d/one.md|a/one.md⟧#x"}.\n',
      { 'a/one.md': 'c/d/one.md', 'a/two.md': 'c/d/two.md' },
    ));
  it('leaves alone what could not be written down', () =>
    checkMove('//- a.md\n[x]{.claim #x}.\n//- b.md\n[z]{.claim #z supports="⟦é.md|a.md⟧#x"}.\n', {
      'a.md': 'é.md',
    }));
});
