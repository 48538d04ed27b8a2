import assert from 'node:assert/strict';
import * as protocol from 'vscode-languageserver-protocol/node';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { faults } from '../support/weavers.ts';
import { codes, StdioClient } from './client.ts';

const diagnostic = { dynamicRegistration: false, relatedDocumentSupport: false };

describe('Diagnostics that a client asks for', function () {
  let client: StdioClient;
  let refreshed: () => void = () => undefined;

  beforeEach(async () => {
    client = await StdioClient.start({
      can: { textDocument: { diagnostic }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    client.connection.onRequest(protocol.DiagnosticRefreshRequest.type, () => refreshed());
    await client.ready();
  });
  afterEach(() => client.discard());

  const ask = (file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest(protocol.DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri(file) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const askAll = (
    known: ReadonlyMap<string, string>,
    token?: protocol.CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest(
      protocol.WorkspaceDiagnosticRequest.type,
      { previousResultIds: [...known].map(([uri, value]) => ({ uri, value })) },
      token,
    );
  /** Asks, as a client does, again and again until what it was told in all holds. */
  async function told(holds: (found: ReadonlyMap<string, readonly Diagnostic[]>) => boolean) {
    const found = new Map<string, readonly Diagnostic[]>();
    const known = new Map<string, string>();
    while (!holds(found))
      for (const item of (await askAll(known)).items) {
        assert.equal(item.kind, 'full', 'nothing is told twice');
        if (item.kind === 'full') found.set(item.uri, item.items);
        known.set(item.uri, item.resultId!);
      }
    return { found, known };
  }

  it('are offered, and never sent unasked', async () => {
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'sicetnon',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await told((found) => (found.get(client.uri('faults.md'))?.length ?? 0) >= faults.length);
    assert.equal(client.published.size, 0);
  });

  it('are those of one document, told once', async () => {
    await client.open('faults.md');
    const report = await ask('faults.md');
    assert.ok(report.kind === 'full');
    assert.deepEqual(codes(report.items), faults.map(({ code }) => code).sort());
    assert.deepEqual(await ask('faults.md', report.resultId), {
      kind: 'unchanged',
      resultId: report.resultId,
    });
    await client.replace('faults.md', '@nobody1900', '@maes1931');
    const after = await ask('faults.md', report.resultId);
    assert.ok(after.kind === 'full');
    assert.ok(!codes(after.items).includes('citation-undefined'));
  });

  it('of the workspace wait until there is something to tell', async () => {
    const faulty = client.uri('faults.md');
    const { known } = await told((found) => (found.get(faulty)?.length ?? 0) >= faults.length);
    let answered = false;
    const waiting = askAll(known).then((report) => {
      answered = true;
      return report;
    });
    await client.open('new.md', 'markdown', 'All is well.\n');
    assert.equal((await ask('new.md')).kind, 'full');
    assert.equal(answered, false);
    await client.replace('new.md', 'well', 'well[^lost]');
    const { items } = await waiting;
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [client.uri('new.md')],
    );
  });

  it('of the workspace are given up when nobody waits', async () => {
    const { known } = await told((found) => found.size > 2);
    const source = new protocol.CancellationTokenSource();
    const waiting = askAll(known, source.token);
    // The question has arrived when one behind it is answered.
    await ask('faults.md');
    source.cancel();
    await assert.rejects(waiting, { code: protocol.LSPErrorCodes.RequestCancelled });
  });

  it('are to be asked for again when another file changes them', async () => {
    await client.open('faults.md');
    const before = await ask('faults.md');
    assert.ok(codes((before as { items: Diagnostic[] }).items).includes('citation-undefined'));
    const asked = new Promise<void>((resolve) => (refreshed = resolve));
    await client.open('references.bib', 'bibtex');
    await client.replace(
      'references.bib',
      '@article{dubois1955',
      '@book{nobody1900, title = {Ash}}\n\n@article{dubois1955',
    );
    await asked;
    const after = await ask('faults.md', before.resultId);
    assert.ok(after.kind === 'full' && !codes(after.items).includes('citation-undefined'));
  });
});

describe('Diagnostics of a client that would rather be told', function () {
  it('are sent, and not offered', async () => {
    const client = await StdioClient.start({
      can: { textDocument: { diagnostic } },
      options: { pushed: true },
    });
    try {
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      await client.diagnostics('faults.md', (all) => all.length >= faults.length);
    } finally {
      client.discard();
    }
  });
});
