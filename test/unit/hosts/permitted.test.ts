import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeFileSystem } from '../../../server/src/hosts/node-file-system.ts';
import { Files } from '../../../server/src/hosts/reading/files.ts';
import { outsideOf, type Permission } from '../../../server/src/hosts/reading/permitted.ts';
import { Service } from '../../../server/src/service.ts';
import { strictLogger } from '../../support/check.ts';
import { PretendedWorks } from '../../support/pretended-works.ts';

const ENTRY = '@book{c1, title = {Central}, author = {Able, Bo}, year = 2001}\n';

describe('a file outside of the opened folder', () => {
  let home: string;
  let root: string;
  const at = (...parts: string[]) => path.join(home, ...parts);

  before(() => {
    home = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'sicetnon-outside-')));
    root = at('proj');
    for (const folder of ['proj', 'real/deep', 'other']) mkdirSync(at(folder), { recursive: true });
    writeFileSync(at('real', 'central.bib'), ENTRY);
    writeFileSync(at('real', 'chapter.md'), 'Text [@c1] and [@nope].\n');
    writeFileSync(at('other', 'other.bib'), ENTRY);
    writeFileSync(at('proj', 'own.bib'), ENTRY);
    symlinkSync('../real/central.bib', at('proj', 'refs.bib'));
    symlinkSync('../real/chapter.md', at('proj', 'chap.md'));
    symlinkSync('../real', at('proj', 'sub'));
    symlinkSync('.', at('proj', 'loop'));
    symlinkSync('../real', at('other', 'way'));
  });
  after(() => rmSync(home, { recursive: true }));

  const reading = async (file: string, permission: Permission): Promise<string> => {
    const fileSystem = new NodeFileSystem(root, { permission: () => permission });
    return (await fileSystem.read(file)).status;
  };
  const nobody = { folders: [], follows: true };
  const allows = (...folders: string[]) => ({ folders: folders.map((folder) => at(folder)), follows: true });

  it('is read where its end lies in an allowed folder, however it is reached', async () => {
    for (const file of [at('real/central.bib'), at('other/way/central.bib'), 'refs.bib', 'sub/central.bib'])
      assert.equal(await reading(file, allows('real')), 'read', file);
    assert.equal(await reading(at('real/central.bib'), allows('.')), 'read');
  });

  it('is not read where its end lies elsewhere, though the way leads through an allowed folder', async () => {
    for (const file of [at('other/way/central.bib'), at('real/central.bib'), 'refs.bib', 'sub/central.bib'])
      assert.equal(await reading(file, allows('other')), 'outside', file);
    assert.equal(await reading(at('real/central.bib'), allows('real/deep')), 'outside');
    assert.equal(
      await reading(at('real/central.bib'), { folders: ['real', '../real'], follows: true }),
      'outside',
    );
  });

  it('is inside where an absolute path ends in the folder itself', async () => {
    const fileSystem = new NodeFileSystem(root);
    assert.equal(fileSystem.outside('notes', at('proj/own.bib')), 'own.bib');
    assert.equal(fileSystem.outside('', '../proj/own.bib'), 'own.bib');
  });

  it('is known by its absolute path, and one at home by that of the home', () => {
    assert.equal(outsideOf(root, '', '../real/central.bib'), at('real/central.bib'));
    assert.equal(outsideOf(root, 'a/b', '../../../real/central.bib'), at('real/central.bib'));
    assert.equal(outsideOf(root, '', '~/library.bib'), path.join(os.homedir(), 'library.bib'));
  });

  it('a share of another machine leads nowhere, nor does an address of the net', () => {
    for (const written of [
      '//host/share/x.bib',
      '\\\\host\\share\\x.bib',
      'https://example.org/x.bib',
      'file:///x',
    ])
      assert.equal(outsideOf(root, '', written), null, written);
  });

  it('is not looked at where nothing may be followed', async () => {
    const answers = [nobody, { folders: [], follows: false }, { ...allows('other'), follows: false }];
    for (const permission of answers)
      for (const file of ['gone.bib', 'real/central.bib'])
        assert.equal(await reading(at(file), permission), 'outside', `whether ${file} is there is not told`);
    // What lies by its words in a folder of the window is.
    assert.equal(await reading(at('other/gone.bib'), { ...allows('other'), follows: false }), 'missing');
    assert.equal(
      await reading(at('other/way/central.bib'), { ...allows('other'), follows: false }),
      'outside',
    );
  });

  it('says which folder would have to be allowed, links followed', async () => {
    const fileSystem = new NodeFileSystem(root, { permission: () => nobody });
    assert.deepEqual(await fileSystem.read('refs.bib'), { status: 'outside', folder: at('real') });
    assert.deepEqual(await fileSystem.read(at('other/x.bib')), { status: 'outside', folder: at('other') });
  });

  it('is listed behind a link only where it may be read, and read at once by the same measure', async () => {
    for (const [permission, expected] of [
      [nobody, ['own.bib']],
      [allows('real'), ['chap.md', 'own.bib', 'refs.bib']],
    ] as const) {
      const listed: string[] = [];
      const fileSystem = new NodeFileSystem(root, { permission: () => permission });
      for await (const file of fileSystem.list(new AbortController().signal)) listed.push(file);
      assert.deepEqual(listed.sort(), expected);
      const files = new Files(root, undefined, undefined, permission);
      const found = files.look('chap.md');
      const bytes = 'status' in found ? found.status : files.bytes(found);
      assert.equal(typeof bytes === 'string' ? bytes : 'read', permission === nobody ? 'outside' : 'read');
    }
  });

  it('is never written', async () => {
    const fileSystem = new NodeFileSystem(root, { permission: () => allows('real') });
    assert.equal(await fileSystem.landsInside(at('real/central.bib')), false);
    assert.equal(await fileSystem.landsInside('refs.bib'), false);
  });

  it('is a bibliography as soon as its folder is allowed, and none any more when it is not', async () => {
    let permission: Permission = nobody;
    writeFileSync(at('proj', 'a.md'), `---\nbibliography: ../real/central.bib\n---\n\n[@c1] [@nope]\n`);
    writeFileSync(at('proj', 'b.md'), `---\nbibliography: refs.bib\n---\n\n[@c1] [@nope]\n`);
    const fileSystem = new NodeFileSystem(root, { permission: () => permission });
    const service = new Service({ fileSystem, logger: strictLogger, patient: true });
    const { signal } = new AbortController();
    await service.start(() => undefined, signal);
    const found = (file: string) =>
      service.check(file).findings.map(({ code, severity }) => `${code} ${severity}`);
    for (const file of ['a.md', 'b.md'])
      assert.deepEqual(found(file), ['bibliography-unreadable information']);
    const { message } = service.check('b.md').findings[0]!;
    assert.match(message, new RegExp(`^“refs\\.bib” lies outside of the opened folder, in “${at('real')}”`));
    service.open('a.md', `---\nbibliography: ../real/central.bib\n---\n\n[@c1] [@nope]\n`);
    const position = { line: 1, character: 20 };
    const [action] = service.actions('a.md', { start: position, end: position }, () => true);
    assert.deepEqual([action?.asks, action?.askedOf], ['allowFolder', at('real')]);
    permission = allows('real');
    await service.filesChanged(signal);
    for (const file of ['a.md', 'b.md']) assert.deepEqual(found(file), ['citation-undefined error'], file);
    assert.deepEqual(found('chap.md'), ['bibliography-unnamed information', 'citation-undefined error']);
    permission = nobody;
    await service.filesChanged(signal);
    for (const file of ['a.md', 'b.md'])
      assert.deepEqual(found(file), ['bibliography-unreadable information']);
    assert.ok(!service.documentPaths().includes('chap.md'));
  });

  it('is the text of a work that the project names as soon as its folder is allowed', async () => {
    let permission: Permission = nobody;
    const project =
      'bibliography: [own.bib]\nsources:\n  ../real/gangs.pdf: c1\n  ../real/gone.pdf: c1\n  ../real/gangs.txt: c1\n';
    writeFileSync(at('real', 'gangs.pdf'), '[3]\nThe gangs were hired at the gate each morning.\n');
    writeFileSync(at('proj', 'sicetnon.yaml'), project);
    writeFileSync(at('proj', 'q.md'), '“The gangs were hired at the gate each morning” [@c1, p. 3].\n');
    const fileSystem = new NodeFileSystem(root, { permission: () => permission });
    const works = new PretendedWorks(fileSystem, at('real'));
    const service = new Service({ fileSystem, logger: strictLogger, patient: true, works });
    const { signal } = new AbortController();
    await service.start(() => undefined, signal);
    await service.verifyQuotations();
    const found = () =>
      service.check('sicetnon.yaml').findings.map(({ severity, message }) => `${severity}: ${message}`);
    const [named, gone, text] = found();
    assert.match(named!, /^information: “\.\.\/real\/gangs\.pdf” lies outside of the opened folder, in “/);
    assert.match(gone!, /^information: “\.\.\/real\/gone\.pdf” lies outside of the opened folder/);
    assert.match(text!, /^information: “\.\.\/real\/gangs\.txt” lies outside the workspace and is not read/);
    service.open('sicetnon.yaml', project);
    const position = { line: 2, character: 6 };
    const [action] = service.actions('sicetnon.yaml', { start: position, end: position }, () => true);
    assert.deepEqual([action?.asks, action?.askedOf], ['allowFolder', at('real')]);
    permission = allows('real');
    await service.filesChanged(signal);
    await service.verifyQuotations();
    const [missing, still, ...others] = found();
    assert.match(missing!, /^warning: There is no file “\.\.\/real\/gone\.pdf”/);
    assert.match(still!, /gangs\.txt” lies outside the workspace/);
    assert.deepEqual(others, []);
    rmSync(at('proj', 'sicetnon.yaml'));
  });
});
