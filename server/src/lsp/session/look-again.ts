import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import { changedMethod } from '../../protocol/names.ts';
import { describe, type Session } from './session.ts';

/** Tells the client that what it shows beside the texts may be out of date, in files that were not edited too. */
export function tellChanged({
  connection,
  background,
  client,
  settings,
  pulled,
  shown,
  logger,
}: Session): void {
  background.run(connection.sendNotification(changedMethod), 'The editor was not told of changes.');
  const { workspace } = client.capabilities;
  const refreshed = [
    ...(workspace?.codeLens?.refreshSupport && settings.codeLens ? [CodeLensRefreshRequest.type] : []),
    ...(workspace?.inlayHint?.refreshSupport && settings.inlayHints.shortTitles
      ? [InlayHintRefreshRequest.type]
      : []),
    ...(workspace?.diagnostics?.refreshSupport && pulled.isOutOfDate(shown.uris())
      ? [DiagnosticRefreshRequest.type]
      : []),
  ];
  for (const type of refreshed)
    connection
      .sendRequest(type)
      .catch((cause: unknown) => logger.warn(`The editor did not look again: ${describe(cause)}`));
}
