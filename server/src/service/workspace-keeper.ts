import { entryUncited } from '../rules/entry-uncited.ts';
import { DocumentText, type TextChange } from '../text/document-text.ts';
import type { Severity } from '../workspace/project.ts';
import { isDataPath } from '../workspace/scope.ts';
import { DiskChanges } from './disk-changes.ts';
import { DocumentIntake } from './document-intake.ts';
import type { Progress } from './service-options.ts';
import { Settling } from './settling.ts';
import { SharedIntake } from './shared-intake.ts';
import { ShownFiles } from './shown-files.ts';
import { Turns } from './turns.ts';
import { libraryPaths } from './workspace-parts.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** For steps that nobody calls off. */
const NEVER = new AbortController().signal;

/**
 * Keeps what is known of a workspace in line with its files and with what editors show. What an edit or a change on disk
 * may concern is gathered in `takeStale`. What reads from disk waits for its turn.
 */
export class WorkspaceKeeper {
  private readonly turns = new Turns();
  private readonly intake: DocumentIntake;
  private readonly shownFiles: ShownFiles;
  private readonly diskChanges: DiskChanges;
  private readonly settling: Settling;

  constructor(private readonly parts: WorkspaceParts) {
    const shared = new SharedIntake(parts);
    this.intake = new DocumentIntake(parts);
    this.shownFiles = new ShownFiles(parts, this.intake, shared);
    this.diskChanges = new DiskChanges(parts, this.intake, shared);
    this.settling = new Settling(parts, this.intake, shared);
  }

  /**
   * Reads the whole workspace: project file, registers, documents, bibliographies. What changes on disk meanwhile, and
   * editors that are closed, are dealt with when it is done; what is opened and edited counts at once.
   */
  start(progress: Progress, signal: AbortSignal): Promise<void> {
    const { firstReading } = this.parts;
    const tell: Progress = (done, total) => {
      progress(done, total);
      firstReading.tell(done, total);
    };
    return this.turns.take(() => this.settling.readAll(tell, signal).finally(() => firstReading.finish()));
  }

  /** Whether nothing is being read, or waits to be. */
  get isAtRest(): boolean {
    const { firstReading, library, unsettled } = this.parts;
    if (!firstReading.isWhole || !this.turns.areDone || !library.styles.areRead) return false;
    return unsettled.isNothing;
  }

  /** Resolves when the first reading is over, be it stopped, and what came till then is dealt with. */
  async whenAtRest(progress?: Progress): Promise<void> {
    await this.parts.firstReading.whenOver(progress);
    await this.settle();
  }

  /** Treats `path` as a document although the project may not include it; a file of data is none. */
  invite(path: string): Promise<void> {
    return this.turns.take(async () => {
      if (this.parts.library.summary(path) || isDataPath(path)) return;
      this.parts.invited.add(path);
      await this.intake.readDocument(path);
      await this.settling.settle(NEVER);
    });
  }

  /** An editor shows `path` with this text. Await `settle` for what has to be read from disk because of it. */
  open(path: string, text: string): void {
    this.shownFiles.show(path, DocumentText.of(text));
  }

  /** The text of an open file changed. */
  edit(path: string, changes: readonly TextChange[]): void {
    this.shownFiles.edit(path, changes);
  }

  /** The editor of `path` was closed: what lies on disk counts again, for all who lean on it too. */
  close(path: string): Promise<void> {
    this.parts.shared.hide(path);
    return this.turns.take(async () => {
      await this.shownFiles.takeBack(path);
      await this.settling.settle(NEVER);
    });
  }

  /** Files came, changed or went on disk. Those that an editor shows are left to it. */
  refresh(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.turns.take(() => this.takeChanges(paths, signal));
  }

  private async takeChanges(paths: readonly string[], signal: AbortSignal): Promise<void> {
    await this.diskChanges.take(paths);
    await this.settling.settle(signal);
  }

  /** The files of which the last good reading counts, because another program seems to be writing them. */
  get doubted(): readonly string[] {
    return this.parts.shared.doubted();
  }

  /**
   * Looks at doubted files again, about a second after they came to be doubted or were last looked at. What is whole
   * counts; so does what is as bad as before, and does not change any more.
   */
  lookAgain(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.turns.take(async () => {
      await this.parts.shared.lookAgain(paths);
      await this.takeChanges(paths, signal);
    });
  }

  /** Reads from disk whatever the documents name and nobody has read yet. */
  settle(signal: AbortSignal = NEVER): Promise<void> {
    return this.turns.take(() => this.settling.settle(signal));
  }

  /**
   * The user set another limit for the size of files, in bytes. What was refused is read anew; what was read and may be
   * over the limit now is looked at again.
   */
  async limitFiles(largest: number, signal: AbortSignal): Promise<void> {
    const { formatting, library, libraryKeeper, shared, stale } = this.parts;
    if (library.largest === largest) return;
    libraryKeeper.limitFiles(largest);
    const judged = this.judgedBySize();
    for (const path of judged) {
      const shown = shared.buffer(path);
      if (shown) this.shownFiles.show(path, shown);
    }
    libraryKeeper.styles.changeAll();
    formatting.reset();
    // What is said of files names the limit.
    stale.mark(library.documentPaths());
    stale.mark(judged);
    await this.turns.take(async () => {
      await this.diskChanges.judge(judged);
      await this.takeChanges(judged, signal);
    });
  }

  /** The files that were refused, and those that may be over the limit: no character has more than four bytes. */
  private judgedBySize(): string[] {
    const { library, shared, unreadable } = this.parts;
    const mayBeLarger = (path: string): boolean => {
      const lines = library.linesOf(path);
      return lines !== null && 4 * (lines.lineEnd(lines.lineCount - 1) + 1) > library.largest;
    };
    const known = [
      ...unreadable.keys(),
      ...library.unreadablePaths(),
      ...shared.paths(),
      ...library.documentPaths(),
    ];
    return [...new Set(known)].filter(
      (path) => unreadable.has(path) || library.unreadableFile(path) === 'large' || mayBeLarger(path),
    );
  }

  /**
   * Other folders may be read than before, beside that of the workspace: links that lead there, and what is named there,
   * come or go.
   */
  async permissionChanged(signal: AbortSignal): Promise<void> {
    const { firstReading, library, options, shared } = this.parts;
    await this.turns.take(async () => {
      // What was not read yet will be by the new permission.
      if (!firstReading.isWhole) return;
      const files = new Set<string>();
      for await (const file of options.fileSystem.list(signal)) files.add(file);
      const judged = new Set([...shared.paths(), ...library.unreadablePaths()]);
      for (const path of files) if (!library.files.has(path)) judged.add(path);
      for (const path of library.files) if (!files.has(path)) judged.add(path);
      await this.diskChanges.judge([...judged]);
      await this.takeChanges([...judged], signal);
    });
  }

  /** The person's own library lies elsewhere now; absolute paths, or such as begin with `~`. */
  async setOwnLibrary(written: readonly string[], signal: AbortSignal): Promise<void> {
    const { libraryKeeper, options, stale } = this.parts;
    stale.mark(libraryKeeper.setOwnLibrary(libraryPaths(written, options.fileSystem)));
    await this.settle(signal);
  }

  /** Whether bibliographies count that nobody names, beside a text or at the root. */
  async lookBeside(looks: boolean, signal: AbortSignal): Promise<void> {
    this.parts.stale.mark(this.parts.libraryKeeper.setLookBeside(looks));
    await this.settle(signal);
  }

  /** What the user set as severities, changed. */
  configure(severity: (code: string) => Severity | undefined): void {
    const { checker, library, stale } = this.parts;
    checker.severity = severity;
    this.settling.countMentions();
    stale.mark(library.documentPaths());
  }

  /** The files whose findings may have changed since the last call. */
  takeStale(): Set<string> {
    const { checker, library, stale } = this.parts;
    // What of a bibliography is anybody's business may depend on who cites it.
    return stale.take(() =>
      checker.isOn(entryUncited.code) ? library.bibliographyPaths() : library.faultyFound(),
    );
  }

  /** The files whose findings may point at a place that has moved since the last call; less urgent. */
  takeMoved(): Set<string> {
    const { documents, library, reasoning, stale } = this.parts;
    return stale.takeMoved(library, reasoning, documents);
  }
}
