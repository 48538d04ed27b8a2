import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefinitionRequest, HoverRequest, type LocationLink } from 'vscode-languageserver-protocol/node';
import { column, madePdf, type MadeLine } from '../support/made-pdf.ts';
import { codes, StdioClient } from './client.ts';

const PAGES = [
  ['The gangs were hired at the gate each morning, and', 'nobody knew at dawn who would eat at night.'],
  ['They were paid by the day and in no other way, says', 'the pay book of the firm that hired them.'],
  ['When the strike came, the foremen stood by the', 'gate and counted those who went in.'],
];
const BIBLIOGRAPHY = `@article{meyer2011, author={Meyer, Lotte}, title={The dockers}, journal={Ports}, year=2011,
  file={Full Text:papers/meyer.pdf:application/pdf}}
@book{novak1998, author={Novak, Petr}, title={Ports}, year=1998, file={:${path.join(tmpdir(), 'nobody', 'novak.pdf')}:PDF}}
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
});
