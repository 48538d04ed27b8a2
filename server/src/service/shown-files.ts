import type { DocumentText, TextChange } from '../text/document-text.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { DocumentIntake } from './document-intake.ts';
import type { SharedIntake } from './shared-intake.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** Takes over what editors show, and what lies on disk where they show it no more. */
export class ShownFiles {
  constructor(
    private readonly parts: WorkspaceParts,
    private readonly intake: DocumentIntake,
    private readonly sharedIntake: SharedIntake,
  ) {}

  /** An editor shows `path` with this text. */
  show(path: string, text: DocumentText): void {
    const { shared, unreadable } = this.parts;
    this.parts.edition++;
    if (isStylePath(path)) this.sharedIntake.changeStyle(path);
    shared.show(path, text);
    unreadable.delete(path);
    if (this.intake.isOwnDocument(path)) this.intake.takeOpen(path, text);
    else if (shared.isShared(path)) this.sharedIntake.takeBuffer(path);
  }

  /** The text of an open file changed. */
  edit(path: string, changes: readonly TextChange[]): void {
    if (!this.parts.shared.buffer(path)) return;
    const other = this.intake.edit(path, changes);
    if (other) this.show(path, other);
  }

  /** Takes a file over as it lies on disk, in place of what an editor showed that is closed now. */
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
