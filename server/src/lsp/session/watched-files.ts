import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { watchedFiles } from '../../protocol/names.ts';
import { absolutePathOf } from '../folders.ts';
import { isOutside } from '../../workspace/paths.ts';
import { isDataPath } from '../../workspace/scope.ts';
import { isSign } from '../reach.ts';
import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';

/** Registers file watchers with the client where necessary, also for permitted folders outside. */
export function watchFiles({ connection, host, client, settings, background }: Session): void {
  const { capabilities, options } = client;
  const can = capabilities.workspace?.didChangeWatchedFiles;
  if (options.watches || !can?.dynamicRegistration) return;
  // As the client’s own folders they are named by where they lie.
  const allowed = settings.allowedFolders.flatMap((folder) => host.atHome?.(folder) ?? []);
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

/** Handles files that are created, changed and deleted on disk. */
export function followWatchedFiles(session: Session, reading: WorkspaceReading): void {
  const { connection, workbench, refresh, shutdown } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const byDesk = new Map<Desk, string[]>();
    const add = (desk: Desk, path: string) => {
      // In a folder that is not ours only possible bibliographies in listed folders count.
      const { reach } = desk;
      if (reach && !reach.isWhole && !isOutside(path)) {
        if (!reach.concerns(path)) return;
        if (isSign(path)) return reach.widen();
        if (!isDataPath(path)) return;
      }
      byDesk.set(desk, [...(byDesk.get(desk) ?? []), path]);
    };
    for (const { uri } of changes) {
      const place = workbench.placeOf(uri);
      if (place) add(place.desk, place.path);
      // A file in one folder may be named in another; a file in none concerns only those who name it.
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
