import assert from 'node:assert/strict';
import { CodeActionRequest } from 'vscode-languageserver-protocol/node';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { gestureMethods } from '../../server/src/protocol/names.ts';
import type { GestureAnswer, GesturePlace } from '../../server/src/protocol/names.ts';
import type { Choices } from '../../server/src/protocol/gestures.ts';
import { StdioClient } from './client.ts';

describe('Gestures over the protocol', function () {
  let client: StdioClient;
  afterEach(() => client.discard());

  const text = 'It is in print [@maes1931, p. 12].\n';

  /** Opens a text in a workspace that has been read. */
  async function open(): Promise<GesturePlace> {
    await client.open('reading.md', 'markdown', text);
    await client.ready();
    const start = client.position('reading.md', 'print');
    const end = client.position('reading.md', 'print', 'print'.length);
    return { uri: client.uri('reading.md'), version: 1, range: { start, end } };
  }

  async function titles({ uri, range }: GesturePlace): Promise<string[]> {
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['refactor'] },
    })) as CodeAction[];
    return actions.map(({ title, command }) => (command ? `${title} (${command.command})` : title));
  }

  it('offer any client what needs no asking, and ours the rest', async () => {
    client = await StdioClient.start();
    assert.deepEqual(
      (await titles(await open())).filter((title) => title.endsWith(')') || title.endsWith('…')),
      [],
    );
    client.discard();
    client = await StdioClient.start({ options: { gestures: true } });
    const all = await titles(await open());
    assert.ok(all.includes('Mark as a claim'));
    assert.ok(all.includes('Mark as an actor… (sicetnon.markActor)'), all.join('\n'));
  });

  it('answer with choices, then with edits and what to select', async () => {
    client = await StdioClient.start();
    const place = await open();
    const choices: Choices = await client.connection.sendRequest(gestureMethods.gestureChoices, {
      ...place,
      subject: 'work',
      filter: 'dubois',
    });
    assert.deepEqual(
      choices.items.map(({ value }) => value),
      ['dubois1955'],
    );
    const answer: GestureAnswer = await client.connection.sendRequest(gestureMethods.gestureEdit, {
      ...place,
      gesture: { kind: 'cite', work: 'dubois1955' },
    });
    const at = { line: 0, character: 14 };
    const within = { line: 0, character: 27 };
    assert.deepEqual(answer, {
      status: 'done',
      files: [
        {
          uri: place.uri,
          isNew: false,
          edits: [{ range: { start: at, end: at }, newText: ' [@dubois1955]' }],
        },
      ],
      select: { start: within, end: within },
    });
  });

  it('are refused where the text has changed meanwhile', async () => {
    client = await StdioClient.start();
    const place = await open();
    const answer: GestureAnswer = await client.connection.sendRequest(gestureMethods.gestureEdit, {
      ...place,
      version: 0,
      gesture: { kind: 'claim' },
    });
    assert.equal(answer.status, 'refused');
  });

  it('come with pages behind the codes of findings where the client says how', async () => {
    client = await StdioClient.start({ options: { rulePages: 'https://example.org/{code}.html' } });
    await client.open('reading.md', 'markdown', 'Nine[^days].\n');
    const [finding] = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.equal(finding?.codeDescription?.href, 'https://example.org/footnote-undefined.html');
  });
});
