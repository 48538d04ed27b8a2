import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type Diagnostic,
  type DiagnosticOptions,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { productId } from '../protocol/names.ts';

/** What the server says of itself to a client that asks for findings. */
export const pulledDiagnosticOptions: DiagnosticOptions = {
  identifier: productId,
  interFileDependencies: true,
  workspaceDiagnostics: true,
};

/** Answers a client's questions for findings; `upToDate` has those of a document worked out that changed. */
export function answerPulls(
  { languages: { diagnostics } }: Connection,
  pulled: PulledDiagnostics,
  upToDate: (uri: string) => void,
): void {
  diagnostics.on(({ textDocument: { uri }, previousResultId }) => {
    upToDate(uri);
    return pulled.ofDocument(uri, previousResultId);
  });
  diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return { items: await pulled.ofWorkspace(previousResultIds, stop.signal) };
  });
}

interface Kept {
  readonly id: string;
  readonly version: number | null;
  readonly diagnostics: Diagnostic[];
}

/**
 * The findings of a client that asks for them instead of being told: what would have been published is kept, under an
 * id that changes with it, so that a client which knows it already is told no more than that.
 */
export class PulledDiagnostics {
  private readonly kept = new Map<string, Kept>();
  private readonly answered = new Map<string, string>();
  private readonly waiting = new Set<() => void>();
  private count = 0;
  private asked = 0;
  private ended = false;

  /** Keeps the findings on `uri`, none of them perhaps, in place of those before. */
  take(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    this.kept.set(uri, { id: String(++this.count), version, diagnostics });
    for (const wake of this.waiting) wake();
  }

  /** The findings on one document, as far as the client does not know them by `previous` already. */
  ofDocument(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const { id, diagnostics } = this.kept.get(uri) ?? { id: '0', diagnostics: [] };
    this.answered.set(uri, id);
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: diagnostics };
  }

  /**
   * Everything that the client does not know yet. Where that is nothing, resolves only when something changes: a
   * client asks again as soon as it is answered. Rejects when `signal` says that nobody waits any more, when the same
   * is asked anew, and when the server ends: that nothing was found is another answer.
   */
  async ofWorkspace(
    previous: readonly PreviousResultId[],
    signal: AbortSignal,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const turn = ++this.asked;
    for (const wake of this.waiting) wake();
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    for (;;) {
      const news: WorkspaceDocumentDiagnosticReport[] = [];
      for (const [uri, { id, version, diagnostics }] of this.kept)
        if (known.get(uri) !== id && (known.has(uri) || diagnostics.length > 0))
          news.push({
            kind: DocumentDiagnosticReportKind.Full,
            uri,
            version,
            resultId: id,
            items: diagnostics,
          });
      if (signal.aborted)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The answer is not wanted any more.');
      if (this.ended || turn !== this.asked)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The findings were asked for anew.', {
          retriggerRequest: false,
        });
      if (news.length > 0) return news;
      await this.change(signal);
    }
  }

  /** Nobody is answered any more. */
  end(): void {
    this.ended = true;
    for (const wake of this.waiting) wake();
  }

  private change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** Whether the client was told something of a document that does not hold any more. */
  isOutOfDate(uris: Iterable<string>): boolean {
    for (const uri of uris) {
      const told = this.answered.get(uri);
      if (told !== undefined && told !== (this.kept.get(uri)?.id ?? '0')) return true;
    }
    return false;
  }

  /** The document was closed: what the client was told of it, it forgets. */
  forget(uri: string): void {
    this.answered.delete(uri);
  }
}
