import assert from 'node:assert/strict';
import type * as BeginSource from '../../../client/src/gestures/begin.ts';
import type { Server } from '../../../client/src/server.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

describe('the values of a property that is declared', () => {
  it('are parted by the commas and semicolons of any script', async () => {
    const { declareProperty } = await inEditor<typeof BeginSource>('client/src/gestures/begin.ts');
    editor.reset();
    editor.activeText = {
      document: { uri: { scheme: 'file', toString: () => 'file:///w/a.md' }, version: 3 },
      selection: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    };
    editor.chosen = 'One of several';
    editor.typed = '协会，企业、无; other , none；';
    const asked: Record<string, unknown>[] = [];
    const server = {
      ask: (name: string, params: Record<string, unknown>) => {
        asked.push(params);
        return Promise.resolve(
          name === 'gestureChoices'
            ? { items: [], more: false, refusal: null, words: 'kind' }
            : { status: 'refused', why: 'Enough for this test.' },
        );
      },
    } as unknown as Server;
    await declareProperty(server);
    assert.deepEqual(asked.at(-1)!['gesture'], {
      kind: 'declareProperty',
      name: 'kind',
      type: 'choice',
      of: ['协会', '企业', '无', 'other', 'none'],
    });
  });
});
