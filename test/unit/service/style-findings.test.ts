import assert from 'node:assert/strict';
import { MOST_IN_STYLE } from '../../../server/src/bibliography/csl-style.ts';
import { Service } from '../../../server/src/service.ts';
import { strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const stop = new AbortController().signal;
const HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">';
const styleOf = (inner: string): string => `${HEAD}${inner}</style>`;
const cite = (inner: string): string => `<citation><layout>${inner}</layout></citation>`;
const GOOD = styleOf(cite('<text variable="title"/>'));
const CIRCLE = styleOf(`<macro name="a"><text macro="a"/></macro>${cite('<text macro="a"/>')}`);
const OWN = '---\ncsl: house.csl\n---\n\nText.\n';

async function started(files: Readonly<Record<string, string | Uint8Array | null>>, largest?: number) {
  const fileSystem = new MemoryFileSystem(files);
  const service = new Service({
    fileSystem,
    logger: strictLogger,
    ...(largest === undefined ? {} : { largest }),
  });
  await service.start(() => undefined, stop);
  const write = async (path: string, content: string | null) => {
    if (content === null) fileSystem.remove(path);
    else fileSystem.write(path, content);
    await service.refresh([path], stop);
  };
  return { service, fileSystem, write };
}

/** `path:line words` of every finding, the words those of its message that `pattern` finds. */
function told(service: Service, pattern = /.*/s): string[] {
  return service
    .files()
    .flatMap((path) =>
      service
        .check(path)
        .findings.map(
          ({ code, range, message }) => `${path}:${range.start.line} ${code} ${pattern.exec(message)?.[0]}`,
        ),
    );
}

describe('a citation style that is named', () => {
  const cases: [what: string, style: string | Uint8Array | null, why: RegExp][] = [
    ['whose macro calls itself', CIRCLE, /its macro “a” calls itself/],
    ['that grows with each macro', growing(), /more than 10,000 elements/],
    ['that is no XML', '<style', /not well-formed XML/],
    ['that says nothing of citing', styleOf(''), /holds no element “citation”/],
    ['that says of no version', GOOD.replace(' version="1.0"', ''), /for which version of CSL/],
    ['that holds what CSL does not know', styleOf(cite('<blink/>')), /CSL knows no element “blink”/],
    ['that is too long', GOOD + ' '.repeat(MOST_IN_STYLE), /longer than 1,000,000 characters/],
    ['that is no text', new Uint8Array([0xff, 0x20, 0xff]), /not text in UTF-8/],
    ['that is a folder', null, /is a folder/],
    [
      'that refers to one that nobody has here',
      styleOf('<info><link rel="independent-parent" href="http://example.org/ours"/></info>'),
      /only refers to another, “http:\/\/example\.org\/ours”/,
    ],
  ];
  for (const [what, style, why] of cases)
    it(`and ${what} is told of where it is named`, async () => {
      const words = why.source.replaceAll('\\', '');
      const { service } = await started({ 'house.csl': style, 'sub/notes.md': OWN });
      assert.deepEqual(told(service, why), [`sub/notes.md:1 style-unreadable ${words}`]);
      const project = await started({ 'house.csl': style, 'sicetnon.yaml': 'csl: house.csl\n' });
      assert.deepEqual(told(project.service, why), [`sicetnon.yaml:0 style-unreadable ${words}`]);
    });

  it('is told of as too large over the limit, and as outside', async () => {
    const { service } = await started({ 'house.csl': GOOD + ' '.repeat(500), 'notes.md': OWN }, 400);
    assert.match(told(service).join(), /style-unreadable The citation style “house.csl” is larger than/);
    await service.limitFiles(4000, stop);
    assert.deepEqual(told(service), []);
    await service.limitFiles(400, stop);
    assert.match(told(service).join(), /is larger than/);
    const outside = await started({ 'notes.md': OWN.replace('house', '../../house') });
    assert.match(told(outside.service).join(), /lies outside the workspace/);
  });

  it('is told of with little weight where it is not there, and not at all where it cannot be looked for', async () => {
    const { service } = await started({ 'notes.md': OWN, 'other.md': '---\ncsl: unheard-of\n---\n' });
    const findings = service.files().flatMap((path) => service.check(path).findings);
    assert.deepEqual(
      findings.map(({ severity, message }) => [severity, /no citation style “([^”]*)”/.exec(message)?.[1]]),
      [
        ['information', 'house.csl'],
        ['information', 'unheard-of'],
      ],
    );
    for (const name of ['apa.csl', 'styles/mla.csl', 'https://www.zotero.org/styles/unheard-of', '""'])
      assert.deepEqual(
        told((await started({ 'notes.md': OWN.replace('house.csl', name) })).service),
        [],
        name,
      );
  });

  it('is read beside the text first, then at the root', async () => {
    const { service, write } = await started({ 'house.csl': CIRCLE, 'sub/notes.md': OWN });
    assert.equal(told(service).length, 1);
    await write('sub/house.csl', GOOD);
    assert.deepEqual(told(service), []);
    await write('sub/house.csl', null);
    assert.equal(told(service).length, 1);
  });

  it('is judged anew when it changes on disk or in an editor, and then alone', async () => {
    const { service, write, fileSystem } = await started({
      'house.csl': GOOD,
      'notes.md': OWN,
      'other.md': 'Text.\n',
    });
    const read = fileSystem.read.bind(fileSystem);
    let reads = 0;
    fileSystem.read = (path) => {
      if (path === 'house.csl') reads++;
      return read(path);
    };
    service.takeStale();
    await service.settle();
    service.open('other.md', 'Text, longer.\n');
    await service.settle();
    assert.equal(reads, 0);
    service.takeStale();
    await write('house.csl', CIRCLE);
    assert.deepEqual([...service.takeStale()].includes('notes.md'), true);
    assert.match(told(service).join(), /calls itself/);
    service.open('house.csl', GOOD);
    await service.settle();
    assert.deepEqual([...service.takeStale()], ['notes.md']);
    assert.deepEqual(told(service), []);
    const start = { line: 0, character: 0 };
    service.edit('house.csl', [{ range: { start, end: { line: 0, character: 6 } }, text: '' }]);
    await service.settle();
    assert.match(told(service).join(), /not well-formed/);
    // What was never saved is as if it had not been.
    await service.close('house.csl');
    assert.match(told(service).join(), /calls itself/);
  });

  it('is no longer told of when the text names another, or goes', async () => {
    const { service, write } = await started({ 'house.csl': CIRCLE, 'notes.md': OWN });
    assert.ok(service.isAtRest, 'the style has been read');
    service.open('notes.md', OWN.replace('house', 'apa'));
    await service.settle();
    assert.deepEqual(told(service), []);
    service.open('notes.md', OWN);
    await service.settle();
    assert.match(told(service).join(), /calls itself/);
    await service.close('notes.md');
    await write('notes.md', null);
    assert.deepEqual(told(service), []);
  });
});

/** Macros that each call the next twice. */
function growing(): string {
  const macros = Array.from(
    { length: 20 },
    (_, i) => `<macro name="m${i}"><text macro="m${i + 1}"/><text macro="m${i + 1}"/></macro>`,
  );
  return styleOf(
    `${macros.join('')}<macro name="m20"><text variable="title"/></macro>${cite('<text macro="m0"/>')}`,
  );
}
