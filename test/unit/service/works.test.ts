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
`));

  it('is looked for in all parts of a work', () =>
    check(`${project('file = {:meyer vol 1.pdf:PDF;:meyer vol 2.pdf:PDF}')}//- meyer vol 1.pdf
The gangs were hired at the gate each morning.
//- meyer vol 2.pdf
They were paid by the day and in no other way.
//- notes.md
“They were paid by the day and in no other way” [@meyer2011, vol. 2]. “The gangs were hired at the gate” [@meyer2011, vol. 1].
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
});
