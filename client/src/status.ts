import { EventEmitter, LanguageStatusSeverity, Uri, languages, workspace } from 'vscode';
import type { DiagnosticChangeEvent, Disposable, DocumentSelector, LanguageStatusItem } from 'vscode';
import { productId, productName } from '../../server/src/protocol/names.ts';
import type { ServerStatus } from '../../server/src/protocol/names.ts';
import type { TextAtHand } from '../../server/src/protocol/views.ts';
import { attribution } from './attribution.ts';
import { StatusRows } from './status-rows.ts';
import type { StatusRow } from './status-rows.ts';
import { unmarked } from '../../server/src/text/unmarked.ts';
import { enumerated, say } from '../../server/src/words/say.ts';

/** The text of the status item. */
export interface StatusWords {
  readonly text: string;
  /** The rows below it. */
  readonly rows: readonly string[];
  readonly busy: boolean;
  readonly failed: boolean;
}

/** The server's status, or the client's knowledge of it before the first one. */
export type Condition = ServerStatus | 'starting' | 'running' | 'stopped' | 'failed';

const LONGEST_PATH = 30;

/** The language status item: what was read, and what the current text cites from. */
export class Status implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly rows = new StatusRows(`${productId}.status`, productName);
  private readonly listener: Disposable;
  private readonly changes = new EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly findings = new Map<string, number>();
  private total = 0;
  private citing: TextAtHand | null = null;
  private server: Condition = 'stopped';

  constructor() {
    this.item = languages.createLanguageStatusItem(`${productId}.status`, []);
    this.item.name = productName;
    this.listener = languages.onDidChangeDiagnostics((event) => this.count(event));
    this.show();
  }

  /** Sets the server's state. */
  set(server: Condition): void {
    this.server = server;
    this.show();
  }

  /** The server has answered; a status that it sent since its start is kept. */
  answered(): void {
    if (this.server === 'starting') this.set('running');
  }

  /** Sets the scope and the checks of the current text. */
  cites(citing: TextAtHand | null): void {
    this.citing = citing;
    this.show();
  }

  /** Sets the documents for which the item is shown. */
  besides(documents: DocumentSelector): void {
    this.item.selector = documents;
    this.rows.besides(documents);
  }

  words(): StatusWords {
    return {
      text: this.item.text,
      rows: this.rows.words(),
      busy: this.item.busy,
      failed: this.server === 'failed',
    };
  }

  dispose(): void {
    this.listener.dispose();
    this.changes.dispose();
    this.item.dispose();
    this.rows.dispose();
  }

  private count(event: DiagnosticChangeEvent): void {
    for (const uri of event.uris) {
      const now = languages.getDiagnostics(uri).filter(({ source }) => source === productId).length;
      this.total += now - (this.findings.get(uri.toString()) ?? 0);
      if (now) this.findings.set(uri.toString(), now);
      else this.findings.delete(uri.toString());
    }
    this.show();
  }

  private show(): void {
    const { item, server } = this;
    item.severity = server === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.busy = server === 'starting' || (typeof server === 'object' && server.state === 'reading');
    item.text = say('{product}: {state}', { product: productName, state: this.sentence() });
    this.rows.show(
      typeof server === 'object'
        ? [...this.checked(), { text: say(attribution), detail: projectsOf(server) }]
        : [{ text: say(attribution) }],
    );
    item.command =
      server === 'failed' || server === 'stopped'
        ? { command: `${productId}.restart`, title: say('Restart') }
        : this.citing?.how === 'none'
          ? { command: `${productId}.chooseLibrary`, title: say('Choose My Library…') }
          : { command: 'workbench.actions.view.problems', title: say('Show') };
    this.changes.fire();
  }

  private sentence(): string {
    const { server, total } = this;
    if (server === 'failed') return say('the language server is not running');
    if (server === 'stopped') return say('stopped');
    if (server === 'starting') return say('starting');
    if (server === 'running')
      return say('{findings, plural, one {# finding} other {# findings}}', { findings: total });
    if (server.state === 'reading')
      return say('reading, {files, plural, one {# file} other {# files}} so far', { files: server.files });
    return say(
      '{files, plural, one {# file} other {# files}}, {findings, plural, one {# finding} other {# findings}}{whence, select, none {, no bibliography known} library {, citations from your library} found {, citations from {bibliography}} several {, citations from {bibliography} and {more} more} other {}}',
      { files: server.files, findings: total, ...this.whence() },
    );
  }

  /** The counts of checks in the current text, which explain why there are no findings. */
  private checked(): StatusRow[] {
    const { citing } = this;
    if (!citing) return [];
    if (citing.checked.length === 0)
      return [{ text: say('In this text no quotation or citation was checked.') }];
    return citing.checked.map((check) => ({ text: say('In this text {check}', { check }) }));
  }

  /** Where citations are looked up, if text and project do not say. */
  private whence(): Readonly<Record<'whence' | 'bibliography' | 'more', string>> {
    const { how = 'named', files = [] } = this.citing ?? {};
    const [first = '', ...others] = files;
    const whence = how === 'found' && others.length > 0 ? 'several' : how;
    return { whence, bibliography: unmarked(shortPath(first)), more: String(others.length) };
  }
}

/** A long path without its folders: the command after it stays in view. */
function shortPath(path: string): string {
  return path.length > LONGEST_PATH ? path.slice(path.lastIndexOf('/') + 1) : path;
}

/** The project files in use. */
function projectsOf({ projects = [] }: ServerStatus): string {
  if (projects.length === 0) return say('No project file counts.');
  const named = projects.map((uri) => workspace.asRelativePath(Uri.parse(uri)));
  return say('{count, plural, one {Project file: {files}.} other {Project files: {files}.}}', {
    count: named.length,
    files: enumerated(named),
  });
}
