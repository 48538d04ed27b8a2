import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { DiagnosticSeverity, Selection, extensions, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { until } from '../../support/conditions.ts';
import { Keys } from '../keys.ts';
import * as vscode from '../support.ts';

/** The text reads so at last. */
function reads(document: TextDocument, expected: RegExp): Promise<unknown> {
  return until(
    () => expected.test(document.getText()),
    (listener) => workspace.onDidChangeTextDocument(listener),
    () => document.getText(),
  );
}

/** Puts the cursor in front of some words, as a click does. */
function clickAt(document: TextDocument, words: string): void {
  const { start } = vscode.rangeOf(document, words);
  window.activeTextEditor!.selection = new Selection(start, start);
}

describe('From a folder with one article and one bibliography', function () {
  // Each step goes on from the one before.
  this.bail(true);
  let article: TextDocument;

  before(async () => {
    article = await vscode.open('article.md');
  });

  it('all citations are checked after no gesture at all', async () => {
    const found = await vscode.diagnostics(vscode.file('article.md'), (all) => all.length > 1);
    assert.ok(extensions.getExtension('sicetnon.sicetnon')!.isActive, 'it has woken by itself');
    assert.deepEqual(vscode.codes(found), ['bibliography-unnamed', 'citation-undefined']);
    assert.match(
      found.find((each) => vscode.codeOf(each) === 'citation-undefined')!.message,
      /^“hallam1978” is in no bibliography\. Did you mean “hallam1987”\?$/,
    );
  });

  it('the first claim with asserter, subject and statement takes at most twelve keys', async () => {
    clickAt(article, 'The harbour union fed the strikers');
    const keys = new Keys().press('Shift+End', 'Control+K', 'g');
    // What is known comes before what is new, though only that is called just as it was typed.
    keys.see('Hallam (1987)').type('hallam 1987').see('Hallam (1987)').press('Enter');
    keys.see('What Is It About').type('harbour union').see('Register “harbour union”').press('Enter');
    keys.see('What Does It State').type('fed strikers').see('The new property “fed-strikers”').press('Enter');
    keys.see('(4/4)').type('yes').see('yes').press('Enter');
    await keys.go();
    await reads(
      article,
      /^\[The harbour union fed the strikers for six weeks\]\{\.claim #[\w-]+ by="@hallam1987" about="harbour-union" says="fed-strikers = yes"\}$/m,
    );
    assert.ok(keys.pressed <= 12, `${keys.pressed} keys`);
    assert.equal(keys.pressed, 7);
    // With a register there is a project file, whose vocabulary has the new property.
    const project = vscode.file('sicetnon.yaml').fsPath;
    await until(
      () => existsSync(project),
      (listener) => workspace.onDidCreateFiles(listener),
      () => 'there is no project file',
    );
    assert.equal(
      readFileSync(project, 'utf8'),
      'actors: [actors.yaml]\nproperties:\n  fed-strikers: {type: boolean}\n',
    );
  });

  it('the first actor takes at most six', async () => {
    clickAt(article, 'parish did');
    const keys = new Keys().press('Control+D', 'Control+K', 'a');
    // No actor is called so: the new one comes first.
    keys.see('New actor').press('Enter').see('New Actor').press('Enter');
    await keys.go();
    const register = await workspace.openTextDocument(vscode.file('actors.yaml'));
    await reads(register, /parish/);
    assert.ok(keys.pressed <= 6, `${keys.pressed} keys`);
    assert.equal(keys.pressed, 5);
    // Its name is recognised without a mark now.
    assert.match(article.getText(), /, the parish did$/m);
    assert.match(
      register.getText(),
      /^harbour-union:\n {2}name: harbour union\n\nparish:\n {2}name: parish\n$/,
    );
  });

  it('the first contradiction takes at most three more than the claim, and is told', async () => {
    await window.showTextDocument(article);
    clickAt(article, 'The harbour union fed nobody');
    const claim = new Keys().press('Shift+End', 'Control+K', 'l');
    await claim.go();
    await reads(article, /^\[The harbour union fed nobody, .*\]\{\.claim #[\w-]+\}$/m);
    const keys = new Keys().press('Control+K', 'x').see('The harbour union fed the strikers').press('Enter');
    await keys.go();
    await reads(article, /contradicts="#[\w-]+"/);
    assert.ok(keys.pressed <= 3, `${keys.pressed} keys`);
    const found = await vscode.diagnostics(article.uri, (all) =>
      vscode.codes(all).includes('claim-contradiction'),
    );
    // With the project file read, nothing that a question asked for is missing from it.
    assert.ok(!vscode.codes(found).includes('property-undeclared'));
  });

  it('what is refused is mended by a key, and who is new may assert', async function () {
    // The newer editor shows no notifications while tests run.
    if (process.env['SICETNON_VSCODE'] !== 'current') {
      clickAt(article, 'The harbour union fed the strikers');
      const refused = new Keys().press('Control+K', 'l').accept('Say Who Holds What of Whom');
      await refused.see('Who Holds This? (1/4)').press('Escape').go();
    }
    const claim = vscode.rangeOf(article, 'The harbour union fed nobody').start;
    window.activeTextEditor!.selection = new Selection(claim, claim);
    const keys = new Keys().press('F1').type('Who Holds This').see('Who Holds This…').press('Enter');
    keys.see('Who Holds This?').type('Elsa Brandt').see('Register “Elsa Brandt”').press('Enter');
    await keys.go();
    await reads(article, /#[\w-]+ (?:contradicts="#[\w-]+" )?by="elsa-brandt"/);
    await reads(await workspace.openTextDocument(vscode.file('actors.yaml')), /^elsa-brandt:$/m);
  });

  it('it is settled, with a reason, in at most six', async () => {
    const keys = new Keys().press('Control+K', 'j').see('Which Side Do You Uphold').press('Enter');
    keys.see('Settle a Conflict: Why?').type('Hallam saw the books').press('Enter');
    await keys.go();
    await reads(
      article,
      /^\[Hallam saw the books\]\{\.claim #[\w-]+ resolves="#[\w-]+ #[\w-]+" prefers="#[\w-]+"\}/m,
    );
    assert.ok(keys.pressed <= 6, `${keys.pressed} keys`);
    // A verdict that gives its reason is not at once a fault, and the next key cites what decided.
    const found = await vscode.diagnostics(
      article.uri,
      (all) => !vscode.codes(all).includes('claim-contradiction'),
    );
    const told = found.filter(({ severity }) => severity < DiagnosticSeverity.Hint);
    assert.ok(!vscode.codes(told).includes('claim-unsupported'));
    const cited = new Keys().press('Control+K', 'b').see('Cite').type('hallam').see('Hallam 1987');
    await cited.press('Enter').go();
    await reads(article, /^\[Hallam saw the books\]\{.*\} \[@hallam1987\]\.$/m);
  });

  it('a text is connected as that of a work in at most four', async () => {
    const text = vscode.file('bread-and-tides.txt');
    await workspace.fs.writeFile(text, Buffer.from('The harbour union fed the strikers.\n', 'utf8'));
    await window.showTextDocument(await workspace.openTextDocument(text));
    const keys = new Keys().press('F1').type('This File Is the Text of').see('This File Is the Text of');
    keys.press('Enter').see('Hallam 1987').press('Enter');
    await keys.go();
    const written = () => workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/sicetnon.yaml'));
    await until(
      () => written() !== undefined,
      (listener) => workspace.onDidOpenTextDocument(listener),
      () => 'there is no project file',
    );
    await reads(written()!, /^sources:\n {2}bread-and-tides\.txt: hallam1987$/m);
    assert.ok(keys.pressed <= 4, `${keys.pressed} keys`);
  });
});
