import type { DocumentText, TextChange } from '../text/document-text.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { DocumentIntake } from './document-intake.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Handles files that are opened, edited and closed in editors. */
export class ShownFiles {
  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** An editor opened `path` with this text. */
  show(path: string, text: DocumentText): void {
    const { guessed, shared, unreadable } = this.parts;
    this.parts.edition++;
    if (isStylePath(path)) this.sharedIntake.changeStyle(path);
    shared.show(path, text);
    unreadable.delete(path);
    // The editor knows, or shows what it does not know.
    guessed.delete(path);
    if (this.intake.isOwnDocument(path)) this.intake.takeOpen(path, text);
    else if (shared.isShared(path)) this.sharedIntake.takeBuffer(path);
  }

  /** Applies changes to an open file. */
  edit(path: string, changes: readonly TextChange[]): void {
    if (!this.parts.shared.buffer(path)) return;
    const other = this.intake.edit(path, changes);
    if (other) this.show(path, other);
  }

  /** Replaces the text of a closed editor by the file on disk. */
  async takeBack(path: string): Promise<void> {
    const { documents, shared, unreadable } = this.parts;
    if (isStylePath(path)) this.sharedIntake.changeStyle(path);
    if (documents.isOpen(path) || unreadable.has(path)) {
      const content = await shared.text(path);
      if (shared.buffer(path)) return;
      this.parts.edition++;
      if (this.intake.isDocument(path)) this.intake.takeClosed(path, content);
      else this.intake.remove(path);
    } else if (shared.isShared(path)) await this.sharedIntake.reload(path, true);
  }
}
