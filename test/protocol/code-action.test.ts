import assert from 'node:assert/strict';
import { CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageserver-protocol/node';
import type {
  CodeAction,
  Diagnostic,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { StdioClient } from './client.ts';

describe('Code actions over the protocol', function () {
  let client: StdioClient;

  beforeEach(async () => {
    client = await StdioClient.start();
  });
  afterEach(() => client.discard());

  /** What the server offers over some words of a file. */
  async function offered(
    file: string,
    words: string,
    context: { only?: string[]; triggerKind?: 1 | 2; diagnostics?: Diagnostic[] } = {},
  ): Promise<CodeAction[]> {
    const range = {
      start: client.position(file, words),
      end: client.position(file, words, words.length),
    };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri(file) },
      range,
      context: { diagnostics: [], ...context },
    });
    return actions as CodeAction[];
  }

  function changed(file: string, { documentChanges }: WorkspaceEdit): string {
    const [change] = documentChanges as TextDocumentEdit[];
    assert.equal(documentChanges!.length, 1);
    assert.equal(change!.textDocument.uri, client.uri(file));
    const text = TextDocument.create('x', 'markdown', 1, client.text(file));
    return TextDocument.applyEdits(text, change!.edits as TextEdit[]);
  }

  it('says which kinds there are', () => {
    const { codeActionProvider } = client.initialized.capabilities;
    assert.ok(typeof codeActionProvider === 'object' && codeActionProvider.resolveProvider);
    assert.ok(codeActionProvider.codeActionKinds?.includes('quickfix'));
    assert.ok(codeActionProvider.codeActionKinds?.includes('source.sicetnon.renumberNotes'));
  });

  it('mends a finding, with the version of the text and its own line ends', async () => {
    await client.open('faults.md', 'markdown', 'Nine[^days].\r\n\r\nThe end.\r\n');
    const [finding] = await client.diagnostics('faults.md', (all) => all.length === 1);
    const actions = await offered('faults.md', '[^days]', { diagnostics: [finding!] });
    const action = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(action?.title, 'Write note “days”');
    assert.equal(action.kind, 'quickfix');
    assert.deepEqual(action.diagnostics, [finding]);
    assert.equal(action.edit, undefined, 'it is worked out when it is chosen');
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.equal((edit!.documentChanges![0] as TextDocumentEdit).textDocument.version, 1);
    assert.equal(changed('faults.md', edit!), 'Nine[^days].\r\n\r\nThe end.\r\n\r\n[^days]: [?]\r\n');
    assert.equal(edit!.changeAnnotations, undefined);
  });

  it('explains a finding before it offers to silence it, also where the editor puts first what is for a finding', async () => {
    client.discard();
    client = await StdioClient.start({ options: { gestures: true } });
    await client.open('faults.md', 'markdown', '[So it was]{.claim #so supports="nowhere-at-all#quay"}.\n');
    const found = await client.diagnostics('faults.md', (all) =>
      all.some(({ code }) => code === 'claim-undefined'),
    );
    const finding = found.find(({ code }) => code === 'claim-undefined')!;
    const actions = await offered('faults.md', 'nowhere-at-all', {
      diagnostics: [finding],
      only: ['quickfix'],
    });
    const [first, second] = actions.filter(({ diagnostics = [] }) => diagnostics.length > 0);
    assert.match(first!.title, /^What “claim-undefined” means/);
    assert.match(second!.title, /^Disable claim-undefined/);
    assert.deepEqual(first!.diagnostics, [finding]);
  });

  it('explains it also where another finding at the place has a fix, and offers suppressions after all else', async () => {
    client.discard();
    client = await StdioClient.start({ options: { gestures: true } });
    const text = 'So it was[^days]]{.claim #so supports="nowhere-at-all#quay"}';
    await client.open('faults.md', 'markdown', `[${text}.\n`);
    const found = await client.diagnostics('faults.md', (all) => all.length > 1);
    const finding = found.find(({ code }) => code === 'claim-undefined')!;
    const actions = await offered('faults.md', text, { diagnostics: [finding], only: ['quickfix'] });
    const titles = actions.map(({ title }) => title.split(' ').slice(0, 3).join(' '));
    assert.deepEqual(titles, [
      'Write note “days”',
      'What “claim-undefined” means,',
      'Disable footnote-undefined for',
      'Disable claim-undefined for',
    ]);
    assert.deepEqual(actions[1]!.diagnostics, [finding]);
  });

  it('asks the editor to show what changes much before it is done', async () => {
    await client.open('reading.md', 'markdown', 'A[^7], b[^3].\n\n[^3]: Three.\n\n[^7]: Seven.\n');
    const only = ['source.sicetnon.renumberNotes'];
    const [action, ...others] = await offered('reading.md', 'A', { only });
    assert.deepEqual(others, []);
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action!);
    assert.equal(changed('reading.md', edit!), 'A[^1], b[^2].\n\n[^2]: Three.\n\n[^1]: Seven.\n');
    assert.ok(Object.values(edit!.changeAnnotations!).every(({ needsConfirmation }) => needsConfirmation));
  });

  it('does not work out what changes a whole text each time that the cursor moves', async () => {
    await client.open('reading.md', 'markdown', 'A[^7], b[^3].\n\n[^3]: Three.\n\n[^7]: Seven.\n');
    const changing = async (triggerKind: 1 | 2) =>
      (await offered('reading.md', 'A', { triggerKind })).filter(({ kind }) => kind?.startsWith('source'));
    assert.deepEqual(await changing(2), []);
    assert.equal((await changing(1)).length, 2);
  });

  it('refuses to resolve an action of a text that has changed', async () => {
    await client.open('reading.md', 'markdown', 'A[^7].\n\n[^7]: Seven.\n');
    const [action] = await offered('reading.md', 'A', { only: ['source'] });
    await client.replace('reading.md', 'A', 'B');
    await assert.rejects(client.connection.sendRequest(CodeActionResolveRequest.type, action!), /changed/);
  });
});
