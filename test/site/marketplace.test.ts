import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { attributionAddress } from '../../client/src/attribution.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where pictures are said to lie: a marketplace takes none that are not encrypted on their way. */
const PICTURES = 'https://pictures.invalid/';
const PAGES = ['README.md', 'CHANGELOG.md'];

/** The addresses of links and pictures in a Markdown text. */
function addresses(text: string): string[] {
  const html = new MarkdownIt({ html: true }).render(text);
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address!);
}

/** The pages of the extension as they are packed for a marketplace, where links lead to `base`. */
async function packed(base: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-marketplace-'));
  try {
    for (const page of [...PAGES, 'LICENSE']) copyFileSync(path.join(root, page), path.join(folder, page));
    const { name, version, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      engines: object;
    };
    const manifest = { name, version, engines, publisher: 'somebody', repository: `${base}sicetnon.git` };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(path.join(folder, '.vscodeignore'), '.vscodeignore\n');
    const archive = path.join(folder, 'packed.vsix');
    await createVSIX({ cwd: folder, packagePath: archive, dependencies: false, baseContentUrl: base, baseImagesUrl: PICTURES }); // prettier-ignore
    const files = unzipSync(new Uint8Array(readFileSync(archive)));
    return PAGES.map((page) => {
      const [, bytes] = Object.entries(files).find(([file]) => file.toLowerCase() === `extension/${page.toLowerCase()}`)!; // prettier-ignore
      return new TextDecoder().decode(bytes);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the pages of the extension on a marketplace', () => {
  let server: Server;
  let base: string;
  /** What a repository holds. */
  const held = new Set(
    execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean),
  );

  before(async () => {
    server = createServer(({ url = '/' }, response) => {
      const file = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1).replace(/\/$/, '');
      const isThere = held.has(file) || [...held].some((each) => each.startsWith(`${file}/`));
      response.writeHead(isThere ? 200 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  it('have links and pictures that lead to what the repository holds, each by its whole address', async () => {
    const links = (await packed(base)).flatMap(addresses).filter((address) => !address.startsWith('#'));
    assert.ok(links.length > 20, `${links.length} links`);
    const wrong: string[] = [];
    for (const link of new Set(links)) {
      const address = link.startsWith(PICTURES) ? base + link.slice(PICTURES.length) : link;
      if (address.startsWith(base)) {
        const { status } = await fetch(address);
        if (status !== 200) wrong.push(`${status} ${address.slice(base.length)}`);
      } else if (!/^https:\/\//.test(address) && address !== attributionAddress) wrong.push(address);
    }
    assert.deepEqual(wrong, []);
  });
});
