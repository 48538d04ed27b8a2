import assert from 'node:assert/strict';
import { Selection, commands, extensions, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { until } from '../../support/conditions.ts';
import * as vscode from '../support.ts';

const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';

/** What the package says of the keys. */
interface Keys {
  readonly contributes: { readonly keybindings: readonly { command: string; key: string }[] };
}

describe('Gestures in VS Code', () => {
  before(async () => {
    await vscode.activated();
    // Once a text is checked, the workspace has been read.
    const document = await vscode.open('faults.md');
    await vscode.diagnostics(document.uri, (all) => all.length > 0);
  });
  afterEach(vscode.closeAll);

  /** Writes a text into the reading, with the words selected that stand between `⟦` and `⟧`. */
  async function write(drawn: string): Promise<TextDocument> {
    const document = await vscode.open('reading.md');
    await vscode.replace(document, document.getText(), drawn.replace('⟦', '').replace('⟧', ''));
    const from = drawn.indexOf('⟦');
    const to = drawn.indexOf('⟧') - 1;
    window.activeTextEditor!.selection = new Selection(document.positionAt(from), document.positionAt(to));
    // Where the edit left the cursor may be told only now: once a command has come back, it has been.
    await commands.executeCommand('setContext', 'sicetnon.test', true);
    return document;
  }

  /** Runs a command that asks, and answers each of its questions with these commands. */
  async function answering(command: string, ...answers: string[]): Promise<void> {
    let ended = false;
    const run = commands.executeCommand(`sicetnon.${command}`).then(() => (ended = true));
    // What asks says to nobody that it has opened, so it is answered until it is content.
    while (!ended) for (const answer of answers) await commands.executeCommand(answer);
    await run;
  }

  /** Waits until a document reads so, and returns what is selected in it. */
  async function reads(document: TextDocument, text: string): Promise<string> {
    await until(
      () => document.getText() === text,
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
    const editor = window.visibleTextEditors.find((each) => each.document === document);
    return document.getText(editor!.selection);
  }

  it('mark a claim, and one undo takes it back', async () => {
    const document = await write('So ⟦the hall was rebuilt⟧ twice.\n');
    await commands.executeCommand('sicetnon.markClaim');
    const selected = await reads(document, 'So [the hall was rebuilt]{.claim #hall-rebuilt} twice.\n');
    assert.equal(selected, 'hall-rebuilt');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), 'So the hall was rebuilt twice.\n');
  });

  it('mark a claim and say who holds what of whom, and one undo takes all back', async () => {
    const document = await write('So ⟦the hall was chartered⟧ [@maes1931].\n');
    await answering('describeClaim', ACCEPT);
    const all =
      /^So \[the hall was chartered\]\{\.claim #hall-chartered by="@maes1931" about="\w+" says="[^"]+"\} /;
    await until(
      () => all.test(document.getText()),
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
    await commands.executeCommand('undo');
    assert.equal(document.getText(), 'So the hall was chartered [@maes1931].\n');
  });

  it('mark a claim from the light bulb, with the name selected', async () => {
    const document = await write('So ⟦the hall\nwas rebuilt⟧ twice.\n');
    await commands.executeCommand('editor.action.codeAction', {
      kind: 'refactor.surround.sicetnon.claim',
      apply: 'first',
    });
    const selected = await reads(document, 'So [the hall\nwas rebuilt]{.claim #hall-rebuilt} twice.\n');
    assert.equal(selected, 'hall-rebuilt');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), 'So the hall\nwas rebuilt twice.\n');
  });

  it('mark an actor who is chosen', async () => {
    const document = await write('So ⟦the weavers⟧ left.\n');
    await answering('markActor', ACCEPT);
    await reads(document, 'So [the weavers]{.actor ref="weavers"} left.\n');
  });

  /** What a new actor adds to the register, which is left as it was. */
  async function registered(): Promise<string> {
    const register = await workspace.openTextDocument(vscode.file('actors.yaml'));
    const known = await workspace.fs.readFile(register.uri);
    const added = await until(
      () => register.getText().slice(Buffer.from(known).toString('utf8').length) || null,
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => register.getText(),
    );
    await window.showTextDocument(register);
    await commands.executeCommand('workbench.action.files.revert');
    return added;
  }

  it('mark an actor who is new, and register it', async () => {
    const document = await write('So ⟦the Dyers⟧ left.\n');
    await commands.executeCommand('sicetnon.markActor', { name: 'Company of Dyers' });
    await reads(document, 'So [the Dyers]{.actor ref="company-dyers"} left.\n');
    assert.equal(await registered(), '\ncompany-dyers:\n  name: Company of Dyers\n');
  });

  it('register an actor whose name stands in the text, which needs no mark', async () => {
    const document = await write('So ⟦the Dyers⟧ left.\n');
    await commands.executeCommand('sicetnon.markActor', { name: 'the Dyers' });
    assert.equal(await registered(), '\ndyers:\n  name: the Dyers\n');
    assert.equal(document.getText(), 'So the Dyers left.\n');
  });

  it('mark a quotation, from the work that is cited nearby', async () => {
    const document = await write('He says “⟦in print⟧” [@dubois1955, p. 88].\n');
    await answering('markQuotation', ACCEPT);
    await reads(
      document,
      'He says [“in print”]{.quote from="@dubois1955" at="p. 88"} [@dubois1955, p. 88].\n',
    );
  });

  it('cite, and leave the cursor where a locator goes', async () => {
    const document = await write('It is in print⟦⟧.\n');
    await commands.executeCommand('sicetnon.cite', { work: 'dubois1955' });
    await reads(document, 'It is in print [@dubois1955].\n');
    const { active } = window.activeTextEditor!.selection;
    assert.equal(document.lineAt(0).text.slice(active.character), '].');
    await answering('cite', ACCEPT);
    await until(
      () => /\[@dubois1955; @\w+\]/.test(document.getText()),
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
  });

  const noted = 'One[^1], two⟦⟧.\n\n[^1]: First.\n\n    More of it.\n';
  const both = 'One[^1], two[^2].\n\n[^1]: First.\n\n    More of it.\n\n[^2]: [?]\n';

  it('add a note, and go there', async () => {
    const document = await write(noted);
    await commands.executeCommand('sicetnon.addNote');
    assert.equal(await reads(document, both), '[?]');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), noted.replace('⟦⟧', ''));
  });

  it('add a note from the light bulb that is no part of the indented one before it', async () => {
    const document = await write(noted);
    await commands.executeCommand('editor.action.codeAction', {
      kind: 'refactor.sicetnon.note',
      apply: 'first',
    });
    assert.equal(await reads(document, both), '[?]');
  });

  it('say that claims contradict, and settle it', async () => {
    const document = await write('[It w⟦⟧as stone]{.claim #stone}.\n\n[It was brick]{.claim #brick}.\n');
    await answering('claimContradicts', ACCEPT);
    const said = '[It was stone]{.claim #stone contradicts="#brick"}.\n';
    await reads(document, `${said}\n[It was brick]{.claim #brick}.\n`);
    await vscode.diagnostics(document.uri, (all) => vscode.codes(all).includes('claim-self-contradiction'));
    await commands.executeCommand('sicetnon.settleConflict', { upheld: 'first', reason: 'The mason’s bill' });
    await reads(
      document,
      `${said}\n[The mason’s bill]{.claim #stone-or-brick resolves="#stone #brick" prefers="#stone"}.\n\n[It was brick]{.claim #brick}.\n`,
    );
    await vscode.diagnostics(document.uri, (all) => !vscode.codes(all).includes('claim-self-contradiction'));
  });

  it('have keys that the editor has not given away', async () => {
    const { keybindings } = (extensions.getExtension('sicetnon.sicetnon')!.packageJSON as Keys).contributes;
    const defaults = await workspace.openTextDocument(
      vscode
        .file('reading.md')
        .with({ scheme: 'vscode', authority: 'defaultsettings', path: '/keybindings.json' }),
    );
    const others = [
      ...defaults.getText().matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"(?:,\s+"when": "([^"]*)")?/g),
    ]
      .map(([, key, command, when]) => ({ key: key!, command: command!, when: when ?? '' }))
      // Those of another system are never pressed, those of a custom editor not where a text is edited.
      .filter(({ when }) => when !== 'false' && !when.includes('activeCustomEditorId'))
      .filter(({ command }) => !command.startsWith('sicetnon.'));
    assert.ok(
      others.some(({ key }) => key === 'ctrl+k v'),
      'the keys of the editor were read',
    );
    const taken = keybindings.flatMap(({ key, command }) =>
      others
        .filter(
          (other) => other.key === key || other.key.startsWith(`${key} `) || key.startsWith(`${other.key} `),
        )
        .map((other) => `${key} of ${command} is that of ${other.command}`),
    );
    assert.deepEqual(taken, []);
  });
});
