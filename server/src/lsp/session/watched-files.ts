import { absolutePathOf } from '../folders.ts';
import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';

/** Follows what comes, changes and goes on disk. */
export function followWatchedFiles(session: Session, reading: WorkspaceReading): void {
  const { connection, workbench, refresh, shutdown } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const byDesk = new Map<Desk, string[]>();
    const add = (desk: Desk, path: string) => byDesk.set(desk, [...(byDesk.get(desk) ?? []), path]);
    for (const { uri } of changes) {
      const place = workbench.placeOf(uri);
      if (place) add(place.desk, place.path);
      // What lies in one folder may be named in another; what lies in none concerns those alone who name it.
      const outside = absolutePathOf(uri);
      if (outside !== null)
        for (const desk of workbench.all()) if (desk.service.leansOn(outside)) add(desk, outside);
    }
    for (const [desk, paths] of byDesk) {
      await desk.service.refresh(paths, shutdown);
      refresh(desk);
    }
    reading.tell();
  });
}
