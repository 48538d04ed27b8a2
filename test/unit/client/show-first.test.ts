import assert from 'node:assert/strict';
import type * as Source from '../../../client/src/show-first.ts';
import { inEditor } from '../../support/vscode/editor.ts';
import { Range, Uri, WorkspaceEdit } from '../../support/vscode/api.ts';

type Action = Parameters<typeof Source.showFirst>[0];

describe('an action that changes much', () => {
  let showFirst: typeof Source.showFirst;
  before(async () => {
    ({ showFirst } = await inEditor<typeof Source>('client/src/show-first.ts'));
  });

  /** What the editor is given of an action of a kind that changes one word of each of some files. */
  function shown(kind: string, ...files: readonly string[]): WorkspaceEdit {
    const edit = new WorkspaceEdit();
    for (const file of files) edit.replace(Uri.parse(file), new Range(0, 0, 0, 1), 'x');
    const action = { title: 'Convert $(bug) all', kind: { value: kind }, edit };
    return showFirst(action as unknown as Action).edit as unknown as WorkspaceEdit;
  }

  const WIDE = 'source.sicetnon.convertNotes';

  it('is previewed, every row a change that is made unless somebody takes its tick away', () => {
    const edit = shown(WIDE, 'file:///w/a.md', 'file:///w/b.md');
    const changes = edit.entries().flatMap(([, all]) => all);
    assert.deepEqual(
      changes.map(({ newText, told }) => [newText, told?.needsConfirmation]),
      [
        ['x', false],
        ['x', false],
      ],
    );
    // What is to be confirmed opens the preview, and has no row: a file is made that is there.
    assert.deepEqual(edit.created, ['file:///w/b.md']);
    assert.deepEqual(edit.creations[0]!.options, { ignoreIfExists: true });
    assert.equal(edit.creations[0]!.told?.needsConfirmation, true);
  });

  it('is made at once in a text that was never saved, of which the editor shows no preview', () => {
    const edit = shown(WIDE, 'untitled:Untitled-1');
    assert.deepEqual([edit.size, edit.created], [1, []]);
  });

  it('and one that changes little is made as it is', () => {
    assert.deepEqual(shown('quickfix', 'file:///w/a.md').created, []);
  });
});
