import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';

/** Follows what comes, changes and goes on disk. */
export function followWatchedFiles(session: Session, reading: WorkspaceReading): void {
  const { connection, workbench, refresh, shutdown } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const byDesk = new Map<Desk, string[]>();
    for (const { uri } of changes) {
      const place = workbench.placeOf(uri);
      // Files that no folder holds and no open text leans on concern nobody.
      if (!place) continue;
      byDesk.set(place.desk, [...(byDesk.get(place.desk) ?? []), place.path]);
    }
    for (const [desk, paths] of byDesk) {
      await desk.service.refresh(paths, shutdown);
      refresh(desk);
    }
    reading.tell();
  });
}
