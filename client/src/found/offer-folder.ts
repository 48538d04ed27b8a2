import { workspace } from 'vscode';
import type { Memento, TextEditor, Uri } from 'vscode';
import type { FoundPlaces } from '../../../server/src/protocol/views.ts';
import { dismissal, inform } from '../shown/messages.ts';
import { makeProjectFile } from '../views/project-file.ts';
import { say } from '../../../server/src/words/say.ts';

/** The key under which folders that were offered are stored; none is offered twice. */
const offered = 'foundTexts.offered';

/** The least number of links in a text that certainly has notes or citations. */
const ENOUGH = 4;

/**
 * Offers once for each folder to read its plain texts, when one with notes or citations is open. Not where there is a
 * project file, which says what is read.
 */
export class OfferFolder {
  constructor(
    private readonly memory: Memento,
    private readonly carryOn: (step: Promise<void>) => void,
  ) {}

  /** Handles the links of a visible text. */
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
      say(
        'The texts here have notes and citations. Shall they be read and checked? A project file is written, which says so.',
      ),
      { label: say('Read This Folder'), act: () => makeProjectFile(folder) },
      dismissal(say('Not Here')),
    );
  }
}
