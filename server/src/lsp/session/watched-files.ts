import { DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { watchedFiles } from '../../protocol/names.ts';
import { absolutePathOf } from '../folders.ts';
import { isOutside } from '../../workspace/paths.ts';
import { isDataPath } from '../../workspace/scope.ts';
import { isSign } from '../reach.ts';
import type { Desk } from '../workbench.ts';
import type { WorkspaceReading } from './reading.ts';
import type { Session } from './session.ts';

/** What ends the watching that a client was last asked for. */
const registered = new WeakMap<Session, Promise<Disposable>>();

/**
 * Registers file watchers with the client where necessary, also for permitted folders outside, in place of those that
 * it has.
 */
export function watchFiles(session: Session): void {
  const { connection, host, client, settings, background } = session;
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
  const before = registered.get(session);
  const registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  registered.set(session, registration);
  background.run(
    registration.then(async () => (await before?.catch(() => undefined))?.dispose()),
    'The editor does not tell of files that change on disk.',
  );
}

/** As `watchFiles`, once it was done: other folders are permitted now. */
export function watchAgain(session: Session): void {
  if (registered.has(session)) watchFiles(session);
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
