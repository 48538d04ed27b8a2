// A workspace in which every name, field and file is hostile, in a real VS Code, trusted and in restricted mode: hovered,
// completed, renamed, shown in trees, lists, pictures and the preview, saved. Nothing of it may be more than words, and
// nothing may be asked of anybody but our server. Pictures of each step, and the list of requests, are left in test-output.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goToPlace, pickQuickly, runCommand } from '../../scripts/quick-input.js';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { chapter, notes, OTHER, quotedWorks, writeWorkspace } from './hostile/workspace.js';
import { holds } from './holds.js';

// Ends what hangs; a busy machine takes minutes.
const patience = 240_000;

// Scripts in a picture that are not ours. The block of JSON is ours and holds the translations; no engine runs it.
const strangeScripts = 'script:not([nonce], #_vscodeApiScript, #translations[type="application/json"])';

/** Tries it all, in a window that trusts the workspace and in one that does not; rejects where something is more than words. `root` is the checkout. */
export async function runHostile(root, settings) {
  for (const trusting of [true, false]) {
    const parent = mkdtempSync(path.join(tmpdir(), 'sicetnon-hostile-'));
    try {
      await tryAll(root, settings, path.join(parent, 'workspace'), trusting);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  }
}

async function tryAll(root, settings, folder, trusting) {
  const mode = trusting ? 'hostile' : 'hostile-restricted';
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
  writeWorkspace(folder);
  await withServer({ settings: own, vsix, trusting }, (server) =>
    withPage({ height: 900, picture: path.join(output, `${mode}-failed.png`) }, async (page) => {
      const asked = new Set();
      // Of frames and workers, too.
      page.context().on('request', (request) => asked.add(request.url()));
      const take = (name) =>
        page.screenshot({ path: path.join(output, `${mode}-${name}.png`), animations: 'disabled' });
      const text = remotePath(server, path.join(folder, 'notes.md'));
      await page.goto(workbenchAddress(server, folder, [['openFile', text]]), { timeout: patience });
      await page.waitForSelector('.view-line', { timeout: patience });
      const restricted = page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' });
      if (!trusting) await restricted.first().waitFor({ timeout: patience });
      console.log(`  ${trusting ? 'trusted' : 'in restricted mode'}`);
      // The server has read when it knows the work, its author and the claims.
      await hovers(page, take);
      assert.equal((await restricted.count()) > 0, !trusting, 'the window is in the mode that is tried');
      await completes(page, take);
      await isRefused(page, take);
      await trees(page, take);
      await pictures(page, take, folder);
      await sources(page, take, trusting ? quotedWorks : quotedWorks.slice(0, 1));
      if (trusting) {
        await quarto(page, take);
        await conversion(page, take);
        await problems(page, take);
      }
      await preview(page, take);
      writeFileSync(path.join(output, `${mode}-requests.txt`), `${[...asked].sort().join('\n')}\n`);
      const strange = [...asked].filter((url) => !isOurs(url, server.base));
      assert.deepEqual(strange, [], 'only the server is asked');
      holds(`${asked.size} requests, all of our own server`);
    }),
  );
}

/**
 * Our server; what the page makes itself; and the name under which the editor hands pictures and the preview their own
 * scripts and style sheets.
 */
function isOurs(url, base) {
  const host = new URL(base).host.replace(/[.:]/g, (sign) => `-00${sign.charCodeAt(0).toString(16)}`);
  const picture = `https://vscode-remote+${host}.vscode-resource.vscode-cdn.net/`;
  return (
    url.startsWith(base) ||
    url.startsWith(base.replace(/^http/, 'ws')) ||
    /^(?:data|blob|about|vscode-file):/.test(url) ||
    (url.startsWith(picture) &&
      /\/(?:sicetnon\.sicetnon-[^/]*\/(?:dist\/views|client\/src\/preview)|vscode\/extensions\/[\w/-]+)\/[\w.-]+\.(?:css|js)$/.test(
        url,
      ))
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
        // One link is ours: it shows the file of a work, for the text that is hovered over.
        const isOurs =
          /^command:sicetnon\.showSource\?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2F[\w.%-]*%2Fworkspace%2F(?:notes\.md|quarto%2Findex\.qmd)%22/.test(
            address,
          ) && link.textContent === 'Show the source';
        // And so is that of a code in the list of problems, which opens the page of its rule.
        const isOfRule = /^command:sicetnon\.openRulePage\?\["[a-z-]+"\]$/.test(address);
        if (isOurs || isOfRule) continue;
        if (/^(?:command|https?|javascript):|evil/i.test(address)) strange.push(link.outerHTML);
      }
    }
    return strange;
  }, where);
  assert.deepEqual(found, [], what);
  holds(what);
}

/** The line and the column of the second character of `words`, from 1. */
function placeIn(text, words) {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length, column: before.at(-1).length + 2 };
}

const placeOf = (words) => placeIn(notes, words);

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
      await goToPlace(page, line, column);
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const isThere = await shown
        .first()
        .waitFor({ timeout: 15_000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) break;
      if (tries === 12) throw new Error(`There is no hover over ${words}`);
      await page.keyboard.press('Escape');
    }
    await take(`hover-${name}`);
    await onlyWords(page, '.monaco-hover', `the hover over a ${name} is words`);
    await page.keyboard.press('Escape');
  }
}

async function completes(page, take) {
  const { line, column } = placeOf('[@z]');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await goToPlace(page, line, column + 1);
  await runCommand(page, 'Trigger Suggest');
  await rows.filter({ hasText: 'ash2001' }).first().waitFor({ timeout: patience });
  // Only the settings of the workspace allow the folder where it lies.
  assert.equal(await rows.filter({ hasText: 'stranger' }).count(), 0, 'nothing outside is read');
  holds('nothing outside of the workspace is read');
  await page.keyboard.press('Escape');
  await goToPlace(page, line, column + 2);
  await runCommand(page, 'Trigger Suggest');
  await rows.filter({ hasText: 'zed2001' }).first().waitFor({ timeout: patience });
  assert.equal(await rows.filter({ hasText: 'zz' }).count(), 0, 'no key that cannot be written is completed');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details').filter({ hasText: 'Zed' }).first().waitFor({ timeout: patience });
  await take('completion');
  await onlyWords(page, '.suggest-widget, .suggest-details-container', 'what is completed is words');
  await page.keyboard.press('Escape');
}

async function isRefused(page, take) {
  const { line, column } = placeOf('#mine');
  await goToPlace(page, line, column + 1);
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
  await runCommand(page, 'Notifications: Clear All Notifications');
}

async function trees(page, take) {
  await runCommand(page, 'View: Show Sic et Non');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'notes.md' }).first().waitFor({ timeout: patience });
  await rows.filter({ hasText: 'notes.md' }).first().click();
  await rows.filter({ hasText: 'Not so' }).first().waitFor({ timeout: patience });
  await take('trees');
  await onlyWords(page, '.pane-body', 'the trees are words');
  await runCommand(page, 'Show Timeline of an Actor');
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

async function pictures(page, take, folder) {
  for (const [name, title, selector] of [
    ['map', 'Sic et Non: Show Claim Map', '.claim'],
    ['matrix', 'Sic et Non: Show Evidence Matrix', 'header.bar'],
    ['timeline', 'Sic et Non: Show Timeline of an Actor', '.event'],
  ]) {
    await runCommand(page, title);
    if (name === 'timeline')
      await page
        .locator('.quick-input-widget .monaco-list-row')
        .filter({ hasText: 'Board' })
        .first()
        .click({ timeout: patience });
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator(selector).first().waitFor({ timeout: patience });
    await take(name);
    const strange = await frame
      .locator(`img, image, iframe, ${strangeScripts}, a[href]:not([href="#"])`)
      .count();
    assert.equal(strange, 0, `the ${name} holds nothing but drawing and words`);
    holds(`the ${name} is words`);
    if (name === 'timeline') await isSaved(page, take, frame, folder);
    await runCommand(page, 'View: Close Editor');
    await page.waitForSelector('iframe.webview.ready', { state: 'detached', timeout: patience });
  }
}

/** Saves a picture under a name that would be a link. */
async function isSaved(page, take, frame, folder) {
  const file = path.join(folder, OTHER.replace('.md', '.svg'));
  await frame.locator('button', { hasText: 'SVG' }).click();
  const input = page.locator('.quick-input-widget input').first();
  // The dialog reads its folder first, and takes back what is written before.
  await page.waitForFunction(
    () => /\.svg$/.test(document.querySelector('.quick-input-widget input')?.value ?? ''),
    undefined,
    { timeout: patience },
  );
  const folderRow = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'preview.md' });
  await folderRow
    .or(page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: '..' }))
    .first()
    .waitFor({ timeout: patience });
  await input.fill(file);
  await page.keyboard.press('Enter');
  const told = page.locator('.notification-list-item-message').filter({ hasText: 'Saved' });
  await told.filter({ hasText: 'Click here' }).first().waitFor({ timeout: patience });
  await take('saved');
  await onlyWords(page, '.notification-list-item-message', 'what is said of a saved picture is words');
  assert.ok(existsSync(file), 'the picture is saved');
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** Opens a text by its name, with the keyboard in it; by command, as what lies above the text for a moment catches a click. */
async function openText(page, name) {
  await pickQuickly(page, 'Control+P', name, name);
  await page.locator('.tab.active').filter({ hasText: name }).waitFor({ timeout: patience });
  await runCommand(page, 'View: Focus Active Editor Group');
  await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: patience });
}

/** The files of works, a page of the web, an EPUB, a DOCX and a PDF, are shown as their text alone, or as drawn pages. */
async function sources(page, take, keys) {
  await openText(page, 'quoted.md');
  for (const [i, key] of keys.entries()) {
    await goToPlace(page, 1 + 2 * i, 45);
    await runCommand(page, 'Sic et Non: Show the Source');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator('.passage').first().waitFor({ state: 'attached', timeout: patience });
    await take(`source-${key}`);
    const strange = await frame
      .locator(
        `img:not([src^="data:"], [src^="blob:"]), image, iframe, link:not([href^="https://vscode-remote"]), meta[http-equiv="refresh"], base, form, ${strangeScripts}, a[href]:not([href="#"])`,
      )
      .evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
    assert.deepEqual(strange, [], `the source of ${key} holds nothing but words`);
    holds(`the source of ${key} is words`);
    await runCommand(page, 'View: Close Editor');
    await page.waitForSelector('iframe.webview.ready', { state: 'detached', timeout: patience });
  }
}

/** A chapter of a book of Quarto whose project, front matter and includes are hostile. */
async function quarto(page, take) {
  await openText(page, 'index.qmd');
  const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: 'Zed' });
  await goToPlace(page, placeIn(chapter, '@zed2001').line, placeIn(chapter, '@zed2001').column);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await shown.first().waitFor({ timeout: patience });
  await take('quarto');
  await onlyWords(page, '.monaco-hover', 'the hover in a chapter of Quarto is words');
  await page.keyboard.press('Escape');
}

/** What a text as found is converted to is shown before, with the entries that its list becomes. */
async function conversion(page, take) {
  await openText(page, 'found.md');
  await runCommand(page, 'Sic et Non: Convert to Pandoc');
  await page.locator('.action-widget').getByText('in BibLaTeX').waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
  const rows = page.locator('.refactor-preview .monaco-list-row, .bulk-edit-panel .monaco-list-row');
  await rows.first().waitFor({ timeout: patience });
  await take('conversion');
  await onlyWords(
    page,
    '.refactor-preview .monaco-list, .bulk-edit-panel .monaco-list',
    'what a text is converted to is words',
  );
  await page.getByRole('button', { name: 'Discard' }).click({ timeout: patience });
  await rows.first().waitFor({ state: 'detached', timeout: patience });
}

async function problems(page, take) {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor({ timeout: patience });
  await take('problems');
  await onlyWords(page, '.markers-panel', 'the rows of problems are words');
}

/** A preview shows what Markdown has it show; of what is the notation's own, no image, no link and no element. */
async function preview(page, take) {
  await openText(page, 'preview.md');
  await runCommand(page, 'Markdown: Open Preview');
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const body = frame.locator('.markdown-body');
  await body.locator('.sicetnon-note').first().waitFor({ timeout: patience });
  await take('preview');
  const strange = await body.evaluate((element) =>
    [...element.querySelectorAll('*')]
      .filter(
        (each) =>
          /^(?:img|iframe|h[1-6]|object|form)$/i.test(each.tagName) ||
          (each.tagName === 'A' && !/^#/.test(each.getAttribute('href') ?? '')) ||
          [...each.attributes].some(({ name }) => /^on|^style$|^src$/.test(name)),
      )
      .map(({ outerHTML }) => outerHTML),
  );
  assert.deepEqual(strange, [], 'the preview holds nothing but words');
  holds('the preview is words');
}
