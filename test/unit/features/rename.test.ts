import assert from 'node:assert/strict';
import { checkRename, renameAt } from '../../support/check-rename.ts';

const PROJECT = '//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [actors.yaml]\n';

async function refused(fixture: string, newName: string, sentence: RegExp): Promise<void> {
  const renamed = await renameAt(fixture, newName);
  assert.match(typeof renamed === 'string' ? renamed : 'it was renamed', sentence);
}

describe('Renaming a note', () => {
  it('changes its markers and its label', () =>
    checkRename('A[^⟦name|on‸e⟧], b[^⟦name|one⟧], [^two].\n\n[^⟦name|one⟧]: N.\n\n[^two]: M.\n', 'first'));
  it('takes the marks around the label for nothing', () =>
    checkRename('A[^⟦name|one‸⟧].\n\n[^⟦name|one⟧]: N.\n', 'first'));
  it('refuses a label that is taken, or is none', async () => {
    const text = 'A[^o‸ne], [^two], [^three].\n\n[^one]: N.\n\n[^two]: M.\n';
    await refused(text, 'two', /^This text has a note \[\^two\] already, in main\.md, line 5\.$/);
    await refused(text, 'three', /calls a note \[\^three\] already, in main\.md, line 1/);
    for (const label of ['a b', 'a]b', '']) await refused(text, label, /cannot be the label of a note/);
  });
  it('knows nothing of the notes of texts as found', () =>
    refused('Long,¹‸ fines.²\n\n## Notes\n\n1. The union.\n2. The firm.\n', 'x', /^nothing$/));
});

describe('Renaming a claim', () => {
  it('changes its addresses in every form', () =>
    checkRename(
      `//- sicetnon.yaml
sources: {texts/ash.txt: ash}
//- texts/ash.txt
[Older]{.claim #⟦name|old‸er⟧ status="open"} and [b]{.claim #b contradicts="#⟦name|older⟧" evidence="#⟦name|older⟧"}.
//- notes/main.md
[x]{.claim #x supports="ash#⟦name|older⟧ @ash#⟦name|older⟧ ../texts/ash.txt#⟦name|older⟧ ⟦name|older⟧ ash#b"}.
`,
      'ancient',
    ));
  it('is asked for in its words or at an address', async () => {
    await checkRename('[A wo‸rd]{.claim #⟦name|a⟧} [b]{.claim #b supports="#⟦name|a⟧"}.\n', 'ab');
    await checkRename('[A word]{.claim #⟦name|a⟧} [b]{.claim #b supports="#⟦name|‸a⟧"}.\n', '#ab');
  });
  it('refuses a name that is taken, or is none', async () => {
    const text = '[A]{.claim #a‸} [b]{.claim #b supports="#a #c"}.\n';
    await refused(text, 'b', /^There is a claim #b already, in main\.md, line 1\.$/);
    await refused(text, 'c', /^“#c” is named already, in main\.md, line 1, and would lead to this claim\.$/);
    for (const id of ['a b', '', 'a"b', 'a}', 'é#']) await refused(text, id, /cannot name a claim/);
  });
  it('refuses where the name would be taken for another', async () => {
    const files = (address: string) =>
      `//- a.md\n[A]{.claim #a‸}.\n//- b.md\n[B]{.claim #b}.\n//- c.md\n[C]{.claim #c supports="${address}"}.\n`;
    await refused(files('a'), 'b', /Another claim is called #b, in b\.md, line 1/);
    await refused(files('b'), 'b', /“b” is named already, in c\.md, line 1/);
    await checkRename(files('a.md#⟦name|a⟧').replace('#a‸', '#⟦name|a‸⟧'), 'b');
  });
  it('refuses where two have the name, or none', async () => {
    await refused('[A]{.claim #a‸} [b]{.claim #a}.\n', 'c', /^Two claims of this text are called #a/);
    await refused(
      '//- a.md\n[A]{.claim #a‸}.\n//- b.md\n[b]{.claim #a} [c]{.claim supports="a"}.\n',
      'c',
      /may mean something else as well, in b\.md, line 1/,
    );
    await refused('[A‸]{.claim}.\n', 'c', /has no name yet/);
  });
});

describe('Renaming a work', () => {
  const files = (text: string, bib = '⟦name|ash1950⟧', sign = '') => `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
sources: {texts/ash.txt: ${sign}⟦name|ash1950⟧}
//- actors.yaml
mary:
  name: Mary Ash
  works: [${sign}⟦name|ash1950⟧]
  cite: "[@⟦name|ash1950⟧, 3; see @cole]"
//- works.bib
@book{${bib}, title = {Fairs}}
@incollection{cole, title = {Tolls}, crossref = {⟦name|ash1950⟧}}
//- texts/ash.txt
[Older]{.claim #older}.
//- main.md
${text}
//- other.md
---
nocite: "@⟦name|ash1950⟧"
---

[y]{.claim by="⟦name|ash1950⟧" evidence="@⟦name|ash1950⟧, p. 3; ⟦name|ash1950⟧#older"} [@cole].
`;
  it('changes entry, citations, attributes, register and project file', async () => {
    await checkRename(
      files('See [@⟦name|ash‸1950⟧, 3; -@⟦name|ash1950⟧; @cole] and @{⟦name|ash1950⟧}.'),
      'ash1951',
    );
    await checkRename(files('See @⟦name|ash1950⟧.', '⟦name|as‸h1950⟧'), 'b-1.x');
    await checkRename(files('See [@disagreesWith:⟦name|as‸h1950⟧].'), '@zoé');
  });
  it('refuses a key that is taken, or is none', async () => {
    const plain = files('See @ash‸1950 and @lost.').replace(/⟦name\|([^⟧]*)⟧/g, '$1');
    await refused(plain, 'cole', /^There is an entry “cole” already, in works\.bib, line 2\.$/);
    await refused(plain, 'lost', /^“lost” is named already, in main\.md, line 1/);
    await refused(plain, 'mary', /^There is an actor “mary” already, in actors\.yaml, line 1\.$/);
    for (const key of ['a b', '', 'a{b', 'a,b', 'a;b', 'a#b', 'null', '-a', 'a-', 'a--b', 'a"b'])
      await refused(plain, key, /cannot be a citekey: it is one word/);
    await refused(plain, 'fig-1', /Quarto/);
    await refused(plain, 'press:x', /^it was renamed$/);
    await refused(plain, 'disputes:x', /intent of a citation/);
  });
  it('leaves another work of the same key alone', () =>
    checkRename(
      '//- a.bib\n@book{⟦name|ash⟧, title = {A}}\n//- b.bib\n@book{ash, title = {B}}\n//- a.md\n---\nbibliography: a.bib\n---\n\n@⟦name|as‸h⟧\n//- b.md\n---\nbibliography: b.bib\n---\n\n@ash\n',
      'oak',
    ));
  it('refuses where the key may be an actor’s id', () =>
    refused(
      `${PROJECT}//- actors.yaml\nash: {name: Ash}\n//- works.bib\n@book{ash, title = {A}}\n//- main.md\nSee @as‸h. [b]{.claim by="ash"}\n`,
      'oak',
      /^“ash” may mean something else as well, in main\.md, line 1\.$/,
    ));
});

describe('Renaming an actor', () => {
  const files = (id: string, text: string) => `${PROJECT}//- works.bib
@book{cole, title = {Tolls}}
//- actors.yaml
${id}:
  name: The Guild
town:
  name: Town
  relations: {rules: [⟦name|guild⟧]}
//- main.md
${text}
`;
  it('changes registers, marks and attributes, no names', () =>
    checkRename(
      files(
        '⟦name|guild⟧',
        '[The Guild]{.actor ref="town ⟦name|gui‸ld⟧"} of the guild [@cole]; [x]{.claim about="@⟦name|guild⟧" by="⟦name|guild⟧" says="⟦name|guild⟧.old = yes" status="open"}.',
      ),
      'weavers',
    ));
  it('is asked for in the register and in the words of a mark', async () => {
    await checkRename(files('⟦name|gui‸ld⟧', '[It]{.actor ref="⟦name|guild⟧"} [@cole].'), 'gilde.2');
    await checkRename(files('⟦name|guild⟧', '[I‸t]{.actor ref="⟦name|guild⟧"} [@cole].'), 'gilde');
  });
  it('is not asked for at a name in the text', () =>
    refused(files('guild', 'So The Gu‸ild met.').replace(/⟦name\|([^⟧]*)⟧/g, '$1'), 'x', /^nothing$/));
  it('refuses an id that is taken, or is none', async () => {
    const plain = files('guild', '[It]{.actor ref="g‸uild"} [she]{.actor ref="nun"}.').replace(
      /⟦name\|([^⟧]*)⟧/g,
      '$1',
    );
    await refused(plain, 'town', /^There is an actor “town” already/);
    await refused(plain, 'cole', /^There is a work “cole” already, in works\.bib\.$/);
    await refused(plain, 'nun', /^“nun” is named already, in main\.md, line 1/);
    for (const id of ['a b', '', 'a=b', 'a;b', '~', 'null', '"a"', 'a#b', '-a'])
      await refused(plain, id, /cannot be the id of an actor/);
  });
});

describe('Renaming a property', () => {
  const files = (name: string, text: string) =>
    `//- sicetnon.yaml\nproperties:\n  ${name}: {type: boolean}\n  new: {type: boolean}\nactors: [actors.yaml]\n//- actors.yaml\na: {name: Anna}\n//- other.md\n[x]{.claim about="a" says="⟦name|old⟧ = yes; a.⟦name|old⟧ != no" status="open"}.\n//- main.md\n${text}\n`;
  it('changes the project file and the claims', async () => {
    await checkRename(
      files('⟦name|old⟧', '[y]{.claim about="a" says="⟦name|o‸ld⟧ = yes" status="open"}.'),
      'aged',
    );
    await checkRename(files('⟦name|o‸ld⟧', 'Nothing.'), 'age-old');
  });
  it('refuses a name that is taken, or is none', async () => {
    const plain = files('o‸ld', '[y]{.claim about="a" says="lost = yes"}.').replace(/⟦name\|([^⟧]*)⟧/g, '$1');
    await refused(plain, 'new', /^The project file has a property “new” already\.$/);
    await refused(plain, 'lost', /^“lost” is stated already, in main\.md, line 1/);
    for (const name of ['a b', '', 'a.b', 'a=b', 'a;b', 'null', 'a"'])
      await refused(plain, name, /cannot name a property/);
  });
});
