import { actionKinds, type Action, type ActionKind, type ActionRequest } from './features/actions/action.ts';
import { actionsInData } from './features/actions/in-data.ts';
import { actionsAt } from './features/actions/all.ts';
import { inspectDocument } from './features/inspection/inspection.ts';
import type { InspectedFile } from './features/inspection/model.ts';
import { knownBy } from './features/completion/known-by.ts';
import { hoverInData } from './features/hover/data.ts';
import { hoverAt } from './features/hover/hover.ts';
import type { Hover } from './features/hover/model.ts';
import type { FeatureRequest } from './features/request.ts';
import { CheckTallies } from './features/views/check-tallies.ts';
import { ClaimTallies } from './features/views/claim-tallies.ts';
import type { ViewWorld } from './features/views/view-request.ts';
import { actionRequest } from './service/action-request.ts';
import { dataRequest } from './service/data-request.ts';
import type { DataRequest } from './features/data/request.ts';
import type { Stepwise } from './features/stepwise.ts';
import type { EntrySession } from './service/entry-formatting.ts';
import type { FileReport } from './service/checker.ts';
import type { Pause } from './service/quotation-checks.ts';
import { whereItBelongs } from './bibliography/rewritten.ts';
import { keptOfWorkspace } from './service/kept.ts';
import { checkCountsOf, NOTHING_CHECKED, type CheckCounts } from './checking/check-counts.ts';
import { checksOf, type Check } from './checking/checks.ts';
import type { DocumentView, World } from './checking/rule.ts';
import { plainStore } from './store/plain-store.ts';
import type { DocumentText, TextChange } from './text/document-text.ts';
import { LineIndex } from './text/line-index.ts';
import type { Position, PositionRange, TextRange } from './text/range.ts';
import { PROJECT_FILE } from './workspace/project-file.ts';
import type { Severity } from './workspace/project.ts';
import type { Progress, ServiceOptions } from './service/service-options.ts';
import { shownView } from './service/unread-text.ts';
import { WorkspaceKeeper } from './service/workspace-keeper.ts';
import { WorkspaceParts } from './service/workspace-parts.ts';

/** So many entries are made ready at a time, a few milliseconds' work. */
const HANDFUL = 100;

export type { Progress, ServiceOptions } from './service/service-options.ts';

/**
 * The language service of one workspace folder: plain data in and out. Knows no protocol, no editor and no
 * clock. What an edit or a change on disk may concern is gathered in `takeStale`; whoever drives the
 * service checks those files when it suits.
 */
export class Service {
  private readonly parts: WorkspaceParts;
  private readonly keeper: WorkspaceKeeper;
  private readonly tallies = new ClaimTallies();
  private readonly checkTallies = new CheckTallies();

  constructor(options: ServiceOptions) {
    this.parts = new WorkspaceParts(options);
    this.keeper = new WorkspaceKeeper(this.parts);
  }

  /**
   * Reads the whole workspace: project file, registers, documents, bibliographies. What changes on disk meanwhile, and
   * editors that are closed, are dealt with when it is done; what is opened and edited counts at once.
   */
  start(progress: Progress, signal: AbortSignal): Promise<void> {
    return this.keeper.start(progress, signal);
  }

  /** Whether all that there is has been read, so that what is not known is not there. */
  get isWhole(): boolean {
    return this.parts.firstReading.isWhole;
  }

  /** Whether nothing is being read, or waits to be. */
  get isAtRest(): boolean {
    return this.keeper.isAtRest;
  }

  /** Resolves when the first reading is over, be it stopped, and what came till then is dealt with. */
  whenAtRest(progress?: Progress): Promise<void> {
    return this.keeper.whenAtRest(progress);
  }

  /** Treats `path` as a document although the project may not include it; a file of data is none. */
  invite(path: string): Promise<void> {
    return this.keeper.invite(path);
  }

  /** Grows whenever a text that was read may have become another: places in it are others then. */
  get edition(): number {
    return this.parts.edition;
  }

  /** An editor shows `path` with this text. Await `settle` for what has to be read from disk because of it. */
  open(path: string, text: string): void {
    this.keeper.open(path, text);
  }

  /** The text of an open file changed. */
  edit(path: string, changes: readonly TextChange[]): void {
    this.keeper.edit(path, changes);
  }

  /** The editor of `path` was closed: what lies on disk counts again, for all who lean on it too. */
  close(path: string): Promise<void> {
    return this.keeper.close(path);
  }

  /** Files came, changed or went on disk. Those that an editor shows are left to it. */
  refresh(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.keeper.refresh(paths, signal);
  }

  /** The files of which the last good reading counts, because another program seems to be writing them. */
  get doubted(): readonly string[] {
    return this.keeper.doubted;
  }

  /**
   * Looks at doubted files again, about a second after they came to be doubted or were last looked at. What is whole
   * counts; so does what is as bad as before, and does not change any more.
   */
  lookAgain(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.keeper.lookAgain(paths, signal);
  }

  /** Reads from disk whatever the documents name and nobody has read yet. */
  settle(signal?: AbortSignal): Promise<void> {
    return this.keeper.settle(signal);
  }

  /**
   * The user set another limit for the size of files, in bytes. What was refused is read anew; what was read and may be
   * over the limit now is looked at again.
   */
  limitFiles(largest: number, signal: AbortSignal): Promise<void> {
    return this.keeper.limitFiles(largest, signal);
  }

  /** Whether `path` is a file that documents lean on, or should be. */
  leansOn(path: string): boolean {
    return this.parts.shared.isShared(path);
  }

  /** Other folders may be read than before, beside that of the workspace: what lies there comes or goes. */
  permissionChanged(signal: AbortSignal): Promise<void> {
    return this.keeper.permissionChanged(signal);
  }

  /** The person's own library lies elsewhere now; absolute paths, or such as begin with `~`. */
  setOwnLibrary(written: readonly string[], signal: AbortSignal): Promise<void> {
    return this.keeper.setOwnLibrary(written, signal);
  }

  /** Why a file is not to be written, because another program writes it anew; null where none does. */
  rewritten(path: string): string | null {
    const program = this.parts.library.rewrittenBy(path);
    return program === null ? null : whereItBelongs(path, program);
  }

  /** Whether bibliographies count that nobody names, beside a text or at the root. */
  lookBeside(looks: boolean, signal: AbortSignal): Promise<void> {
    return this.keeper.lookBeside(looks, signal);
  }

  /** What the user set as severities, changed. */
  configure(severity: (code: string) => Severity | undefined): void {
    this.keeper.configure(severity);
  }

  /** The files whose findings may have changed since the last call. */
  takeStale(): Set<string> {
    return this.keeper.takeStale();
  }

  /** The files whose findings may point at a place that has moved since the last call; less urgent. */
  takeMoved(): Set<string> {
    return this.keeper.takeMoved();
  }

  /** The first of some files that would be written outside of the workspace, behind a link; null where none would. */
  async leadingOut(paths: Iterable<string>): Promise<string | null> {
    const { fileSystem } = this.parts.options;
    for (const path of paths) if ((await fileSystem.landsInside?.(path)) === false) return path;
    return null;
  }

  /** All that is known of the workspace; to be read, never to be held on to. */
  world(): World {
    return this.parts.world();
  }

  /** What the views look at, as it is now; to be read, never to be held on to. */
  viewed(): Omit<ViewWorld, 'spot' | 'prefix'> {
    const { library, quotations, reasoning, stale } = this.parts;
    const { tallies, checkTallies } = this;
    const outdated = stale.takeOutdated();
    tallies.forget(outdated);
    checkTallies.forget(outdated);
    return { library, quotations, reasoning, tallies, checkTallies };
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
    const { checker, invited, options, paranoia, quotations, shared, stale, unsettled } = this.parts;
    await quotations.verify(pause, (path) => stale.add(path), signal);
    if (!paranoia || signal.aborted || this.doubted.length > 0) return;
    if (!unsettled.isNothing || unsettled.namesAreNews) return;
    const { paranoid: _paranoid, reader: _reader, ...plain } = options;
    const fresh = () => new Service({ ...plain, store: plainStore, severity: checker.severity });
    await paranoia.rest(this, fresh, shared.allBuffers(), invited);
  }

  /** What was checked in the document `path` and what came of it; nothing where it is none. */
  checks(path: string): Check[] {
    const { library, quotations } = this.parts;
    const summary = this.isWhole ? library.summary(path) : undefined;
    return summary ? checksOf(summary, { library, quotations }) : [];
  }

  /** How much was checked in the document `path`, by what came of it; nothing where it is none. */
  checkCounts(path: string): CheckCounts {
    const { library, quotations } = this.parts;
    const summary = this.isWhole ? library.summary(path) : undefined;
    return summary ? checkCountsOf(summary, { library, quotations }) : NOTHING_CHECKED;
  }

  /** The paths of all documents, sorted. */
  documentPaths(): string[] {
    return [...this.parts.library.documentPaths()].sort();
  }

  /** Every file that may have findings: documents, those that they lean on, those that could not be read. */
  files(): string[] {
    const all = new Set([
      ...this.parts.library.documentPaths(),
      ...this.parts.shared.paths(),
      ...this.parts.unreadable.keys(),
    ]);
    if (!this.parts.library.hasProject) all.delete(PROJECT_FILE);
    return [...all].filter((path) => !this.parts.library.unreadableFile(path)).sort();
  }

  /** Everything that was read of a document; null where there is none of that path. */
  async inspect(path: string): Promise<InspectedFile | null> {
    if (!this.parts.library.summary(path)) return null;
    const content = await this.parts.shared.text(path);
    if (content.status !== 'read') return null;
    return inspectDocument(
      this.parts.documents.view(path, content.text),
      this.parts.library,
      this.parts.quotations,
      path,
    );
  }

  /** What is kept of the workspace, as plain data, for tests that compare increment with rebuild. */
  dump(): unknown {
    return keptOfWorkspace(this.world());
  }

  /** Whether a project file says what belongs together here. */
  get hasProject(): boolean {
    return this.parts.library.hasProject;
  }

  /** How many documents the workspace holds. */
  get documentCount(): number {
    return this.parts.library.documentCount;
  }

  /** Whether findings on `path` are to be shown: of closed files only where there is a project. */
  isShown(path: string): boolean {
    return (
      this.parts.library.hasProject ||
      this.parts.shared.buffer(path) !== undefined ||
      this.parts.invited.has(path)
    );
  }

  /** Starts what hovers on `path` will want, so that the first of them need not do without. */
  prepareHovers(path: string): void {
    this.parts.formatting.prepare(path);
  }

  /** Everything that is wrong in one file, in the order of the text. */
  check(path: string): FileReport {
    return this.parts.checker.check(path, this.isWhole);
  }

  /** As `check`, in steps, between which anything may happen: what changes has it begin again. */
  *checkInSteps(path: string): Stepwise<FileReport> {
    for (;;) {
      const { changes } = this.parts.stale;
      const steps = this.parts.checker.checkInSteps(path, this.isWhole);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        yield;
        if (this.parts.stale.changes !== changes) break;
      }
    }
  }

  /** Offsets in a file that has been read, as positions. */
  positions(path: string, range: TextRange): PositionRange {
    return (this.parts.library.linesOf(path) ?? LineIndex.of('')).positions(range);
  }

  /** The offset of a position in a file that has been read. */
  offset(path: string, position: Position): number {
    return (this.parts.library.linesOf(path) ?? LineIndex.of('')).offsetAt(position);
  }

  /** What an editor shows of a file of whatever kind; undefined where none does. */
  shownText(path: string): DocumentText | undefined {
    return this.parts.shared.buffer(path);
  }

  /** A text that an editor shows, as features see it, whether it is a document or might be one; else null. */
  viewOf(path: string): DocumentView | null {
    return shownView(this.parts, path);
  }

  /**
   * What there is to say of the thing at a position in an open document or file of data; null where there is nothing. Waits about a
   * second at most for entries to be printed by the document's citation style.
   */
  async hover(path: string, position: Position, hasSchemas = false): Promise<Hover | null> {
    const entries = this.parts.formatting.session(path);
    const request = this.request(path, position, entries);
    const data = request ? null : dataRequest(this.parts, path, position, entries, hasSchemas);
    const hover = () => (request ? hoverAt(request) : data && hoverInData(data));
    const atOnce = hover();
    const { edition } = this;
    if (!(request ?? data) || !(await entries.settled())) return atOnce;
    // After an edit something else may stand there: then what was said at first has to do.
    return this.edition === edition ? hover() : atOnce;
  }

  /**
   * Makes the works of a document ready to be searched, so that the first keystroke need not wait for a
   * great library; `pause` is awaited after every handful.
   */
  async prepareWorks(path: string, pause: () => Promise<void>): Promise<void> {
    const { library } = this.parts;
    const { version } = library;
    let done = 0;
    for (const entries of [library.allEntries(path), library.furtherEntries(path)])
      for (const { entry } of entries) {
        knownBy(entry);
        if (++done % HANDFUL !== 0) continue;
        await pause();
        // What is known now is made ready by whoever opens the next text.
        if (library.version !== version) return;
      }
  }

  /** A question about a position in an open document, for the features; null where `path` is none. */
  request(
    path: string,
    position: Position,
    entries: EntrySession = this.parts.formatting.session(path),
  ): FeatureRequest | null {
    const view = this.parts.documents.open(path);
    if (!view) return null;
    return {
      view,
      offset: view.text.lines.offsetAt(position),
      library: this.parts.library,
      reasoning: this.parts.reasoning,
      quotations: this.parts.quotations,
      links: this.parts.options.links ?? null,
      describeEntry: (entry) => entries.describe(entry),
    };
  }

  /** A question about a position in a file of data that an editor shows; null where `path` is none. */
  dataRequest(path: string, position: Position, hasSchemas = false): DataRequest | null {
    return dataRequest(this.parts, path, position, this.parts.formatting.session(path), hasSchemas);
  }

  /** What can be done at a selection in an open document; `wants` says which kinds are asked for. */
  actions(path: string, range: PositionRange, wants: (kind: ActionKind) => boolean): Action[] {
    const request = this.actionRequest(path, range);
    return request
      ? actionsAt(request, wants, this.parts.options.logger)
      : this.dataActions(path, range, wants);
  }

  /** What can be done about the findings at a selection in a file that documents lean on. */
  private dataActions(path: string, range: PositionRange, wants: (kind: ActionKind) => boolean): Action[] {
    const { library, shared, checker } = this.parts;
    if (!shared.buffer(path) || !wants(actionKinds.fix)) return [];
    const [from, to] = [this.offset(path, range.start), this.offset(path, range.end)];
    return checker
      .rated(path, this.isWhole)
      .filter((finding) => finding.range.from <= to && from <= finding.range.to)
      .flatMap((finding) => actionsInData(finding, path, library));
  }

  /** A question about a selection in an open document, for actions and gestures; null where `path` is none. */
  actionRequest(path: string, range: PositionRange): ActionRequest | null {
    const view = this.parts.documents.open(path);
    const { library, reasoning } = this.parts;
    const findings = () => this.parts.checker.rated(path, this.isWhole);
    return view ? actionRequest(view, range, { library, reasoning }, findings) : null;
  }
}
