import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { changedMethod } from '../../protocol/names.ts';
import { describe, type Session } from './session.ts';

/** Tells the client that what it shows beside the texts may be out of date, in files that were not edited too. */
export function tellChanged(session: Session): void {
  const { connection, background, client, settings, pulled, shown, logger } = session;
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
    ...(workspace?.semanticTokens?.refreshSupport && worksChanged(session)
      ? [SemanticTokensRefreshRequest.type]
      : []),
  ];
  for (const type of refreshed)
    connection
      .sendRequest(type)
      .catch((cause: unknown) => logger.warn(`The editor did not look again: ${describe(cause)}`));
}

/** Grows with what documents share; of each session as it was when colours were last asked for. */
const seen = new WeakMap<Session, number>();

/** Whether bibliographies or registers have changed, by which a key is known from a handle. */
function worksChanged(session: Session): boolean {
  let now = 0;
  for (const { service } of session.workbench.all()) now += service.world().library.version + 1;
  const before = seen.get(session);
  seen.set(session, now);
  return before !== now;
}
