import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { hostileFields } from '../support/hostile-fields.ts';
import { serverFile, StdioClient } from './client.ts';

/** A style whose macros each call the next twice. */
const DOUBLING = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">${Array.from(
  { length: 26 },
  (_, i) => `<macro name="m${i}"><text macro="m${i + 1}"/><text macro="m${i + 1}"/></macro>`,
).join('')}<macro name="m26"><text variable="title"/></macro>${['citation', 'bibliography']
  .map((part) => `<${part}><layout><text macro="m0"/></layout></${part}>`)
  .join('')}</style>`;

describe('Entries of bibliographies over standard input and output', function () {
  // Without bounds the first of the hostile ones alone takes longer.
  this.timeout(120_000);
  let folder: string;
  let client: StdioClient;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-entries-'));
  });
  afterEach(() => {
    client.discard();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(files: Readonly<Record<string, string>>, server?: string): Promise<void> {
    const workspace = path.join(folder, 'workspace');
    mkdirSync(workspace, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(workspace, file), text);
    client = await StdioClient.start({ from: workspace, ...(server ? { server } : {}) });
    await client.ready();
  }

  async function hover(key: string): Promise<string> {
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri('notes.md') },
      position: client.position('notes.md', `@${key}]`, 1),
    });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  /** Asks until the entry is shown by its style, or finally without: each answer must come by itself. */
  async function hoverUntil(key: string, shown: RegExp): Promise<string> {
    for (let tries = 0; ; tries++) {
      const answer = await hover(key);
      if (shown.test(answer)) return answer;
      assert.ok(tries < 100, answer);
    }
  }

  it('are shown whatever their fields, and the next as ever', async () => {
    const families = Object.values(hostileFields).map((make) => make(20_000));
    const works = families.map((value, i) => ({
      id: `json${i}`,
      type: 'book',
      title: value,
      author: [{ family: value }],
    }));
    const entries = families.map((value, i) => `@book{bib${i}, title = {${value}}, author = {${value}}}\n`);
    const keys = families.flatMap((_, i) => [`json${i}`, `bib${i}`]);
    await start({
      'sicetnon.yaml': 'bibliography: [works.json, works.bib, good.bib]\n',
      'works.json': JSON.stringify(works),
      'works.bib': entries.join(''),
      'good.bib': '@book{good, author = {Ash, A}, title = {H$_2$O}, year = 2001}\n',
      'notes.md': `${[...keys, 'good'].map((key) => `[@${key}]`).join('\n')}\n`,
    });
    await client.open('notes.md');
    for (const key of keys)
      for (let twice = 0; twice < 2; twice++) assert.notEqual(await hover(key), '', key);
    assert.match(await hoverUntil('good', /^Ash, A\. 2001\./), /\*H₂O\*/);
    assert.equal(client.errors, '');
  });

  it('are shown without a style that would never end, which is told', async () => {
    await start({
      'doubling.csl': DOUBLING,
      'works.bib': '@book{k, author = {Ash, A}, title = {T}, year = 2001}\n',
      'notes.md': '---\nbibliography: works.bib\ncsl: doubling.csl\n---\n\n[@k].\n',
    });
    await client.open('notes.md');
    const answer = await hoverUntil('k', /citation style cannot be used/);
    assert.match(answer, /^Ash, A \(2001\)\. \*T\*\.\n\n/);
  });

  it('are shown, more lightly, by a server whose files were taken away while it ran', async () => {
    const copy = path.join(folder, 'program');
    const files = {
      'works.bib': '@book{k, author = {Ash, A}, title = {\\emph{T}}, year = 2001}\n',
      'notes.md': '---\nbibliography: works.bib\n---\n\n[@k].\n',
    };
    for (const [lost, shown] of [
      [/^decode-bibtex/, /^Ash, A\. 2001\. \*T\*\./],
      [/./, /^Ash, A \(2001\)\. \*T\*\.\n\n.*could not be loaded/],
    ] as const) {
      cpSync(path.dirname(serverFile), copy, { recursive: true });
      writeFileSync(path.join(copy, 'package.json'), '{"type": "module"}');
      await start(files, path.join(copy, 'server.js'));
      const chunks = path.join(copy, 'chunks');
      for (const file of readdirSync(chunks)) if (lost.test(file)) rmSync(path.join(chunks, file));
      await client.open('notes.md');
      await hoverUntil('k', shown);
      assert.equal(await client.end(), 0);
      rmSync(copy, { recursive: true });
    }
  });
});
