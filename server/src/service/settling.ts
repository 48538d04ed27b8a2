import { actorUnmentioned } from '../rules/actor-unmentioned.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { DocumentIntake } from './document-intake.ts';
import { readDocuments } from './read-documents.ts';
import type { Progress } from './service-options.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Reads from disk whatever has to be read: the whole workspace at first, then what a change has made necessary. */
export class Settling {
  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** Reads the whole workspace for the first time. */
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
      // The project file may be edited while this goes on.
      do await this.settle(signal);
      while (!signal.aborted && (unsettled.projectIsNews || unsettled.namesAreNews));
    } finally {
      firstReading.isUnderWay = false;
    }
    libraryKeeper.prepare();
    claimKeeper.prepare();
    // Whoever stops the reading knows less than all: then nothing is called missing.
    firstReading.isWhole = !signal.aborted;
    // What was said of any file before that may have lacked what only the whole workspace tells.
    stale.mark(library.documentPaths());
    stale.mark(shared.paths());
    stale.mark(this.parts.unreadable.keys());
  }

  /** Reads what the project file, the registers and the documents have made necessary since this was last done. */
  async settle(signal: AbortSignal): Promise<void> {
    const { shared, stale, unsettled } = this.parts;
    if (unsettled.projectIsNews) await this.adoptProject(() => undefined, signal);
    if (unsettled.namesAreNews) await this.searchForNames(signal);
    for (const path of unsettled.takeBroken()) {
      this.parts.options.logger.info(`${path} is read again: what was remembered of it cannot be read.`);
      await this.intake.readDocument(path);
    }
    stale.mark(await shared.loadWanted(unsettled.take()));
    stale.mark(await shared.judgeStyles());
  }

  /**
   * Brings the documents in line with the project file: reads those that it includes now or says something
   * new of, forgets those that it does not include any more.
   */
  private async adoptProject(progress: Progress, signal: AbortSignal): Promise<void> {
    const { documents, library, quotations, shared, stale, unsettled } = this.parts;
    unsettled.projectIsNews = false;
    this.intake.adoptProject();
    stale.mark(shared.paths());
    await shared.loadProjectFiles();
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

  /** The documents that there should be; those that editors show are taken over where that has not been done. */
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
          // What was remembered of it is not what it should be.
          const why = cause instanceof Error ? cause.message : String(cause);
          options.logger.info(`${path} is read again: ${why}`);
          options.reader?.discard?.(path);
          this.intake.takeRead(path, await shared.text(path));
        }
      progress((done += read.length), paths.length);
    }
  }

  /** Reads those closed documents again of which it is not known whom they name; never for a mere keystroke. */
  private async searchForNames(signal: AbortSignal): Promise<void> {
    const { library, stale, unsettled } = this.parts;
    unsettled.namesAreNews = false;
    for (const path of library.mentions.outdated()) {
      if (signal.aborted) return;
      await this.intake.readDocument(path);
    }
    stale.mark(library.registerPaths());
  }

  /** Whether it is counted whom documents speak of hangs on the rule that wants to know. */
  countMentions(): void {
    const { checker, libraryKeeper, unsettled } = this.parts;
    libraryKeeper.mentions.countEveryone(checker.isOn(actorUnmentioned.code));
    unsettled.namesAreNews = true;
  }
}
