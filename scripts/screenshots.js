// Takes the pictures of the README: the example in a real VS Code, with the Problems panel, a hover and the views,
// light and dark. Fails when one of them does not show what it should.
//   node scripts/screenshots.js [folder for the pictures [work | moving]]
// `work`: only those of a work beside the text; `moving`: only the moving one.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { photographBeginning } from './screenshots-beginning.js';
import { movingPicture } from './gif.js';
import { goToPlace } from './quick-input.js';
import { mendQuotation, photographSources, sourceSubject } from './screenshots-sources.js';
import { photographViews } from './screenshots-views.js';
import { remotePath, withPage, withServer, workbenchAddress } from './workbench.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = path.resolve(process.argv[2] ?? path.join(root, 'docs', 'images'));
const patience = 240_000;

/** What is photographed: the example; a text of it; a line among findings; and, on another, words with much to tell. */
const subject = {
  folder: 'examples/labour-organisations',
  text: 'notes/reading.md',
  line: 43,
  hoverLine: 27,
  reports: ['citation-undefined', 'claim-undefined', 'claim-duplicate', 'actor-undefined'],
  words: 'beridze2014#law-scatters',
  tells: ['Beridze', 'Contradicted by', 'Supported by'],
};

/** What the views must show of it. */
const views = {
  tree: { group: 'liang2009.md', claim: 'evening class' },
  map: ['scatters those whom it helps', 'one name makes a grievance'],
  lit: 'one name makes a grievance',
  leadsTo: 'beridze2014.md',
  matrix: ['began', 'effect on solidarity'],
  actor: 'Lantern House',
  timeline: ['Lantern House began in 2001', 'brass plaque'],
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
  'editor.fontSize': 13,
  'editor.hover.delay': 100,
  'markdown.validate.enabled': false,
});

async function photograph({ suffix, theme }) {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-pictures-'));
  const workspace = path.join(home, path.basename(subject.folder));
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  const failure = path.join(root, 'test-output', `screenshots${suffix}.png`);
  try {
    cpSync(path.join(root, subject.folder), workspace, { recursive: true });
    await withServer({ settings: settings(theme), vsix }, (server) =>
      withPage({ width: 1280, height: 860, picture: failure }, async (page) => {
        const text = remotePath(server, path.join(workspace, subject.text));
        const payload = [
          ['openFile', `${text}:${subject.line}:1`],
          ['gotoLineMode', 'true'],
        ];
        await page.goto(workbenchAddress(server, workspace, payload));
        await page.waitForSelector('.squiggly-error, .squiggly-warning, .squiggly-info', {
          timeout: patience,
        });
        await showProblems(page, subject);
        await page.keyboard.press('Control+J');
        await page.waitForSelector('.markers-panel', { state: 'hidden', timeout: patience });
        await page.keyboard.press('Control+B');
        await page.waitForSelector('.explorer-folders-view', { state: 'hidden', timeout: patience });
        await goToPlace(page, subject.hoverLine);
        await hover(page, subject);
        await take(page, `hover${suffix}.png`);
        await page.mouse.move(5, 5);
        await page.keyboard.press('Escape');
        await photographViews(page, (name) => take(page, `${name}${suffix}.png`), views);
      }),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The beginning of a person's own: a folder with an article and a bibliography. */
async function photographFirst({ suffix, theme }) {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-pictures-'));
  const workspace = path.join(home, 'bread');
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  const failure = path.join(root, 'test-output', `screenshots-beginning${suffix}.png`);
  try {
    cpSync(path.join(root, 'test', 'fixtures', 'beginning'), workspace, { recursive: true });
    await withServer({ settings: settings(theme), vsix }, (server) =>
      withPage({ width: 1280, height: 640, picture: failure }, async (page) => {
        const article = remotePath(server, path.join(workspace, 'article.md'));
        await page.goto(workbenchAddress(server, workspace, [['openFile', article]]));
        await page.waitForSelector('.squiggly-error', { timeout: patience });
        const at = async (words) =>
          (await page.waitForFunction(placeOf, words, { timeout: patience })).jsonValue();
        await photographBeginning(page, (name) => take(page, `${name}${suffix}.png`), at);
      }),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A quotation that is not word for word, and the page of its work beside it. */
function photographWork(look) {
  return besideWork(look, { width: 1280, height: 860 }, (page) =>
    photographSources(page, (name) => take(page, `${name}${look.suffix}.png`)),
  );
}

/** The same as a moving picture, to the end: the wrong words are found, looked at on their page, and mended. */
async function filmWork() {
  const frames = [];
  const nothing = async () => {};
  await besideWork(looks[0], { width: 1120, height: 860 }, async (page) => {
    const step = async () => frames.push(await page.screenshot({ animations: 'disabled', caret: 'initial' }));
    await photographSources(page, nothing, sourceSubject, step);
    await mendQuotation(page, step);
  });
  const film = frames.map((png, at) => ({ png, milliseconds: at === frames.length - 1 ? 4000 : 2000 }));
  writeFileSync(path.join(pictures, 'source.gif'), movingPicture(film));
}

/** A window of that size with the text of the example that quotes wrongly, for `walk`. */
async function besideWork({ suffix, theme }, size, walk) {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-pictures-'));
  const workspace = path.join(home, path.basename(subject.folder));
  const vsix = [path.join(root, 'dist', 'sicetnon.vsix')];
  const failure = path.join(root, 'test-output', `screenshots-work${suffix}.png`);
  try {
    cpSync(path.join(root, subject.folder), workspace, { recursive: true });
    await withServer({ settings: settings(theme), vsix }, (server) =>
      withPage({ ...size, picture: failure }, async (page) => {
        const text = remotePath(server, path.join(workspace, sourceSubject.text));
        const payload = [
          ['openFile', `${text}:${sourceSubject.line}:1`],
          ['gotoLineMode', 'true'],
        ];
        await page.goto(workbenchAddress(server, workspace, payload));
        await page.waitForSelector('.squiggly-warning', { timeout: patience });
        await page.keyboard.press('Control+B');
        await page.waitForSelector('.explorer-folders-view', { state: 'hidden', timeout: patience });
        await walk(page);
      }),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Takes a picture, with whatever moves at its end. */
function take(page, name) {
  return page.screenshot({ path: path.join(pictures, name), animations: 'disabled' });
}

/** Opens the Problems panel and waits until it shows the findings that are due. */
async function showProblems(page, { reports }) {
  await page.keyboard.press('Control+Shift+M');
  await page.waitForFunction(
    (due) => {
      const rows = [...document.querySelectorAll('.markers-panel .monaco-list-row')];
      return due.every((code) => rows.some((row) => row.textContent.includes(code)));
    },
    reports,
    { timeout: patience },
  );
}

/** Rests the pointer on some words of the editor and waits until the hover tells what it should. */
async function hover(page, { words, tells }) {
  const shown = await page.waitForFunction(placeOf, words, { timeout: patience });
  const { x, y } = await shown.jsonValue();
  await page.mouse.move(x - 40, y + 60);
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForFunction(
    (expected) => {
      const parts = [...document.querySelectorAll('.monaco-hover:not(.hidden) .hover-contents')];
      const text = parts.map((part) => part.textContent).join('\n');
      return !text.includes('Loading') && expected.every((each) => text.includes(each));
    },
    tells,
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
const only = process.argv[3];
if (only !== 'moving')
  for (const look of looks) {
    if (only !== 'work') await photographFirst(look);
    if (only !== 'work') await photograph(look);
    await photographWork(look);
  }
if (only !== 'work') await filmWork();
console.log(`The pictures are in ${path.relative(process.cwd(), pictures)}`);
