import { reasoningContext } from '../reasoning/context.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Takes over the files that documents lean on, and notes whom that concerns. */
export class SharedIntake {
  constructor(private readonly parts: WorkspaceParts) {}

  /** Reads such a file again; `believed` as `SharedFiles.load` has it. */
  async reload(path: string, believed?: boolean): Promise<void> {
    const concerned = await this.parts.shared.load(path, believed);
    if (!concerned) return;
    this.parts.unsettled.namesAreNews = true;
    this.took(path, concerned);
  }

  /** Takes over what an editor shows of such a file. */
  takeBuffer(path: string): void {
    this.took(path, this.parts.shared.loadBuffer(path));
  }

  private took(path: string, concerned: ReadonlySet<string>): void {
    const { library, quotations, reasoning, shared, stale, unsettled } = this.parts;
    this.parts.edition++;
    if (path === PROJECT_FILE) unsettled.projectIsNews = true;
    stale.mark(concerned);
    // Where a bibliography cannot be read any more, another of its name may count.
    if (library.unreadableFile(path) !== undefined)
      for (const document of concerned) if (library.summary(document)) unsettled.add(document);
    // A conflict is told at both ends, by the names of works and actors.
    for (const document of concerned) stale.mark(reasoning.filesNear(document));
    // They call works by their authors that they name nowhere.
    stale.mark(quotations.tellOfOthers);
    stale.add(path);
    stale.addMoved(path);
    // The project file says where a file is missing that it names.
    stale.add(PROJECT_FILE);
    for (const settings of library.settingsFiles()) stale.add(settings.path);
    if (shared.isRegister(path)) this.updateReasoningContext();
  }

  /** A citation style changed. */
  changeStyle(path: string): void {
    this.parts.formatting.reset();
    this.parts.libraryKeeper.styles.change(path);
  }

  /** Tells the reasoner what the project and the registers say now. */
  updateReasoningContext(): void {
    const { claimKeeper, library, stale } = this.parts;
    stale.mark(claimKeeper.setContext(reasoningContext(library)).affected);
  }
}
