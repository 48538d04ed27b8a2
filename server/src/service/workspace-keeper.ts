import { actorUnmentioned } from '../rules/actor-unmentioned.ts';
import { entryUncited } from '../rules/entry-uncited.ts';
import { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { World } from '../checking/rule.ts';
import { reasoningContext } from '../reasoning/context.ts';
import { lightDecoders } from '../bibliography/bibtex-library.ts';
import { InlinePrinter } from '../bibliography/inline-printer.ts';
import { EntryFormatting } from './entry-formatting.ts';
import { Checker } from './checker.ts';
import type { DocumentReading } from './document-reader.ts';
import { Documents } from './documents.ts';
import { QuotationChecks } from './quotation-checks.ts';
import type { Progress, ServiceOptions } from './service-options.ts';
import { StaleFiles } from './stale-files.ts';
import { readDocuments } from './read-documents.ts';
import { takeFileNews } from './file-news.ts';
import { SharedFiles, type TextContent } from './shared-files.ts';
import { SourceTexts } from './source-texts.ts';
import { Turns } from './turns.ts';
import { FirstReading } from './first-reading.ts';
import { Paranoia } from './paranoia.ts';
import { unreadableMessage } from './unreadable-message.ts';
import { DocumentText, type TextChange } from '../text/document-text.ts';
import { Library } from '../workspace/library.ts';
import { isChapterHead, isInheritedSettings } from '../workspace/bibliography-scope.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { Severity } from '../workspace/project.ts';
import { documentFilter, isDataPath, isMarkdownPath, isStylePath } from '../workspace/scope.ts';

/** For steps that nobody calls off. */
const NEVER = new AbortController().signal;

/**
 * Keeps what is known of a workspace in line with its files and with what editors show. What an edit or a change on disk
 * may concern is gathered in `takeStale`.
 */
export class WorkspaceKeeper {
  protected readonly library = new Library();
  protected readonly reasoning = new ReasoningIndex();
  protected readonly documents: Documents;
  protected readonly quotations: QuotationChecks;
  protected readonly shared: SharedFiles;
  protected readonly checker: Checker;
  protected readonly formatting: EntryFormatting;
  /** Documents that were asked for by name, whatever the project includes. */
  protected readonly invited = new Set<string>();
  protected readonly unreadable = new Map<string, string>();
  protected readonly stale = new StaleFiles();
  /** Documents that may name bibliographies which nobody has read yet. */
  protected unsettled = new Set<string>();
  private readonly firstReading = new FirstReading();
  /** While the workspace is read for the first time; in the end all is checked. */
  private starting = false;
  private readonly turns = new Turns();
  private editions = 0;
  protected projectIsNews = false;
  /** Closed documents may have to be searched for names that the registers did not have before. */
  protected namesAreNews = false;
  private isDocument: (path: string) => boolean;
  protected readonly paranoia: Paranoia | null = null;

  constructor(protected readonly options: ServiceOptions) {
    const { library } = this;
    if (options.largest !== undefined) library.largest = options.largest;
    this.shared = new SharedFiles(options.fileSystem, library, lightDecoders, options.patient ?? false);
    this.quotations = new QuotationChecks(library, new SourceTexts((path) => this.shared.text(path)));
    this.documents = new Documents(library, this.reasoning, this.quotations, options.logger);
    const { logger } = options;
    const printer =
      options.printer ?? new InlinePrinter((message, cause) => logger.warn(`${message} ${String(cause)}`));
    this.formatting = new EntryFormatting(library, (path) => this.shared.text(path), printer, logger);
    this.isDocument = documentFilter(library.project);
    this.checker = new Checker(
      { library, reasoning: this.reasoning, quotations: this.quotations },
      this.documents,
      this.unreadable,
      options.logger,
      options.severity ?? (() => undefined),
    );
    if (options.paranoid)
      this.paranoia = new Paranoia(this.world(), this.documents, options.logger, options.paranoid);
  }

  /**
   * Reads the whole workspace: project file, registers, documents, bibliographies. What changes on disk meanwhile, and
   * editors that are closed, are dealt with when it is done; what is opened and edited counts at once.
   */
  start(progress: Progress, signal: AbortSignal): Promise<void> {
    const { firstReading } = this;
    const tell: Progress = (done, total) => {
      progress(done, total);
      firstReading.tell(done, total);
    };
    return this.turns.take(() => this.readAll(tell, signal).finally(() => firstReading.finish()));
  }

  /** Whether all that there is has been read, so that what is not known is not there. */
  get isWhole(): boolean {
    return this.firstReading.isWhole;
  }

  /** Whether nothing is being read, or waits to be. */
  get isAtRest(): boolean {
    if (!this.isWhole || !this.turns.areDone || !this.library.styles.areRead) return false;
    return this.unsettled.size === 0 && !this.projectIsNews;
  }

  /** Resolves when the first reading is over, be it stopped, and what came till then is dealt with. */
  async whenAtRest(progress?: Progress): Promise<void> {
    await this.firstReading.whenOver(progress);
    await this.settle();
  }

  private async readAll(progress: Progress, signal: AbortSignal): Promise<void> {
    const { library } = this;
    this.starting = true;
    try {
      const files = new Set<string>();
      for await (const file of this.options.fileSystem.list(signal)) files.add(file);
      library.setFiles(files);
      await this.shared.load(PROJECT_FILE, true);
      await this.adoptProject(progress, signal);
      // The project file may be edited while this goes on.
      do await this.settleNow(signal);
      while (!signal.aborted && (this.projectIsNews || this.namesAreNews));
    } finally {
      this.starting = false;
    }
    library.prepare();
    this.reasoning.prepare();
    // Whoever stops the reading knows less than all: then nothing is called missing.
    this.firstReading.isWhole = !signal.aborted;
    // What was said of any file before that may have lacked what only the whole workspace tells.
    this.mark(library.documentPaths());
    this.mark(this.shared.paths());
    this.mark(this.unreadable.keys());
  }

  /**
   * Brings the documents in line with the project file: reads those that it includes now or says something
   * new of, forgets those that it does not include any more.
   */
  private async adoptProject(progress: Progress, signal: AbortSignal): Promise<void> {
    const { library } = this;
    this.projectIsNews = false;
    this.isDocument = documentFilter(library.project);
    this.mark(this.shared.paths());
    await this.shared.loadProjectFiles();
    this.countMentions();
    this.updateReasoningContext();
    const wanted = new Set(Array.from(library.files).filter((path) => this.isDocument(path)));
    for (const path of this.invited) wanted.add(path);
    for (const [path, text] of this.shared.allBuffers())
      if (this.isOwnDocument(path)) {
        wanted.add(path);
        if (!this.documents.isOpen(path) && !this.shared.isTooLarge(text))
          this.mark(this.documents.readOpen(path, text));
      }
    for (const path of Array.from(library.documentPaths()))
      if (!wanted.has(path)) this.mark(this.documents.remove(path));
    for (const path of this.unreadable.keys())
      if (!wanted.has(path)) {
        this.unreadable.delete(path);
        this.stale.add(path);
      }
    const news = [...wanted].filter((path) => this.documents.isNews(path));
    await this.readDocuments(news, news.length === wanted.size, progress, signal);
    if (signal.aborted) return;
    this.quotations.takeProject();
    this.unsettled = new Set(library.documentPaths());
    for (const path of this.shared.paths()) this.stale.add(path);
    this.mark(library.documentPaths());
  }

  private async readDocuments(
    paths: readonly string[],
    whole: boolean,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { library, shared } = this;
    const sources = { library, reader: this.options.reader, text: (path: string) => shared.text(path) };
    let done = 0;
    progress(0, paths.length);
    for await (const read of readDocuments(paths, whole, sources, signal)) {
      for (const { path, content } of read)
        try {
          this.takeRead(path, content);
        } catch (cause) {
          if (!('digest' in content)) throw cause;
          // What was remembered of it is not what it should be.
          const why = cause instanceof Error ? cause.message : String(cause);
          this.options.logger.info(`${path} is read again: ${why}`);
          this.takeRead(path, await shared.text(path));
        }
      progress((done += read.length), paths.length);
    }
  }

  private takeRead(path: string, content: TextContent | DocumentReading): void {
    if (this.documents.isOpen(path)) this.mark(this.documents.readAgain(path));
    else this.takeClosed(path, content);
  }

  /** Treats `path` as a document although the project may not include it; a file of data is none. */
  invite(path: string): Promise<void> {
    return this.turns.take(async () => {
      if (this.library.summary(path) || isDataPath(path)) return;
      this.invited.add(path);
      await this.readDocument(path);
      await this.settleNow(NEVER);
    });
  }

  private async readDocument(path: string): Promise<void> {
    if (this.documents.isOpen(path)) return;
    const content = await this.shared.text(path);
    this.editions++;
    if (!this.documents.isOpen(path)) this.takeClosed(path, content);
  }

  private takeClosed(path: string, content: TextContent | DocumentReading): void {
    if (content.status === 'read') {
      this.unreadable.delete(path);
      this.mark(
        'digest' in content
          ? this.documents.takeDigest(path, content.digest, this.starting)
          : this.documents.readClosed(path, content.text, this.starting),
      );
      if ('text' in content) this.paranoia?.document(path, content.text);
      // In the end of a first reading all is checked anyhow.
      if (this.isWhole) this.stale.addMoved(path);
      this.unsettled.add(path);
      return;
    }
    this.mark(this.documents.remove(path));
    const reason = unreadableMessage(content.status, content.reason, this.library.largest);
    // What is no file any more is missed by those alone who asked for it.
    const isThere =
      content.status === 'encoding' || content.status === 'failed' || content.status === 'large';
    if (reason && (isThere || this.invited.has(path))) this.unreadable.set(path, reason);
    else this.unreadable.delete(path);
  }

  /** Grows whenever a text that was read may have become another: places in it are others then. */
  get edition(): number {
    return this.editions;
  }

  /** An editor shows `path` with this text. Await `settle` for what has to be read from disk because of it. */
  open(path: string, text: string): void {
    this.show(path, DocumentText.of(text));
  }

  /** The text of an open file changed. */
  edit(path: string, changes: readonly TextChange[]): void {
    const before = this.shared.buffer(path);
    if (!before) return;
    const { document, splices } = before.apply(changes);
    if (this.documents.isOpen(path) && !this.shared.isTooLarge(document)) {
      this.editions++;
      this.shared.show(path, document);
      this.mark(this.documents.edit(path, document, splices));
      this.paranoia?.document(path, document);
      this.stale.addMoved(path);
      this.unsettled.add(path);
    } else this.show(path, document);
  }

  private show(path: string, text: DocumentText): void {
    this.editions++;
    if (isStylePath(path)) this.changeStyle(path);
    this.shared.show(path, text);
    this.unreadable.delete(path);
    if (this.isOwnDocument(path)) {
      if (this.shared.isTooLarge(text)) {
        this.takeClosed(path, { status: 'large', reason: null });
        this.stale.add(path);
        return;
      }
      this.mark(this.documents.readOpen(path, text));
      this.stale.addMoved(path);
      this.unsettled.add(path);
    } else if (this.shared.isShared(path)) this.takeShared(path, this.shared.loadBuffer(path));
  }

  /** Without a project file any Markdown that is opened is a document, wherever it lies. */
  private isOwnDocument(path: string): boolean {
    const { library } = this;
    return this.isDocument(path) || this.invited.has(path) || (!library.hasProject && isMarkdownPath(path));
  }

  /** The editor of `path` was closed: what lies on disk counts again, for all who lean on it too. */
  close(path: string): Promise<void> {
    this.shared.hide(path);
    return this.turns.take(async () => {
      await this.takeBack(path);
      await this.settleNow(NEVER);
    });
  }

  /** Takes a file over as it lies on disk, in place of what an editor showed that is closed now. */
  private async takeBack(path: string): Promise<void> {
    if (isStylePath(path)) this.changeStyle(path);
    if (this.documents.isOpen(path) || this.unreadable.has(path)) {
      const content = await this.shared.text(path);
      if (this.shared.buffer(path)) return;
      this.editions++;
      if (this.isDocument(path) || this.invited.has(path)) this.takeClosed(path, content);
      else this.mark(this.documents.remove(path));
    } else if (this.shared.isShared(path)) await this.reload(path, true);
  }

  /** Files came, changed or went on disk. Those that an editor shows are left to it. */
  refresh(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.turns.take(() => this.takeChanges(paths, signal));
  }

  /** The files of which the last good reading counts, because another program seems to be writing them. */
  get doubted(): readonly string[] {
    return this.shared.doubted();
  }

  /**
   * Looks at doubted files again, about a second after they came to be doubted or were last looked at. What is whole
   * counts; so does what is as bad as before, and does not change any more.
   */
  lookAgain(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.turns.take(async () => {
      await this.shared.lookAgain(paths);
      await this.takeChanges(paths, signal);
    });
  }

  private async takeChanges(paths: readonly string[], signal: AbortSignal): Promise<void> {
    const { library } = this;
    let projectChanged = false;
    const news = await takeFileNews(paths, library, this.options.fileSystem, (path) =>
      this.shared.mayComeBack(path),
    );
    // The project file names files that are the texts of works.
    if (news.length > 0) this.stale.add(PROJECT_FILE);
    if (news.some((path) => isInheritedSettings(path) || isChapterHead(path)))
      this.mark(library.everyoneCiting());
    for (const path of paths)
      if (isStylePath(path) && !(await this.shared.holdsStyleBack(path))) this.changeStyle(path);
    // What is taken for moved is gone.
    const isGone = (path: string) => (news.includes(path) && !library.files.has(path)) || undefined;
    for (const path of paths) {
      if (this.shared.buffer(path)) continue;
      if (path === PROJECT_FILE) projectChanged = true;
      else if (this.isDocument(path) || this.invited.has(path)) await this.readDocument(path);
      else if (this.shared.isShared(path)) await this.reload(path, isGone(path));
    }
    // An editor may have saved what it shows.
    if (paths.some((path) => library.register(path) && !library.inDoubt.has(path))) this.namesAreNews = true;
    if (projectChanged && (await this.shared.load(PROJECT_FILE, isGone(PROJECT_FILE))))
      this.projectIsNews = true;
    await this.settleNow(signal);
  }

  private async reload(path: string, believed?: boolean): Promise<void> {
    const concerned = await this.shared.load(path, believed);
    if (!concerned) return;
    this.namesAreNews = true;
    this.takeShared(path, concerned);
  }

  private takeShared(path: string, concerned: Set<string>): void {
    const { library } = this;
    this.editions++;
    if (path === PROJECT_FILE) this.projectIsNews = true;
    this.mark(concerned);
    // Where a bibliography cannot be read any more, another of its name may count.
    if (library.unreadableFile(path) !== undefined)
      for (const document of concerned) if (library.summary(document)) this.unsettled.add(document);
    // A conflict is told at both ends, by the names of works and actors.
    for (const document of concerned) this.mark(this.reasoning.filesNear(document));
    this.stale.add(path);
    this.stale.addMoved(path);
    // The project file says where a file is missing that it names.
    this.stale.add(PROJECT_FILE);
    for (const settings of library.inheritedBibliographies()) this.stale.add(settings.path);
    if (this.shared.isRegister(path)) this.updateReasoningContext();
  }

  private updateReasoningContext(): void {
    const { library } = this;
    this.mark(this.reasoning.setContext(reasoningContext(library)).affected);
  }

  private changeStyle(path: string): void {
    this.formatting.reset();
    this.library.styles.change(path);
  }

  /** Reads from disk whatever the documents name and nobody has read yet. */
  settle(signal: AbortSignal = NEVER): Promise<void> {
    return this.turns.take(() => this.settleNow(signal));
  }

  private async settleNow(signal: AbortSignal): Promise<void> {
    if (this.projectIsNews) await this.adoptProject(() => undefined, signal);
    if (this.namesAreNews) await this.searchForNames(signal);
    const documents = this.unsettled;
    this.unsettled = new Set();
    this.mark(await this.shared.loadWanted(documents));
    this.mark(await this.shared.judgeStyles());
  }

  /** Starts what hovers on `path` will want, so that the first of them need not do without. */
  prepareHovers(path: string): void {
    this.formatting.prepare(path);
  }

  /** Reads those closed documents again of which it is not known whom they name; never for a mere keystroke. */
  private async searchForNames(signal: AbortSignal): Promise<void> {
    const { library } = this;
    this.namesAreNews = false;
    for (const path of library.mentions.outdated()) {
      if (signal.aborted) return;
      await this.readDocument(path);
    }
    this.mark(library.registerPaths());
  }

  private countMentions(): void {
    const { library } = this;
    library.mentions.countEveryone(this.checker.isOn(actorUnmentioned.code));
    this.namesAreNews = true;
  }

  /**
   * The user set another limit for the size of files, in bytes. What was refused is read anew; what was read and may be
   * over the limit now is looked at again.
   */
  async limitFiles(largest: number, signal: AbortSignal): Promise<void> {
    const { library } = this;
    if (library.largest === largest) return;
    library.largest = largest;
    const refused = [...this.unreadable.keys(), ...library.unreadablePaths()];
    const known = new Set([...refused, ...this.shared.paths(), ...library.documentPaths()]);
    const judged = [...known].filter(
      (path) =>
        this.unreadable.has(path) || library.unreadableFile(path) === 'large' || this.mayBeLarger(path),
    );
    for (const path of judged) {
      const shown = this.shared.buffer(path);
      if (shown) this.show(path, shown);
    }
    library.styles.changeAll();
    this.formatting.reset();
    // What is said of files names the limit.
    this.mark(library.documentPaths());
    this.mark(judged);
    await this.turns.take(async () => {
      // Nothing was written: what is over the limit is believed at once.
      for (const path of judged)
        if (this.shared.isShared(path) && !this.shared.buffer(path)) await this.reload(path, true);
      await this.takeChanges(judged, signal);
    });
  }

  /** Whether a file that was read may be over the limit: no letter has more than four bytes. */
  private mayBeLarger(path: string): boolean {
    const lines = this.library.linesOf(path);
    return lines !== null && 4 * (lines.lineEnd(lines.lineCount - 1) + 1) > this.library.largest;
  }

  /** What the user set as severities, changed. */
  configure(severity: (code: string) => Severity | undefined): void {
    const { library } = this;
    this.checker.severity = severity;
    this.countMentions();
    this.mark(library.documentPaths());
  }

  /** The first of some files that would be written outside of the workspace, behind a link; null where none would. */
  async leadingOut(paths: Iterable<string>): Promise<string | null> {
    const { fileSystem } = this.options;
    for (const path of paths) if ((await fileSystem.landsInside?.(path)) === false) return path;
    return null;
  }

  /** All that is known of the workspace; to be read, never to be held on to. */
  world(): World {
    const { library } = this;
    return { library, reasoning: this.reasoning, quotations: this.quotations };
  }

  private mark(paths: Iterable<string>): void {
    this.stale.mark(paths);
  }

  /** The files whose findings may have changed since the last call. */
  takeStale(): Set<string> {
    const { library } = this;
    return this.stale.take(this.checker.isOn(entryUncited.code) ? library : null);
  }

  /** The files whose findings may point at a place that has moved since the last call; less urgent. */
  takeMoved(): Set<string> {
    const { library } = this;
    return this.stale.takeMoved(library, this.reasoning, this.documents);
  }
}
