import assert from 'node:assert/strict';
import { LSPErrorCodes, ResponseError, type Diagnostic } from 'vscode-languageserver-protocol';
import { PulledDiagnostics } from '../../../server/src/lsp/pulled-diagnostics.ts';

const finding = (message: string): Diagnostic => ({
  message,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
});
const A = 'file:///w/a.md';
const B = 'file:///w/b.md';
const ONE = [finding('One.')];
const NEVER = new AbortController().signal;
const failed =
  (code: number) =>
  (error: unknown): boolean =>
    error instanceof ResponseError && error.code === code;

describe('findings that a client asks for', () => {
  let pulled: PulledDiagnostics;
  beforeEach(() => {
    pulled = new PulledDiagnostics();
  });
  const report = (uri: string, previous?: string) => {
    const { kind, resultId } = pulled.ofDocument(uri, previous);
    return { kind, id: resultId! };
  };

  it('of a text are those that are known, under an id that they keep', () => {
    assert.deepEqual(pulled.ofDocument(A, undefined), { kind: 'full', resultId: '0', items: [] });
    pulled.take(A, 1, ONE);
    const { id } = report(A, '0');
    assert.deepEqual(pulled.ofDocument(A, undefined), { kind: 'full', resultId: id, items: ONE });
    assert.deepEqual(report(A, id), { kind: 'unchanged', id });
    assert.deepEqual(report(A, 'another'), { kind: 'full', id });
    pulled.take(A, 2, []);
    assert.notEqual(report(A, id).id, id);
    assert.equal(report(A, id).kind, 'full');
  });

  it('of all files are those that the client has not, also where there are none any more', async () => {
    pulled.take(A, null, ONE);
    pulled.take(B, 7, []);
    const [first, ...others] = await pulled.ofWorkspace([], NEVER);
    assert.deepEqual(first, { kind: 'full', uri: A, version: null, resultId: first!.resultId, items: ONE });
    assert.deepEqual(others, [], 'a file without findings is no news');
    const known = [{ uri: A, value: first.resultId! }];
    pulled.take(A, null, []);
    const [gone] = await pulled.ofWorkspace(known, NEVER);
    assert.deepEqual([gone!.uri, (gone as { items: unknown[] }).items], [A, []]);
  });

  it('are waited for where there is nothing new', async () => {
    pulled.take(A, null, ONE);
    const [first] = await pulled.ofWorkspace([], NEVER);
    const known = [{ uri: A, value: first!.resultId! }];
    let answered = false;
    const waiting = pulled.ofWorkspace(known, NEVER).finally(() => (answered = true));
    pulled.take(B, null, []);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(answered, false, 'what wakes it is no news');
    pulled.take(B, null, ONE);
    assert.deepEqual((await waiting).map(({ uri }) => uri), [B]); // prettier-ignore
  });

  it('are not waited for any more when that is called off, asked anew, or all is over', async () => {
    const stop = new AbortController();
    const off = pulled.ofWorkspace([], stop.signal);
    stop.abort();
    await assert.rejects(off, failed(LSPErrorCodes.RequestCancelled));
    await assert.rejects(pulled.ofWorkspace([], stop.signal), failed(LSPErrorCodes.RequestCancelled));
    const older = pulled.ofWorkspace([], NEVER);
    const newer = pulled.ofWorkspace([], NEVER);
    await assert.rejects(older, failed(LSPErrorCodes.ServerCancelled));
    pulled.end();
    await assert.rejects(newer, failed(LSPErrorCodes.ServerCancelled));
    pulled.take(A, null, ONE);
    await assert.rejects(pulled.ofWorkspace([], NEVER), failed(LSPErrorCodes.ServerCancelled));
  });

  it('are called out of date where a text was told of otherwise', () => {
    assert.ok(!pulled.isOutOfDate([A]), 'never asked for');
    pulled.ofDocument(A, undefined);
    assert.ok(!pulled.isOutOfDate([A]));
    pulled.take(A, 1, ONE);
    assert.ok(pulled.isOutOfDate([B, A]));
    pulled.ofDocument(A, undefined);
    assert.ok(!pulled.isOutOfDate([A]));
    pulled.take(A, 2, []);
    assert.ok(!pulled.isOutOfDate([B]));
    pulled.forget(A);
    assert.ok(!pulled.isOutOfDate([A]), 'closed');
  });
});
