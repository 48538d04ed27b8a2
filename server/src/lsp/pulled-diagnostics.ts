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

/** The capability for pull diagnostics. */
export const pulledDiagnosticOptions: DiagnosticOptions = {
  identifier: productId,
  interFileDependencies: true,
  workspaceDiagnostics: true,
};

/** Handles pull diagnostics; `upToDate` computes those of a document that changed. */
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
 * Pull diagnostics: keeps what would have been published, with a result id that changes with it, so that clients
 * which already have it get an “unchanged” report.
 */
export class PulledDiagnostics {
  private readonly kept = new Map<string, Kept>();
  private readonly answered = new Map<string, string>();
  private readonly waiting = new Set<() => void>();
  private count = 0;
  private asked = 0;
  private ended = false;

  /** Replaces the diagnostics of `uri`, perhaps by none. */
  take(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    this.kept.set(uri, { id: String(++this.count), version, diagnostics });
    for (const wake of this.waiting) wake();
  }

  /** The report for one document; “unchanged” if the client already has it as `previous`. */
  ofDocument(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const { id, diagnostics } = this.kept.get(uri) ?? { id: '0', diagnostics: [] };
    this.answered.set(uri, id);
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: diagnostics };
  }

  /**
   * The diagnostics that the client does not have yet. If there are none, waits for a change, since clients ask again
   * as soon as they are answered. Rejects when `signal` is aborted, when the same is requested again, and when the
   * server ends: an empty report would mean that nothing was found.
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

  /** Rejects all waiting requests. */
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

  /** Whether the client has an outdated report of a document. */
  isOutOfDate(uris: Iterable<string>): boolean {
    for (const uri of uris) {
      const told = this.answered.get(uri);
      if (told !== undefined && told !== (this.kept.get(uri)?.id ?? '0')) return true;
    }
    return false;
  }

  /** The document was closed: clients forget its report. */
  forget(uri: string): void {
    this.answered.delete(uri);
  }
}
