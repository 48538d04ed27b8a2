import assert from 'node:assert/strict';
import {
  Selection,
  TabInputWebview,
  WorkspaceEdit,
  commands,
  env,
  languages,
  window,
  workspace,
} from 'vscode';
import type { Disposable, TreeItem } from 'vscode';
import type { SicEtNon } from '../../../client/src/extension.ts';
import type { ChecksRow } from '../../../client/src/views/checks-view.ts';
import type { Views } from '../../../client/src/views/register.ts';
import { until } from '../../support/conditions.ts';
import * as vscode from '../support.ts';

/** The words of some rows, as the tree shows them. */
function words(items: readonly TreeItem[]): string[] {
  return items.map(
    ({ label, description }) => `${typeof label === 'string' ? label : label?.label} (${description})`,
  );
}

async function claimGroups(views: Views): Promise<string[]> {
  return words((await views.claims.tree.getChildren()).map((row) => views.claims.tree.getTreeItem(row)));
}

/** Resolves when the tree has rows: a server that an earlier test restarted may still be reading. */
async function read({ views, onDidChangeStatus }: SicEtNon): Promise<void> {
  for (;;) {
    let listening: Disposable[] = [];
    const changed = new Promise<void>((resolve) => {
      listening = [
        views.claims.tree.onDidChangeTreeData(() => resolve()),
        onDidChangeStatus(() => resolve()),
        languages.onDidChangeDiagnostics(() => resolve()),
      ];
    });
    const rows = await views.claims.tree.getChildren();
    if (rows.length === 0) await changed;
    for (const each of listening) each.dispose();
    if (rows.length > 0) return;
  }
}

/** Resolves when a tab holds a picture of that kind with that title: the page has loaded and was answered. */
function picture(kind: string, title: string): Promise<unknown> {
  const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
  return until(
    () =>
      tabs().find(
        ({ input, label }) =>
          input instanceof TabInputWebview && input.viewType.endsWith(kind) && label === title,
      ),
    (listener) => window.tabGroups.onDidChangeTabs(listener),
    () => JSON.stringify(tabs().map(({ label }) => label)),
  );
}

describe('The views in VS Code', () => {
  let views: Views;
  before(async () => {
    const extension = await vscode.activated();
    views = extension.views;
    const document = await vscode.open('faults.md');
    await vscode.diagnostics(document.uri, (all) => all.length > 0);
    await read(extension);
  });
  afterEach(async () => {
    await commands.executeCommand('sicetnon.groupClaimsByFile');
    await commands.executeCommand('sicetnon.clearClaimsFilter');
    await commands.executeCommand('sicetnon.clearActorsFilter');
    await vscode.closeAll();
  });

  it('shows what was checked of each work, and leads to the text', async () => {
    await commands.executeCommand('sicetnon.checks.focus');
    const document = await vscode.open('reading.md');
    const edit = new WorkspaceEdit();
    edit.insert(
      document.uri,
      document.positionAt(document.getText().length),
      '\n“no such words stand there” [@dubois1955].\n',
    );
    await workspace.applyEdit(edit);
    const rows = async (row?: ChecksRow) => {
      const children = await views.checks.tree.getChildren(row);
      return children.map((each) => ({ row: each, item: views.checks.tree.getTreeItem(each) }));
    };
    const dubois = async () => (await rows()).find(({ item }) => item.label === 'Dubois and Hart (1955)');
    const unchecked = async () =>
      (await rows((await dubois())?.row)).find(
        ({ item }) => item.label === 'Quotations: without a text to check against',
      );
    let found = await unchecked();
    while (!found) {
      await new Promise<void>((resolve) => {
        const listening = views.checks.tree.onDidChangeTreeData(() => {
          listening.dispose();
          resolve();
        });
      });
      found = await unchecked();
    }
    assert.equal(found.item.description, '1');
    assert.equal(
      found.item.accessibilityInformation?.label,
      'Quotations: without a text to check against: 1. They were not checked.',
    );
    const [place] = await rows(found.row);
    assert.deepEqual(words([place!.item]), ['no such words stand there (reading.md, line 15)']);
    await vscode.open('faults.md');
    const { command } = place!.item;
    await commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    const editor = window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), '“no such words stand there”');
  });

  it('shows the tree of checks in the side bar, to be walked by keyboard', async () => {
    await commands.executeCommand('sicetnon.checks.focus');
    await commands.executeCommand('list.focusFirst');
    await commands.executeCommand('list.expand');
    const [first] = await views.checks.tree.getChildren();
    const item = views.checks.tree.getTreeItem(first!);
    assert.equal(item.label, 'Dubois and Hart (1955)');
    assert.match(item.accessibilityInformation!.label, /^Dubois and Hart \(1955\): \d+ checks/);
  });

  it('tells below the status item what was checked in the text at hand', async () => {
    const extension = await vscode.activated();
    const rows = () => extension.status().rows;
    const tells = (...expected: readonly RegExp[]) =>
      until(
        () => expected.every((each, at) => each.test(rows()[at] ?? '')) || null,
        (listener) => extension.onDidChangeStatus(listener),
        () => rows().join('\n'),
      );
    await vscode.open('reading.md');
    await tells(/^In this text \d+ citations: \d+ found/, /^In this text \d+ places: \d+ /);
    await workspace.fs.writeFile(vscode.file('plain.md'), Buffer.from('Nothing is cited here.\n'));
    await vscode.open('plain.md');
    await tells(/^In this text no quotation or citation was checked\.$/);
  });

  it('shows the claims by file', async () => {
    const groups = await views.claims.tree.getChildren();
    assert.deepEqual(words(groups.map((row) => views.claims.tree.getTreeItem(row))), [
      'faults.md (2 of 7 contested)',
      'reading.md (2 claims)',
    ]);
    const claims = await views.claims.tree.getChildren(groups[1]);
    assert.deepEqual(words(claims.map((row) => views.claims.tree.getTreeItem(row))), [
      'The guild counted eighty masters (the writer, on Maes (1931) · 1349)',
      'The roll was padded with the names of the dead (the writer, on Dubois and Hart (1955))',
    ]);
  });

  it('groups them anew', async () => {
    await commands.executeCommand('sicetnon.groupClaimsByAsserter');
    assert.deepEqual(await claimGroups(views), [
      'Dubois and Hart (1955) (1 of 1 contested)',
      'Maes (1931) (1 of 1 contested)',
      'the writer (7 claims)',
    ]);
    await commands.executeCommand('sicetnon.groupClaimsByStatus');
    assert.deepEqual(await claimGroups(views), [
      'Contested (2 claims)',
      'Open questions (1 claim)',
      'Resting on nothing (1 claim)',
      'Uncontested (5 claims)',
    ]);
  });

  it('filters them', async () => {
    views.claims.setFilter('looms FORTY');
    assert.deepEqual(await claimGroups(views), ['faults.md (1 claim)']);
  });

  it('shows the actors by kind, with the claims about each', async () => {
    const kinds = await views.actors.tree.getChildren();
    assert.deepEqual(words(kinds.map((row) => views.actors.tree.getTreeItem(row))), [
      'guild (1 actor)',
      'office (1 actor)',
    ]);
    const [guild] = await views.actors.tree.getChildren(kinds[0]);
    assert.deepEqual(words([views.actors.tree.getTreeItem(guild!)]), [
      'Guild of the Weavers (2 of 4 contested)',
    ]);
    assert.equal((await views.actors.tree.getChildren(guild)).length, 4);
  });

  it('reads every row aloud', async () => {
    const [group] = await views.claims.tree.getChildren();
    const [claim] = await views.claims.tree.getChildren(group);
    const labels = [group!, claim!].map(
      (row) => views.claims.tree.getTreeItem(row).accessibilityInformation?.label,
    );
    assert.deepEqual(labels, [
      'faults.md: 7 claims, 2 contested',
      'A claim that leans on another that is not there. Held by the writer, on Maes (1931), uncontested',
    ]);
  });

  it('goes from a row to the text', async () => {
    const [, group] = await views.claims.tree.getChildren();
    const [claim] = await views.claims.tree.getChildren(group);
    const { command } = views.claims.tree.getTreeItem(claim!);
    await commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    const editor = window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), '[The guild counted eighty masters]');
  });

  it('settles a conflict, and says that claims contradict, from a row', async () => {
    const [group] = await views.claims.tree.getChildren();
    const rows = await views.claims.tree.getChildren(group);
    const row = rows.find((each) => each.kind === 'claim' && each.claim.label === 'charter');
    assert.equal(views.claims.tree.getTreeItem(row!).contextValue, 'claim.contested');
    let ended = false;
    const run = commands.executeCommand('sicetnon.settleRow', row).then(() => (ended = true));
    while (!ended) await commands.executeCommand('workbench.action.closeQuickOpen');
    await run;
    const { document, selection } = window.activeTextEditor!;
    assert.equal(document.offsetAt(selection.active), document.getText().indexOf('[The hall had a charter]'));
    const other = rows.find((each) => each.kind === 'claim' && each.claim.label === 'bare');
    ended = false;
    const said = commands.executeCommand('sicetnon.contradictRow', other).then(() => (ended = true));
    while (!ended) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await said;
    await until(
      () => /\{\.claim #bare contradicts="#[\w-]+"\}/.test(document.getText()),
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
  });

  it('reveals the claim at the cursor', async () => {
    const document = await vscode.open('reading.md');
    const at = vscode.inside(document, 'padded with');
    window.activeTextEditor!.selection = new Selection(at, at);
    // A tree that has not drawn its rows yet selects none of them.
    const selected = (): string | null => {
      const [row] = views.claims.selected();
      return row?.kind === 'claim' ? row.claim.label : null;
    };
    while (selected() === null) await commands.executeCommand('sicetnon.revealClaim');
    assert.equal(selected(), 'padded');
  });

  it('copies the address of a claim', async () => {
    const [, group] = await views.claims.tree.getChildren();
    const [claim] = await views.claims.tree.getChildren(group);
    await commands.executeCommand('sicetnon.copyAddress', claim);
    assert.equal(await env.clipboard.readText(), 'reading.md#eighty');
  });

  it('shows the claim map of the text in view', async () => {
    await vscode.open('reading.md');
    await commands.executeCommand('sicetnon.showClaimMap');
    await picture('sicetnon.claimMap', 'Claim Map: reading.md');
  });

  it('shows the evidence matrix of the workspace', async () => {
    await commands.executeCommand('sicetnon.showEvidenceMatrix');
    await picture('sicetnon.evidenceMatrix', `Evidence Matrix: ${vscode.folderName()}`);
  });

  it('shows the timeline of an actor, and another one in the same tab', async () => {
    const [kind, office] = await views.actors.tree.getChildren();
    const [guild] = await views.actors.tree.getChildren(kind);
    await commands.executeCommand('sicetnon.showTimeline', guild);
    await picture('sicetnon.timeline', 'Timeline: Guild of the Weavers');
    const [aldermen] = await views.actors.tree.getChildren(office);
    await commands.executeCommand('sicetnon.showTimeline', aldermen);
    await picture('sicetnon.timeline', 'Timeline: Aldermen of the Town');
  });

  it('answers although the answer takes the server several slices', async () => {
    const many = vscode.file('many.md');
    const claims = Array.from(
      { length: 5000 },
      (_, i) => `[Loom ${i} stood idle]{.claim about="weavers"}.\n`,
    );
    await workspace.fs.writeFile(many, Buffer.from(`Bare.[^bare]\n\n${claims.join('\n')}`, 'utf8'));
    try {
      await vscode.diagnostics(many, (all) => all.length > 0);
      assert.deepEqual(await claimGroups(views), [
        'faults.md (2 of 7 contested)',
        'many.md (5,000 claims)',
        'reading.md (2 claims)',
      ]);
      const [kind] = await views.actors.tree.getChildren();
      const [guild] = await views.actors.tree.getChildren(kind);
      const about = await views.actors.tree.getChildren(guild);
      assert.equal(about.length, 1001);
      assert.equal(
        words([views.actors.tree.getTreeItem(about.at(-1)!)])[0],
        '4,004 more claims are not shown (undefined)',
      );
      // A claim that its branch does not show: the branch is selected.
      // What a test opens as a document stays open for minutes, and with it its findings.
      await commands.executeCommand('vscode.open', many);
      const editor = window.activeTextEditor!;
      const at = vscode.inside(editor.document, 'Loom 4999');
      editor.selection = new Selection(at, at);
      const selected = () => views.claims.selected().map((row) => row.kind === 'group' && row.group.label);
      while (selected()[0] !== 'many.md') await commands.executeCommand('sicetnon.revealClaim');
      await vscode.closeAll();
    } finally {
      await workspace.fs.delete(many);
      await vscode.diagnostics(many, (all) => all.length === 0);
    }
  });

  it('opens the project file that is there, and writes no other', async () => {
    await commands.executeCommand('sicetnon.createProjectFile');
    const { document } = window.activeTextEditor!;
    assert.equal(document.uri.toString(), vscode.file('sicetnon.yaml').toString());
    assert.match(document.getText(), /^bibliography: \[references\.bib\]/);
  });
});
