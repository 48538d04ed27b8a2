import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { check, workspaceOf } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { PretendedWorks } from '../../support/pretended-works.ts';

/** A work whose bibliography names a file; `more` goes into its entry. */
const project = (more = 'file = {Full Text:meyer.pdf:application/pdf}', settings = '') => `//- sicetnon.yaml
bibliography: [works.bib]
${settings}//- works.bib
@article{meyer2011, author = {Meyer, Lotte}, title = {The dockers}, year = {2011}, ${more}}
`;
const PAGES = `//- meyer.pdf
[7]
The gangs were hired at the gate each morning, and nobody knew at dawn who would eat.\f[8]
They were paid by the day and in no other way, says the pay book of the firm.
`;

describe('what is quoted from works that lie in files', () => {
  it('is compared with them', () =>
    check(`${project()}${PAGES}//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 7].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, p. 8].

“The gangs were hired at the gate” [@meyer2011, ⟦quote-elsewhere|p. 8⟧].

“⟦quote-absent|Nobody ever saw a crane upon that quay again⟧” [@meyer2011, p. 7].
`));

  it('is looked for in a whole text of the workspace before its file', () =>
    check(`${project('file = {:meyer.pdf:PDF}', 'sources: { meyer.md: meyer2011 }\n')}//- meyer.pdf
%broken
//- meyer.md
The gangs were hired at the gate each morning.
//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 7].
`));

  it('is looked for in its file where an excerpt does not hold it', () =>
    check(`${project('file = {:meyer.pdf:PDF}', 'sources: { meyer.md: { work: meyer2011, excerpt: true } }\n')}${PAGES}//- meyer.md
The gangs were hired at the gate each morning.
//- notes.md
“They were paid by the day and in no other way” [@meyer2011, p. 8].

“The gangs were hired at the gate each morning” [@meyer2011, p. 7].
`));

  it('is looked for in the file that the project names', () =>
    check(`${project('pages = {7--8}', 'sources: { meyer.pdf: meyer2011 }\n')}${PAGES}//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 7].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, p. 8].
`));

  it('is looked for in all parts of a work', () =>
    check(`${project('file = {:meyer vol 1.pdf:PDF;:meyer vol 2.pdf:PDF}')}//- meyer vol 1.pdf
The gangs were hired at the gate each morning.
//- meyer vol 2.pdf
They were paid by the day and in no other way.
//- notes.md
“They were paid by the day and in no other way” [@meyer2011, vol. 2]. “The gangs were hired at the gate” [@meyer2011, vol. 1].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, vol. 2]. “⟦quote-mismatch|The gangs were hired at the quay⟧” [@meyer2011, vol. 1].
`));

  it('is looked for where JabRef says that its files lie, and beside the bibliography', async () => {
    const jabref = (file: string, comment: string) => `//- sicetnon.yaml
bibliography: [lib/works.bib]
//- lib/works.bib
@article{meyer2011, author = {Meyer, Lotte}, title = {The dockers}, year = {2011}, file = {:meyer.pdf:PDF}}
@Comment{jabref-meta: databaseType:bibtex;}
${comment}
//- ${file}
[7]
They were paid by the day and in no other way.
//- notes.md
“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, p. 7].
`;
    await check(jabref('lib/papers/meyer.pdf', '@Comment{jabref-meta: fileDirectory:papers;}'));
    await check(jabref('papers/meyer.pdf', '@comment{jabref-meta: fileDirectory:..\\\\papers;}'));
    await check(
      jabref(
        'lib/ada/meyer.pdf',
        '@Comment{jabref-meta: fileDirectory:papers;}\n\n@Comment{jabref-meta: fileDirectory-ada-desk:ada;}',
      ),
    );
    await check(jabref('lib/meyer.pdf', '@Comment{jabref-meta: fileDirectory:papers;}'));
  });

  it('is looked for in files that are named for its citekey, where the bibliography names none that is there', async () => {
    const papers = (more: string, files: string) =>
      `${project(more, 'papers: [lib, elsewhere]\n')}${files}//- notes.md
“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011].
`;
    const words = 'They were paid by the day and in no other way.\n';
    const other = '//- lib/meyer2011.docx\n%broken\n';
    for (const more of ['pages = {7--8}', 'file = {:/home/ada/gone.pdf:PDF}'])
      for (const name of ['lib/meyer2011.pdf', 'lib/meyer2011.epub', 'elsewhere/meyer2011.html'])
        await check(papers(more, `//- ${name}\n${words}`));
    await check(papers('file = {:meyer.pdf:PDF}', `${other}//- meyer.pdf\n${words}`));
    await check(papers('pages = {7--8}', `${other}//- lib/meyer2011.pdf\n${words}`));
  });

  it('is not said to lie in such a file before it was looked for', async () => {
    const notes = 'It is told so [@meyer2011, p. 7].\n';
    const { service, fileSystem } = await workspaceOf(
      `${project('pages = {7--8}', 'papers: [lib]\n')}//- notes.md\n${notes}`,
    );
    service.open('notes.md', notes);
    await service.settle();
    const told = async () =>
      (await service.hover('notes.md', { line: 0, character: notes.indexOf('meyer') }, false))!.markdown
        .split(' · ')
        .at(-1);
    assert.equal(await told(), 'its text is looked for when it is quoted');
    fileSystem.write('lib/meyer2011.pdf', 'They were paid by the day and in no other way.');
    await service.refresh(['lib/meyer2011.pdf'], new AbortController().signal);
    service.edit('notes.md', [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        text: '“They were paid by the day” [@meyer2011].\n',
      },
    ]);
    await service.verifyQuotations();
    assert.equal(await told(), 'its text, meyer2011.pdf');
  });

  it('is found in such a file once it lies there', async () => {
    const { service, fileSystem } =
      await workspaceOf(`${project('file = {:gone.pdf:PDF}', 'papers: [lib]\n')}//- notes.md
“They were paid by the week and in no other way” [@meyer2011].
`);
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), []);
    fileSystem.write('lib/meyer2011.pdf', 'They were paid by the day and in no other way.');
    await service.refresh(['lib/meyer2011.pdf'], new AbortController().signal);
    await service.verifyQuotations();
    assert.deepEqual(codes(), ['quote-mismatch']);
  });

  it('is looked for in a file whose path differs from the one that is named in spelling alone', () =>
    check(
      `//- works.bib
@book{meyer2011, author = {Meyer, Lotte}, title = {The dockers}, year = {2011}, file = {:Papers/Meyer.pdf:PDF}}
@book{lee2010, author = {Lee, Ada}, title = {The cranes}, year = {2010}, file = {My%20Papers/L\u00e9e.pdf}}
@book{hall2009, author = {Hall, Eve}, title = {The quays}, year = {2009}, file = {hall.pdf}}
//- papers/meyer.PDF
The gangs were hired at the gate each morning.
//- My Papers/Le\u0301e.pdf
The cranes came late from abroad and stood idle.
//- Hall.pdf
The quays were built of stone from the hills.
//- HALL.pdf
The quays were built of timber from the north.
//- notes.md
---
bibliography: works.bib
---

“⟦quote-mismatch|The gangs were fired at the gate each morning⟧” [@meyer2011].

“⟦quote-mismatch|The cranes came late from Poland and stood idle⟧” [@lee2010].

“The quays were built of iron from the hills” [@hall2009].
`,
      { only: ['quote-mismatch'] },
    ));

  it('is not looked for in a file that is named for another citekey', () =>
    check(
      `//- sicetnon.yaml
bibliography: [works.bib]
papers: [.]
//- works.bib
@book{lee2010a, author = {Lee, Ada}, title = {The cranes}, year = {2010}}
@book{Lee2010a, author = {Lee, Bea}, title = {The boats}, year = {2010}}
//- lee2010a.PDF
The cranes came late from abroad and stood idle.
//- notes.md
“⟦quote-mismatch|The cranes came late from Poland and stood idle⟧” [@lee2010a].

“The cranes came late from Poland and stood idle” [@Lee2010a].
`,
      { only: ['quote-mismatch'] },
    ));

  it('is looked for beside the bibliography where a path may have lost the slash at its beginning', () =>
    check(`${project('file = {:media/meyer.pdf:PDF}')}//- media/meyer.pdf
The gangs were hired at the gate each morning.
//- notes.md
“⟦quote-mismatch|The gangs were fired at the gate each morning⟧” [@meyer2011].
`));

  it('is compared again when another file comes that may be meant', async () => {
    const { service, fileSystem } = await workspaceOf(`${project('file = {Meyer.pdf}')}//- meyer.pdf
The gangs were hired at the gate each morning.
//- notes.md
“The gangs were fired at the gate each morning” [@meyer2011].
`);
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), ['quote-mismatch']);
    fileSystem.write('MEYER.pdf', 'The gangs were fired at the gate each morning.');
    await service.refresh(['MEYER.pdf'], new AbortController().signal);
    await service.verifyQuotations();
    assert.deepEqual(codes(), []);
    fileSystem.remove('meyer.pdf');
    fileSystem.remove('MEYER.pdf');
    fileSystem.write('MEYER.PDF', 'The gangs were tired at the gate each morning.');
    await service.refresh(['meyer.pdf', 'MEYER.pdf', 'MEYER.PDF'], new AbortController().signal);
    await service.verifyQuotations();
    assert.deepEqual(codes(), ['quote-mismatch']);
  });

  it('is looked for in the folder of linked files of Zotero, and nowhere else by that name', async () => {
    const linked = async (file: string, folder: string | null) => {
      const { service, fileSystem } =
        await workspaceOf(`${project(`file = {Full Text:attachments\\:${file}:application/pdf}`)}//- notes.md
“They were paid by the week and in no other way” [@meyer2011].
`);
      Object.assign(fileSystem, { outside: (_: string, written: string) => written });
      for (const place of [
        '/linked/lee/meyer.pdf',
        '/meyer.pdf',
        'lee/meyer.pdf',
        '/linked/../meyer.pdf',
        'null/lee/meyer.pdf',
      ])
        fileSystem.write(place, 'They were paid by the day and in no other way.');
      service.setLinkedFiles(folder);
      await service.verifyQuotations();
      return service.check('notes.md').findings.map(({ code }) => code);
    };
    assert.deepEqual(await linked('lee/meyer.pdf', null), []);
    assert.deepEqual(await linked('lee/meyer.pdf', '/linked'), ['quote-mismatch']);
    assert.deepEqual(await linked('../meyer.pdf', '/linked'), []);
  });

  it('is looked for on the pages of a chapter first, where its file is that of the book', () =>
    check(`//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@incollection{roth2004, author = {Roth, Eva}, title = {The gate}, booktitle = {Quays}, year = {2004}, pages = {3--4}, file = {:book.pdf:PDF}}
@incollection{mann1999, author = {Mann, Ute}, title = {The books}, booktitle = {Quays}, year = {2004}, pages = {1--2}, file = {:book.pdf:PDF}}
//- book.pdf
[1]
The gangs were hired at the gate each morning.\f[2]
The owners kept two sets of books and showed one.\f[3]
The gangs were hired at the gate each morning.\f[4]
They were paid by the day and in no other way.
//- notes.md
“The gangs were hired at the gate each morning” [@roth2004, ⟦quote-elsewhere|p. 4⟧].

“The gangs were hired at the gate each morning” [@mann1999, p. 1].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@roth2004, p. 4].

“⟦quote-mismatch|The owners kept three sets of books and showed one⟧” [@mann1999, p. 2].
`));

  it('is told where its page lies beyond the last one of a book whose own numbers are known, and not of an article', () =>
    check(`//- works.bib
@book{meyer2011, author = {Meyer, Lotte}, title = {The dockers}, year = {2011}, file = {:meyer.pdf:PDF}}
@article{lee2012, author = {Lee, Ada}, title = {The cranes}, year = {2012}, file = {:lee.pdf:PDF}}
@book{hall2013, author = {Hall, Eve}, title = {The quays}, year = {2013}, file = {:hall.pdf:PDF}}
//- meyer.pdf
[1]
The gangs were hired at the gate each morning, and nobody knew at dawn who would eat.\f[2]
They were paid by the day and in no other way, says the pay book of the firm.\f[3]
Nobody on the quays was paid by the month before the war.
//- lee.pdf
[1]
The cranes came late from abroad, and the owners had to wait for them.\f[2]
They stood idle on the quay when the ships had gone to other ports.\f[3]
Nobody knew how to mend them when they broke.
//- hall.pdf
[41]
The quays were built of stone from the hills.\f[42]
They stood idle on the quay when the ships had gone to other ports.\f[43]
Nobody knew how to mend them when they broke.
//- notes.md
---
bibliography: works.bib
---

“They were paid by the day and in no other way” [@meyer2011, ⟦quote-elsewhere|p. 800⟧].

“They stood idle on the quay when the ships had gone” [@lee2012, p. 800].

“They stood idle on the quay when the ships had gone” [@hall2013, p. 800].
`));

  it('is not called missing where no file is there', () =>
    check(`${project()}//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 7].
`));

  it('has the pages of its entry where its file shows none, and is as long', async () => {
    const file = (pages: string) => `${project(`file = {:meyer.pdf:PDF}, pages = {${pages}}`)}//- meyer.pdf
The gangs were hired at the gate each morning.\fThey were paid by the day and in no other way.
`;
    await check(`${file('7--8')}//- notes.md
“They were paid by the day and in no other way” [@meyer2011, ⟦quote-elsewhere|p. 7⟧].
`);
    await check(`${file('7--9')}//- notes.md
“They were paid by the day and in no other way” [@meyer2011, p. 7].
`);
  });

  it('is not told where a scan was misread, and told where its words are others', () =>
    check(`${project()}//- meyer.pdf
%recognised
[7]
The gangs werc hired at thc gate each moming, and nobody knew at dawn who would eat.\f[8]
They were paid by the day and in no other way.
//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 7].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, p. 8].

“Nobody ever saw a crane upon that quay again” [@meyer2011, p. 7].
`));

  it('is not told where blackletter was misread, and told where its words are others', () =>
    check(`${project()}//- meyer.pdf
%recognised
[7]
${'Der Kaufmann ſ<loß das Haus, und ſeine Leute gingen no< am ſelben Abend ſtill nach Hauſe, weil es ſo kalt war. '.repeat(5)}
Die Horabſckungz der Löhne traf einen Zwe> im Haſen.
//- notes.md
---
lang: de
---

„Die Herabsetzung der Löhne traf einen Zweck im Hafen“ [@meyer2011, p. 7].

„⟦quote-mismatch|seine Leute gingen noch am selben Morgen still nach Hause, weil es so kalt war⟧“ [@meyer2011, p. 7].
`));

  it('is not told where only spaces are elsewhere, which a file has none of, and told of where words are others', () =>
    check(`${project()}//- meyer.pdf
[7]
The gangs were hiredat the gate each mor ning, and Σ12statements were notable.\f[8]
They were paidby the day and in no other way.
//- notes.md
“The gangs were hired at the gate each morning, and Σ12 statements” [@meyer2011, p. 7].

“⟦quote-mismatch|The gangs were hired at the gate each morning, and Σ12 statements were not able⟧” [@meyer2011, p. 7].

“⟦quote-mismatch|They were paid by the week and in no other way⟧” [@meyer2011, p. 8].
`));

  it('is told where it has capitals like a title, as German sentences do, if its work has nearly the same at a place that is named', () =>
    check(`${project()}//- meyer.pdf
[7]
Danach räumte die Verwaltung der Gesellschaft Hamburg die Rechte zum Holzeinschlag im nördlichen Delta ein. Vgl. Die Arbeit der Träger und Kranführer im Hafen von Hamburg.
//- notes.md
„⟦quote-mismatch|Danach räumte die Verwaltung der Gesellschaft Bremen die Rechte zum Holzeinschlag im nördlichen Delta ein⟧“ [@meyer2011, S. 7].

Das steht auch in „Die Arbeit der Träger und Kranführer im Hafen von Bremen“ [@meyer2011].

„Die Arbeit der Fischer und Seiler an der Küste von Bremen“ [@meyer2011, S. 7].
`));

  it('is told as it is written, its ß and æ as one letter', async () => {
    const { service } = await workspaceOf(`${project()}//- meyer.pdf
[7]
Der größte Teil der Arbeiter wußte nicht, daß die Straße zu den Kais gesperrt war.
//- notes.md
“Der größte Teil der Leute wußte nicht, daß die Straße zu den Kais gesperrt war” [@meyer2011, p. 7].
`);
    const [quotation] = service.reportedQuotations('notes.md');
    assert.equal(
      quotation?.nearest,
      'Der größte Teil der Arbeiter wußte nicht, daß die Straße zu den Kais gesperrt war',
    );
    assert.equal(quotation.difference, 'The source has “Arbeiter” where the quotation has “Leute”.');
  });

  it('is read when it is quoted, once, and again when its file changes', async () => {
    const files = {
      'works.bib':
        '@book{meyer2011, title={The dockers}, author={Meyer, Lotte}, year=2011, file={:meyer.pdf:PDF}}',
      'sicetnon.yaml': 'bibliography: [works.bib]\n',
      'meyer.pdf': 'The gangs were hired at the gate each morning.',
      'notes.md': '“The gangs were paid at the gate each morning” [@meyer2011, p. 7].\n',
      'others.md': 'Nothing is quoted here [@meyer2011].\n',
    };
    const fileSystem = new MemoryFileSystem(files);
    const works = new PretendedWorks(fileSystem);
    const logger = { info: () => undefined, warn: assert.fail, error: assert.fail };
    const service = new Service({ fileSystem, works, logger });
    const { signal } = new AbortController();
    const codes = async () => {
      await service.verifyQuotations();
      return service.check('notes.md').findings.map(({ code }) => code);
    };
    await service.start(() => undefined, signal);
    assert.deepEqual(works.reads, []);
    assert.deepEqual(await codes(), ['quote-mismatch']);
    assert.deepEqual(await codes(), ['quote-mismatch']);
    assert.deepEqual(works.reads, ['meyer.pdf']);
    fileSystem.write('meyer.pdf', 'The gangs were paid at the gate each morning.');
    await service.refresh(['meyer.pdf'], signal);
    assert.deepEqual(await codes(), []);
    fileSystem.write('meyer.pdf', '%locked');
    await service.refresh(['meyer.pdf'], signal);
    assert.deepEqual(await codes(), ['source-unread']);
    assert.equal(works.reads.length, 3);
  });

  it('is looked for in another file when the bibliography names another', async () => {
    const { service, fileSystem } = await workspaceOf(`${project()}${PAGES}//- other.pdf
They were paid by the week and in no other way.
//- notes.md
“They were paid by the week and in no other way” [@meyer2011, p. 8].
`);
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), ['quote-mismatch']);
    const written = new TextDecoder().decode(fileSystem.files.get('works.bib'));
    fileSystem.write('works.bib', written.replace('meyer.pdf', 'other.pdf'));
    await service.refresh(['works.bib'], new AbortController().signal);
    await service.verifyQuotations();
    assert.deepEqual(codes(), []);
  });

  it('is looked for in another folder when JabRef says so', async () => {
    const { service, fileSystem } = await workspaceOf(`${project()}${PAGES}//- lib/meyer.pdf
They were paid by the week and in no other way.
//- notes.md
“They were paid by the week and in no other way” [@meyer2011, p. 8].
`);
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), ['quote-mismatch']);
    const written = new TextDecoder().decode(fileSystem.files.get('works.bib'));
    fileSystem.write('works.bib', `${written}@comment{jabref-meta: fileDirectory:lib;}\n`);
    await service.refresh(['works.bib'], new AbortController().signal);
    await service.verifyQuotations();
    assert.deepEqual(codes(), []);
  });

  it('is not looked for anew where a bibliography says the same of its file', async () => {
    const { service, fileSystem } = await workspaceOf(`${project()}${PAGES}//- notes.md
“They were paid by the week and in no other way” [@meyer2011, p. 8].
`);
    const written = new TextDecoder().decode(fileSystem.files.get('works.bib'));
    fileSystem.write('works.bib', `${written}@book{other, title = {Other}}\n`);
    await service.refresh(['works.bib'], new AbortController().signal);
    let steps = 0;
    await service.verifyQuotations(() => Promise.resolve(void steps++));
    assert.equal(steps, 0);
  });
});
