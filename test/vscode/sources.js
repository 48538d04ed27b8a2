// A work beside the text, in a real VS Code, light and dark: the example's wrong quotation in the Problems panel, its page drawn with the
// passage marked, then leafing, searching, selecting and *Quote This* by keyboard, and one undo. Pictures are left in test-output.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { photographSources, quoteByKeyboard, sourceSubject } from '../../scripts/screenshots-sources.js';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { calmSettings } from './calm-settings.js';
import { holds } from './holds.js';

const patience = 240_000;

const PAGE = `<!doctype html><html><head><title>Rent</title></head><body><h1>Rent by the Week</h1>
<p>${'The rent was laid in the tin by those who came. '.repeat(30)}</p>
<p>Whoever could not pay brought lamp oil, and nobody wrote it down.</p></body></html>`;
const ENTRY = `
@article{berg2018, author={Berg, Ida}, title={Rent by the Week}, journal={Room and Rent}, year={2018},
  file={Snapshot:papers/berg.html:text/html}}
`;
const MORE = `---
bibliography: ../references.bib
---

Those who were poor “brought lamp oil, and nobody wrote it down” [@berg2018].

So it was, by other accounts, elsewhere [@okaforlind2017, p. 12].[^gone]
`;

/** A page of the web as text, a work without a file, and a text taken in; all by keyboard. */
async function others(page, server, workspace, take) {
  const text = remotePath(server, path.join(workspace, 'notes', 'more.md'));
  const open = async (line, column) => {
    await page.goto(
      workbenchAddress(server, workspace, [
        ['openFile', `${text}:${line}:${column}`],
        ['gotoLineMode', 'true'],
      ]),
    );
    await page.locator('.view-line').filter({ hasText: 'lamp oil' }).first().waitFor({ timeout: patience });
    // Its missing note is told: until the extension is there, its keys do nothing.
    await page.locator('.squiggly-error').first().waitFor({ timeout: patience });
    await page.keyboard.press('Control+1');
  };
  const show = async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Shift+Q');
  };
  await open(7, 45);
  const told = page
    .locator('.notification-toast')
    .filter({ hasText: 'names a file with the text of Okafor-Lind (2017)' });
  await show();
  await told.first().waitFor({ timeout: patience });
  await take('no-file');
  assert.ok(await told.locator('.monaco-button', { hasText: 'Name the File…' }).isVisible());
  await told.locator('.monaco-button', { hasText: 'Show the Entry' }).click();
  await page.locator('.tab.active').filter({ hasText: 'references.bib' }).waitFor({ timeout: patience });
  holds('a work without a file is said to have none, with what helps');

  await open(5, 30);
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const passage = frame.locator('.paragraphs mark.passage');
  await show();
  await passage.first().waitFor({ timeout: patience });
  assert.equal(await passage.first().innerText(), 'brought lamp oil, and nobody wrote it down');
  await take('text');
  holds('a page of the web is shown as text, with the passage marked');

  await page.keyboard.press('t');
  await page.locator('.tab.active').filter({ hasText: 'berg2018.md' }).waitFor({ timeout: patience });
  const taken = path.join(workspace, 'sources', 'berg2018.md');
  assert.match(readFileSync(taken, 'utf8'), /^---\nsource: "berg2018"\n[^]*brought lamp oil/);
  writeFileSync(taken, 'annotated\n');
  await page.locator('.tab').filter({ hasText: 'Berg (2018)' }).click();
  await frame.locator('.sheet').focus();
  await page.keyboard.press('t');
  const dialog = page
    .locator('.monaco-dialog-box')
    .filter({ hasText: 'There is a file “sources/berg2018.md” already' });
  await dialog.waitFor({ timeout: patience });
  await take('take-again');
  await dialog.locator('.monaco-button', { hasText: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached', timeout: patience });
  assert.equal(readFileSync(taken, 'utf8'), 'annotated\n');
  holds('its text is taken into the workspace, and written over nothing unasked');
}

/** What is selected over the end of a page, by keyboard, is one quotation that names both. */
async function overPages(page, { frame, place }, take) {
  await frame.locator('.sheet').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('once and for all');
  await frame.locator('.marks .current').waitFor({ timeout: patience });
  await page.keyboard.press('Escape');
  // The point, then the end of the page.
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await frame.locator('.count', { hasText: 'selected from p. 89 on' }).waitFor({ timeout: patience });
  assert.equal(await place.inputValue(), 'p. 90');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await take('over-pages');
  await page.keyboard.press('q');
  await page.locator('.view-line').filter({ hasText: 'pp. 89-90' }).first().waitFor({ timeout: patience });
  const text = await page.locator('.view-lines').evaluate((each) =>
    [...each.querySelectorAll('.view-line')]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .map((line) => line.textContent.replaceAll('\u00a0', ' '))
      .join(''),
  );
  assert.match(text, /“once and for all\. In 2011 a girl” ?\[@aaltonen2016, pp\. 89-90\]/);
  await page.keyboard.press('Control+Z');
  holds('what is selected over the end of a page is one quotation that names both');
}

const settings = { ...calmSettings, 'editor.wordWrap': 'on' };

/** Looks at it in one theme, in a workspace of its own; `suffix` ends the names of its pictures. */
async function look(root, { server, page, theme, suffix }) {
  const output = path.join(root, 'test-output');
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-sources-'));
  const workspace = path.join(home, 'labour-organisations');
  server.configure({ ...settings, 'workbench.colorTheme': theme });
  try {
    cpSync(path.join(root, 'examples', 'labour-organisations'), workspace, { recursive: true });
    appendFileSync(path.join(workspace, 'references.bib'), ENTRY);
    writeFileSync(path.join(workspace, 'papers', 'berg.html'), PAGE);
    writeFileSync(path.join(workspace, 'notes', 'more.md'), MORE);
    const refused = [];
    const hear = (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    };
    page.on('console', hear);
    const take = (name) => page.screenshot({ path: path.join(output, `${name}${suffix}.png`) });
    const text = remotePath(server, path.join(workspace, sourceSubject.text));
    await page.goto(
      workbenchAddress(server, workspace, [
        ['openFile', `${text}:${sourceSubject.line}:1`],
        ['gotoLineMode', 'true'],
      ]),
    );
    await page.waitForSelector('.squiggly-warning', { timeout: patience });
    const shown = await photographSources(page, take);
    holds(`the page of a wrong quotation is shown beside it, with the passage marked${suffix}`);
    await quoteByKeyboard(page, take, shown);
    holds(`what is selected there by keyboard is quoted in the text${suffix}`);
    const lines = () =>
      page.locator('.view-lines').evaluate((each) => each.textContent.replaceAll('\u00a0', ' '));
    const before = (await lines()).match(/@aaltonen2016/g).length;
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(
      (count) =>
        (document.querySelector('.view-lines').textContent.match(/@aaltonen2016/g) ?? []).length < count,
      before,
      { timeout: patience },
    );
    holds(`one undo takes it back${suffix}`);
    if (suffix === '') await overPages(page, shown, take);
    if (suffix === '') await others(page, server, workspace, take);
    const ours = refused.filter((each) => each.includes('source'));
    assert.deepEqual(ours, [], 'nothing was refused to the page');
    page.off('console', hear);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Looks at it in a light and a dark theme, and in high contrast; rejects where something is not as it should be. `root` is the checkout. */
export async function runSources(root) {
  const output = path.join(root, 'test-output');
  mkdirSync(output, { recursive: true });
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  await withServer({ vsix }, (server) =>
    withPage({ width: 1400, height: 900, picture: path.join(output, 'sources-failed.png') }, async (page) => {
      await look(root, { server, page, theme: 'Default Light Modern', suffix: '' });
      await look(root, { server, page, theme: 'Default Dark Modern', suffix: '-dark' });
      await look(root, { server, page, theme: 'Default High Contrast', suffix: '-contrast' });
    }),
  );
}
