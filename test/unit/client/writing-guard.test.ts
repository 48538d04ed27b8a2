import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Uri, WorkspaceEdit } from 'vscode';
import { URI } from 'vscode-uri';
import { landsInside } from '../../../server/src/hosts/reading/placement.ts';
import { WritingGuard, type Workspace } from '../../../client/src/writing-guard.ts';

describe('what the extension writes', () => {
  let home: string;
  let root: string;
  beforeEach(() => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sicetnon-guard-')));
    root = path.join(home, 'workspace');
    mkdirSync(path.join(root, 'notes'), { recursive: true });
    writeFileSync(path.join(home, 'elsewhere.md'), 'x');
    writeFileSync(path.join(root, 'own.md'), 'x');
    symlinkSync('../elsewhere.md', path.join(root, 'out.md'));
    symlinkSync('../nothing.md', path.join(root, 'dangling.md'));
    symlinkSync('..', path.join(root, 'up'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const file = (name: string): Uri => URI.file(path.join(root, name));

  /** A guard of a window with the one folder, in which editors show `shown`. */
  function guard(shown: readonly string[] = []): WritingGuard {
    return new WritingGuard(
      {
        textDocuments: shown.map((name) => ({ uri: file(name) })),
        getWorkspaceFolder: (uri: Uri) =>
          uri.fsPath.startsWith(`${root}${path.sep}`) ? { uri: URI.file(root) } : undefined,
        asRelativePath: (uri: Uri) => path.relative(root, uri.fsPath),
      } as unknown as Workspace,
      landsInside,
    );
  }
  const edit = (...names: string[]): WorkspaceEdit =>
    ({ entries: () => names.map((name) => [file(name), []]) }) as unknown as WorkspaceEdit;

  it('lands in the folder, or is refused', async () => {
    const expected = {
      'own.md': null,
      'notes/new.md': null,
      'out.md': 'out.md',
      'dangling.md': 'dangling.md',
      'up/new.md': 'up/new.md',
    };
    for (const [name, refused] of Object.entries(expected))
      assert.equal((await guard().leadingOut([file('own.md'), file(name)]))?.fsPath ?? null, refused && path.join(root, refused)); // prettier-ignore
  });

  it('is a text that a person opened, wherever it lies', async () => {
    assert.equal(await guard(['out.md']).leadingOut([file('out.md')]), null);
    assert.equal((await guard(['own.md']).leadingOut([file('out.md')]))?.fsPath, file('out.md').fsPath);
  });

  it('may lie in no folder, and then in its own', async () => {
    symlinkSync('workspace/own.md', path.join(home, 'lone.md'));
    mkdirSync(path.join(home, 'other'));
    symlinkSync('../elsewhere.md', path.join(home, 'other', 'lone.md'));
    assert.equal(await guard().leadingOut([file('../lone.md')]), null);
    assert.ok(await guard().leadingOut([file('../other/lone.md')]));
  });

  it('is left to others where it is no file of the disk', async () => {
    assert.equal(await guard().leadingOut([URI.parse('untitled:Untitled-1')]), null);
  });

  it('is made as the server had it, or refused as a whole, in words only', async () => {
    const made = edit('own.md', 'notes/new.md');
    assert.equal(await guard().keptInside(made), made);
    assert.equal(await guard().keptInside(null), null);
    assert.equal(await guard().keptInside(undefined), undefined);
    await assert.rejects(guard().keptInside(edit('own.md', 'out.md')), /“out.md” leads out of the workspace/);
    const link = '[run](command:x).md';
    symlinkSync('../elsewhere.md', path.join(root, link));
    await assert.rejects(guard().keptInside(edit(link)), ({ message }: Error) => {
      assert.match(message, /leads out/);
      assert.doesNotMatch(message, /\]\(/);
      return true;
    });
  });
});
