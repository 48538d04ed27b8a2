// Runs the compiled Mocha suites inside the extension host of a real VS Code, served here and shown in a headless
// Chromium. The extension is the packaged one, installed as a person would install it.
//   node test/vscode/run.js [--grep TITLE] [PART ...]     all parts, or those named; `-PART` leaves one out
// Parts are the suites inside the extension host, and what is looked at from outside; a title is one of the suites'.
// Into the suite `others` go the packaged extensions of other people that lie in the folder SICETNON_BESIDE.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { findServer, serverVersion } from '../../scripts/vscode-server.js';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { runFrontDoor } from './front-door.js';
import { runHostile } from './hostile.js';
import { runLanguages } from './languages.js';
import { runInBrowser } from './in-browser.js';
import { runSources } from './sources.js';
import { serveKeyboard } from './keyboard.js';
import { takeCount } from './holds.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vsix = path.join(root, 'dist', 'sicetnon.vsix');
// Ends what hangs; a busy machine takes a few minutes.
const patience = 1_500_000;
const mark = 'sicetnon| ';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((arg) => arg.replace(/^-(?=\w)/, 'not ')),
  options: { grep: { type: 'string', default: '' } },
  allowPositionals: true,
});
const title = values.grep;

/** What the suites need of the editor: no advice, and no other checker that could be mistaken for ours. */
const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
};

/**
 * Runs one folder of suites on a fresh copy of a workspace; resolves to the number of the exit, 0 for success.
 * `fixture` names the workspace; `prepare(home)` may change the installed extension before the editor opens;
 * `trusting: false` leaves the workspace untrusted.
 */
async function runSuite(
  suite,
  { fixture = 'weavers', prepare = () => {}, trusting = true, beside = [], more = {} } = {},
) {
  const workspace = mkdtempSync(path.join(tmpdir(), 'sicetnon-workspace-'));
  const keyboard = await serveKeyboard();
  const env = {
    SICETNON_SUITE: suite,
    SICETNON_GREP: title,
    SICETNON_MARK: mark,
    SICETNON_KEYBOARD: keyboard.url,
  };
  try {
    cpSync(path.join(root, 'test', 'fixtures', fixture), workspace, { recursive: true });
    const installed = {
      settings: { ...settings, ...more },
      vsix: [vsix, ...beside],
      env,
      trusting,
      testing: true,
    };
    return await withServer(installed, async (server) => {
      prepare(server.home);
      const picture = path.join(root, 'test-output', `vscode-${suite}.png`);
      return await withPage({ picture }, async (page) => {
        keyboard.shows(page);
        const others = [];
        const hear = (line) =>
          line.startsWith(mark) ? console.log(line.slice(mark.length)) : others.push(line.trimEnd());
        const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
        await page.exposeFunction('codeAutomationLog', (_kind, args) => hear(format(...args)));
        const payload = [
          ['extensionDevelopmentPath', remotePath(server, path.join(root, 'test', 'vscode', 'probe'))],
          ['extensionTestsPath', remotePath(server, path.join(root, 'dist', 'test', 'vscode', 'index.cjs'))],
        ];
        await page.goto(workbenchAddress(server, workspace, payload));
        let timer;
        const late = new Promise((_resolve, reject) => {
          timer = setTimeout(() => reject(new Error(`No end after ${patience / 1000} s`)), patience);
        });
        try {
          const code = await Promise.race([ended, late]);
          if (code !== 0) {
            for (const line of others.filter((each) => !each.startsWith('Ignoring')).slice(-10))
              console.error(`  workbench: ${line}`);
            for (const line of extensionOutput(server.home)) console.error(`  output: ${line}`);
            await page.screenshot({ path: picture });
            console.error(`  what the window looked like: ${picture}`);
          }
          return code;
        } finally {
          clearTimeout(timer);
        }
      });
    });
  } finally {
    keyboard.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** What the extension wrote into its output, line by line. */
function extensionOutput(home) {
  const logs = path.join(home, 'data', 'logs');
  return readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /sicetnon\.sicetnon.*\.log$/.test(file))
    .flatMap((file) => readFileSync(path.join(logs, file), 'utf8').trimEnd().split('\n'));
}

/** Puts a server into the installed extension that ends at once. */
function breakServer(home) {
  const extensions = path.join(home, 'extensions');
  const folder = readdirSync(extensions).find((name) => name.startsWith('sicetnon.sicetnon-'));
  if (!folder) throw new Error(`The extension is not installed in ${extensions}`);
  writeFileSync(path.join(extensions, folder, 'dist', 'server.js'), 'process.exit(7);\n');
}

if (!existsSync(vsix)) throw new Error(`There is no ${vsix}: run npm run package`);
/** The extensions of others in the folder SICETNON_BESIDE, to be installed beside ours, and the settings that they need. */
function others() {
  const folder = process.env.SICETNON_BESIDE;
  if (!folder) return { beside: [] };
  const found = readdirSync(folder).filter((name) => name.endsWith('.vsix'));
  if (!found.length) throw new Error(`There is no .vsix in ${folder}`);
  const needed = path.join(folder, 'settings.json');
  return {
    beside: found.map((name) => path.join(folder, name)),
    more: existsSync(needed) ? JSON.parse(readFileSync(needed, 'utf8')) : {},
  };
}

/** A part that is a suite: false where a test of it failed. */
const suite =
  (name, options = {}) =>
  async () =>
    (await runSuite(name, options)) === 0;

/** The parts by name, with what they are called and what runs them; they throw, or resolve to false, where one fails. */
const parts = new Map([
  ['suite', ['suite', suite('suite')]],
  ['beginning', ['beginning', suite('beginning', { fixture: 'beginning' })]],
  ['restricted', ['restricted', suite('restricted', { trusting: false })]],
  ['broken', ['broken', suite('broken', { prepare: breakServer })]],
  ['others', ['others', besideOthers]],
  ['hostile', ['a hostile workspace', () => runHostile(root, settings)]],
  ['door', ['the front door', () => runFrontDoor(root)]],
  ['browser', ['in a browser, without a disk', () => runInBrowser(root)]],
  ['sources', ['works beside the text', () => runSources(root)]],
  ['languages', ['in other languages', () => runLanguages(root, settings)]],
]);

function besideOthers() {
  const options = others();
  if (options.beside.length) return suite('others', options)();
  console.log('  - beside other extensions (skipped: the extensions of others are not here)');
}

const [named, left] = [[], []];
for (const each of positionals) (each.startsWith('not ') ? left : named).push(each.replace('not ', ''));
for (const name of [...named, ...left])
  if (!parts.has(name))
    throw new Error(`There is no part ${name}: there are ${[...parts.keys()].join(', ')}`);

let failed = 0;
for (const [name, [called, run]] of parts) {
  if (left.includes(name) || (named.length && !named.includes(name))) continue;
  console.log(`VS Code ${serverVersion(findServer())}, ${called}`);
  try {
    if ((await run()) === false) failed += 1;
    const shown = takeCount();
    if (shown) console.log(`  ${shown} passing`);
  } catch (error) {
    console.error(error);
    failed += 1;
  }
}
process.exitCode = failed ? 1 : 0;
