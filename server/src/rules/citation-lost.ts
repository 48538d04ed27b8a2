import { lostWorks } from '../checking/lost-works.ts';
import { isReadme } from '../checking/readmes.ts';
import type { Rule } from '../checking/rule.ts';
import type { LostCitation, LostKind } from '../facts/model.ts';
import { deferred, say } from '../words/say.ts';

const BIBLIOGRAPHY = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011,
  author = {Meyer, Lena},
  title = {Dockers},
  date = {2011},
}
@book{doi:10.10/x(2),
  author = {Adler, Ada},
  title = {Ports},
  date = {2014},
}
`;

export const citationLost: Rule = {
  code: 'citation-lost',
  severity: 'error',
  title: deferred('Citation that Pandoc does not read as one'),
  what: deferred(
    'The key of a work that a bibliography knows, where Pandoc reads something else: at the beginning of a paragraph or of a note (`@key.`, `(@key)`: an item of a numbered example list), right after a letter, in a bracket that is never closed, or cut short at a character that ends a key, as the address of a link (`[words](@key)`), with another bracket right after it (`[@key][@other]`, `[@key](p. 3)`), or beside words without a key between semicolons (`[@key; p. 3]`). Also the sign in a web address, which Pandoc takes for a citation, and so does Quarto; R Markdown (`.Rmd`) has it make a link.',
  ),
  why: deferred(
    'Pandoc says nothing: the citation is missing from what is printed, or a number stands in its place, and the work from the bibliography.',
  ),
  examples: [
    {
      title: 'A note that is nothing but a citation makes every such citation of the text a number',
      fixture: `${BIBLIOGRAPHY}//- notes.md
As @meyer2011 says, tokens were counted.[^a]

[^a]: ⟦citation-lost|@meyer2011.⟧
`,
    },
    {
      title: 'Glued to a word, in an open bracket, cut short',
      fixture: `${BIBLIOGRAPHY}//- notes.md
The work⟦citation-lost|@meyer2011⟧ is long ⟦citation-lost|[⟧@meyer2011, p. 3, and another [@⟦citation-lost|doi:10.10/x(2)⟧] is short.
`,
    },
    {
      title: 'Words without a key between semicolons',
      fixture: `${BIBLIOGRAPHY}//- notes.md
Tokens were counted ⟦citation-lost|[@meyer2011; p. 3]⟧, and counted ⟦citation-lost|[Novak 1998; @meyer2011]⟧ again [@meyer2011, p. 4; see also @meyer2011, p. 5].
`,
    },
    {
      title: 'A web address',
      fixture: `${BIBLIOGRAPHY}//- notes.md
The minutes [@meyer2011] are at ⟦citation-lost|https://example.org/@union/minutes⟧.
`,
    },
    {
      title: 'Examples, addresses and words in brackets of other people',
      fixture: `${BIBLIOGRAPHY}//- notes.md
(@first) The dockers won [@meyer2011].

As (@first) shows, write to lena@example.org or see <https://example.org/@union>.
`,
    },
  ],
  *checkNames(named, { library }) {
    if (named.lost.length === 0 || !library.canJudgeCitations(named.path)) return;
    const isForReaders = isReadme(named.path);
    for (const { lost, key } of lostWorks(named, library)) {
      if (isForReaders && lost.kind === 'address') continue;
      const place = placeOf(lost, key);
      yield {
        range: place.range,
        message: say(MESSAGES[lost.kind], { cited: `@${key}`, braced: `@{${key}}` }),
        ...(lost.kind === 'address' || lost.kind === 'part' ? { severity: 'warning' } : {}),
        fixes: [{ title: say(TITLES[lost.kind]), edits: [place.edit] }],
      };
    }
  },
};

/** The range to be corrected, and its new text. */
function placeOf({ kind, range, insert, key }: LostCitation, known: string) {
  if (kind === 'bracket') {
    const at = key.range.to + insert.length;
    const end = { from: at, to: at };
    return { range, edit: { range: end, insert: ']' } };
  }
  if (kind !== 'key') return { range, edit: { range, insert } };
  const whole = { from: range.from, to: range.from + known.length };
  return { range: whole, edit: { range: whole, insert: `{${known}}` } };
}

const MESSAGES: Readonly<Record<LostKind, string>> = {
  example: deferred(
    'No citation to Pandoc, but an item of an example list. Every “{cited}” of this text becomes its number, and the citations are lost: put it into brackets.',
  ),
  glued: deferred('Right after a letter “{cited}” is no citation to Pandoc. Put a blank before it.'),
  bracket: deferred(
    'The bracket before “{cited}” is never closed. Pandoc prints it as it is: close it in the same paragraph.',
  ),
  key: deferred('Pandoc ends this key early. Written “{braced}” it is read whole.'),
  target: deferred(
    'The address of a link cites nothing: Pandoc makes a link to “{cited}” of it, and the work is not in the bibliography.',
  ),
  neighbour: deferred(
    'Of two brackets side by side Pandoc reads the first as the words of a link, so that it prints the bracket around “{cited}”. Put both into one.',
  ),
  part: deferred(
    'Between semicolons Pandoc expects a key: it prints this bracket as it stands, with “{cited}” as a name in it. A place or a remark follows its key after a comma.',
  ),
  address: deferred(
    'In this web address Pandoc takes “{cited}” for a citation. Put the address into angle brackets.',
  ),
};

const TITLES: Readonly<Record<LostKind, string>> = {
  example: deferred('Put the citation into brackets'),
  glued: deferred('Put a blank before it'),
  bracket: deferred('Close the bracket'),
  key: deferred('Put the key into braces'),
  target: deferred('Cite it after the words'),
  neighbour: deferred('Put both into one bracket'),
  part: deferred('Part the words from the key by a comma'),
  address: deferred('Put the address into angle brackets'),
};
