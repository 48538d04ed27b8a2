import type { Library } from '../workspace/library.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const entryUncited: Rule = {
  code: 'entry-uncited',
  severity: 'off',
  title: deferred('Bibliography entry that nothing cites'),
  what: deferred(
    'An entry of a bibliography that no document of the workspace cites or names in `nocite`. Off unless asked for.',
  ),
  why: deferred('Before a manuscript goes out one wants to know what is left over.'),
  withoutFix: 'an entry may wait to be cited',
  examples: [
    {
      title: 'Left over',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
rules: {entry-uncited: information}
//- works.bib
@book{meyer2011, title = {Dockers}}
@book{⟦entry-uncited|adler2014⟧, title = {Owners}}
//- notes.md
The dockers won [@meyer2011].
`,
    },
    {
      title: 'All are printed',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
rules: {entry-uncited: information}
//- works.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
---
nocite: "@*"
---

The dockers won.
`,
    },
    {
      title: 'Cited, or named in nocite',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
rules: {entry-uncited: information}
//- works.bib
@book{meyer2011, title = {Dockers}}
@book{adler2014, title = {Owners}}
//- notes.md
---
nocite: "@adler2014"
---

The dockers won [@meyer2011].
`,
    },
  ],
  checkFile: ({ kind, path }, { library }) => (kind === 'bibliography' ? uncitedEntries(path, library) : []),
};

/** The entries of the bibliography at `path` that no document seeks. */
function uncitedEntries(path: string, library: Library): Observation[] {
  const bibliography = library.bibliography(path);
  if (!bibliography || isCitedWhole(path, library)) return [];
  return bibliography.content.entries
    .filter((entry) => library.seekersOfKey(entry.key.text).length === 0)
    .map((entry) => ({
      range: entry.key.range,
      message: say('“{key}” is cited by no document of the workspace.', { key: entry.key.text }),
    }));
}

/** Whether a document has `nocite: "@*"`, which prints every entry of its bibliographies. */
function isCitedWhole(path: string, library: Library): boolean {
  return library
    .seekersOfKey('*')
    .some((document) => library.scopeOf(document).some(({ paths }) => paths.includes(path)));
}
