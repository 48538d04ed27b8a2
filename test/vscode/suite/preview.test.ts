import assert from 'node:assert/strict';
import { commands } from 'vscode';
import * as vscode from '../support.ts';

describe('The preview of VS Code', () => {
  before(vscode.activated);

  it('shows claims with how they stand, notes and citations, and leaves the rest to Markdown', async () => {
    // Words, not a document: the preview remembers an unsaved document of another test by its name and version.
    const text =
      '# The mill\n\n[It stood idle]{.claim #idle status="open"} [@doe, p. 3].[^1]\n\n[^1]: *So* it did.\n\n' +
      '::: {.claim #verdict resolves="#idle"}\n- It did not.\n:::\n';
    const html = await commands.executeCommand<string>('markdown.api.render', text);
    assert.match(
      html,
      /<span class="claim sicetnon-claim sicetnon-open" id="idle"[^>]*>It stood idle<span[^>]*>open · settled</,
    );
    assert.match(html, /class="sicetnon-citekey"[^>]*>doe</);
    assert.match(html, /href="#sicetnon-note-1"/);
    assert.match(html, /id="sicetnon-note-1"[^]*<em>So<\/em>/);
    // The editor scrolls with its preview by these.
    assert.match(html, /<div [^>]*data-line="6"[^>]*>\s*<span[^>]*>settles/);
    assert.match(html, /<h1[^>]*id="the-mill"[^>]*>The mill<\/h1>/);
  });

  it('calls works by their authors and years, as the bibliography of the text has them', async () => {
    const document = await vscode.open('reading.md');
    await vscode.replace(
      document,
      document.getText(),
      'So it was [see @dubois1955, p. 90], as @maes1931 says.\n',
    );
    const named = />\(see <span[^>]*>Dubois and Hart 1955<\/span>, p\. 90\)<[^]*>Maes<\/span> \(1931\) says/;
    let page = '';
    // A page is made at once of what is known, and anew by the editor when there is more; so it is asked for again, with
    // room between for the server's answer.
    for (; !named.test(page); await new Promise<void>((resolve) => setImmediate(resolve)))
      page = await commands.executeCommand<string>('markdown.api.render', document);
    await vscode.closeAll();
  });
});
