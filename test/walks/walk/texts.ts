/** The initial workspace of random walks, and the text that they write. */

export const START: Readonly<Record<string, string>> = {
  'sicetnon.yaml': `bibliography: [works.bib, more.json]
actors: [actors.yaml, 'registers/*.yaml']
sources: {sources/one.txt: one1901}
properties:
  trusted: {type: boolean}
  members: {type: quantity, tolerance: 5%}
  form: {type: choice, of: [club, firm, union]}
places: {Wharf: Harbour}
rules: {actor-unmentioned: hint, entry-uncited: hint, claim-single-source: hint}
`,
  'works.bib': `@book{one1901, author = {Rope, Ada}, title = {One Year}, date = {1901}, pages = {1--90}}
@book{two1902, author = {Sail, Ben}, title = {Two Years}, date = {1902}}
@string{mast = {Mast, Carl}}
@article{mast2014, author = mast, title = {Owners}, date = {2014}, pages = {10--20}}
@inbook{part1901, title = {A Part}, crossref = {one1901}}
`,
  'more.json': `[{"id": "keel2009", "type": "book", "title": "Keels", "author": [{"family": "Keel", "given": "Lena"}]},
 {"id": "mast2014", "type": "book", "title": "Owners again"}]
`,
  'actors.yaml': `union:
  name: Union of Rope Makers
  aliases: [the Union]
  active: 1900/1910
  works: ["@two1902"]
firm:
  name: The Firm
mill:
  aliases: [Mill, the Firm, Mast]
  relations: {owner: [firm, sail], part-of: [firm]}
`,
  'registers/people.yaml': `sail:
  name: Ben Sail
  works: [two1902]
rope:
  name: Ada Rope
  aliases: [the Union, Rope]
  cite: "[@one1901, p. 3]"
mast:
  name: Mast
`,
  'index.md': `# Index

The Union met on the quay[^1]. See @keel2009 and [@mast2014, p. 12].

[^1]: By the minutes of the Firm.

[Nobody trusted it]{.claim #distrust when="1905" about="union" says="trusted = no" by="rope"} [@one1901, p. 4].

[Both are judged]{.claim #judged resolves="distrust notes/draft.md#trust" prefers="distrust"} [@keel2009].
`,
  'notes/review.md': `---
title: Review
bibliography: local.bib
---

[All trusted it]{.claim #trust about="union" says="trusted = yes" contradicts="../index.md#distrust"} [@two1902].
[It had 82]{.claim #few about="union" says="members = 82" supports="#trust" where="Wharf"}[^n].

<!-- sicetnon-disable-next-line citation-undefined -->
[@nobody1999, p. 3] and [@local2000].

[^n]: Ben Sail says so, @one1901.
[^m]: Nobody asks.
`,
  'notes/draft.md': `# Draft

[It was trusted]{.claim #trust about="union" says="trusted = yes" implies="two1902#many"} [@mast2014].

::: {.claim #whole supports="#trust" evidence="@keel2009; ../notes/review.md#few" status="open"}
A whole block of [the union]{.actor ref="union"} and [him]{.actor ref="sail"}.
:::

[It fell]{.claim #fallen status="rejected" supports="#round"}. [It leans]{.claim #round evidence="#fallen"}.

[A club]{.claim #club says="firm.form = club; mill.members >= 10" about="@firm"} [@local2000].
`,
  'notes/local.bib': '@misc{local2000, title = {Local}, date = {2000}}\n',
  'notes/chapter.qmd': `---
references:
- id: own2020
  type: book
  title: Its Own
nocite: "@keel2009"
lang: en
---

[@own2020] and @extra2021 speak of the Mill.
`,
  'notes/_quarto.yml': 'bibliography: ../extra.ris\n',
  'extra.ris': 'TY  - BOOK\nID  - extra2021\nTI  - Extra\nPY  - 2021\nER  - \n',
  'notes/quotes.md': `“The ropes were hired at the gate each morning” [@one1901], “the ropes were paid by the month” [@one1901].

[“The sails stood by the gate and waited”]{.quote from="two1902" at="para. 2"}

> The owners kept three sets of books. [@two1902, para. 3]

Mast argues for the owners [@mast2014], Rope [-@part1901, p. 95] against them, and Mast again [@keel2009].

“What the sails earned stood in neither of the books” [@one1901].
`,
  'notes/found.md': `The ropes won.¹ The owners paid.² So it was.³ And so it was not.⁴

NOTES

1. Lena Keel, *Keels*, Hamburg, Harbour Press, 2009, p. 4; Carl Mast, *Owners*, Bremen, Weser, 2014, p. 8.
2. Ibid., p. 9.
3. Sail, op. cit., p. 9.
5. Mast, supra note 1, at 9.
`,
  'notes/refs.md': `The owners gave way (Keel, 2009). Others doubt it (Rope and Sail, 1901; Mast, 2014: 12), or (Hull, 2011).

REFERENCES

Keel L (2009) Keels. Hamburg: Harbour Press.
Hull B (2012) Hulls. Bremen: Weser.
`,
  'sources/one.txt': `The ropes were hired at the gate each morning.

Nobody on the quays was paid by the month.

The owners kept two sets of books.
`,
  'sources/two.md': `---
source: two1902
---

[1] What the sails earned stood in neither of the books.

[2] The sails stood by the gate and counted.

[3] [There were 120]{.claim #many about="union" says="members = 120"}, and [nobody trusted it]{.claim #none about="union" says="trusted = no"}.
`,
};

/** Contents that a project file, register or bibliography may be replaced with. */
export const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'sicetnon.yaml': [
    '',
    'bibliography: [works.bib\nactors: {',
    'rules: {citation-undefined: off, claim-open: error, actor-unmentioned: hint}\nactors: actors.yaml\n',
    'include: ["notes/**"]\nbibliography: works.bib\nactors: [registers/people.yaml]\n',
    'exclude: ["notes/d*", "sources/**"]\nbibliography: ["*.bib"]\nrules: {entry-uncited: warning}\n',
    'sources: {sources/two.md: one1901, notes/found.md: keel2009}\nbibliography: [gone.bib, more.json]\nactors: [gone.yaml, actors.yaml]\n',
    'bibliography: [works.bib, more.json]\nactors: ["**/*.yaml"]\ntimeless-span: 3\nproperties: {trusted: {type: boolean, share: true}, members: {type: quantity, additive: true}, form: {type: choice, of: [club, firm], mood: norm}}\nplaces: {Wharf: Harbour}\n',
    'bibliography: [works.bib, more.json, extra.ris]\nactors: ["**/*.yaml"]\nproperties: {trusted: {type: quantity}, members: {type: choice, of: [many, few]}}\n',
  ],
  'actors.yaml': [
    '',
    'union:\n  name: [broken\n',
    'union:\n  name: Union\n  relations: {kind-of: [firm]}\nfirm:\n  name: May\n  relations: {part-of: [mill]}\nrope:\n  relations: {wrote: [one1901]}\n',
    'union:\n  name: Union\n  active: 1950/..\nsail:\n  name: the Mill\n',
  ],
  'registers/people.yaml': ['', 'mill:\n  name: Mill\n  works: [keel2009, mast2014]\n'],
  'works.bib': ['', '@book{one1901, title = {One\n', '@book{keel2009, title = {Keels}}\n@book{one1901}\n'],
  'more.json': ['', '[{"id": "one1901"}, {"id": ', '[{"id": "sail", "type": "book", "title": "S"}]'],
  'notes/_quarto.yml': ['', 'bibliography: [local.bib, ../gone.bib]\n', 'bibliography: {'],
};

/** New paths of files. */
export const NEW_PATHS: readonly string[] = [
  'notes/new.md',
  'new.md',
  'sources/three.md',
  'sources/four.txt',
  'gone.bib',
  'gone.yaml',
  'registers/more.yaml',
  'sources/local.bib',
  'index.qmd',
  '_quarto.yml',
];

/** Text that is inserted: whole constructs, halves of them, and plain characters. */
export const PIECES: readonly string[] = [
  '[^1]',
  '[^n]',
  '\n\n[^2]: Two, @one1901.\n',
  '[@keel2009]',
  '[@nobody1999]',
  '@mast2014 [p. 99]',
  '{.claim #few}',
  '[Words]{.claim #wanted supports="#few"}',
  '[Words]{.claim implies="trust two1902#none" by="sail"}',
  '[Said]{.claim #said about="union" says="trusted = no" when="1950"}',
  '[Told]{.claim #told by="two1902 via mast2014" about="union" says="trusted = most; members = over 200"}',
  '[Of the mill]{.claim #part about="mill firm" says="trusted = none; members = 90" where="Warf"}',
  '[Upheld]{.claim #upheld resolves="distrust trust" prefers="trust"}',
  'MAY 1890 www.Mill.org [it][Mill] Mrs May',
  '[Fallen]{.claim #few status="withdrawn" resolves="distrust trust"}',
  ' about="firm"',
  ' says="members = 90"',
  ' status="open"',
  ' contradicts="sources/two.md#many"',
  '```\n',
  '\n\n',
  '\n',
  '`',
  '[',
  ']',
  '{',
  '}',
  '"',
  ':::',
  '::: {.claim #block}\n',
  'a',
  'e',
  ' ',
  '@book{new2020, title = {N}}\n',
  ' crossref = {mast2014}, ',
  '@string{mast = {Rope, Ada}}\n',
  'union:\n',
  'name: X\n',
  '  aliases: [The Firm, Mill]\n',
  '  aliases: [Mast, Rope]\n',
  '  works: [mast2014, one1901]\n',
  ' Mast argues [@mast2014]',
  ' Rope [-@one1901]',
  ' The Firm ',
  ' Mill ',
  ' the Union ',
  ' the Union of Rope Makers ',
  '  aliases: [Rope Makers, Union of Ropes]\n',
  '  active: 1950/..\n',
  '<!-- sicetnon-disable-file footnote-undefined -->',
  '<!-- sicetnon-disable-line -->',
  '---\nnocite: "@*"\n---\n',
  '---\nsource: one1901\n---\n\n',
  '---\nbibliography: [../works.bib, gone.bib]\n---\n\n',
  ' [claimed]{.claim says="ghost.trusted = yes"}',
  'ghost:\n  name: The Ghost\n  cite: "[@mast2014]"\n',
  '“The owners kept two sets of books” [@two1902]\n\n',
  '“the sails stood by the gate and counted” [@one1901]',
  '[“nobody on the quays was paid”]{.quote from="one1901"}',
  '> ',
  '- ',
  '¹',
  '2. Ibid., p. 3.\n',
  ' (Rope, 1901)',
  ' (Hull, 2012)',
  'gate',
  '…',
  '中',
  '𝔘',
];

/** Names in the texts, which walks replace by each other. */
export const NAMES: readonly string[] = [
  'one1901',
  'two1902',
  'mast2014',
  'keel2009',
  'local2000',
  'part1901',
  'extra2021',
  'union',
  'firm',
  'mill',
  'sail',
  'rope',
  'distrust',
  'trust',
  'few',
  'whole',
  'many',
  'none',
  'wanted',
  'members',
  'trusted',
  'form',
  'yes',
  'no',
  '120',
  '82',
  'club',
  'claim',
  'actor',
  'quote',
  'supports',
  'implies',
  'contradicts',
  'Rope',
  'Mast',
  'Keel',
  'Hull',
  'Mill',
  'Firm',
  'works',
  'local',
  'more',
];
