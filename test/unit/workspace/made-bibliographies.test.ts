import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

const WORKS = `//- works.bib
@book{meyer2011, title = {Dockers}}
`;

async function severities(fixture: string): Promise<string[]> {
  const findings = await check(fixture);
  return findings.map(({ code, severity }) => `${code} ${severity}`);
}

describe('bibliographies that are made when a text is rendered', () => {
  it('by their name', async () =>
    assert.deepEqual(
      await severities(`${WORKS}//- index.Rmd
---
bibliography: [works.bib, ⟦bibliography-unreadable|packages.bib⟧]
---

[@meyer2011; @R-knitr; @knitr2015; @knitr2015a; @⟦citation-undefined|meyer2012⟧; @⟦citation-undefined|somethingelse⟧].
`),
      ['bibliography-unreadable information', 'citation-undefined error', 'citation-undefined information'],
    ));

  it('by nothing but the keys of packages, where none is named', () =>
    check(`${WORKS}//- index.Rmd
[@⟦bibliography-unnamed|meyer2011⟧; @R-knitr; @⟦citation-undefined|meyer2012⟧].
`).then(() => undefined));

  it('by code in a text', async () =>
    assert.deepEqual(
      await severities(`${WORKS}//- index.Rmd
---
bibliography: [works.bib, ⟦bibliography-unreadable|bib/software.bib⟧, ⟦bibliography-unreadable|gone.bib⟧]
---

[@meyer2011].
//- setup.Rmd
\`\`\`{r}
knitr::write_bib(c("base", "knitr"), here::here("bib/software.bib"))
\`\`\`
`),
      ['bibliography-unreadable information', 'bibliography-unreadable error'],
    ));

  it('by an address, or by code that says which', async () =>
    assert.deepEqual(
      await severities(`${WORKS}//- bib/own.bib
@book{adler2014, title = {Owners}}
//- a.qmd
---
bibliography: [works.bib, "⟦bibliography-unreadable|https://example.org/works.bib⟧"]
---

[@meyer2011; @⟦citation-undefined|elsewhere⟧].
//- b.Rmd
---
bibliography: "\`r file.path('bib', 'own.bib')\`"
---

[@adler2014; @⟦citation-undefined|nobody⟧].
//- c.Rmd
---
bibliography: "⟦bibliography-unreadable|\`r rbbt::bbt_bib()\`⟧"
---

[@anything].
`),
      [
        'bibliography-unreadable information',
        'citation-undefined information',
        'citation-undefined error',
        'bibliography-unreadable information',
      ],
    ));

  it('with prefixes that the project declares', () =>
    check(`${WORKS}//- sicetnon.yaml
bibliography: [works.bib]
known-prefixes: [R-, py.]
//- a.md
[@meyer2011; @R-knitr; @py.numpy; @⟦citation-undefined|other⟧].
`));
});

describe('a bibliography that is here, and written anew by code', () => {
  it('may have further packages by then', () =>
    check(`${WORKS}//- packages.bib
@manual{R-knitr, title = {knitr}}
//- a.Rmd
---
bibliography: [works.bib, packages.bib]
---

\`\`\`{r}
knitr::write_bib(c('knitr', 'ports'), 'packages.bib')
\`\`\`

[@meyer2011; @R-knitr; @R-ports; @⟦citation-undefined|other⟧].
`));
});

describe('an identifier', () => {
  it('is looked up by a filter, and not called unknown', () =>
    check(`${WORKS}//- sicetnon.yaml
bibliography: [works.bib]
//- a.md
[@doi:10.1093/nar/gkq747; @pmid:12345; @arxiv:1901.00001; @tag:Yu2016; @⟦citation-undefined|doi2016⟧].
`));
});

describe('an identifier in a document of Quarto', () => {
  const cited = '[@meyer2011; @⟦citation-undefined|doi:10.1093/nar/gkq747⟧].\n';
  const resolved = '[@meyer2011; @doi:10.1093/nar/gkq747].\n';

  it('is unknown where no filter looks it up', () =>
    check(`${WORKS}//- _quarto.yml\nbibliography: works.bib\n//- a.qmd\n${cited}`));
  it('may be looked up by a filter of the project', () =>
    check(`${WORKS}//- _quarto.yml\nbibliography: works.bib\nfilters: [manubot]\n//- a.qmd\n${resolved}`));
  it('may be looked up by a filter of the document', () =>
    check(`${WORKS}//- a.qmd\n---\nbibliography: works.bib\nfilters: [manubot]\n---\n\n${resolved}`));
  it('may be looked up by an extension', () =>
    check(
      `${WORKS}//- _quarto.yml\nbibliography: works.bib\n//- _extensions/who/doi/_extension.yml\ncontributes:\n  filters: [doi.lua]\n//- a.qmd\n${resolved}`,
    ));
});

describe('a path in settings', () => {
  it('leads from a document below where it leads nowhere from theirs', () =>
    check(`${WORKS}//- posts/_metadata.yml
bibliography: [../../works.bib, ⟦bibliography-unreadable|../../gone.bib⟧]
//- posts/a/index.qmd
[@meyer2011; @nobody].
`));
});
