import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import type { Hover, Location, LocationLink } from 'vscode-languageserver-protocol/node';
import { faults, questions } from '../support/weavers.ts';
import { StdioClient, codes } from './client.ts';

describe('The server over standard input and output', function () {
  let client: StdioClient;

  beforeEach(async () => {
    client = await StdioClient.start();
  });
  afterEach(() => client.discard());

  it('greets with what it can do, and its name', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'sicetnon');
    assert.ok(serverInfo?.version);
    assert.ok(capabilities.hoverProvider);
    assert.ok(capabilities.definitionProvider);
    assert.deepEqual(
      typeof capabilities.textDocumentSync === 'object' && capabilities.textDocumentSync.change,
      2,
      'changes are incremental',
    );
  });

  it('says how far the first reading is, which can be stopped', async () => {
    await client.ready();
    const [begin, ...rest] = client.progress;
    assert.ok(begin?.kind === 'begin' && begin.cancellable);
    assert.equal(rest.pop()?.kind, 'end');
    assert.ok(rest.length > 0);
    assert.ok(rest.every(({ kind, message }) => kind === 'report' && / of \d+ documents$/.test(message!)));
    const percents = rest.map((each) => (each.kind === 'report' ? each.percentage! : NaN));
    assert.deepEqual(
      percents,
      [...new Set(percents)].sort((a, b) => a - b),
    );
    assert.equal(percents.at(-1), 100);
  });

  it('reports every fault of an opened text, and nothing else', async () => {
    await client.open('faults.md');
    const found = await client.diagnostics('faults.md', (all) => all.length >= faults.length);
    assert.deepEqual(codes(found), faults.map(({ code }) => code).sort());
    for (const { code, words } of faults) {
      const from = client.position('faults.md', words);
      const to = client.position('faults.md', words, words.length);
      const touched = found.filter(
        (each) => each.code === code && before(each.range.start, to) && before(from, each.range.end),
      );
      assert.equal(touched.length, 1, `${code} at “${words}”`);
      assert.equal(touched[0]!.source, 'sicetnon');
      const { message } = touched[0]!;
      assert.match(typeof message === 'string' ? message : message.value, /[.?!]$/);
      assert.ok(touched[0]!.severity);
    }
  });

  it('points from each side of a contradiction to the other', async () => {
    await client.open('faults.md');
    const found = await client.diagnostics('faults.md', (all) => all.length >= faults.length);
    const sides = found.filter(({ code }) => code === 'claim-contradiction');
    assert.equal(sides.length, 2);
    const [one, other] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const touches = (side: typeof one, place: typeof one) =>
      side.relatedInformation?.some(
        ({ location }) =>
          location.uri === client.uri('faults.md') &&
          before(location.range.start, place.range.end) &&
          before(place.range.start, location.range.end),
      );
    assert.ok(touches(one, other), 'the first names the second');
    assert.ok(touches(other, one), 'the second names the first');
  });

  it('says nothing of a text without faults', async () => {
    await client.open('reading.md');
    await client.open('faults.md');
    await client.diagnostics('faults.md', (all) => all.length >= faults.length);
    assert.deepEqual(codes(client.published.get(client.uri('reading.md')) ?? []), []);
  });

  it('follows incremental changes', async () => {
    await client.open('reading.md');
    await client.replace('reading.md', 'was rebuilt twice', 'was rebuilt 𝑛 times, so the roll[^roll],');
    const [first] = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.equal(first!.code, 'footnote-undefined');
    assert.equal(client.covered('reading.md', first!.range), '[^roll]');
    assert.equal(client.versions.get(client.uri('reading.md')), 2);
    await client.replace('reading.md', '[^rebuilt]: First', '[^roll]: Leaf 4.\n\n[^rebuilt]: First');
    await client.diagnostics('reading.md', (all) => all.length === 0);
    await client.replace('reading.md', '@dubois1955, 88', '@dubois1956, 88');
    const [unknown] = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.equal(unknown!.code, 'citation-undefined');
  });

  it('reads a text that was never saved', async () => {
    const uri = 'untitled:Untitled-1';
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text: 'Unsaved[^yet].\n' },
    });
    const [found] = await client.diagnosticsOf(uri, (all) => all.length === 1);
    assert.deepEqual(found!.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 13 } });
  });

  it('reads a text with CRLF, with the editor’s own positions', async () => {
    await client.open('reading.md', 'markdown', 'One[^1] and\r\ntwo[^2].\r\n\r\n[^1]: Written.\r\n');
    const [missing] = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.deepEqual(missing!.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 7 } });
  });

  for (const { what, words, tells } of questions)
    it(`hovers over ${what}`, async () => {
      await client.open('reading.md');
      await client.ready();
      const position = client.position('reading.md', words, 3);
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: client.uri('reading.md') },
        position,
      });
      const text = shown(hover);
      for (const part of tells) assert.ok(text.includes(part), `“${part}” is told:\n${text}`);
      assert.ok(hover?.range && before(hover.range.start, position) && before(position, hover.range.end));
    });

  it('has nothing to tell of plain words', async () => {
    await client.open('reading.md');
    const position = client.position('reading.md', 'hall was', 6);
    const textDocument = { uri: client.uri('reading.md') };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
  });

  for (const { what, words, file, leadsTo } of questions)
    it(`leads from ${what} to where it is written`, async () => {
      await client.open('reading.md');
      await client.ready();
      const answer = await client.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri: client.uri('reading.md') },
        position: client.position('reading.md', words, 3),
      });
      const places: (Location | LocationLink)[] = Array.isArray(answer) ? answer : answer ? [answer] : [];
      const [place] = places.map((each) =>
        'targetUri' in each ? { uri: each.targetUri, range: each.targetRange } : each,
      );
      assert.ok(place, 'there is an answer');
      assert.equal(place.uri, client.uri(file));
      const line = client.position(file, leadsTo).line;
      assert.ok(place.range.start.line <= line && line <= place.range.end.line, JSON.stringify(place.range));
    });

  it('wakes a text when a file that it waited for appears, changes and goes', async () => {
    await client.open('faults.md');
    const unknown = (all: readonly { code?: number | string }[]) =>
      all.some(({ code }) => code === 'citation-undefined');
    await client.diagnostics('faults.md', unknown);
    const bibliography = path.join(client.folder, 'references.bib');
    const before = client.text('references.bib');
    writeFileSync(
      bibliography,
      `${before}\n@book{nobody1900, author = {Nobody, Ann}, title = {Ashes}, date = {1900}}\n`,
    );
    await client.changed(['references.bib', 2]);
    await client.diagnostics('faults.md', (all) => all.length > 0 && !unknown(all));
    writeFileSync(bibliography, before);
    await client.changed(['references.bib', 2]);
    await client.diagnostics('faults.md', unknown);

    rmSync(bibliography);
    await client.changed(['references.bib', 3]);
    const [missing] = await client.diagnostics('sicetnon.yaml', (all) => all.length > 0);
    assert.equal(missing!.code, 'bibliography-unreadable');
    assert.equal(client.covered('sicetnon.yaml', missing!.range), 'references.bib');
    writeFileSync(bibliography, before);
    await client.changed(['references.bib', 1]);
    await client.diagnostics('sicetnon.yaml', (all) => all.length === 0);
    const due = faults.map(({ code }) => code).sort();
    await client.diagnostics('faults.md', (all) => codes(all).join() === due.join());
  });

  it('keeps the findings of a closed text of the project, and forgets its unsaved words', async () => {
    await client.open('reading.md');
    await client.replace('reading.md', '[^rebuilt], and', '[^rebult], and');
    await client.diagnostics('reading.md', (all) => all.length === 2);
    await client.close('reading.md');
    await client.diagnostics('reading.md', (all) => all.length === 0);
  });

  it('ends in good order', async () => {
    await client.open('reading.md');
    assert.equal(await client.end(), 0);
    assert.equal(client.errors, '');
  });
});

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function shown(hover: Hover | null): string {
  const contents = hover?.contents;
  if (!contents) return '';
  return [contents]
    .flat()
    .map((each) => (typeof each === 'string' ? each : each.value))
    .join('\n');
}
