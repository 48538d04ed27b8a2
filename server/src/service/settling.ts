import { actorUnmentioned } from '../rules/actor-unmentioned.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { DocumentIntake } from './document-intake.ts';
import { readDocuments } from './read-documents.ts';
import type { Progress } from './service-options.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Reads whatever must be read from disk: at first the whole workspace, then what changes require. */
export class Settling {
  /** The folders of rendered documents by which documents were chosen. */
  private outputs: readonly string[] = [];

  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** The first reading of the whole workspace. */
  async readAll(progress: Progress, signal: AbortSignal): Promise<void> {
    const { claimKeeper, firstReading, library, libraryKeeper, options, shared, stale, unsettled } =
      this.parts;
    firstReading.isUnderWay = true;
    try {
      const files = new Set<string>();
      for await (const file of options.fileSystem.list(signal)) files.add(file);
      libraryKeeper.setFiles(files);
      await shared.load(PROJECT_FILE, true);
      await this.adoptProject(progress, signal);
      // The project file may change meanwhile.
      do await this.settle(signal);
      while (!signal.aborted && (this.documentsAreNews() || unsettled.namesAreNews));
    } finally {
      firstReading.isUnderWay = false;
    }
    libraryKeeper.prepare();
    claimKeeper.prepare();
    // If it was stopped, files are missing from the index, so nothing may be reported as missing.
    firstReading.took(!signal.aborted);
    // Earlier findings lacked what only the whole workspace tells.
    stale.mark(library.documentPaths());
    stale.mark(shared.paths());
    stale.mark(this.parts.unreadable.keys());
  }

  /** Reads what changes of the project file, registers and documents require. */
  async settle(signal: AbortSignal): Promise<void> {
    const { shared, stale, unsettled } = this.parts;
    if (this.documentsAreNews()) await this.adoptProject(() => undefined, signal);
    if (unsettled.namesAreNews) await this.searchForNames(signal);
    for (const path of unsettled.takeBroken()) {
      this.parts.options.logger.info(`${path} is read again: what was remembered of it cannot be read.`);
      await this.intake.readDocument(path);
    }
    stale.mark(await shared.loadWanted(unsettled.take()));
    stale.mark(await shared.judgeStyles());
  }

  /** Whether the project file changed, or the folders of rendered copies, since documents were chosen by them. */
  private documentsAreNews(): boolean {
    const { library, unsettled } = this.parts;
    return unsettled.projectIsNews || library.outputs !== this.outputs;
  }

  /**
   * Applies the project file to the documents: reads those that it now includes or changes, removes those
   * that it no longer includes.
   */
  private async adoptProject(progress: Progress, signal: AbortSignal): Promise<void> {
    const { documents, library, quotations, shared, stale, unsettled } = this.parts;
    unsettled.projectIsNews = false;
    this.intake.adoptProject();
    stale.mark(shared.paths());
    await shared.loadProjectFiles();
    this.outputs = library.outputs;
    this.countMentions();
    this.sharedIntake.updateReasoningContext();
    const wanted = this.wantedDocuments();
    for (const path of Array.from(library.documentPaths())) if (!wanted.has(path)) this.intake.remove(path);
    for (const path of this.parts.unreadable.keys())
      if (!wanted.has(path)) {
        this.parts.unreadable.delete(path);
        stale.add(path);
      }
    const news = [...wanted].filter((path) => documents.isNews(path));
    await this.readDocuments(news, news.length === wanted.size, progress, signal);
    if (signal.aborted) return;
    quotations.takeProject();
    unsettled.restart(library.documentPaths());
    for (const path of shared.paths()) stale.add(path);
    stale.mark(library.documentPaths());
  }

  /** The documents that should exist. Open ones are added where that has not happened. */
  private wantedDocuments(): Set<string> {
    const { documents, invited, library, shared, stale } = this.parts;
    const wanted = new Set(Array.from(library.files).filter((path) => this.intake.isDocument(path)));
    for (const path of invited) wanted.add(path);
    for (const [path, text] of shared.allBuffers())
      if (this.intake.isOwnDocument(path)) {
        wanted.add(path);
        if (!documents.isOpen(path) && !shared.isTooLarge(text)) stale.mark(documents.readOpen(path, text));
      }
    return wanted;
  }

  private async readDocuments(
    paths: readonly string[],
    whole: boolean,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { library, options, shared } = this.parts;
    const sources = { library, reader: options.reader, text: (path: string) => shared.text(path) };
    let done = 0;
    progress(0, paths.length);
    for await (const read of readDocuments(paths, whole, sources, signal)) {
      for (const { path, content } of read)
        try {
          this.intake.takeRead(path, content);
        } catch (cause) {
          if (!('digest' in content)) throw cause;
          // The cached digest was malformed.
          const why = cause instanceof Error ? cause.message : String(cause);
          options.logger.info(`${path} is read again: ${why}`);
          options.reader?.discard?.(path);
          this.intake.takeRead(path, await shared.text(path));
        }
      progress((done += read.length), paths.length);
    }
  }

  /** Reads closed documents again whose mentions are out of date. Never triggered by a keystroke alone. */
  private async searchForNames(signal: AbortSignal): Promise<void> {
    const { library, stale, unsettled } = this.parts;
    unsettled.namesAreNews = false;
    for (const path of library.mentions.outdated()) {
      if (signal.aborted) return;
      await this.intake.readDocument(path);
    }
    stale.mark(library.registerPaths());
  }

  /** Mentions are counted only if the rule that needs the counts is on. */
  countMentions(): void {
    const { checker, libraryKeeper, unsettled } = this.parts;
    libraryKeeper.mentions.countEveryone(checker.isOn(actorUnmentioned.code));
    unsettled.namesAreNews = true;
  }
}
