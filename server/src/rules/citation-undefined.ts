import { lostWorks } from '../checking/lost-works.ts';
import { textsLacking } from '../checking/texts-lacking.ts';
import { isReadme } from '../checking/readmes.ts';
import type { Rule } from '../checking/rule.ts';
import type { Library } from '../workspace/library.ts';
import { mayBeResolved, isOwnCrossReference } from '../workspace/cross-references.ts';
import { deferred, enumerated, listOf, say } from '../words/say.ts';

const BIBLIOGRAPHY = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011,
  author = {Meyer, Lena},
  title = {Dockers},
  date = {2011},
}
`;

export const citationUndefined: Rule = {
  code: 'citation-undefined',
  severity: 'error',
  title: deferred('Citation of an unknown work'),
  what: deferred(
    'A citekey that no bibliography of the document holds: in a citation, in `evidence`, in the `from` of a quotation; in a bibliography one that an entry leans on (`crossref`, `xdata`).',
  ),
  why: deferred('Pandoc prints the key with a question mark, and the reader cannot find the work.'),
  examples: [
    {
      title: 'No such entry',
      fixture: `${BIBLIOGRAPHY}//- notes.md
The dockers won [@⟦citation-undefined|meyer2001⟧, p. 12].
`,
    },
    {
      title: 'The entry is there, and an address is no citation',
      fixture: `${BIBLIOGRAPHY}//- notes.md
The dockers won [@meyer2011, p. 12]. Write to lena@example.org, and see @fig-docks.
`,
    },
    {
      title: 'What a part cites is looked up as for the text that takes it in',
      fixture: `${BIBLIOGRAPHY.replace('bibliography: [works.bib]', '{}')}//- paper.qmd
---
bibliography: works.bib
---

{{< include parts/_one.qmd >}}
//- parts/_one.qmd
The dockers won [@meyer2011; @⟦citation-undefined|adler2014⟧].
`,
    },
    {
      title: 'Each text that takes a part in has its own bibliographies',
      fixture: `//- one.bib
@book{meyer2011, title = {Dockers}}
//- two.bib
@book{adler2014, title = {Ports}}
//- one.qmd
---
bibliography: one.bib
---

{{< include _part.qmd >}}
//- two.qmd
---
bibliography: [one.bib, two.bib]
---

{{< include _part.qmd >}}
//- _part.qmd
The dockers won [@meyer2011; @⟦citation-undefined|adler2014⟧; @⟦citation-undefined|novak1998⟧].
`,
    },
    {
      title: 'A document without any bibliography is left alone',
      fixture: `//- notes.md
Thanks to @meyer2001 for the photograph.
`,
    },
    {
      title: 'A key that is longer or shorter than the one of the work',
      fixture: `${BIBLIOGRAPHY}//- notes.md
The dockers won [@⟦citation-undefined|meyer2011dockers⟧].
`,
    },
    {
      title: 'A chapter of a volume that is not there',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@incollection{meyer2011, title = {Dockers}, crossref = {⟦citation-undefined|ports2011⟧}}
@incollection{adler2014, title = {Ports}, crossref = {docks2014}}
@collection{docks2014, title = {Docks}}
`,
    },
    {
      title: 'Evidence names works too',
      fixture: `${BIBLIOGRAPHY}//- notes.md
[The dockers won]{.claim #won evidence="@⟦citation-undefined|adler2014⟧, p. 3"}.
`,
    },
  ],
  *checkFile({ kind, path }, { library }) {
    const bibliography = kind === 'bibliography' ? library.bibliography(path) : undefined;
    for (const { text, range } of bibliography?.content.linkedKeys?.() ?? [])
      // Pandoc looks for an inherited entry in the same file only.
      if (library.entriesIn(path, text).length === 0)
        yield {
          range,
          severity: 'warning',
          message: say(
            '“{key}” is not in this bibliography, and this entry leans on it. Add that entry, or correct the key.',
            { key: text },
          ),
        };
  },
  *checkNames(named, { library }) {
    const { path, cited } = named;
    const isShared = library.texts.of(path).length > 1;
    if (!(isShared || library.mayNameUnknown(path)) || !library.canJudgeCitations(path)) return;
    const found = library.citesFromFound(path);
    const scope = library.scopeOf(path);
    const isMade = scope.some((declared) => library.stateOf(declared) === 'made');
    const { knownPrefixes } = library.project;
    const isWritten = scope.some((declared) => library.isWritten(declared));
    const namesPackages = isMade || found || isWritten;
    const known = namesPackages ? [...knownPrefixes, 'R-'] : knownPrefixes;
    // What Pandoc misreads is reported by another rule.
    const misread = new Set(lostWorks(named, library).map(({ lost }) => lost.key.range.from));
    for (const { key, in: place } of cited) {
      if (place === 'nocite' && key.text === '*') continue;
      if (misread.has(key.range.from)) continue;
      if (library.entries(path, key.text).length > 0) {
        const lacking = isShared ? textsLacking(path, key.text, library) : [];
        if (lacking.length > 0)
          yield {
            range: key.range,
            message: lackingInWords(key.text, lacking),
          };
        continue;
      }
      if (isOwnCrossReference(key.text, path, library)) continue;
      if (known.some((prefix) => key.text.startsWith(prefix)) || mayBeResolved(key.text, path, library))
        continue;
      if ((isMade || isWritten) && isOfPackage(key.text, library)) continue;
      const near = library.nearestKey(path, key.text);
      // Without a named bibliography, `@name` may be a social media handle.
      if (found && (place === 'bare' || place === 'handle') && near === null) continue;
      const isHandle = place === 'handle' && near === null;
      if (isHandle && isReadme(path)) continue;
      if (place === 'bare' && near === null && FILE.test(key.text)) continue;
      const isLabel = /^(?:fig|tbl|eq|sec|lst):/i.test(key.text);
      if (near === null && (isHandle || isLabel || isMade)) {
        yield {
          range: key.range,
          severity: 'information',
          message: isHandle
            ? say(
                '“{key}” is in no bibliography, and seems to be a name; Pandoc reads a citation. Write {form} if none is meant.',
                { key: key.text, form: `\\@${key.text}` },
              )
            : isMade
              ? say('“{key}” is in no bibliography that is here before the text is rendered.', {
                  key: key.text,
                })
              : say(
                  '“{key}” is no label of a figure, table, section or equation here, nor a key of a bibliography.',
                  { key: key.text },
                ),
        };
        continue;
      }
      yield {
        range: key.range,
        message:
          library.inOwnLibrary(key.text).length > 0
            ? say(
                '“{key}” is in your own library, but in no bibliography of this text. Copy the entry, so that Pandoc finds it.',
                { key: key.text },
              )
            : near
              ? say('“{key}” is in no bibliography. Did you mean “{name}”?', { key: key.text, name: near })
              : say('“{key}” is in no bibliography. Add the entry, or correct the key.', { key: key.text }),
      };
    }
  },
};

/** `@AGENTS.md`, by which a file for a program takes another one in. */
const FILE = /\.(?:md|markdown|qmd|mdx|txt)$/i;

/** So many documents are named in one message. */
const MOST_NAMED = 3;

/** That some texts which take the document in have no work of the key. */
function lackingInWords(key: string, paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).map((path) => say('“{words}”', { words: path }));
  const more = paths.length - named.length;
  if (more > 0)
    return say(
      '“{key}” is in no bibliography of {texts} and {more} more, which take this in too. Add the entry there, or name the bibliography that has it.',
      { key, texts: enumerated(named), more },
    );
  return say(
    '“{key}” is in no bibliography of {texts}, which {count, plural, one {takes} other {take}} this in too. Add the entry there, or name the bibliography that has it.',
    { key, texts: listOf(named), count: named.length },
  );
}

/** Whether a key is one that `knitr::write_bib` gives to what a package wants cited, `knitr2015` beside `R-knitr`. */
function isOfPackage(key: string, library: Library): boolean {
  const name = /^(.+?)(?:19|20)\d\d[a-z]?$/.exec(key)?.[1];
  return name !== undefined && library.seekersOfKey(`R-${name}`).length > 0;
}
