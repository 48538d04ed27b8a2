import assert from 'node:assert/strict';
import type * as Source from '../../../client/src/show-first.ts';
import type * as Versions from '../../../client/src/text-versions.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';
import { Range, Uri, WorkspaceEdit } from '../../support/vscode/api.ts';

type Action = Parameters<typeof Source.showFirst>[0];

describe('an action that changes much', () => {
  let showFirst: typeof Source.showFirst;
  let TextVersions: typeof Versions.TextVersions;
  before(async () => {
    const source = await inEditor<typeof Source>('client/src/show-first.ts');
    ({ showFirst } = source);
    ({ TextVersions } = await inEditor<typeof Versions>('client/src/text-versions.ts'));
    registerApplyChanges = source.registerApplyChanges;
  });
  let registerApplyChanges: typeof Source.registerApplyChanges;
  beforeEach(() => {
    editor.reset();
    registerApplyChanges();
  });

  /** The action as the editor gets it, its edit computed for the texts that are open now. */
  function made(kind: string, ...files: readonly string[]): Action {
    const edit = new WorkspaceEdit();
    for (const file of files) edit.replace(Uri.parse(file), new Range(0, 0, 0, 1), 'x');
    const action = { title: 'Convert $(bug) all', kind: { value: kind }, edit };
    return showFirst(action as unknown as Action, new TextVersions());
  }

  /** Does what the editor does with an action. */
  const choose = ({ command }: Action) =>
    editor.run(command!.command, ...((command!.arguments ?? []) as unknown[]));

  /** What the editor is given to apply of an action of a kind that changes one word of each of some files. */
  async function shown(kind: string, ...files: readonly string[]): Promise<WorkspaceEdit> {
    await choose(made(kind, ...files));
    return editor.applied[0]!;
  }

  const WIDE = 'source.sicetnon.convertNotes';

  it('is previewed, every row a change that is made unless somebody takes its tick away', async () => {
    const edit = await shown(WIDE, 'file:///w/a.md', 'file:///w/b.md');
    const changes = edit.entries().flatMap(([, all]) => all);
    assert.deepEqual(
      changes.map(({ newText, told }) => [newText, told?.needsConfirmation]),
      [
        ['x', false],
        ['x', false],
      ],
    );
    // What is to be confirmed opens the preview, and has no row: the folder is made, which is there.
    assert.deepEqual(edit.created, ['file:///w']);
    assert.deepEqual(edit.creations[0]!.options, { ignoreIfExists: true });
    assert.equal(edit.creations[0]!.told?.needsConfirmation, true);
  });

  it('is made at once in a text that was never saved, of which the editor shows no preview', async () => {
    const edit = await shown(WIDE, 'untitled:Untitled-1');
    assert.deepEqual([edit.size, edit.created], [1, []]);
  });

  it('and one that changes little is made as it is', () => {
    const action = made('quickfix', 'file:///w/a.md');
    assert.equal(action.command, undefined);
    assert.deepEqual((action.edit as unknown as WorkspaceEdit).created, []);
  });

  const text = (version: number) => ({ uri: Uri.parse('file:///w/a.md'), version });

  it('is not made in a text that has changed since, and says so', async () => {
    editor.texts = [text(3)];
    const action = made(WIDE, 'file:///w/a.md');
    editor.texts = [text(4)];
    editor.pressed = 'Try Again';
    await choose(action);
    assert.deepEqual(editor.applied, []);
    assert.match(editor.shown[0]!.sentence, /has changed meanwhile/);
    assert.deepEqual(editor.ran, [['editor.action.sourceAction', { kind: WIDE, apply: 'first' }]]);
  });

  it('says so too where the text changes while the preview is open', async () => {
    editor.texts = [text(3)];
    editor.appliesEdits = false;
    editor.whileApplying = () => (editor.texts = [text(4)]);
    await choose(made(WIDE, 'file:///w/a.md'));
    assert.equal(editor.shown.length, 1);
  });

  it('says nothing where the user says no, and nothing where it was made', async () => {
    editor.texts = [text(3)];
    editor.appliesEdits = false;
    await choose(made(WIDE, 'file:///w/a.md'));
    editor.appliesEdits = true;
    editor.whileApplying = () => (editor.texts = [text(4)]);
    await choose(made(WIDE, 'file:///w/a.md'));
    assert.deepEqual(editor.shown, []);
    assert.equal(editor.applied.length, 2);
  });

  it('may change a text that is opened only then, and one beside a text that has changed', async () => {
    editor.texts = [text(3)];
    const action = made(WIDE, 'file:///w/b.md');
    editor.texts = [text(4), { uri: Uri.parse('file:///w/b.md'), version: 1 }];
    await choose(action);
    assert.equal(editor.applied.length, 1);
  });
});
