import { checkDefinition, checkHover } from '../../support/features.ts';
import { checkHighlights, checkReferences } from '../../support/names.ts';

const PROJECT = '//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [actors.yaml]\n';

describe('References to notes', () => {
  it('are markers and the note', async () => {
    const text = (marker: string, note: string) =>
      `A[^⟦use|${marker}⟧], b[^two], c[^⟦use|one⟧].\n\n[^⟦def|${note}⟧]: Note.\n\n[^two]: Other[^⟦use|one⟧].\n`;
    for (const fixture of [text('o‸ne', 'one'), text('one', 'on‸e')]) {
      await checkReferences(fixture);
      await checkHighlights(fixture);
    }
  });
  it('stay in their document', () =>
    checkReferences('//- a.md\nA[^⟦use|x⟧‸].\n\n[^⟦def|x⟧]: N.\n//- b.md\nB[^x].\n\n[^x]: N.\n'));
  it('are found in texts as found', () =>
    checkReferences(
      'Long,⟦use|¹⟧‸ fines² and all.⟦use|¹⟧\n\n## Notes\n\n⟦def|1⟧. The union.\n2. The firm.\n',
    ));
});

describe('References to works', () => {
  it('are entries, citations, attributes, lists and the project', () =>
    checkReferences(`//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
sources: {texts/ash.txt: ⟦use|ash1950⟧}
//- actors.yaml
mary:
  name: Mary Ash
  works: [⟦use|ash1950⟧]
  cite: "[@⟦use|ash1950⟧, 3; see @cole2001]"
town:
  name: Town
  relations: {described-in: [⟦use|ash1950⟧]}
//- works.bib
@book{⟦def|ash1950⟧, title = {Fairs}}
@incollection{cole2001, title = {Tolls}, crossref = "⟦use|ash1950⟧", related = {x, ⟦use|ash1950⟧}}
//- texts/ash.txt
[Older]{.claim #older}.
//- closed.md
---
nocite: "@⟦use|ash1950⟧"
---

See [@⟦use|ash1950⟧; @cole2001] and [x]{.quote from="@⟦use|ash1950⟧"}.
[y]{.claim by="⟦use|ash1950⟧" evidence="@⟦use|ash1950⟧, p. 3; ⟦use|ash1950⟧#older" supports="@⟦use|ash1950⟧#older"}.
//- main.md
As @⟦use|ash‸1950⟧ says, @ash195 and \`@ash1950\`.
`));
  it('are asked for in a bibliography, a register, the project file, an address', async () => {
    const files = (bib: string, register: string, project: string, address: string) =>
      `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
sources: {a.txt: ${project}}
//- works.bib
@book{${bib}, title = {Fairs}}
//- actors.yaml
mary:
  name: Mary
  works: [${register}]
//- a.txt
[Older]{.claim #older}.
//- main.md
[x]{.claim supports="${address}#older"} [@⟦use|ash⟧].
`;
    const [def, use] = ['⟦def|ash⟧', '⟦use|ash⟧'];
    await checkReferences(files('⟦def|a‸sh⟧', use, use, use));
    await checkReferences(files(def, '⟦use|a‸sh⟧', use, use));
    await checkReferences(files(def, use, '⟦use|a‸sh⟧', use));
    await checkReferences(files(def, use, use, '⟦use|a‸sh⟧'));
  });
  it('leave out another work of the same key in another bibliography', () =>
    checkReferences(`//- a.bib
@book{⟦def|ash⟧, title = {A}}
//- b.bib
@book{ash, title = {B}}
//- a.md
---
bibliography: a.bib
---

See @⟦use|as‸h⟧.
//- a2.md
---
bibliography: a.bib
---

See @⟦use|ash⟧.
//- b.md
---
bibliography: b.bib
---

See @ash.
`));
  it('are those of an entry in the front matter of the document', () =>
    checkReferences(`//- a.md
---
references:
- id: ⟦def|ash⟧
  title: Fairs
---

See @⟦use|a‸sh⟧.
//- b.md
---
references:
- id: ash
  title: Tolls
---

See @ash.
`));
  it('of a key that nothing defines are those that nothing defines', () =>
    checkReferences('//- a.md\n@⟦use|lo‸st⟧ and @⟦use|lost⟧.\n//- b.md\nSo @⟦use|lost⟧.\n'));
  it('are the citations of an entry in a list as found', () =>
    checkReferences(
      'So it was (⟦use|As‸h, 1950: 3⟧), and again (⟦use|Ash, 1950⟧; Cole, 2001).\n\n## References\n\n⟦def|Ash, M. (1950) *The Fairs of the North*. Leeds: Moor.⟧\n\nCole, U. (2001) *Tolls*. York: Fen.\n',
    ));
});

describe('References to claims', () => {
  it('are addresses of every form', () =>
    checkReferences(`//- sicetnon.yaml
sources: {texts/ash.txt: ash}
//- texts/ash.txt
[Older]{.claim #⟦def|old‸er⟧} and [b]{.claim #b contradicts="#⟦use|older⟧" evidence="#b; #⟦use|older⟧"}.
//- notes/main.md
[x]{.claim #x supports="ash#⟦use|older⟧ @ash#⟦use|older⟧ ../texts/ash.txt#⟦use|older⟧ ⟦use|older⟧ #older ash#b"}.
//- other.md
[x]{.claim #x
supports="ash#b
ash#⟦use|older⟧"}.
`));
  it('are asked for at an address, and in the claim', async () => {
    await checkReferences('[A]{.claim #⟦def|a⟧} [b]{.claim supports="#⟦use|‸a⟧"}.\n');
    await checkReferences('[A‸ claim]{.claim #⟦def|a⟧} [b]{.claim supports="#⟦use|a⟧"}.\n');
    await checkReferences('::: {.claim #⟦def|a⟧}\nSome‸ words.\n:::\n\n[b]{.claim supports="#⟦use|a⟧"}.\n');
  });
  it('are none of a claim without a name', () =>
    checkReferences('[A‸]{.claim} [b]{.claim supports="#a"}.\n'));
  it('are highlighted in their document alone', () =>
    checkHighlights(
      '//- other.md\n[z]{.claim supports="main.md#a"}.\n//- main.md\n[A]{.claim #⟦def|a‸⟧} [b]{.claim supports="#⟦use|a⟧" evidence="main.md#⟦use|a⟧"}.\n',
    ));
});

describe('References to actors', () => {
  it('are registers, marks, and attributes', () =>
    checkReferences(`${PROJECT}//- actors.yaml
⟦def|guild⟧:
  name: Guild of the Weavers
town:
  name: Town
  relations: {rules: [⟦use|guild⟧]}
//- works.bib
@book{cole, title = {Tolls}}
//- closed.md
[They]{.actor ref="town ⟦use|guild⟧"} met. [x]{.claim about="@⟦use|guild⟧" by="⟦use|guild⟧ cole" says="⟦use|guild⟧.old = yes; new = no"}.
//- main.md
[The Guild of the Weavers]{.actor ref="⟦use|gui‸ld⟧"}, guild.
`));
  it('are asked for by a name in the text, in a register, in a proposition', async () => {
    const files = (id: string, related: string, text: string) =>
      `${PROJECT}//- actors.yaml\n${id}:\n  name: The Guild\ntown:\n  relations: {rules: [${related}]}\n//- works.bib\n@book{x, title = {X}}\n//- main.md\n${text}\n`;
    await checkReferences(files('⟦def|guild⟧', '⟦use|guild⟧', 'So The Gu‸ild met.'));
    await checkReferences(files('⟦def|gu‸ild⟧', '⟦use|guild⟧', 'So The Guild met.'));
    await checkReferences(files('⟦def|guild⟧', '⟦use|g‸uild⟧', 'So The Guild met.'));
    await checkReferences(files('⟦def|guild⟧', '⟦use|guild⟧', '[x]{.claim says="⟦use|gu‸ild⟧.old = yes"}.'));
  });
  it('are highlighted with their names', () =>
    checkHighlights(
      `${PROJECT}//- actors.yaml\nguild:\n  name: The Guild\n  aliases: [the weavers]\n//- main.md\nSo ⟦use|The Gu‸ild⟧ met; ⟦use|the weavers⟧ sang. [They]{.actor ref="⟦use|guild⟧"} went.\n`,
    ));
});

describe('References to properties', () => {
  const PROPERTIES =
    '//- sicetnon.yaml\nproperties:\n  ⟦def|old⟧: {type: boolean}\n  members: {type: quantity}\n';
  it('are the project file and what claims say', () =>
    checkReferences(
      `${PROPERTIES}//- closed.md\n[x]{.claim about="a" says="⟦use|old⟧ = yes; b.⟦use|old⟧ = no; members = 3"}.\n//- main.md\n[x]{.claim about="a" says="⟦use|ol‸d⟧ = yes"}.\n`,
    ));
  it('are asked for in the project file', () =>
    checkReferences(
      `${PROPERTIES.replace('old', 'ol‸d')}//- main.md\n[x]{.claim about="a" says="⟦use|old⟧ = yes"}.\n`,
    ));
  it('lead to their declaration, and tell what it can be', async () => {
    const text = '//- main.md\n[x]{.claim about="a" says="mem‸bers = 3"}.\n';
    const project =
      '//- sicetnon.yaml\nproperties:\n  ⟦definition|members⟧: {type: quantity, unit: person, tolerance: 5%}\n';
    await checkDefinition(project + text);
    await checkHover(project + text, {
      markdown: '**members**: a quantity (unit: person); values within 5 % agree\n\nstated by one claim',
    });
  });
});
