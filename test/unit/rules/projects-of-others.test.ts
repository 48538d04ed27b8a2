/** Folders that other programs keep: vaults of notes, and what books were rendered into. */
import { check } from '../../support/check.ts';

describe('projects of other programs', () => {
  it('are not read where Quarto, bookdown or Jekyll wrote their output', () =>
    check(`//- _bookdown.yml
book_filename: harbour
//- references.bib
@book{meyer2011, title = {Dockers}}
//- index.Rmd
---
bibliography: references.bib
---

The dockers won [@meyer2011] and [@⟦citation-undefined|nobody2001⟧].
//- _book/index.md
---
bibliography: references.bib
---

The dockers won [@nobody2001] there.
//- site/_site/page.md
---
bibliography: nowhere.bib
---

The dockers won.
//- _books/index.md
---
bibliography: ⟦bibliography-unreadable|nowhere.bib⟧
---

The dockers won.
`).then(() => undefined));

  it('are read there where the project file says so', () =>
    check(`//- sicetnon.yaml
include: ["_book/**"]
//- _book/index.md
---
bibliography: ⟦bibliography-unreadable|nowhere.bib⟧
---
`).then(() => undefined));

  it('have rules across the page, between which prose is told of once', () =>
    check(`The first.

---
The men came early: all of them.
⟦front-matter-invalid|And nobody saw them go.⟧
"So they said" to the others: nobody.
And again: nobody: saw them.
---

The last.
`).then(() => undefined));

  it('number the elements of lists in brackets, which are no calls of notes', () =>
    check(`The program chooses a number between 0 and argv[1], the first of its words, and argv[2].

1. the process is suspended.
2. the function runs as it would.
3. when it returns all goes on, with beta[3] and x_max[2].
`).then(() => undefined));

  it('link notes by the keys of works, which no bibliography needs to have', () =>
    check(`//- notes.md
---
bibliography: refs.bib
---

See [[@⟦citation-undefined|adler2010⟧]], [[@⟦citation-undefined|brandt2012⟧|Brandt]] and [@⟦citation-undefined|ciano2016⟧].

The dockers won [[@⟦citation-undefined|dorn2011⟧]](https://example.org), [[@meyer2011]]{.aside}.
//- refs.bib
@book{meyer2011, title = {Dockers}}
`).then(() => undefined));
});
