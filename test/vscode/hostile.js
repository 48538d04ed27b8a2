// A workspace in which every name, field and file is hostile, in a real VS Code: hovered, completed, renamed, shown in
// trees, lists and pictures. Nothing of it may be more than words, and nothing may be asked of anybody but our server.
// Pictures of each step, and the list of requests, are left in test-output.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';

const patience = 60_000;

/** Words that would be an image, a link, a command, an icon, a heading or an element. */
const EVIL =
  '![x](https://evil.example/x.png) [run](command:workbench.action.quickOpen) $(bug) <img src=https://evil.example/y.png> https://evil.example www.evil.example';
const OTHER = '[Click here](command:workbench.action.quickOpen) $(bug) now.md';

const works = [
  {
    id: 'ash2001',
    type: 'chapter',
    title: `Boats ${EVIL}`,
    'container-title': `\n\n# Harbour ${EVIL}`,
    author: [{ family: `Ash ${EVIL}`, given: EVIL }],
    publisher: EVIL,
    'publisher-place': EVIL,
    page: EVIL,
    issued: { 'date-parts': [[2001]] },
  },
  { id: `zz\n\n${EVIL}`, type: 'book', title: ` # Zed ${EVIL}` },
];
const actors = {
  harbour: {
    name: `Board ${EVIL}`,
    aliases: ['Harbour Board', EVIL],
    kind: EVIL,
    place: EVIL,
    summary: `\n\n# Summary\n\n${EVIL}`,
    relations: { [EVIL]: ['harbour'] },
    cite: EVIL,
  },
};
const notes = `The Harbour Board refused [@ash2001, p. 3].[^n]

Text [words ![x](https://evil.example/c.png)]{.claim #mine about="harbour" by="ash2001"} and [more]{.claim #third about="harbour" supports="mine" where="${EVIL}" when="${EVIL}"}.

[Not so]{.claim id="${EVIL.replaceAll('"', '')}" about="harbour" contradicts="mine"}

Complete here: [@z].

[^n]: A note: ${EVIL}
`;

/** Writes the workspace into a folder. */
function write(folder) {
  writeFileSync(path.join(folder, 'sicetnon.yaml'), 'bibliography: [works.json]\nactors: [actors.yaml]\n');
  writeFileSync(path.join(folder, 'works.json'), JSON.stringify(works));
  writeFileSync(path.join(folder, 'actors.yaml'), JSON.stringify(actors));
  writeFileSync(path.join(folder, 'notes.md'), notes);
  writeFileSync(path.join(folder, OTHER), 'T [w]{.claim #other about="harbour"}.\n');
}

/** Tries it all; rejects where something is more than words. `root` is the checkout. */
export async function runHostile(root, settings) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-hostile-'));
  const output = path.join(root, 'test-output');
  mkdirSync(output, { recursive: true });
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  const own = {
    ...settings,
    'editor.hover.delay': 100,
    'git.enabled': false,
    'window.commandCenter': false,
    'workbench.reduceMotion': 'on',
  };
  try {
    write(folder);
    await withServer({ settings: own, vsix }, (server) =>
      withPage({ height: 900, picture: path.join(output, 'hostile-failed.png') }, async (page) => {
        const asked = new Set();
        // Of frames and workers, too.
        page.context().on('request', (request) => asked.add(request.url()));
        const take = (name) =>
          page.screenshot({ path: path.join(output, `hostile-${name}.png`), animations: 'disabled' });
        const text = remotePath(server, path.join(folder, 'notes.md'));
        await page.goto(workbenchAddress(server, folder, [['openFile', text]]));
        await page.waitForSelector('.view-line', { timeout: patience });
        // The server has read when it knows the work, its author and the claims.
        await hovers(page, take);
        await completes(page, take);
        await isRefused(page, take);
        await trees(page, take);
        await pictures(page, take);
        writeFileSync(path.join(output, 'hostile-requests.txt'), `${[...asked].sort().join('\n')}\n`);
        const strange = [...asked].filter((url) => !isOurs(url, server.base));
        assert.deepEqual(strange, [], 'only the server is asked');
        console.log(`  ✔ ${asked.size} requests, all of our own server`);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Our server; what the page makes itself; and the name under which the editor hands a picture its own two files. */
function isOurs(url, base) {
  const host = new URL(base).host.replace(/[.:]/g, (sign) => `-00${sign.charCodeAt(0).toString(16)}`);
  const picture = `https://vscode-remote+${host}.vscode-resource.vscode-cdn.net/`;
  return (
    url.startsWith(base) ||
    url.startsWith(base.replace(/^http/, 'ws')) ||
    /^(?:data|blob|about|vscode-file):/.test(url) ||
    (url.startsWith(picture) && /\/sicetnon\.sicetnon-[^/]*\/dist\/views\/[\w-]+\.(?:css|js)$/.test(url))
  );
}

/** Everywhere in the workbench: no image of the text's, no link but to its own files, no icon that it asked for. */
async function onlyWords(page, where, what) {
  const found = await page.evaluate((selector) => {
    const strange = [];
    for (const box of document.querySelectorAll(selector)) {
      for (const each of box.querySelectorAll('img, h1, h2, h3, iframe, table, .codicon-bug'))
        strange.push(each.outerHTML);
      for (const link of box.querySelectorAll('a')) {
        const address = link.dataset.href ?? link.getAttribute('href') ?? '';
        if (/^(?:command|https?|javascript):|evil/i.test(address)) strange.push(link.outerHTML);
      }
    }
    return strange;
  }, where);
  assert.deepEqual(found, [], what);
  console.log(`  ✔ ${what}`);
}

async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(`>${title}`, { timeout: patience });
  await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: title }).first().click();
}

async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor({ state: 'visible', timeout: patience });
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: patience });
}

function placeOf(words) {
  const { line, column } = { line: notes.slice(0, notes.indexOf(words)).split('\n').length, column: 0 };
  return { line, column: notes.split('\n')[line - 1].indexOf(words) + 2 + column };
}

async function hovers(page, take) {
  for (const [name, words, tells] of [
    ['work', '@ash2001', 'Boats'],
    ['actor', 'Harbour Board', 'Board'],
    ['claim', '#mine', 'held by'],
    ['note', '[^n]', 'A note'],
  ]) {
    const { line, column } = placeOf(words);
    const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: tells });
    // Until the workspace has been read there is nothing to be told.
    for (let tries = 1; ; tries++) {
      await page
        .locator('.monaco-editor .view-lines')
        .first()
        .click({ position: { x: 400, y: 5 } });
      await goTo(page, line, column);
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const isThere = await shown
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) break;
      if (tries === 8) throw new Error(`There is no hover over ${words}`);
      await page.keyboard.press('Escape');
    }
    await take(`hover-${name}`);
    await onlyWords(page, '.monaco-hover', `the hover over a ${name} is words`);
    await page.keyboard.press('Escape');
  }
}

async function completes(page, take) {
  const { line, column } = placeOf('[@z]');
  await goTo(page, line, column + 2);
  await command(page, 'Trigger Suggest');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: 'zz' }).first().waitFor({ timeout: patience });
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details').filter({ hasText: 'Zed' }).first().waitFor({ timeout: patience });
  await take('completion');
  await onlyWords(page, '.suggest-widget, .suggest-details-container', 'what is completed is words');
  await page.keyboard.press('Escape');
}

async function isRefused(page, take) {
  const { line, column } = placeOf('#mine');
  await goTo(page, line, column + 1);
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor({ state: 'visible', timeout: patience });
  // Taken in the file whose name is a command.
  await input.fill('other');
  await page.keyboard.press('Enter');
  const told = page.locator('.notification-list-item-message').filter({ hasText: 'Click here' });
  await told.first().waitFor({ timeout: patience });
  await take('refusal');
  await onlyWords(
    page,
    '.notification-list-item-message, .monaco-editor-overlaymessage',
    'a refusal is words',
  );
  await command(page, 'Notifications: Clear All Notifications');
}

async function trees(page, take) {
  await command(page, 'View: Show Sic et Non');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'notes.md' }).first().waitFor({ timeout: patience });
  await rows.filter({ hasText: 'notes.md' }).first().click();
  await rows.filter({ hasText: 'Not so' }).first().waitFor({ timeout: patience });
  await take('trees');
  await onlyWords(page, '.pane-body', 'the trees are words');
  await command(page, 'Show Timeline of an Actor');
  const choices = page.locator('.quick-input-widget .monaco-list-row');
  await choices.filter({ hasText: 'Board' }).first().waitFor({ timeout: patience });
  await take('choices');
  await onlyWords(page, '.quick-input-widget', 'what there is to choose from is words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+O');
  await choices.filter({ hasText: '#mine' }).first().waitFor({ timeout: patience });
  await take('symbols');
  await onlyWords(page, '.quick-input-widget', 'the outline to choose from is words');
  await page.keyboard.press('Escape');
}

async function pictures(page, take) {
  for (const [name, title, selector] of [
    ['map', 'Sic et Non: Show Claim Map', '.claim'],
    ['matrix', 'Sic et Non: Show Evidence Matrix', 'header.bar'],
  ]) {
    await command(page, title);
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator(selector).first().waitFor({ timeout: patience });
    await take(name);
    const strange = await frame
      .locator('img, image, iframe, script:not([nonce]):not(#_vscodeApiScript), a[href]:not([href="#"])')
      .count();
    assert.equal(strange, 0, `the ${name} holds nothing but drawing and words`);
    console.log(`  ✔ the ${name} is words`);
    await command(page, 'View: Close Editor');
    await page.waitForSelector('iframe.webview.ready', { state: 'detached', timeout: patience });
  }
}
