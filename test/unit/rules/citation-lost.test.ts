import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { check, strictLogger } from '../../support/check.ts';
import { checkAction, titlesIn } from '../../support/check-action.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const WORKS = `//- works.bib
@book{meyer2011, title = {Dockers}, author = {Meyer, Lena}, date = {2011}}
@book{ad:ler+14, title = {Ports}, author = {Adler, Ada}, date = {2014}}
@book{what????, title = {What}, author = {Adler, Ada}, date = {2014}}
@book{Chambers., title = {Reports}, author = {Chambers, Chris}, date = {2014}}
@book{https://example.org/x?id=3, title = {Page}, author = {Adler, Ada}, date = {2014}}
//- sicetnon.yaml
bibliography: [works.bib]
`;
const ONLY = { only: ['citation-lost', 'citation-undefined', 'markup-broken'] };
const FIX =
  /brackets$|blank before|the bracket$|braces$|note in place|Close the note|into the caption|after the words|into one bracket|by a comma$/;

/** What is written, what its fix makes of it. */
const LOST: readonly [title: string, drawn: string, mended: string][] = [
  ['a note that is a key and a stop', 'So it was.[^a]\n\n[^a]: ⟦citation-lost|@meyer2011.⟧', 'So it was.[^a]\n\n[^a]: [@meyer2011].'],
  ['a paragraph that begins in parentheses', '⟦citation-lost|(@meyer2011)⟧ says so.', '[@meyer2011] says so.'],
  ['a parenthesis after the key', '⟦citation-lost|@meyer2011)⟧ says so.', '[@meyer2011]) says so.'],
  ['a letter before the sign', 'The work⟦citation-lost|@meyer2011⟧ is long.', 'The work @meyer2011 is long.'],
  ['a digit before the sign', 'In 1901⟦citation-lost|@meyer2011⟧.', 'In 1901 @meyer2011.'],
  ['an open bracket', 'Long ⟦citation-lost|[⟧@meyer2011, p. 3.\n\nNext ] here.', 'Long [@meyer2011, p. 3].\n\nNext ] here.'],
  ['an open bracket, the author left out', 'Long ⟦citation-lost|[⟧-@meyer2011, p. 3.', 'Long [-@meyer2011, p. 3].'],
  ['an open bracket, a page of another language and words', 'Long ⟦citation-lost|[⟧@meyer2011, S. 3–5, und mehr.', 'Long [@meyer2011, S. 3–5], und mehr.'],
  ['an open bracket, and a number that counts what follows', 'Long ⟦citation-lost|[⟧@meyer2011, 99 years later.', 'Long [@meyer2011], 99 years later.'],
  ['a key with a sign before a stop', 'See [@⟦citation-lost|what????⟧, p. 3].', 'See [@{what????}, p. 3].'],
  ['a key that ends with a stop', 'See [it; @⟦citation-lost|Chambers.⟧; @meyer2011.].', 'See [it; @{Chambers.}; @meyer2011.].'],
  ['a key that is an address', 'See @⟦citation-lost|https://example.org/x?id=3⟧.', 'See @{https://example.org/x?id=3}.'],
  ['a key that is an address, before a parenthesis that closes and a stop', 'See it (@⟦citation-lost|https://example.org/x?id=3⟧).', 'See it (@{https://example.org/x?id=3}).'],
  ['the address of a link', 'See ⟦citation-lost|[her book](@meyer2011)⟧.', 'See her book [@meyer2011].'],
  ['the address of a place', 'See ⟦citation-lost|[p. 3](@meyer2011)⟧.', 'See [@meyer2011, p. 3].'],
  ['two citations side by side', 'So it was ⟦citation-lost|[see @meyer2011, p. 3][@ad:ler+14]⟧.', 'So it was [see @meyer2011, p. 3; @ad:ler+14].'],
  ['a place in a bracket of its own', 'So it was ⟦citation-lost|[@meyer2011][p. 3]⟧.', 'So it was [@meyer2011, p. 3].'],
  ['a place in parentheses', 'So it was ⟦citation-lost|[@meyer2011](pp. 3-4)⟧.', 'So it was [@meyer2011, pp. 3-4].'],
  ['a place behind a semicolon', 'So it was ⟦citation-lost|[@meyer2011; S. 22, Tabelle 1]⟧.', 'So it was [@meyer2011, S. 22, Tabelle 1].'],
  ['a place between two works', 'So it was ⟦citation-lost|[see @meyer2011; p. 3;\n@ad:ler+14]⟧.', 'So it was [see @meyer2011, p. 3;\n@ad:ler+14].'],
  ['a work that is not cited by key in front', 'So it was ⟦citation-lost|[vgl. Novak 1998; @meyer2011; -@ad:ler+14]⟧.', 'So it was [vgl. Novak 1998, @meyer2011; -@ad:ler+14].'],
  ['a key without its sign', 'So it was ⟦citation-lost|[@meyer2011; adler2014-ports]⟧.', 'So it was [@meyer2011; @adler2014-ports].'],
  ['a semicolon that ends a bracket', 'So it was ⟦citation-lost|[@ad:ler+14; @meyer2011;]⟧.', 'So it was [@ad:ler+14; @meyer2011].'],
  ['an address', 'See @meyer2011 and ⟦citation-lost|https://example.org/@union/post-1⟧, and so on.', 'See @meyer2011 and <https://example.org/@union/post-1>, and so on.'],
  ['a note with a sentence for a label', 'It sailed⟦markup-broken|[^as Meyer says somewhere]⟧.', 'It sailed^[as Meyer says somewhere].'],
  ['a note in place that is never closed', 'It sailed⟦markup-broken|^[⟧as @meyer2011 says [p. 3].', 'It sailed^[as @meyer2011 says [p. 3].]'],
  ['a note after a figure', '![The quay](q.png){#fig-q}⟦markup-broken|^[Photograph.]⟧.', '![The quay^[Photograph.]](q.png){#fig-q}.'],
]; // prettier-ignore

const SILENT: readonly [title: string, text: string][] = [
  ['labels of examples that are no works', '(@first) The dockers won [@meyer2011].\n\nAs (@first) shows.'],
  ['keys that end where Pandoc ends them', '@meyer2011: so. @meyer2011’s book; (@meyer2011). “@meyer2011.” *@meyer2011*… @meyer2011?!'],
  ['mail and handles', 'Write to lena@example.org or post@meyer.org, ask \\@union.'],
  ['links to other places, and words in links', '[her book](https://example.org) and [@meyer2011](https://example.org/p) and [see @meyer2011](#sec) and ![it](@meyer2011) and [@meyer2011]{.x}[@ad:ler+14] and @meyer2011 [p. 3].'],
  ['words between semicolons elsewhere', '[@meyer2011, p. 3; @ad:ler+14] and @meyer2011 [p. 3; and more], ^[See @meyer2011; and more.] and [it; @meyer2011](https://example.org), \\[@meyer2011; p. 3], [@meyer2011; p. 3]{.x} and `[@meyer2011; p. 3]`, [as @meyer2011 shows; a long aside of somebody who wrote on quite another thing, and put it into the brackets of an editor].'],
  ['code', 'The `work@meyer2011` and `[@meyer2011` and\n\n```\n(@meyer2011) says\n```'],
  ['addresses in angle brackets and links', '<https://example.org/@union> and [it](https://example.org/@union).'],
  ['brackets that are closed', 'Long [see *[@meyer2011]*, p. 3] and [@meyer2011,\np. 3] and \\[@meyer2011.'],
  ['classes of characters and powers', 'The class [^a-z0-9 ] and [^ab cd ef], 2^[nd]^ and x^2^.'],
  ['notes that are as they should be', 'It sailed^[as *he* says [p. 3]].[^b]\n\n[^b]: So.\n\n![The quay^[Photograph.]](q.png)\n\n![](q.png)[^b]\n\nSee ![The quay](q.png)[^b].'],
]; // prettier-ignore

describe('a citation or note that Pandoc loses', () => {
  for (const [title, drawn, mended] of LOST)
    it(`is told and mended: ${title}`, async () => {
      await check(`${WORKS}//- notes.md\n${drawn}\n`, ONLY);
      const at = drawn.indexOf('⟦');
      const written = `${drawn.slice(0, at)}‸${drawn.slice(at)}`
        .replace(/⟦[^|⟧]*\|/g, '')
        .replaceAll('⟧', '');
      const fixture = `${WORKS}//- notes.md\n${written}\n`;
      const first = (await titlesIn(fixture)).find((each) => FIX.test(each));
      assert.equal((await checkAction(fixture, first!)).trimEnd(), mended);
    });

  for (const [title, text] of SILENT)
    it(`is no ${title}`, () => check(`${WORKS}//- notes.md\n${text}\n`, ONLY));

  it('is told of once a bibliography has the work, without the text being read again', async () => {
    const disk = new MemoryFileSystem({
      'sicetnon.yaml': 'bibliography: [works.bib]\n',
      'works.bib': '@book{other, title = {Other}}\n',
      'notes.md': 'The work@meyer2011 is long, says @other.\n',
    });
    const service = new Service({ fileSystem: disk, logger: strictLogger });
    const { signal } = new AbortController();
    await service.start(() => undefined, signal);
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), []);
    disk.write('works.bib', '@book{other, title = {Other}}\n@book{meyer2011, title = {Dockers}}\n');
    await service.refresh(['works.bib'], signal);
    assert.ok([...service.takeStale()].includes('notes.md'));
    assert.deepEqual(codes(), ['citation-lost']);
  });
});

describe('an address with the sign of a citation', () => {
  it('is left alone in a README, which no Pandoc reads, as are the names of people', () =>
    check(`${WORKS}//- README.md
As in @meyer2011 and at https://example.org/@union/minutes. Thanks to @lena for it.
//- notes.md
As in @meyer2011 and at ⟦citation-lost|https://example.org/@union/minutes⟧.
`).then(() => undefined));
});

describe('a citation that Pandoc loses in a block within another', () => {
  for (const [where, text] of [
    ['a div', '::: part\n\nThe work⟦citation-lost|@meyer2011⟧ is long.\n\n:::\n'],
    ['a div within a div', ':::: a\n::: b\nThe work⟦citation-lost|@meyer2011⟧ is long.\n:::\n::::\n'],
    ['HTML', '<div>\n\nThe work⟦citation-lost|@meyer2011⟧ is long.\n\n</div>\n'],
    ['a list in a div', '::: part\n- The work⟦citation-lost|@meyer2011⟧ is long.\n:::\n'],
    ['a quotation', '> The work⟦citation-lost|@meyer2011⟧ is long.\n'],
    ['a heading', '# The work⟦citation-lost|@meyer2011⟧\n'],
    ['a cell', '| a | b |\n|---|---|\n| The work⟦citation-lost|@meyer2011⟧ | long |\n'],
  ] as const)
    it(`is told once: ${where}`, () => check(`${WORKS}//- notes.md\n${text}`, ONLY).then(() => undefined));
});
