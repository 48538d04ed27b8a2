import type { Action, ActionKind, ActionRequest } from './features/actions/action.ts';
import { actionsAt } from './features/actions/all.ts';
import { inspectDocument } from './features/inspection/inspection.ts';
import type { InspectedFile } from './features/inspection/model.ts';
import { hoverAt, type Hover } from './features/hover/hover.ts';
import type { FeatureRequest } from './features/request.ts';
import { ClaimTallies } from './features/views/claim-tallies.ts';
import type { ViewWorld } from './features/views/view-request.ts';
import { actionRequest } from './service/action-request.ts';
import type { Stepwise } from './features/stepwise.ts';
import type { EntrySession } from './service/entry-formatting.ts';
import type { FileReport } from './service/checker.ts';
import type { Pause } from './service/quotation-checks.ts';
import { keptOfWorkspace } from './service/kept.ts';
import type { DocumentText } from './text/document-text.ts';
import { LineIndex } from './text/line-index.ts';
import type { Position, PositionRange, TextRange } from './text/range.ts';
import { PROJECT_FILE } from './workspace/project-file.ts';
import { WorkspaceKeeper } from './service/workspace-keeper.ts';

export type { Progress, ServiceOptions } from './service/service-options.ts';

/**
 * The language service of one workspace folder: plain data in and out. Knows no protocol, no editor and no
 * clock. What an edit or a change on disk may concern is gathered in `takeStale`; whoever drives the
 * service checks those files when it suits.
 */
export class Service extends WorkspaceKeeper {
  private readonly tallies = new ClaimTallies();

  /** What the views look at, as it is now; to be read, never to be held on to. */
  viewed(): Pick<ViewWorld, 'library' | 'reasoning' | 'tallies'> {
    const { library, reasoning, tallies } = this;
    tallies.forget(this.stale.takeOutdated());
    return { library, reasoning, tallies };
  }

  /**
   * Looks for quotations in the texts of their works, wherever that has to be done since the last time; `pause`
   * is awaited after each step. Documents about which it says something new are stale then.
   */
  async verifyQuotations(
    pause: Pause = () => Promise.resolve(),
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    if (!this.isWhole) return;
    await this.quotations.verify(pause, (path) => this.stale.add(path), signal);
    const atRest = !signal.aborted && !this.projectIsNews && !this.namesAreNews && this.unsettled.size === 0;
    if (!this.paranoia || !atRest || this.doubted.length > 0) return;
    const { paranoid: _paranoid, reader: _reader, ...plain } = this.options;
    const fresh = () => new Service({ ...plain, severity: this.checker.severity });
    await this.paranoia.rest(this, fresh, this.shared.allBuffers(), this.invited);
  }

  /** The paths of all documents, sorted. */
  documentPaths(): string[] {
    return [...this.library.documentPaths()].sort();
  }

  /** Every file that may have findings: documents, those that they lean on, those that could not be read. */
  files(): string[] {
    const all = new Set([...this.library.documentPaths(), ...this.shared.paths(), ...this.unreadable.keys()]);
    if (!this.library.hasProject) all.delete(PROJECT_FILE);
    return [...all].filter((path) => !this.library.unreadableFile(path)).sort();
  }

  /** Everything that was read of a document; null where there is none of that path. */
  async inspect(path: string): Promise<InspectedFile | null> {
    if (!this.library.summary(path)) return null;
    const content = await this.shared.text(path);
    if (content.status !== 'read') return null;
    return inspectDocument(this.documents.view(path, content.text), this.library, this.quotations, path);
  }

  /** What is kept of the workspace, as plain data, for tests that compare increment with rebuild. */
  dump(): unknown {
    return keptOfWorkspace(this.world());
  }

  /** Whether a project file says what belongs together here. */
  get hasProject(): boolean {
    return this.library.hasProject;
  }

  /** How many documents the workspace holds. */
  get documentCount(): number {
    return this.library.documentCount;
  }

  /** Whether findings on `path` are to be shown: of closed files only where there is a project. */
  isShown(path: string): boolean {
    return this.library.hasProject || this.shared.buffer(path) !== undefined || this.invited.has(path);
  }

  /** Everything that is wrong in one file, in the order of the text. */
  check(path: string): FileReport {
    return this.checker.check(path, this.isWhole);
  }

  /** As `check`, in steps, between which anything may happen: what changes has it begin again. */
  *checkInSteps(path: string): Stepwise<FileReport> {
    for (;;) {
      const { changes } = this.stale;
      const steps = this.checker.checkInSteps(path, this.isWhole);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        yield;
        if (this.stale.changes !== changes) break;
      }
    }
  }

  /** Offsets in a file that has been read, as positions. */
  positions(path: string, range: TextRange): PositionRange {
    return (this.library.linesOf(path) ?? LineIndex.of('')).positions(range);
  }

  /** The offset of a position in a file that has been read. */
  offset(path: string, position: Position): number {
    return (this.library.linesOf(path) ?? LineIndex.of('')).offsetAt(position);
  }

  /** What an editor shows of a file of whatever kind; undefined where none does. */
  shownText(path: string): DocumentText | undefined {
    return this.shared.buffer(path);
  }

  /**
   * What there is to say of the thing at a position in an open document; null where there is nothing. Waits about a
   * second at most for entries to be printed by the document's citation style.
   */
  async hover(path: string, position: Position): Promise<Hover | null> {
    const entries = this.formatting.session(path);
    const request = this.request(path, position, entries);
    const atOnce = request && hoverAt(request);
    const { edition } = this;
    if (!request || !(await entries.settled())) return atOnce;
    // After an edit something else may stand there: then what was said at first has to do.
    return this.edition === edition ? hoverAt(request) : atOnce;
  }

  /** A question about a position in an open document, for the features; null where `path` is none. */
  request(
    path: string,
    position: Position,
    entries: EntrySession = this.formatting.session(path),
  ): FeatureRequest | null {
    const view = this.documents.open(path);
    if (!view) return null;
    return {
      view,
      offset: view.text.lines.offsetAt(position),
      library: this.library,
      reasoning: this.reasoning,
      quotations: this.quotations,
      links: this.options.links ?? null,
      describeEntry: (entry) => entries.describe(entry),
    };
  }

  /** What can be done at a selection in an open document; `wants` says which kinds are asked for. */
  actions(path: string, range: PositionRange, wants: (kind: ActionKind) => boolean): Action[] {
    const request = this.actionRequest(path, range);
    return request ? actionsAt(request, wants, this.options.logger) : [];
  }

  /** A question about a selection in an open document, for actions and gestures; null where `path` is none. */
  actionRequest(path: string, range: PositionRange): ActionRequest | null {
    const view = this.documents.open(path);
    const { library, reasoning } = this;
    const findings = () => this.checker.rated(path, this.isWhole);
    return view ? actionRequest(view, range, { library, reasoning }, findings) : null;
  }
}
