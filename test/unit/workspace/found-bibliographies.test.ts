import { check } from '../../support/check.ts';

const COPY = '@book{meyer2011, title = {Dockers}}\n@book{adler2014, title = {Ports}}\n';

describe('several bibliographies beside a text that names none', () => {
  it('the one that is named like the text comes first, and faults of copies are told in it alone', () =>
    check(
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
      {
        messages: [
          'The key “meyer2011” is taken: line 1 has an entry of that key. Give one of them another key, or delete it.',
          'The key “meyer2011” is taken: line 1 has an entry of that key. Give one of them another key, or delete it.',
          '“meyer2011” is cited from “tides.bib”, which nothing names: Pandoc will not find it. Name it in the front matter, or in the project file.',
          '“meyer2011” is cited from “archive.bib”, which nothing names: Pandoc will not find it. Name it in the front matter, or in the project file.',
        ],
      },
    ));
});
