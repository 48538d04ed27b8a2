import assert from 'node:assert/strict';
import type { CodeAction, ResponseError } from 'vscode-languageserver';
import { actionKinds, type Action } from '../../../server/src/features/actions/action.ts';
import { codeAction } from '../../../server/src/lsp/handlers/code-action.ts';
import type { HandlerContext } from '../../../server/src/lsp/handlers/handler.ts';

const URI = 'file:///w/shown.md';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The handler of code actions over a service that offers one, which writes into `path`. */
function offering(path: string, { resolves = true, whileLooking = (): unknown => undefined } = {}) {
  const action: Action = {
    title: 'Write',
    kind: actionKinds.fix,
    edits: () => [{ path, range: { from: 0, to: 0 }, insert: 'x' }],
  };
  const service = {
    isWhole: true,
    isAtRest: true,
    actions: () => [action],
    shownText: () => undefined,
    rewritten: (each: string) => (each === 'kept.bib' ? 'Another program keeps “kept.bib”.' : null),
    leadingOut: (paths: Iterable<string>) => {
      whileLooking();
      return Promise.resolve([...paths].find((each) => each === 'leads-out.md') ?? null);
    },
  };
  const desk = { service };
  const versions = new Map([[URI, 1]]);
  let asked!: (params: object, token: object) => Promise<CodeAction[]>;
  let resolved!: (action: CodeAction) => Promise<CodeAction>;
  const support = { resolveSupport: { properties: ['edit'] }, dataSupport: true };
  codeAction.register({
    connection: {
      onCodeAction: (handler: typeof asked) => (asked = handler),
      onCodeActionResolve: (handler: typeof resolved) => (resolved = handler),
    },
    client: () => ({ textDocument: { codeAction: resolves ? support : {} } }),
    options: () => ({}),
    shown: (uri: string) =>
      versions.has(uri)
        ? { desk, path: uri.slice('file:///w/'.length), version: versions.get(uri) }
        : undefined,
    uriOf: (_: unknown, each: string) => `file:///w/${each}`,
    positions: () => range,
    ask: () => null,
  } as unknown as HandlerContext);
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  return {
    versions,
    ask: () => asked({ textDocument: { uri: URI }, range, context: { diagnostics: [], only: [''] } }, token),
    resolve: (one: CodeAction) => resolved(one),
  };
}

const files = ({ edit }: CodeAction) => Object.keys(edit?.changes ?? {});
const isRefusal = (words: RegExp) => (error: ResponseError) => words.test(error.message);

describe('the files that a code action writes', () => {
  it('may be the text at hand, and others inside the workspace', async () => {
    for (const path of ['shown.md', 'inside.md']) {
      const { ask, resolve } = offering(path);
      const [one] = await ask();
      assert.deepEqual(files(await resolve(one!)), [`file:///w/${path}`]);
      const [whole] = await offering(path, { resolves: false }).ask();
      assert.deepEqual(files(whole!), [`file:///w/${path}`]);
    }
  });

  it('are refused where a link leads out of the workspace', async () => {
    const { ask, resolve } = offering('leads-out.md');
    const [one] = await ask();
    await assert.rejects(resolve(one!), isRefusal(/leads-out.*leads out of the workspace through a link/));
    assert.deepEqual(await offering('leads-out.md', { resolves: false }).ask(), []);
  });

  it('are left to the person who shows them', async () => {
    const { versions, ask, resolve } = offering('leads-out.md');
    versions.set('file:///w/leads-out.md', 1);
    const [one] = await ask();
    assert.deepEqual(files(await resolve(one!)), ['file:///w/leads-out.md']);
  });

  it('are refused where another program writes them anew, shown or not', async () => {
    const { versions, ask, resolve } = offering('kept.bib');
    const [one] = await ask();
    await assert.rejects(resolve(one!), isRefusal(/Another program keeps “kept.bib”/));
    versions.set('file:///w/kept.bib', 1);
    await assert.rejects(resolve(one!), isRefusal(/Another program keeps “kept.bib”/));
  });

  it('are not written when the text has changed while they were looked at', async () => {
    const made = offering('inside.md', { whileLooking: () => made.versions.set(URI, 2) });
    const [one] = await made.ask();
    await assert.rejects(made.resolve(one!), isRefusal(/changed meanwhile/));
  });
});
