/** Folders that other programs keep: vaults of notes, and what books were rendered into. */
import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { check, strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

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

  it('may have templates, whose front matter a program fills in before Pandoc reads it', () =>
    check(`//- archetypes/default.md
---
title: "{{ replace .Name "-" " " | title }}"
---

The dockers won.
//- post.md
---
title: "{{< var harbour >}}"
subtitle: "Dockers" ⟦front-matter-invalid|won⟧
---

The dockers won.
`).then(() => undefined));

  it('may have a citation style that R names when the text is rendered', () =>
    check(`//- thesis.Rmd
---
csl: '\`r here::here("styles", "house.csl")\`'
---

The dockers won.
//- other.Rmd
---
csl: ⟦style-unreadable|styles/house.csl⟧
---

The dockers won.
`).then(() => undefined));

  it('are not read in the folder that a book or a site says it is rendered into', () =>
    check(`//- _bookdown.yml
output_dir: docs
//- references.bib
@book{meyer2011, title = {Dockers}}
//- index.Rmd
---
bibliography: references.bib
---

The dockers won [@meyer2011] and [@⟦citation-undefined|nobody2001⟧].
//- docs/index.md
---
bibliography: nowhere.bib
---

The dockers won.
//- site/_quarto.yml
project:
  type: website
  output-dir: "../public/site"
//- public/site/page.md
---
bibliography: nowhere.bib
---
//- public/page.md
---
bibliography: ⟦bibliography-unreadable|nowhere.bib⟧
---
//- here/_quarto.yml
project:
  output-dir: .
//- here/page.md
---
bibliography: ⟦bibliography-unreadable|nowhere.bib⟧
---
`).then(() => undefined));

  it('are not read where bookdown put the chapters together', () =>
    check(`//- _bookdown.yml
book_filename: harbour
//- references.bib
@book{meyer2011, title = {Dockers}}
//- index.Rmd
---
bibliography: references.bib
---

The dockers won [@meyer2011] and [@⟦citation-undefined|nobody2001⟧].
//- harbour.Rmd
The dockers won [@nobody2001].
//- harbour.md
The dockers won [@nobody2001].
//- _main.Rmd
The dockers won [@nobody2001].
//- other/_bookdown.yml
output_dir: docs
bibliography: references.bib
//- other/_main.Rmd
The dockers won [@nobody2001].
//- other/harbour.Rmd
The dockers won [@⟦citation-undefined|nobody2001⟧].
`).then(() => undefined));

  it('are not read on their way to Pandoc', () =>
    check(`//- notes.Rmd
The dockers won.⟦footnote-undefined|[^a]⟧
//- notes.knit.md
The dockers won.[^a]
//- part/notes.utf8.md
The dockers won.[^a]
`).then(() => undefined));

  it('keep the bibliographies of articles of a Jekyll site among its assets', () =>
    check(`//- assets/bibliography/tides.bib
@book{meyer2011, title = {Dockers}}
//- _posts/tides.md
---
layout: distill
bibliography: tides.bib
---

The dockers won [@meyer2011] and [@⟦citation-undefined|nobody2001⟧].
//- pages/tides.md
---
bibliography: ⟦bibliography-unreadable|tides.bib⟧
---
`).then(() => undefined));

  it('are read in such a folder where the project file includes it', () =>
    check(`//- sicetnon.yaml
include: ["docs/**/*.md"]
//- _bookdown.yml
output_dir: docs
//- docs/index.md
---
bibliography: ⟦bibliography-unreadable|nowhere.bib⟧
---
`).then(() => undefined));

  it('are read or left alone once the settings say so', async () => {
    const disk = new MemoryFileSystem({
      '_bookdown.yml': 'book_filename: harbour\n',
      'docs/index.md': 'Nobody won.[^a]\n',
    });
    const service = new Service({ fileSystem: disk, logger: strictLogger });
    const { signal } = new AbortController();
    await service.start(() => undefined, signal);
    const isRead = () => service.check('docs/index.md').findings.length > 0;
    assert.ok(isRead());
    disk.write('_bookdown.yml', 'output_dir: docs\n');
    await service.refresh(['_bookdown.yml'], signal);
    assert.ok(!isRead());
    disk.write('_bookdown.yml', 'output_dir: other\n');
    await service.refresh(['_bookdown.yml'], signal);
    assert.ok(isRead());
  });

  it('cite from the bibliography that a profile of Quarto names', () =>
    check(`//- _quarto.yml
project:
  title: Harbours
//- _quarto-thesis.yml
project:
  type: book
bibliography: references.bib
//- references.bib
@book{meyer2011, title = {Dockers}}
//- chapters/first.qmd
The dockers won [@meyer2011] and [@⟦citation-undefined|nobody2001⟧].
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
