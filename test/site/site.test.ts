import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = path.join(root, 'dist/site');
const output = path.join(root, 'test-output');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The page of the browser, as far as it is used here. */
interface Page {
  goto(address: string): Promise<unknown>;
  on(event: 'request', hear: (request: { url(): string }) => void): void;
  emulateMedia(media: { colorScheme: 'dark' | 'light' }): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
  screenshot(options: { path: string }): Promise<unknown>;
  locator(selector: string): {
    first(): { waitFor(options: { timeout: number }): Promise<void>; click(): Promise<void> };
    filter(options: { hasText: string }): {
      first(): { waitFor(options: { timeout: number }): Promise<void> };
    };
    fill(text: string): Promise<void>;
    allInnerTexts(): Promise<string[]>;
  };
}

/** A script without types. */
const workbench: string = '../../scripts/workbench.js';
const { withPage } = (await import(workbench)) as {
  readonly withPage: (
    options: { width?: number; height?: number },
    body: (page: Page) => Promise<void>,
  ) => Promise<void>;
};

describe('the site', function () {
  this.timeout(300_000);
  let server: Server;
  let base: string;

  before(async () => {
    // Fails for a link that leads to no page.
    execFileSync('npm', ['run', '--silent', 'site'], { cwd: root, stdio: 'pipe' });
    server = createServer(({ url }, response) => {
      const name = decodeURIComponent(new URL(url!, 'http://localhost').pathname);
      const found = [name, `${name}.html`, `${name}/index.html`]
        .map((each) => path.join(site, each))
        .find((file) => existsSync(file) && statSync(file).isFile());
      response.statusCode = found ? 200 : 404;
      if (!found) return void response.end();
      response.setHeader('Content-Type', TYPES[path.extname(found)] ?? 'application/octet-stream');
      createReadStream(found).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    mkdirSync(output, { recursive: true });
  });
  after(() => server.close());

  it('has a page for each of ours, and links that leave it lead to what is there', () => {
    for (const name of readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md') || /^(?:walkthrough|\.vitepress)/.test(name)) continue;
      const page = name.replace(/rules.README\.md$/, 'rules/index.md').replace(/\.md$/, '.html');
      assert.ok(existsSync(path.join(site, page)), page);
      const text = readFileSync(path.join(root, 'docs', name), 'utf8');
      for (const [, link] of text.matchAll(/\]\(((?:\.\.\/)+[^)#\s]+)/g))
        assert.ok(existsSync(path.join(root, 'docs', path.dirname(name), link!)), `${name}: ${link}`);
    }
  });

  for (const width of [1440, 360])
    it(`is read at ${width} pixels, light and dark, and fetches nothing from elsewhere`, () =>
      withPage({ width, height: 800 }, async (page: Page) => {
        const foreign: string[] = [];
        page.on('request', (request) => {
          if (/^https?:/.test(request.url()) && !request.url().startsWith(base)) foreign.push(request.url());
        });
        for (const [name, address] of [
          ['home', '/'],
          ['start', '/start/thesis'],
          ['rule', '/rules/quote-absent'],
          ['playground', '/playground'],
        ] as const)
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await page.goto(base + address);
            await page.locator('h1').first().waitFor({ timeout: 240_000 });
            const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
            assert.equal(await page.evaluate<number>(beyond), 0, `${address} needs no scrolling sideways`);
            await page.screenshot({ path: path.join(output, `site-${name}-${width}-${colorScheme}.png`) });
          }
        assert.deepEqual(foreign, []);
      }));

  it('checks in the page what a visitor types', () =>
    withPage({}, async (page: Page) => {
      await page.goto(`${base}/playground`);
      const rows = page.locator('.playground li');
      const row = (words: string) => rows.filter({ hasText: words }).first().waitFor({ timeout: 240_000 });
      await row('quote-mismatch');
      await row('claim-contradiction');
      await page.locator('.playground textarea').fill('So it is [@nobody].');
      await row('citation-undefined');
      assert.equal((await rows.allInnerTexts()).length, 1);
    }));
});
