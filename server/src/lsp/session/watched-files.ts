import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { watchedFiles } from '../../protocol/names.ts';
import { absolutePathOf } from '../folders.ts';
import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';

/** Has the client watch the disk, where it can be asked and does not by itself; the folders outside that may be read, too. */
export function watchFiles({ connection, client, settings, background }: Session): void {
  const { capabilities, options } = client;
  const can = capabilities.workspace?.didChangeWatchedFiles;
  if (options.watches || !can?.dynamicRegistration) return;
  // Of folders that are named from home it is not known here where they lie.
  const allowed = settings.allowedFolders.filter((folder) => /^(?:[/\\]|[A-Za-z]:)/.test(folder));
  const outside = can.relativePatternSupport && options.trusted !== false ? allowed : [];
  const watchers = [
    { globPattern: watchedFiles },
    ...outside.map((folder) => ({
      globPattern: { baseUri: URI.file(folder).toString(), pattern: '**/*.{bib,json,yaml,yml,ris}' },
    })),
  ];
  background.run(
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    'The editor does not tell of files that change on disk.',
  );
}

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
