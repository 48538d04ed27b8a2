import { reasoningContext } from '../reasoning/context.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Adds shared files and records whom that concerns. */
export class SharedIntake {
  constructor(private readonly parts: WorkspaceParts) {}

  /** Reads a shared file again; for `believed` see `SharedFiles.load`. */
  async reload(path: string, believed?: boolean): Promise<void> {
    const concerned = await this.parts.shared.load(path, believed);
    if (!concerned) return;
    this.parts.unsettled.namesAreNews = true;
    this.took(path, concerned);
  }

  /** Sets the content of a shared file from its editor. */
  takeBuffer(path: string): void {
    this.took(path, this.parts.shared.loadBuffer(path));
  }

  private took(path: string, concerned: ReadonlySet<string>): void {
    const { library, quotations, reasoning, shared, stale, unsettled } = this.parts;
    this.parts.edition++;
    if (path === PROJECT_FILE) unsettled.projectIsNews = true;
    stale.mark(concerned);
    // If a bibliography has become unreadable, another candidate of its name may count.
    if (library.unreadableFile(path) !== undefined)
      for (const document of concerned) if (library.summary(document)) unsettled.add(document);
    // Conflicts are told at both ends, with the names of works and actors.
    for (const document of concerned) stale.mark(reasoning.filesNear(document));
    // They have findings with the names of authors whose works they do not cite.
    stale.mark(quotations.tellOfOthers);
    stale.add(path);
    stale.addMoved(path);
    // The project file has findings on missing files that it names.
    stale.add(PROJECT_FILE);
    for (const settings of library.settingsFiles()) stale.add(settings.path);
    if (shared.isRegister(path)) this.updateReasoningContext();
  }

  /** Handles a changed citation style. */
  changeStyle(path: string): void {
    this.parts.formatting.reset();
    this.parts.libraryKeeper.styles.change(path);
  }

  /** Passes properties, places and authors to the reasoner. */
  updateReasoningContext(): void {
    const { claimKeeper, library, stale } = this.parts;
    stale.mark(claimKeeper.setContext(reasoningContext(library)).affected);
  }
}
