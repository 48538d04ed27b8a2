import { isChapterHead, isInheritedSettings } from '../workspace/bibliography-scope.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { DocumentIntake } from './document-intake.ts';
import { takeFileNews } from './file-news.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Takes over what came, changed or went on disk. Files that an editor shows are left to it. */
export class DiskChanges {
  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** Reads the files at these paths again, wherever that has to be done. */
  async take(paths: readonly string[]): Promise<void> {
    const { library, libraryKeeper, options, shared, stale, unsettled } = this.parts;
    const mayComeBack = (path: string) => shared.mayComeBack(path);
    const news = await takeFileNews(paths, libraryKeeper, options.fileSystem, mayComeBack);
    // The project file names files that are the texts of works.
    if (news.length > 0) stale.add(PROJECT_FILE);
    if (news.some((path) => isInheritedSettings(path) || isChapterHead(path)))
      stale.mark(libraryKeeper.everyoneCiting());
    for (const path of paths)
      if (isStylePath(path) && !(await shared.holdsStyleBack(path))) this.sharedIntake.changeStyle(path);
    // What is taken for moved is gone.
    const isGone = (path: string) => (news.includes(path) && !library.files.has(path)) || undefined;
    let projectChanged = false;
    for (const path of paths) {
      if (shared.buffer(path)) continue;
      if (path === PROJECT_FILE) projectChanged = true;
      else if (this.intake.isDocument(path)) await this.intake.readDocument(path);
      else if (shared.isShared(path)) await this.sharedIntake.reload(path, isGone(path));
    }
    // An editor may have saved what it shows.
    if (paths.some((path) => library.register(path) && !library.inDoubt.has(path)))
      unsettled.namesAreNews = true;
    if (projectChanged && (await shared.load(PROJECT_FILE, isGone(PROJECT_FILE))))
      unsettled.projectIsNews = true;
  }

  /** Files are judged anew of which nothing was written: what is over the limit now is believed at once. */
  async judge(paths: readonly string[]): Promise<void> {
    const { shared } = this.parts;
    for (const path of paths)
      if (shared.isShared(path) && !shared.buffer(path)) await this.sharedIntake.reload(path, true);
  }
}
