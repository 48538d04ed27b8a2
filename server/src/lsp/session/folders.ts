import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';
import type { Synchronisation } from './synchronisation.ts';

/** Handles workspace folders that are opened and closed. */
export class WorkspaceFolders {
  constructor(
    private readonly session: Session,
    private readonly reading: WorkspaceReading,
    private readonly synchronisation: Synchronisation,
  ) {}

  /** Subscribes to changes of folders. */
  subscribe(): void {
    const { connection, client, background, workbench, publisher } = this.session;
    if (!client.capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) {
        const desk = workbench.remove(uri);
        if (!desk) continue;
        this.reading.stop(desk);
        publisher.drop(desk);
      }
      const come = added.flatMap(({ uri }) => workbench.add(uri) ?? []);
      background.run(this.moveTexts(), 'A text was not found in its new folder.');
      background.run(this.reading.read(come), 'A folder was not read.');
    });
  }

  /** Assigns open files to their new folders. */
  private async moveTexts(): Promise<void> {
    const { shown, workbench, refresh } = this.session;
    const left = new Set<Desk>();
    for (const [uri, file] of [...shown.all()]) {
      const place = workbench.deskOf(uri);
      if (place.desk === file.desk) continue;
      const text = file.desk.service.shownText(file.path);
      if (!text) continue;
      const { lineEnd } = text;
      const raw = lineEnd === '\n' ? text.text : text.text.replaceAll('\n', lineEnd);
      this.synchronisation.show(uri, { ...place, version: file.version }, raw);
      await file.desk.service.close(file.path);
      if ([...workbench.all()].includes(file.desk)) left.add(file.desk);
    }
    for (const desk of left) refresh(desk);
  }
}
