import { isChapterHead, isInheritedSettings } from '../workspace/bibliography-scope.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { DocumentIntake } from './document-intake.ts';
import { takeFileNews } from './file-news.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Handles files that were created, changed or deleted on disk. Those open in editors are skipped. */
export class DiskChanges {
  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** Reads the files at these paths again, where necessary. */
  async take(paths: readonly string[]): Promise<void> {
    const { library, libraryKeeper, options, shared, stale, unsettled } = this.parts;
    const mayComeBack = (path: string) => shared.mayComeBack(path);
    const news = await takeFileNews(paths, libraryKeeper, options.fileSystem, mayComeBack);
    // The project file has findings on missing files that are texts of works.
    if (news.length > 0) stale.add(PROJECT_FILE);
    if (news.some((path) => isInheritedSettings(path) || isChapterHead(path)))
      stale.mark(libraryKeeper.everyoneCiting());
    for (const path of paths)
      if (isStylePath(path) && !(await shared.holdsStyleBack(path))) this.sharedIntake.changeStyle(path);
    // A file that counts as moved is gone from its old path.
    const isGone = (path: string) => (news.includes(path) && !library.files.has(path)) || undefined;
    this.parts.quotations.forgetFiles(paths);
    let projectChanged = false;
    for (const path of paths) {
      if (shared.buffer(path)) continue;
      if (path === PROJECT_FILE) projectChanged = true;
      else if (this.intake.isDocument(path)) await this.intake.readDocument(path);
      else if (shared.isShared(path)) await this.sharedIntake.reload(path, isGone(path));
    }
    // An editor may have saved a register: closed documents are searched for its new names.
    if (paths.some((path) => library.register(path) && !library.inDoubt.has(path)))
      unsettled.namesAreNews = true;
    if (projectChanged && (await shared.load(PROJECT_FILE, isGone(PROJECT_FILE))))
      unsettled.projectIsNews = true;
  }

  /**
   * Reads files again after the size limit changed. They were not written just now, so they are not doubted.
   */
  async judge(paths: readonly string[]): Promise<void> {
    const { shared } = this.parts;
    for (const path of paths)
      if (shared.isShared(path) && !shared.buffer(path)) await this.sharedIntake.reload(path, true);
  }
}
