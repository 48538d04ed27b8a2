import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { layOut, LARGEST_PACKAGE, npmFolder } from '../../scripts/npm-package.ts';
import { translated } from '../../server/src/words/languages.ts';

describe('the package for npm', function () {
  this.timeout(120_000);
  let folder: string;
  let archive: { filename: string; files: { path: string }[] };

  before(() => {
    assert.ok(layOut() < LARGEST_PACKAGE);
    folder = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-npm-'));
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder, npmFolder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    [archive] = JSON.parse(packed) as [typeof archive];
    // Offline, with an empty cache: whatever it would have to fetch makes it fail.
    execFileSync(
      'npm',
      [
        'install',
        '--offline',
        '--no-audit',
        '--no-fund',
        '--cache',
        path.join(folder, 'cache'),
        archive.filename,
      ],
      { cwd: folder, stdio: 'pipe' },
    );
    writeFileSync(path.join(folder, 'works.bib'), '@book{meyer2011, title = {Dockers}, date = {2011}}\n');
    writeFileSync(path.join(folder, 'a.md'), 'So [@meyer2011], and so [@nobody].\n');
  });

  after(() => rmSync(folder, { recursive: true }));

  const npx = (...args: string[]) =>
    spawnSync('npx', ['--offline', '--no-install', 'sicetnon', ...args], { cwd: folder, encoding: 'utf8' });

  it('holds the programs, their notices, and nothing else', () => {
    const files = archive.files
      .map((file) => file.path)
      .filter((file) => !/^dist\/chunks\/[\w-]+\.js$/.test(file));
    assert.deepEqual(files.sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/cli.js',
      'dist/digest-worker.js',
      'dist/pdfium.wasm',
      'dist/printing-worker.js',
      'dist/server.js',
      ...['claim-map', 'evidence-matrix', 'timeline'].flatMap((page) => [
        `dist/views/${page}.css`,
        `dist/views/${page}.js`,
      ]),
      'dist/works-worker.js',
      ...translated.map((language) => `l10n/bundle.l10n.${language}.json`),
      ...translated.map((language) => `l10n/server.${language}.json`),
      'package.json',
    ]);
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['sicetnon'],
    );
  });

  it('checks a folder, by its name', () => {
    const { stdout, status, stderr } = npx('check', 'a.md');
    assert.match(stdout, /^a\.md:1:\d+ {2}error {2}citation-undefined/m, stderr);
    assert.equal(status, 1);
  });

  for (const args of [['lsp'], ['lsp', '--stdio']])
    it(`starts the server: sicetnon ${args.join(' ')}`, async () => {
      const message = JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: process.pid, capabilities: {}, rootUri: null },
      });
      const program = path.join(folder, 'node_modules/sicetnon/dist/cli.js');
      const server = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
      let said = '';
      for await (const chunk of server.stdout.setEncoding('utf8')) {
        said += chunk as string;
        if (said.includes('"capabilities"')) break;
      }
      const ended = once(server, 'exit');
      server.stdin.end();
      await ended;
      assert.match(said, /^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{"capabilities"/);
    });
});
