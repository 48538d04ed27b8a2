import { workspace } from 'vscode';
import type { Memento, TextEditor, Uri } from 'vscode';
import type { FoundPlaces } from '../../../server/src/protocol/views.ts';
import { dismissal, inform } from '../shown/messages.ts';
import { makeProjectFile } from '../views/project-file.ts';

/** Kept under this name with the folders that were offered; none is offered twice, whatever the answer. */
const offered = 'foundTexts.offered';

/** So many places that lead somewhere make a text one with notes or citations, and no list of things to buy. */
const ENOUGH = 4;

/**
 * Offers, once for each folder, to read its plain texts, when one of them is shown that has notes or citations. Where
 * there is a project file nobody need ask: it says what is read.
 */
export class OfferFolder {
  constructor(
    private readonly memory: Memento,
    private readonly carryOn: (step: Promise<void>) => void,
  ) {}

  /** Hears what a text in view holds. */
  readonly hear = ({ document }: TextEditor, { places, isRead }: FoundPlaces): void => {
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (isRead || !folder || places.length < ENOUGH || document.languageId !== 'plaintext') return;
    const known = this.memory.get<readonly string[]>(offered, []);
    const uri = folder.uri.toString();
    if (!known.includes(uri)) this.carryOn(this.offer(folder.uri, [...known, uri]));
  };

  private async offer(folder: Uri, known: readonly string[]): Promise<void> {
    await this.memory.update(offered, known);
    await inform(
      'The texts here have notes and citations. Shall they be read and checked? A project file is written, which says so.',
      { label: 'Read This Folder', act: () => makeProjectFile(folder) },
      dismissal('Not Here'),
    );
  }
}
