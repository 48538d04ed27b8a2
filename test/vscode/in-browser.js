// The extension in a browser: a workbench without any server, whose extensions run in web workers, on a folder that is on
// no disk. Findings, hover, definition, rename, and the three pictures. Screenshots are left in test-output.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { goToPlace, runCommand } from '../../scripts/quick-input.js';
import { withPage, withServer } from '../../scripts/workbench.js';
import { calmSettings } from './calm-settings.js';
import { holds } from './holds.js';

const patience = 240_000;
const faults = readFileSync(new URL('../fixtures/weavers/faults.md', import.meta.url), 'utf8');
const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves the packed extension, the test's file system, and its files, to any origin. */
async function serve(root, files) {
  const folders = { ext: path.join(root, 'dist/extension'), files: path.join(root, 'test/vscode/web-files') };
  const server = createServer(({ url }, response) => {
    const [, kind, ...rest] = decodeURIComponent(new URL(url, 'http://localhost').pathname).split('/');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const name = rest.join('/');
    if (kind === 'files' && name === 'files.json') return response.end(JSON.stringify(files));
    const file = folders[kind] && path.join(folders[kind], name);
    if (!file?.startsWith(folders[kind]) || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => server.close() };
}

/** The workbench's page without a server behind it, with these extensions built in. */
function withoutServer(html, port, settings) {
  return html.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_all, before, escaped) => {
      const configuration = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      configuration.additionalBuiltinExtensions = ['ext', 'files'].map((name) => ({
        scheme: 'http',
        // The frame of the extension host takes scripts from localhost, by that name.
        authority: `localhost:${port}`,
        path: `/${name}`,
      }));
      configuration.configurationDefaults = settings;
      const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return `${before}${text}"`;
    },
  );
}

/** The files below a folder of this machine, as those of `webfiles:/texts`. */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [
        `/texts/${name.split(path.sep).join('/')}`,
        readFileSync(path.join(folder, name), 'utf8'),
      ]),
  );
}

/** Runs the walk; rejects where something is not as it should be. */
export async function runInBrowser(root) {
  const output = path.join(root, 'test-output');
  const files = filesOf(path.join(root, 'test/fixtures/weavers'));
  const own = await serve(root, files);
  try {
    await withServer({}, (server) =>
      // A page that a test alters counts as one of the internet, which may not speak to this machine.
      withPage(
        {
          picture: path.join(output, 'browser-failed.png'),
          args: ['--disable-features=LocalNetworkAccessChecks'],
        },
        async (page) => {
          const foreign = [];
          page.on('request', (request) => {
            const { protocol, hostname } = new URL(request.url());
            if (/^(?:http|ws)s?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
              foreign.push(request.url());
          });
          await page.route(
            ({ pathname, search }) => pathname === '/' && search !== '',
            async (route) => {
              const answer = await route.fetch();
              const headers = { ...answer.headers() };
              delete headers['content-security-policy'];
              await route.fulfill({
                response: answer,
                headers,
                body: withoutServer(await answer.text(), own.port, calmSettings),
              });
            },
          );
          await page.goto(`${server.base}?folder=${encodeURIComponent('webfiles:/texts')}`);
          await walk(page, (name) => page.screenshot({ path: path.join(output, `browser-${name}.png`) }));
          assert.deepEqual(foreign, [], 'nothing is fetched from elsewhere');
        },
      ),
    );
  } finally {
    own.close();
  }
}

async function walk(page, take) {
  // Quick Open cannot search a file system that has no provider for that.
  const files = page.locator('.explorer-folders-view .monaco-list-row');
  await files.filter({ hasText: 'faults.md' }).first().dblclick({ timeout: patience });
  await page
    .locator('.view-line')
    .filter({ hasText: 'What is wrong here' })
    .first()
    .waitFor({ timeout: patience });
  await finds(page, take);
  await tells(page, take);
  await leads(page, take);
  await renames(page, take);
  await pictures(page, take);
}

/** The Problems panel, with what stands in files that are not open too. */
async function finds(page, take) {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: 'nobody1900' }).first().waitFor({ timeout: patience });
  await take('findings');
  // The list draws only what is in view.
  const filter = page.locator('.panel input[placeholder^="Filter"]').first();
  await filter.fill('memo.txt');
  await rows.filter({ hasText: 'memo.txt' }).first().waitFor({ timeout: patience });
  await filter.fill('');
  holds('findings, also in files that are not open');
}

/** A hover with the entry printed in the citation style, by the thread that the client runs. */
async function tells(page, take) {
  const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  await whole(page, async () => {
    await goTo(page, 'maes1931');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await shown.filter({ hasText: 'Maes' }).first().waitFor({ timeout: 8000 });
  });
  await take('hover');
  holds(`a hover: ${(await shown.first().innerText()).split('\n')[0]}`);
  await page.keyboard.press('Escape');
}

async function leads(page, take) {
  await goTo(page, '@maes1931');
  await page.keyboard.press('F12');
  await page.locator('.tab.active').filter({ hasText: 'references.bib' }).waitFor({ timeout: patience });
  await take('definition');
  await page.keyboard.press('Control+W');
  holds('Go to Definition opens the bibliography');
}

async function renames(page, take) {
  await goTo(page, '[^twin]');
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor({ state: 'visible', timeout: patience });
  await input.fill('double');
  await page.keyboard.press('Enter');
  await page.locator('.view-line').filter({ hasText: '[^double]:' }).first().waitFor({ timeout: patience });
  await take('renamed');
  await page.keyboard.press('Control+Z');
  await page.locator('.view-line').filter({ hasText: '[^twin]:' }).first().waitFor({ timeout: patience });
  holds('a rename, and its undo');
}

async function pictures(page, take) {
  for (const [name, title, selector] of [
    ['map', 'Sic et Non: Show Claim Map', '.claim'],
    ['matrix', 'Sic et Non: Show Evidence Matrix', 'header.bar'],
    ['timeline', 'Sic et Non: Show Timeline of an Actor', '.event'],
  ]) {
    await runCommand(page, title);
    if (name === 'timeline')
      await page
        .locator('.quick-input-widget .monaco-list-row')
        .filter({ hasText: 'Weavers' })
        .first()
        .click({ timeout: patience });
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator(selector).first().waitFor({ timeout: patience });
    await take(name);
    if (name === 'map') await explains(page, frame, take);
    if (name !== 'timeline') await isEnteredOnce(frame);
    holds(`the ${name}`);
    await runCommand(page, 'View: Close Editor');
    await page.waitForSelector('iframe.webview.ready', { state: 'detached', timeout: patience });
  }
}

/** The legend of the map, whose lines keep their ends where the map gives way to its table. */
async function explains(page, frame, take) {
  for (const name of ['Legend', 'Table'])
    await frame.getByRole('button', { name }).click({ timeout: patience });
  await take('legend');
  const samples = frame.locator('.legend .sample path');
  assert.equal(await samples.count(), 7);
  const lost = await samples.evaluateAll((paths) =>
    paths.flatMap((each) => {
      const [, id] = /#([^")]+)/.exec(each.getAttribute('marker-end'));
      return document.getElementById(id)?.ownerSVGElement.getClientRects().length ? [] : [id];
    }),
  );
  assert.deepEqual(lost, [], 'the ends of lines in the legend are drawn');
}

/** One cell of a table takes part in the Tab order, with what is in it. */
async function isEnteredOnce(frame) {
  await frame.locator('tbody tr').first().waitFor({ timeout: patience });
  const stops = await frame
    .locator('table')
    .evaluate((table) =>
      [...table.querySelectorAll('*')]
        .filter(({ tabIndex }) => tabIndex >= 0)
        .map((each) => each.closest('td, th')),
    );
  assert.ok(stops.length > 0, 'a table can be entered');
  assert.equal(new Set(stops).size, 1, 'one cell takes part in the Tab order');
}

/** Tries again until the workspace has been read whole, before which there is nothing to be told. */
async function whole(page, step) {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (tries === 8) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Puts the cursor into the first place of some words of the text. */
async function goTo(page, words) {
  const before = faults.slice(0, faults.indexOf(words)).split('\n');
  await page.keyboard.press('Control+1');
  await goToPlace(page, before.length, before.at(-1).length + 3);
}
