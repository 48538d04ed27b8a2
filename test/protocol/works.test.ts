import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CodeActionRequest,
  DefinitionRequest,
  ExecuteCommandRequest,
  HoverRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  type CodeAction,
  type LocationLink,
  type ShowDocumentParams,
} from 'vscode-languageserver-protocol/node';
import { gestureMethods, sourceMethods, type GestureAnswer } from '../../server/src/protocol/names.ts';
import type {
  SourceAt,
  SourceHits,
  SourcePageAnswer,
  TakenSource,
} from '../../server/src/protocol/source.ts';
import { column, madePdf, type MadeLine } from '../support/made-pdf.ts';
import { codes, StdioClient } from './client.ts';

const PAGES = [
  ['The gangs were hired at the gate each morning, and', 'nobody knew at dawn who would eat at night.'],
  ['They were paid by the day and in no other way, says', 'the pay book of the firm that hired them.'],
  ['When the strike came, the foremen stood by the', 'gate and counted those who went in.'],
];
const BIBLIOGRAPHY = `@article{meyer2011, author={Meyer, Lotte}, title={The dockers}, journal={Ports}, year=2011,
  file={Full Text:papers/meyer.pdf:application/pdf}}
@book{novak1998, author={Novak, Petr}, title={Ports}, year=1998, file={:${path.join(tmpdir(), 'novak.pdf')}:PDF}}
`;
const NOTES = `“The gangs were hired at the gate each morning” [@meyer2011, p. 41]. “They were paid by the day and in no
other way” [@meyer2011, p. 43]. “The foremen stood by the gate and slept” [@meyer2011, p. 43].
“The sea was full of ships that came to port” [@novak1998, p. 3].
`;

/** A PDF with these pages, their numbers at the foot. */
function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  const foot = (i: number): MadeLine => ({ text: `${41 + i}`, x: 290, y: 40 });
  return madePdf({ pages: pages.map((lines, i) => [...column(70, 700, lines), foot(i)]) });
}

describe('Works in PDFs over standard input and output', function () {
  this.timeout(60_000);
  let folder: string;
  let client: StdioClient;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-works-'));
    mkdirSync(path.join(folder, 'papers'));
    writeFileSync(path.join(folder, 'works.bib'), BIBLIOGRAPHY);
    writeFileSync(path.join(folder, 'sicetnon.yaml'), 'bibliography: [works.bib]\n');
    writeFileSync(path.join(folder, 'papers', 'meyer.pdf'), pdf(PAGES));
    writeFileSync(path.join(folder, 'notes.md'), NOTES);
    client = await StdioClient.start({ from: folder });
    await client.ready();
  });
  afterEach(() => {
    client.discard();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are what quotations are held against', async () => {
    await client.open('notes.md');
    const found = await client.diagnostics('notes.md', (all) => all.length === 3);
    assert.deepEqual(codes(found).sort(), ['quote-elsewhere', 'quote-mismatch', 'source-unread']);
    const elsewhere = found.find(({ code }) => code === 'quote-elsewhere')!;
    assert.match(elsewhere.message as string, /p\. 42, not at p\. 43/);
    const [passage] = elsewhere.relatedInformation!;
    assert.match(passage!.location.uri, /papers\/meyer\.pdf$/);
    assert.deepEqual(passage!.location.range.start, { line: 0, character: 0 });
    const unread = found.find(({ code }) => code === 'source-unread')!;
    assert.match(unread.message as string, /Novak \(1998\).*nobody allowed/);
  });

  it('are told of in hovers, and lead to their file', async () => {
    await client.open('notes.md');
    await client.diagnostics('notes.md', (all) => all.length === 3);
    const textDocument = { uri: client.uri('notes.md') };
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: client.position('notes.md', '@meyer2011', 3),
    });
    assert.match(JSON.stringify(hover?.contents), /its text, meyer\.pdf/);
    const links = (await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: client.position('notes.md', 'gangs', 2),
    })) as LocationLink[];
    assert.match(links[0]!.targetUri, /papers\/meyer\.pdf$/);
  });

  it('are read again when their file changes', async () => {
    await client.open('notes.md');
    await client.diagnostics('notes.md', (all) => all.length === 3);
    const [first, second, third] = PAGES;
    writeFileSync(fileURLToPath(client.uri('papers/meyer.pdf')), pdf([first!, third!, second!]));
    await client.changed(['papers/meyer.pdf', 2]);
    const found = await client.diagnostics('notes.md', (all) => all.length === 2);
    assert.deepEqual(codes(found).sort(), ['quote-mismatch', 'source-unread']);
  });

  it('are shown page by page, with the passage that is meant, searched and quoted', async () => {
    await client.open('notes.md');
    await client.diagnostics('notes.md', (all) => all.length === 3);
    const uri = client.uri('notes.md');
    const at = client.position('notes.md', 'gate and slept');
    const found: SourceAt = await client.connection.sendRequest(sourceMethods.sourceAt, {
      uri,
      range: { start: at, end: at },
    });
    assert.ok(found.status === 'file', JSON.stringify(found));
    const { file, work, index, passage, title } = found.source;
    assert.deepEqual([file, work, title, index], ['papers/meyer.pdf', 'meyer2011', 'Meyer (2011)', 2]);
    const answer: SourcePageAnswer = await client.connection.sendRequest(sourceMethods.sourcePage, {
      uri,
      file,
      work,
      index,
      scale: 1,
    });
    assert.ok(answer.status === 'shown', JSON.stringify(answer));
    const { page } = answer;
    assert.deepEqual([page.label, page.count, page.drawn?.width], ['43', 3, 595]);
    assert.equal(Buffer.from(page.drawn!.png, 'base64').subarray(1, 4).toString(), 'PNG');
    const marked = page.lines.filter(
      (line) => line.at !== null && line.at < passage!.to && passage!.from < line.at + line.text.length,
    );
    assert.deepEqual(
      marked.map(({ text }) => text),
      ['When the strike came, the foremen stood by the', 'gate and counted those who went in.'],
    );
    assert.equal(page.lines.at(-1)!.at, null, 'the number at the foot is no part of the text');
    const hits: SourceHits = await client.connection.sendRequest(sourceMethods.searchSource, {
      uri,
      file,
      work,
      words: 'PAID by',
    });
    assert.deepEqual(
      hits.hits.map(({ label, words, match }) => [label, words.slice(match.from, match.to)]),
      [['42', 'paid by']],
    );
    const end = { line: 3, character: 0 };
    const quoted: GestureAnswer = await client.connection.sendRequest(gestureMethods.quoteSource, {
      uri,
      version: 1,
      range: { start: end, end },
      file,
      work,
      stretch: { from: hits.hits[0]!.from, to: hits.hits[0]!.to + ' the day'.length },
    });
    assert.ok(quoted.status === 'done', JSON.stringify(quoted));
    assert.equal(quoted.files[0]!.edits[0]!.newText, '“paid by the day” [@meyer2011, p. 42]');
    const taken: TakenSource = await client.connection.sendRequest(sourceMethods.takeSource, {
      uri,
      file,
      work,
    });
    assert.ok(taken.status === 'taken');
    assert.match(taken.text, /^---\nsource: "meyer2011"\n[^]*\[p\. 41\] The gangs were hired/);
    assert.match(taken.uri, /sources\/meyer2011\.md$/);
    assert.equal(taken.from, 'meyer.pdf');
    assert.deepEqual(taken.pages, { first: '41', last: '43' });
  });

  it('that cannot be read are said to be so, with what helps', async () => {
    await client.open('notes.md');
    await client.diagnostics('notes.md', (all) => all.length === 3);
    const uri = client.uri('notes.md');
    const at = client.position('notes.md', '@novak1998', 3);
    const found: SourceAt = await client.connection.sendRequest(sourceMethods.sourceAt, {
      uri,
      range: { start: at, end: at },
    });
    assert.ok(found.status === 'none');
    assert.match(found.why, /“novak\.pdf” lies in a folder that nobody allowed/);
    assert.deepEqual(found.mend, { kind: 'allowFolder', folder: tmpdir() });
    const page: SourcePageAnswer = await client.connection.sendRequest(sourceMethods.sourcePage, {
      uri,
      file: '/etc/passwd',
      work: 'meyer2011',
      index: 0,
      scale: 1,
    });
    assert.equal(page.status, 'refused');
  });

  it('are opened by other editors, which are told the page', async () => {
    const shown: ShowDocumentParams[] = [];
    const said: string[] = [];
    client.discard();
    client = await StdioClient.start({
      from: folder,
      can: { window: { showDocument: { support: true } } },
    });
    client.connection.onRequest(ShowDocumentRequest.type, (asked) => {
      shown.push(asked);
      return { success: true };
    });
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void said.push(message));
    await client.ready();
    await client.open('notes.md');
    const diagnostics = await client.diagnostics('notes.md', (all) => all.length === 3);
    const elsewhere = diagnostics.find(({ code }) => code === 'quote-elsewhere')!;
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('notes.md') },
      range: elsewhere.range,
      context: { diagnostics: [elsewhere] },
    })) as CodeAction[];
    const action = actions.find(({ title }) => title === 'Show the source')!;
    assert.equal(action.kind, 'quickfix');
    assert.deepEqual(action.diagnostics, [elsewhere]);
    const { command, arguments: given } = action.command!;
    await client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: given ?? [] });
    assert.deepEqual(said, ['Meyer (2011), p. 42 (page 2 of the file)']);
    assert.equal(shown.length, 1);
    assert.match(shown[0]!.uri, /papers\/meyer\.pdf$/);
    assert.equal(shown[0]!.external, true);
    await assert.rejects(
      client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'rm', arguments: [] }),
    );
    await assert.rejects(
      client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [3] }),
    );
  });
});
