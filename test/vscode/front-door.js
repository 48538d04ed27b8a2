// What a person sees first, in a real VS Code, light and dark: a folder of plain texts that offers itself, a text as found
// with what can be hovered over underlined, the outline beside the editor's own Markdown, and a README that is nobody's
// scholarship. Pictures are left in test-output.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pickQuickly } from '../../scripts/quick-input.js';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { calmSettings } from './calm-settings.js';
import { holds } from './holds.js';

const patience = 240_000;

const found = `The committee of the hall met at the quay in the hungry winter,¹ and others say that it met but once and that nobody paid for what was eaten there,² as Lee has it (Lee, 2011: 4).

Notes

1. Maes, *The Rolls* (Ghent: Hall, 1931), p. 3.
2. Ibid., p. 5.

References

Lee, A. (2011) The Union. Leeds: Press.
`;

const readme = `# Contributing

Ping @octocat or @org/team-docs on the PR, or write to [@maintainer].
Install [@babel/core] and [@types/node] first; see the table for [?] cells.
Decorators such as @Injectable() and @media rules are fine.

## Patterns

The regex [^a-z]+ matches, so does [^1]. A footnote-like [^note].
`;

const files = { 'found.txt': found, 'other.txt': found, 'README.md': readme };

/** Looks at it in one theme, in a folder of its own; `suffix` ends the names of its pictures. */
async function look(root, { server, page, theme, suffix }) {
  const output = path.join(root, 'test-output');
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-door-'));
  server.configure({ ...calmSettings, 'workbench.colorTheme': theme });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const take = (name) => page.screenshot({ path: path.join(output, `door-${name}${suffix}.png`) });
    await page.goto(
      workbenchAddress(server, folder, [['openFile', remotePath(server, path.join(folder, 'found.txt'))]]),
    );
    const offer = page.locator('.notification-toast').filter({ hasText: 'have notes and citations' });
    await offer.first().waitFor({ timeout: patience });
    assert.match(await offer.first().innerText(), /A project file is written, which says so/);
    await take('offer');
    await page.locator('.notification-toast .monaco-button', { hasText: 'Read This Folder' }).click();
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.view-line span')].some(
          (each) => document.defaultView.getComputedStyle(each).textDecorationLine === 'underline',
        ),
      undefined,
      { timeout: patience },
    );
    await take('found');
    const underlined = await page.evaluate(() =>
      [...document.querySelectorAll('.view-line span')]
        .filter(
          (each) =>
            each.children.length === 0 &&
            document.defaultView.getComputedStyle(each).textDecorationLine === 'underline',
        )
        .map((each) => each.textContent.replaceAll('\u00a0', ' ')),
    );
    for (const words of ['¹', '²', '2011', 'Ibid'])
      assert.ok(
        underlined.some((each) => each.includes(words)),
        `${words} in ${underlined.join(' | ')}`,
      );
    holds(`a text as found shows what leads somewhere${suffix}: ${underlined.join(' | ')}`);
    await pickQuickly(page, 'Control+P', 'README.md', 'README');
    await page.locator('.view-line').filter({ hasText: 'octocat' }).first().waitFor({ timeout: patience });
    // The editor's own Markdown takes its time.
    await page
      .locator('.breadcrumbs-control')
      .filter({ hasText: 'Contributing' })
      .first()
      .waitFor({ timeout: patience });
    await page.keyboard.press('Control+Shift+O');
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: 'Patterns' }).first().waitFor({ timeout: patience });
    assert.equal(await rows.filter({ hasText: 'Patterns' }).count(), 1, 'a heading stands once');
    await take('symbols');
    await page.keyboard.press('Escape');
    const colours = await page.evaluate(() => {
      const of = (words) =>
        [...document.querySelectorAll('.view-line span span')]
          .filter((each) => each.textContent.includes(words))
          .map((each) => document.defaultView.getComputedStyle(each).color);
      return {
        handle: of('octocat'),
        plain: of('Ping'),
        squiggles: document.querySelectorAll('.squiggly-error, .squiggly-warning').length,
      };
    });
    await take('readme');
    assert.deepEqual(new Set(colours.handle), new Set(colours.plain), 'a handle is plain');
    assert.equal(colours.squiggles, 0, 'nothing is found wrong');
    holds(`a README is left alone${suffix}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Looks at it in a light and a dark theme; rejects where something is not as it should be. `root` is the checkout. */
export async function runFrontDoor(root) {
  const output = path.join(root, 'test-output');
  mkdirSync(output, { recursive: true });
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  await withServer({ vsix }, (server) =>
    withPage({ height: 700, picture: path.join(output, 'door-failed.png') }, async (page) => {
      await look(root, { server, page, theme: 'Default Light Modern', suffix: '' });
      await look(root, { server, page, theme: 'Default Dark Modern', suffix: '-dark' });
    }),
  );
}
