import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CompletionRequest,
  CompletionResolveRequest,
  HoverRequest,
  RenameRequest,
  type CompletionItem,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { checkRendered } from '../support/rendered.ts';
import { StdioClient } from './client.ts';

const IMAGE = '![](https://evil.example/a.png)';
const COMMAND = '[Click here](command:workbench.action.quickOpen) now.md';
/** What acts on a terminal, or moves what stands beside it. */
const ACTS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

describe('A hostile workspace over standard input and output', function () {
  this.timeout(120_000);
  let folder: string;
  let client: StdioClient;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-hostile-'));
  });
  afterEach(() => {
    client.discard();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    client = await StdioClient.start({ from: folder });
    await client.ready();
    await client.open('notes.md');
  }

  /** Only files of the workspace are linked. */
  const leads = (href: string): boolean => href.startsWith('file:');

  async function hover(words: string, offset = 1): Promise<string> {
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri('notes.md') },
      position: client.position('notes.md', words, offset),
    });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  async function completions(words: string, offset: number): Promise<CompletionItem[]> {
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('notes.md') },
      position: client.position('notes.md', words, offset),
    });
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    return Promise.all(
      items.map((item) => client.connection.sendRequest(CompletionResolveRequest.type, item)),
    );
  }

  it('shows an image in a name, an author, an id or an address as words', async () => {
    await start({
      'sicetnon.yaml': 'bibliography: [works.json]\nactors: [actors.yaml]\n',
      'actors.yaml': `harbour:\n  name: "${IMAGE} Harbour Board"\n  aliases: [Harbour Board]\n`,
      'works.json': JSON.stringify([
        { id: 'ash2001', type: 'book', title: 'Boats', author: [{ family: IMAGE, given: 'A.' }] },
      ]),
      'notes.md': `The Harbour Board refused [@ash2001, p. 3].

[It refused]{.claim id="${IMAGE}" about="harbour" by="ash2001"} and [it did not]{.claim #not about="harbour" supports="${IMAGE}"}.
`,
    });
    for (const [words, tells] of [
      ['@ash2001', 'Boats'],
      ['Harbour Board', 'Harbour Board'],
      ['It refused', 'evil'],
      ['it did not', 'evil'],
      ['harbour" by', 'Harbour Board'],
    ] as const)
      // The first answer may be the lighter one.
      for (let twice = 0; twice < 2; twice++) {
        const card = await hover(words);
        assert.ok(card.includes(tells), `${words}: ${card}`);
        checkRendered(card, leads);
      }
  });

  it('completes no key with a blank line and an image in it, and others as words', async () => {
    await start({
      'sicetnon.yaml': 'bibliography: [works.json]\n',
      'works.json': JSON.stringify([
        { id: `zz\n\n${IMAGE}`, type: 'book', title: `Z ${IMAGE}` },
        { id: 'za', type: 'book', title: `Z ${IMAGE}` },
      ]),
      'notes.md': 'Complete here: [@z].\n',
    });
    const items = await completions('[@z', 3);
    assert.equal(items.length, 1);
    for (const { label, detail, documentation } of items) {
      assert.match(label, /za/);
      assert.doesNotMatch(`${label}${detail ?? ''}`, /\n/);
      checkRendered((documentation as MarkupContent | undefined)?.value ?? '', leads);
    }
  });

  it('refuses in words where a file is named by a command', async () => {
    await start({
      'notes.md': 'Text [w]{.claim #mine about="x"} and [t]{.claim #th supports="mine"}.\n',
      [COMMAND]: 'T [w]{.claim #other about="x"}.\n',
    });
    await assert.rejects(
      client.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri: client.uri('notes.md') },
        position: client.position('notes.md', '#mine', 1),
        newName: 'other',
      }),
      ({ message }: Error) => /Click here/.test(message) && !/\]\(|\$\(/.test(message),
    );
  });

  it('tells of faults in words that move nothing', async () => {
    await start({
      'sicetnon.yaml': '"\\e]0;PWNED\\a\\e[2J": 1\n',
      'notes.md': 'Text [^n].\n\n[w]{.claim #a supports="\u202Egnp.exe"}.\n',
    });
    for (const file of ['notes.md', 'sicetnon.yaml']) {
      const told = await client.diagnostics(file, (all) => all.length > 0);
      assert.doesNotMatch(JSON.stringify(told), ACTS);
      assert.doesNotMatch(JSON.stringify(told), /\\u00[01]/);
    }
  });

  it('stays what it is when every word of it is one that objects inherit', async () => {
    await start({
      'sicetnon.yaml':
        'bibliography: [works.bib]\nproperties: {constructor: {type: choice, of: [a, b], constructor: c}}\nrules: {__proto__: off}\n',
      'works.bib': '@constructor{constructor, title = {T}, langid = {constructor}}\n',
      'notes.md':
        '---\nlang: constructor\n---\n\n[@constructor, p. 3] [w]{.claim #constructor about="__proto__" says="constructor = a" constructor="x"}\n',
    });
    assert.match(await hover('@constructor'), /T/);
    assert.ok(Array.isArray(await completions('constructor="x"', 13)));
    assert.equal(client.errors, '');
  });
});
