// A real VS Code, served on this machine and shown in a headless Chromium: for the tests and the screenshots.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findServer, nodeOf, onPath } from './vscode-server.js';

/** Where packaged extensions lie installed, by the server that installed them and the packages: one installation takes seconds. */
const installations = new Map();

/**
 * Starts a VS Code server with fresh folders for its data and extensions, runs `body` with it, and stops it and
 * all its children whatever happens. What `body` gets has `configure(settings)`, which the next page that is opened
 * finds in force.
 *
 * `settings` are the user's settings; `vsix` lists packaged extensions to install first; `env` is added to the
 * environment, which the extension host sees; `trusting: false` leaves workspace trust on; `testing`: the page will run
 * extension tests.
 */
export async function withServer(
  { settings = {}, vsix = [], env = {}, trusting = true, testing = false },
  body,
) {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-vscode-'));
  const children = [];
  try {
    const vscode = findServer();
    const program = path.join(vscode, 'out', 'server-main.js');
    const run = (args) => launch(children, env, nodeOf(vscode), args);
    const extensions = path.join(home, 'extensions');
    const folders = (data) => ['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')];
    const configure = (settings) => {
      mkdirSync(path.join(home, 'data', 'User'), { recursive: true });
      writeFileSync(path.join(home, 'data', 'User', 'settings.json'), JSON.stringify(settings));
    };
    configure(settings);
    if (vsix.length) cpSync(await installation(program, vsix, folders, run), extensions, { recursive: true });
    const server = run([
      ...[program, ...folders(home), '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(trusting ? ['--disable-workspace-trust'] : []),
      // Newer ones run extension tests only with it. It mutes every notification.
      ...(testing && process.env.SICETNON_VSCODE === 'current' ? ['--enable-smoke-test-driver'] : []),
    ]);
    const [, port] = await server.says(/Extension host agent listening on (\d+)/, 60_000);
    return await body({ base: `http://127.0.0.1:${port}/`, authority: `127.0.0.1:${port}`, home, configure });
  } finally {
    for (const child of children) child.stop();
    await Promise.all(children.map((child) => child.gone));
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The folder in which a server's own program has installed the packages `vsix`: once for this process, at whose end it goes.
 */
async function installation(program, vsix, folders, run) {
  const name = [program, ...vsix.map((file) => `${path.resolve(file)} ${statSync(file).mtimeMs}`)].join('\n');
  const known = installations.get(name);
  if (known) return known;
  const data = mkdtempSync(path.join(tmpdir(), 'sicetnon-installed-'));
  process.once('exit', () => rmSync(data, { recursive: true, force: true }));
  for (const file of vsix)
    await run([program, ...folders(data), '--install-extension', path.resolve(file)]).ended(120_000);
  const installed = path.join(data, 'extensions');
  installations.set(name, installed);
  return installed;
}

/** A child process at the head of its own process group, so that stopping it stops what it started. */
function launch(children, added, node, args) {
  const gallery = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' });
  const env = { ...process.env, ...added, EXTENSIONS_GALLERY: gallery };
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)) delete env[name];
  const child = spawn(node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  let status = null;
  let wake = () => {};
  const hear = (chunk) => {
    output += chunk;
    wake();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const gone = new Promise((resolve) => {
    child.once('error', (error) => hear(`\n${error.message}`));
    child.once('close', (code, signal) => {
      status = code ?? signal;
      wake();
      resolve();
    });
  });
  const until = (condition, milliseconds, what) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what} took too long:\n${output}`)), milliseconds);
      wake = () => {
        const result = condition();
        if (!result && status === null) return;
        clearTimeout(timer);
        if (result) resolve(result);
        else reject(new Error(`${what} ended with ${status}:\n${output}`));
      };
      wake();
    });
  const started = {
    gone,
    says: (pattern, milliseconds) => until(() => pattern.exec(output), milliseconds, 'The VS Code server'),
    ended: (milliseconds) => until(() => status === 0, milliseconds, `node ${args.join(' ')}`),
    stop: () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error; // it has ended by itself
      }
    },
  };
  children.push(started);
  return started;
}

/** The browser to show VS Code in: CHROMIUM, or the first that is found. */
function browser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = process.env.CHROMIUM ?? names.map(onPath).find(Boolean);
  if (!found || !existsSync(found)) throw new Error('No Chromium was found: run scripts/setup.sh');
  return found;
}

/**
 * Opens an empty page in a fresh headless Chromium and runs `body(page)`; the browser is closed whatever
 * happens; `args` are further ones for Chromium. When `body` fails and `picture` names a file, what the page looked like is kept there, and the
 * browser's last console lines are told.
 */
export async function withPage({ width = 1280, height = 800, scale = 1, picture = null, args = [] }, body) {
  const profile = mkdtempSync(path.join(tmpdir(), 'sicetnon-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser(),
    headless: true,
    viewport: { width, height },
    deviceScaleFactor: scale,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
      ...args,
    ],
  });
  const lines = [];
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    // A busy machine takes its time; whoever tries again in between says how long a try may take.
    page.setDefaultTimeout(240_000);
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(`page error: ${error.message}`));
    try {
      return await body(page);
    } catch (error) {
      for (const line of lines.slice(-20)) console.error(`  browser: ${line.slice(0, 300)}`);
      if (picture) {
        mkdirSync(path.dirname(picture), { recursive: true });
        const kept = await page.screenshot({ path: picture }).then(
          () => true,
          () => false, // the page itself is gone: nothing to keep
        );
        if (kept) console.error(`  what the page looked like: ${picture}`);
      }
      throw error;
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The address of the workbench on a folder of this machine; `payload` as VS Code for the Web takes it. */
export function workbenchAddress({ base }, folder, payload = []) {
  const address = new URL(base);
  address.searchParams.set('folder', folder);
  if (payload.length) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** A path of this machine as the workbench names it. */
export function remotePath({ authority }, file) {
  return `vscode-remote://${authority}${file}`;
}

/**
 * Has the workbench that `page` opens, and the extensions in it, take the language that its address names (`speaking`) for
 * that of its display. Its own words stay English: they would need a language pack. Call it before the page is opened.
 */
export async function heedLanguage(page) {
  await page.addInitScript(() => {
    const language = new URL(globalThis.location.href).searchParams.get('display');
    if (language) globalThis._VSCODE_NLS_LANGUAGE = language;
  });
}

/** The address of a workbench with the language that its display is to have. */
export function speaking(address, language) {
  const url = new URL(address);
  url.searchParams.set('display', language);
  return url.href;
}
