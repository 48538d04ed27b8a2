/** A small client of the language server, which runs in a worker of the page. */

/** A finding, as the page shows it; lines and columns from zero. */
export interface Shown {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
}

interface Diagnostic {
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly message: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const ROOT = 'playground:/text';
const OWN = `${ROOT}/text.md`;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export class PlaygroundServer {
  private readonly worker: Worker;
  private version = 1;
  private readonly ready: Promise<void>;
  private isReady = () => undefined as void;

  constructor(
    address: string,
    private readonly files: Readonly<Record<string, string>>,
    private readonly shows: (findings: readonly Shown[]) => void,
  ) {
    this.ready = new Promise((resolve) => (this.isReady = resolve));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
    const folder = { uri: ROOT, name: 'text' };
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [folder] };
    this.tell({ id: 1, method: 'initialize', params });
  }

  async open(text: string): Promise<void> {
    await this.ready;
    const textDocument = { uri: OWN, languageId: 'markdown', version: this.version, text };
    this.tell({ method: 'textDocument/didOpen', params: { textDocument } });
  }

  async change(text: string): Promise<void> {
    await this.ready;
    const textDocument = { uri: OWN, version: ++this.version };
    this.tell({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text }] } });
  }

  end(): void {
    this.worker.terminate();
  }

  private tell(message: object): void {
    this.worker.postMessage({ jsonrpc: '2.0', ...message });
  }

  private hear({ id, method, params = {} }: Message): void {
    if (id === 1 && method === undefined) {
      this.tell({ method: 'initialized', params: {} });
      this.isReady();
    } else if (method === 'sicetnon/readFolder') {
      const entries = [...Object.keys(this.files), 'text.md'].map((name) => ({ name, kind: 'file' }));
      this.tell({ id, result: params['uri'] === ROOT ? entries : [] });
    } else if (method === 'sicetnon/readFile') {
      const text = this.files[String(params['uri']).slice(ROOT.length + 1)];
      const result =
        text === undefined
          ? { status: 'missing' }
          : { status: 'read', bytes: new TextEncoder().encode(text) };
      this.tell({ id, result });
    } else if (method === 'textDocument/publishDiagnostics' && params['uri'] === OWN) {
      this.shows((params['diagnostics'] as Diagnostic[]).map(shownOf));
    } else if (id !== undefined && method !== undefined) this.tell({ id, result: null });
  }
}

function shownOf({ range: { start, end }, severity, code, message }: Diagnostic): Shown {
  return {
    line: start.line,
    column: start.character,
    endLine: end.line,
    endColumn: end.character,
    severity: SEVERITIES[severity - 1] ?? 'hint',
    code,
    message,
  };
}
