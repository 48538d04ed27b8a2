// Takes the pictures of the README: the example in a real VS Code, with the Problems panel and with a hover, light
// and dark. Fails when the panel or the hover does not show what it should.
//   node scripts/screenshots.js [folder for the pictures]
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { remotePath, withPage, withServer, workbenchAddress } from './workbench.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = path.resolve(process.argv[2] ?? path.join(root, 'docs', 'images'));
const patience = 60_000;

/** What is photographed: a workspace, the text that is opened, and the words that the pointer comes to rest on. */
const subject = {
  folder: 'test/fixtures/weavers',
  name: 'weavers',
  text: 'faults.md',
  words: '@maes1931, p. 20',
};

const looks = [
  { suffix: '', theme: 'Default Light Modern' },
  { suffix: '-dark', theme: 'Default Dark Modern' },
];

/** A calm window: what is not ours stays out of the picture. */
const settings = (theme) => ({
  'workbench.colorTheme': theme,
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 14,
  'editor.hover.delay': 100,
  'markdown.validate.enabled': false,
});

async function photograph({ suffix, theme }) {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-pictures-'));
  const workspace = path.join(home, subject.name);
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  const failure = path.join(root, 'test-output', `screenshots${suffix}.png`);
  try {
    cpSync(path.join(root, subject.folder), workspace, { recursive: true });
    await withServer({ settings: settings(theme), vsix }, (server) =>
      withPage({ width: 1280, height: 860, picture: failure }, async (page) => {
        const text = remotePath(server, path.join(workspace, subject.text));
        await page.goto(workbenchAddress(server, workspace, [['openFile', text]]));
        await page.waitForSelector('.squiggly-error, .squiggly-warning, .squiggly-info', {
          timeout: patience,
        });
        await showProblems(page);
        await page.screenshot({ path: path.join(pictures, `problems${suffix}.png`) });
        await page.keyboard.press('Control+J');
        await page.waitForSelector('.markers-panel', { state: 'hidden', timeout: patience });
        await hover(page, subject.words);
        await page.screenshot({ path: path.join(pictures, `hover${suffix}.png`) });
      }),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Opens the Problems panel and waits until it shows a finding of ours. */
async function showProblems(page) {
  await page.keyboard.press('Control+Shift+M');
  const row = '.markers-panel .monaco-list-row';
  await page.waitForSelector(row, { timeout: patience });
  await page.waitForFunction(
    (selector) =>
      [...document.querySelectorAll(selector)].some((each) => each.textContent.includes('sicetnon')),
    row,
    { timeout: patience },
  );
}

/** Rests the pointer on some words of the editor and waits until the hover has finished loading. */
async function hover(page, words) {
  const shown = await page.waitForFunction(placeOf, words, { timeout: patience });
  const { x, y } = await shown.jsonValue();
  await page.mouse.move(x - 40, y + 60);
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForFunction(
    () => {
      const parts = [...document.querySelectorAll('.monaco-hover:not(.hidden) .hover-contents')];
      return parts.length > 0 && parts.every((part) => !part.textContent.includes('Loading'));
    },
    undefined,
    { timeout: patience },
  );
}

/** In the page: the middle of some words of the editor, or null while they are not on the screen. */
function placeOf(words) {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    // The editor writes spaces as no-break spaces, and cuts a line into pieces by their colours.
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const pieces = [];
    while (walker.nextNode()) pieces.push(walker.currentNode);
    const at = pieces
      .map(({ data }) => data.replaceAll('\u00a0', ' '))
      .join('')
      .indexOf(words);
    if (at < 0) continue;
    let left = at + Math.floor(words.length / 3);
    const piece = pieces.find(({ data }) => (left < data.length ? true : ((left -= data.length), false)));
    const range = document.createRange();
    range.setStart(piece, left);
    range.setEnd(piece, left + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

if (!existsSync(path.join(root, 'dist', 'sicetnon.vsix'))) throw new Error('Run npm run package first');
mkdirSync(pictures, { recursive: true });
for (const look of looks) await photograph(look);
console.log(`The pictures are in ${path.relative(process.cwd(), pictures)}`);
