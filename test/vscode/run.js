// Runs the compiled Mocha suites inside the extension host of a real VS Code, served here and shown in a headless
// Chromium. The extension is the packaged one, installed as a person would install it.
//   node test/vscode/run.js [part of a test's title, `hostile` for the hostile workspace, `front door` for what is seen first,
//     `browser` for an editor without a disk, `sources` for works beside the text, `languages`] [suite]
// Into the suite `others` go the packaged extensions of other people that lie in the folder SICETNON_BESIDE.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { findServer, serverVersion } from '../../scripts/vscode-server.js';
import { remotePath, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { runFrontDoor } from './front-door.js';
import { runHostile } from './hostile.js';
import { runLanguages } from './languages.js';
import { runInBrowser } from './in-browser.js';
import { runSources } from './sources.js';
import { serveKeyboard } from './keyboard.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vsix = path.join(root, 'dist', 'sicetnon.vsix');
// Ends what hangs; a busy machine takes a few minutes.
const patience = 1_500_000;
const mark = 'sicetnon| ';

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
    SICETNON_GREP: process.argv[2] ?? '',
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

const only = process.argv[3];
let failed = 0;
for (const [suite, options] of [
  ['suite', {}],
  ['beginning', { fixture: 'beginning' }],
  ['restricted', { trusting: false }],
  ['broken', { prepare: breakServer }],
  ['others', others()],
]) {
  if (only && only !== suite) continue;
  console.log(`VS Code ${serverVersion(findServer())}, ${suite}`);
  if (suite === 'others' && !options.beside.length) {
    console.log('  - beside other extensions (skipped: the extensions of others are not here)');
    continue;
  }
  if ((await runSuite(suite, options)) !== 0) failed += 1;
}
if (!only && (!process.argv[2] || 'hostile'.includes(process.argv[2]))) {
  console.log(`VS Code ${serverVersion(findServer())}, a hostile workspace`);
  await runHostile(root, settings).catch((error) => {
    console.error(error);
    failed += 1;
  });
}
if (!only && (!process.argv[2] || 'front door'.includes(process.argv[2]))) {
  console.log(`VS Code ${serverVersion(findServer())}, the front door`);
  await runFrontDoor(root).catch((error) => {
    console.error(error);
    failed += 1;
  });
}
if (!only && (!process.argv[2] || 'browser'.includes(process.argv[2]))) {
  console.log(`VS Code ${serverVersion(findServer())}, in a browser, without a disk`);
  await runInBrowser(root).catch((error) => {
    console.error(error);
    failed += 1;
  });
}
if (!only && (!process.argv[2] || 'sources'.includes(process.argv[2]))) {
  console.log(`VS Code ${serverVersion(findServer())}, works beside the text`);
  await runSources(root).catch((error) => {
    console.error(error);
    failed += 1;
  });
}
if (!only && (!process.argv[2] || 'languages'.includes(process.argv[2]))) {
  console.log(`VS Code ${serverVersion(findServer())}, in other languages`);
  await runLanguages(root, settings).catch((error) => {
    console.error(error);
    failed += 1;
  });
}
process.exitCode = failed ? 1 : 0;
