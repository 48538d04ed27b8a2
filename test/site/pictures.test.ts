import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = path.join(root, 'test-output');

/** The page of the browser, as far as it is used here. */
interface Page {
  goto(address: string): Promise<unknown>;
  on(event: 'request', hear: (request: { url(): string }) => void): void;
  on(event: 'pageerror', hear: (error: Error) => void): void;
  evaluate<T>(script: string): Promise<T>;
  screenshot(options: { path: string }): Promise<unknown>;
  locator(selector: string): { first(): { waitFor(options: { timeout: number }): Promise<void> } };
}

/** A script without types. */
const workbench: string = '../../scripts/workbench.js';
const { withPage } = (await import(workbench)) as {
  readonly withPage: (options: object, body: (page: Page) => Promise<void>) => Promise<void>;
};

describe('the page of a picture from the command line', function () {
  this.timeout(300_000);

  for (const [args, shown, words] of [
    [['claim-map'], '.claim', 'Lantern House began in 2001'],
    [['evidence-matrix'], 'tbody tr', 'Lantern House: members'],
    [['timeline', '--actor', 'lantern-house'], 'svg text', '1998'],
    [['claim-map', '--language', 'de'], '.claim', 'Thesenkarte'],
  ] as const)
    it(`shows it: ${args.join(' ')}`, () =>
      withPage({ width: 1280, height: 800 }, async (page) => {
        const file = path.join(output, `picture-${args.join('')}.html`);
        mkdirSync(output, { recursive: true });
        const cwd = path.join(root, 'examples/labour-organisations');
        const program = path.join(root, 'dist/cli.js');
        writeFileSync(file, execFileSync(process.execPath, [program, 'picture', ...args], { cwd }));
        const asked: string[] = [];
        const errors: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(pathToFileURL(file).href);
        await page.locator(shown).first().waitFor({ timeout: 60_000 });
        assert.ok((await page.evaluate<string>('document.body.textContent')).includes(words), words);
        await page.screenshot({ path: file.replace('.html', '.png') });
        assert.deepEqual(asked, [pathToFileURL(file).href]);
        assert.deepEqual(errors, []);
      }));
});
