import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

const COPY = '@book{meyer2011, title = {Dockers}}\n@book{adler2014, title = {Ports}}\n';

describe('two bibliographies that a text names', () => {
  it('hold one work where only capitals, blanks and signs of its title differ', () =>
    check(`//- one.bib
@book{meyer2011, title = {Dockers and tide-waiters: a port}, year = {2011}}
@book{adler2014, title = {Ports}, year = {2014}}
//- two.bib
@book{meyer2011, title = {{Dockers and Tidewaiters, A Port}}, year = {2011}}
@book{adler2014, title = {Quays}, year = {2014}}
//- notes.md
---
bibliography: [one.bib, two.bib]
nocite: |
  @meyer2011 <!-- @novak1998 -->, @⟦citation-undefined|osei2003⟧
---

The dockers won [@meyer2011], and the owners lost [@⟦entry-duplicate|adler2014⟧].
`));
});

describe('several bibliographies beside a text that names none', () => {
  it('the one that is named like the text comes first, and faults of copies are told in it alone', async () => {
    const found = await check(
      `//- archive.bib
${COPY}@book{⟦entry-duplicate|meyer2011⟧, title = {Dockers}}
//- tides.bib
${COPY}@book{⟦entry-duplicate|meyer2011⟧, title = {Dockers}}
//- zephyr.bib
${COPY}@book{meyer2011, title = {Dockers}}
//- tides.md
# Tides

The dockers won [@⟦bibliography-unnamed|meyer2011⟧; @adler2014].
//- harbour.md
# Harbour

The dockers lost [@⟦bibliography-unnamed|meyer2011⟧].
`,
    );
    const named = found.flatMap(({ code, message }) =>
      code === 'bibliography-unnamed' ? (/“(\w+\.bib)”/.exec(message)?.[1] ?? []) : [],
    );
    assert.deepEqual(named, ['tides.bib', 'archive.bib']);
  });
});
