import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const built = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

/** Files of a folder that is on no disk. */
const FILES: Readonly<Record<string, string>> = {
  'memory:/texts/sicetnon.yaml': 'bibliography: [works.bib]\n',
  'memory:/texts/works.bib': '@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}\n',
  'memory:/texts/notes/other.md': 'So [@nobody].\n',
};

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
}

/** Channels that are closed after the test: an open one keeps the process alive. */
const channels: InstanceType<typeof MessageChannel>[] = [];
class ClosedChannel extends MessageChannel {
  constructor() {
    super();
    channels.push(this);
  }
}

/** The server as a browser's worker runs it, with a client that has the files above. */
class Worker {
  readonly heard: Message[] = [];
  private readonly scope: { onmessage: ((event: { data: unknown }) => void) | null };
  private wake = () => undefined as void;

  constructor() {
    const scope = {
      onmessage: null,
      addEventListener: () => undefined,
      postMessage: (message: Message) => setImmediate(() => this.hear(structuredClone(message))),
      ...{
        setTimeout,
        clearTimeout,
        performance,
        MessageChannel: ClosedChannel,
        TextEncoder,
        TextDecoder,
        URL,
        atob,
        console,
      },
      ...{ queueMicrotask, AbortController, structuredClone },
    };
    this.scope = scope;
    vm.runInContext(built('browser.js'), vm.createContext(Object.assign(scope, { self: scope })));
  }

  tell(message: object): void {
    this.scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  }

  async until<T>(find: (message: Message) => T | undefined): Promise<T> {
    for (;;) {
      for (const message of this.heard) {
        const found = find(message);
        if (found !== undefined) return found;
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private hear(message: Message): void {
    this.heard.push(message);
    const { id, method, params } = message;
    const uri = String(params?.['uri']);
    if (method === 'sicetnon/readFile') {
      const text = FILES[uri];
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      this.tell({ id, result: bytes ? { status: 'read', bytes } : { status: 'missing' } });
    } else if (method === 'sicetnon/readFolder') {
      const inside = Object.keys(FILES).flatMap((file) =>
        file.startsWith(`${uri}/`) ? [file.slice(uri.length + 1).split('/')] : [],
      );
      const entries = inside.map(([name, ...rest]) => ({ name, kind: rest.length > 0 ? 'folder' : 'file' }));
      this.tell({ id, result: entries });
    } else if (id !== undefined && method !== undefined) this.tell({ id, result: null });
    this.wake();
  }
}

describe('The server in a browser', function () {
  this.timeout(60_000);
  after(() => {
    for (const { port1 } of channels) port1.close();
  });

  it('imports nothing of Node, and neither does its client', () => {
    for (const name of ['browser.js', 'browser-printing-worker.js', 'client-web.js'])
      assert.doesNotMatch(built(name), /require\("(?:node:|fs|path|os|crypto|worker_threads)|from ?"node:/);
  });

  it('checks a text by files that it asks for', async () => {
    const worker = new Worker();
    const uri = 'memory:/texts/notes/open.md';
    const folder = { uri: 'memory:/texts', name: 'work' };
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [folder] };
    worker.tell({ id: 1, method: 'initialize', params });
    await worker.until(({ id, result }) => (id === 1 ? result : undefined));
    worker.tell({ method: 'initialized', params: {} });
    const text = 'So [@meyer2011], and so [@noone].\n';
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    worker.tell({ method: 'textDocument/didOpen', params: { textDocument } });
    const findings = (file: string) => (message: Message) => {
      const { method, params: said } = message;
      if (method !== 'textDocument/publishDiagnostics' || said?.['uri'] !== file) return undefined;
      const codes = (said['diagnostics'] as { code: string }[]).map(({ code }) => code);
      return codes.length > 0 ? codes : undefined;
    };
    assert.deepEqual(await worker.until(findings(uri)), ['citation-undefined']);
    assert.deepEqual(await worker.until(findings('memory:/texts/notes/other.md')), ['citation-undefined']);
    const position = { line: 0, character: 6 };
    worker.tell({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position } });
    const hover = await worker.until(({ id, result }) => (id === 2 ? result : undefined));
    assert.match(JSON.stringify(hover), /Dockers/);
    worker.tell({ id: 3, method: 'shutdown' });
    await worker.until(({ id }) => (id === 3 ? true : undefined));
  });
});
