import { folderOf, relativeTo } from '../workspace/paths.ts';
import { isBuilt, usedOfOwnLibrary, usedUnnamed } from '../workspace/used-bibliographies.ts';
import type { Library } from '../workspace/library.ts';
import { eachCited, type CitedWork, type DocumentSummary } from '../workspace/summary.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const bibliographyUnnamed: Rule = {
  code: 'bibliography-unnamed',
  severity: 'information',
  title: deferred('Bibliography that nothing names'),
  what: deferred(
    'A document whose citations are known only from a bibliography that lies beside it or at the root, and that neither its front matter nor the project names. Told once a document.',
  ),
  why: deferred(
    'Here they are found all the same; Pandoc looks for no file that it is not told of, and prints question marks.',
  ),
  examples: [
    {
      title: 'Beside the text, and named nowhere',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
The dockers won [@⟦bibliography-unnamed|meyer2011⟧, p. 12], and so did the weavers [@meyer2011, p. 14].
`,
    },
    {
      title: 'Named in the front matter',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
---
bibliography: references.bib
---

The dockers won [@meyer2011, p. 12].
`,
    },
    {
      title: 'A part of a text that names it, and a text by itself',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- book.md
---
bibliography: references.bib
---

# Book
//- chapters/1.md
The dockers won [@meyer2011, p. 12].
//- letter.md
---
title: A letter
---

The dockers won [@⟦bibliography-unnamed|meyer2011⟧, p. 12].
`,
    },
    {
      title: 'A makefile may name it',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- Makefile
book.pdf: notes.md
	pandoc --citeproc --bibliography=references.bib notes.md -o book.pdf
//- notes.md
The dockers won [@meyer2011, p. 12].
`,
    },
    {
      title: 'So may a file of settings that is handed to Pandoc',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- settings.yaml
---
bibliography: [references.bib]
---
//- chapters/1.md
The dockers won [@meyer2011, p. 12].
`,
    },
    {
      title: 'A file of settings that was read and names none does not',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- settings.yaml
theme: dark
//- notes.md
The dockers won [@⟦bibliography-unnamed|meyer2011⟧, p. 12].
`,
    },
    {
      title: 'Links of a note-taking program',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
@book{adler2010, title = {Quays}}
//- @meyer2011.md
# Dockers
//- notes.md
See [[@meyer2011]] and [[@meyer2011|Meyer]].
//- draft.md
See [[@meyer2011|Wages]] and [@⟦bibliography-unnamed|adler2010⟧].
`,
    },
    {
      title: 'Nothing is cited from it',
      fixture: `//- references.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
Thanks to @lena for the photograph.
`,
    },
  ],
  *checkLinks(summary, { library }) {
    // A makefile or script may name a bibliography for Pandoc.
    const found = isBuilt(library) ? [] : usedUnnamed(summary, library);
    // A text without a title may be a part of the one that names it, put together on the command line.
    const used = summary.title === null ? found.filter((path) => library.merelyFound.has(path)) : found;
    const first = firstFrom(used, summary, library);
    if (!first) {
      const own = usedOfOwnLibrary(summary, library);
      if (own.length === 0) return;
      yield {
        range: own[0]!.key.range,
        message: say(
          '“{key}” is known from your own library alone{others, plural, =0 {} one {, and so is # more} other {, and so are # more}}: Pandoc will not find it. Copy what is cited into a bibliography of this text.',
          { key: own[0]!.key.text, others: own.length - 1 },
        ),
      };
      return;
    }
    const names = used.map((path) => say('“{words}”', { words: relativeTo(folderOf(summary.path), path) }));
    yield {
      range: first.key.range,
      message: say(
        '“{key}” is cited from {files}, which nothing names: Pandoc will not find {count, plural, one {it. Name it} other {them. Name them}} in the front matter, or in the project file.',
        { key: first.key.text, files: enumerated(names), count: used.length },
      ),
    };
  },
};

/** The first work that a document cites from one of some bibliographies. */
function firstFrom(
  used: readonly string[],
  summary: DocumentSummary,
  library: Library,
): Pick<CitedWork, 'key'> | null {
  if (used.length === 0) return null;
  for (const work of eachCited(summary)) {
    const [entry] = work.in === 'handle' ? [] : library.entries(summary.path, work.key.text);
    if (entry && used.includes(entry.path)) return work;
  }
  return null;
}
