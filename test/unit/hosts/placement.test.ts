import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askedRoots } from '../../../server/src/cli/roots.ts';
import { NodeFileSystem } from '../../../server/src/hosts/node-file-system.ts';
import { outcomeOf } from '../../support/check-gesture.ts';

let home: string;
let root: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sicetnon-place-')));
  root = path.join(home, 'workspace');
  mkdirSync(path.join(root, 'inside'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

describe('a file that is to be written', () => {
  it('lands inside, links followed, or is refused', async () => {
    symlinkSync('..', path.join(root, 'd'));
    symlinkSync('inside', path.join(root, 'e'));
    symlinkSync('../nothing.yaml', path.join(root, 'dangling.yaml'));
    symlinkSync('../nowhere', path.join(root, 'nowhere'));
    symlinkSync('round', path.join(root, 'round'));
    const expected = {
      'actors.yaml': true,
      'new/deep/actors.yaml': true,
      'e/actors.yaml': true,
      'e/new/actors.yaml': true,
      'd/actors.yaml': false,
      'd/new/actors.yaml': false,
      'd/workspace/actors.yaml': true,
      'dangling.yaml': false,
      'nowhere/actors.yaml': false,
      'round/actors.yaml': false,
      '../actors.yaml': false,
    };
    const files = new NodeFileSystem(root);
    for (const [file, inside] of Object.entries(expected))
      assert.equal(await files.landsInside(file), inside, file);
  });

  const made = (register: string) =>
    outcomeOf(
      `//- sicetnon.yaml\nactors: [${JSON.stringify(register)}]\n//- notes.md\nSaid ⟦selection|the union⟧.\n`,
      { kind: 'newActor', name: 'Union' },
    );

  it('is a register by its ending, in no hidden folder, or is refused in a sentence', async () => {
    for (const register of ['actors.yaml', 'a/b.yml', './c.json']) {
      const outcome = await made(register);
      assert.ok(outcome.status === 'done', register);
      assert.equal(outcome.creates, register.replace('./', ''));
    }
    for (const register of [
      'actors.sh',
      '.bashrc',
      '.ssh/config.yaml',
      'a/.b/c.yaml',
      '.vscode/settings.json',
    ]) {
      const outcome = await made(register);
      assert.ok(outcome.status === 'refused', register);
      assert.match(outcome.why, /is not made/);
    }
    assert.equal((await made('../out.yaml')).status, 'refused');
    const json = await made('c.json');
    assert.ok(json.status === 'done');
    assert.deepEqual(JSON.parse(json.edits.at(-1)!.insert), { union: { name: 'Union' } });
  });
});

describe('a project file above', () => {
  beforeEach(() => writeFileSync(path.join(home, 'sicetnon.yaml'), 'rules: {footnote-undefined: off}\n'));

  it('counts, and is told of, where its owner alone may write', () => {
    const [asked] = askedRoots(['.'], root);
    assert.equal(asked!.root, home);
    assert.deepEqual(asked!.notes, [`The project file is ${home}/sicetnon.yaml.`]);
    writeFileSync(path.join(root, 'sicetnon.yaml'), '');
    assert.deepEqual(askedRoots(['.'], root)[0], { root, files: [], folders: [''], notes: [] });
  });

  it('does not count, and is told of, where anybody may write or another owns it', function () {
    const refused = (why: RegExp) => {
      const [asked] = askedRoots(['.'], root);
      assert.equal(asked!.root, root);
      assert.match(asked!.notes.join(' '), why);
    };
    for (const mode of [0o777, 0o1777]) {
      chmodSync(home, mode);
      refused(/is not used, because anybody may write there/);
    }
    chmodSync(home, 0o700);
    chmodSync(path.join(home, 'sicetnon.yaml'), 0o666);
    refused(/anybody may write there/);
    chmodSync(path.join(home, 'sicetnon.yaml'), 0o600);
    if (process.getuid?.() !== 0) return this.skip();
    chownSync(path.join(home, 'sicetnon.yaml'), 65_534, 65_534);
    refused(/belongs to somebody else/);
  });

  it('does not count beside a lone file either', async () => {
    const lone = new NodeFileSystem(home, { listed: false });
    assert.equal((await lone.read('sicetnon.yaml')).status, 'read');
    chmodSync(home, 0o1777);
    assert.equal((await lone.read('sicetnon.yaml')).status, 'missing');
    assert.equal((await new NodeFileSystem(home).read('sicetnon.yaml')).status, 'read', 'it was opened');
  });
});
