import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { changedMethod } from '../../protocol/names.ts';
import { describe, type Session } from './session.ts';

/**
 * Asks the client to refresh lenses, tokens, hints and views, which may be outdated in files that were not edited
 * too.
 */
export function tellChanged(session: Session): void {
  const { connection, background, client, settings, pulled, shown, logger } = session;
  if (client.options.status === true)
    background.run(connection.sendNotification(changedMethod), 'The editor was not told of changes.');
  const { workspace } = client.capabilities;
  const refreshed = [
    ...(workspace?.codeLens?.refreshSupport && settings.codeLens ? [CodeLensRefreshRequest.type] : []),
    ...(workspace?.inlayHint?.refreshSupport && Object.values(settings.inlayHints).includes(true)
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

/** By session: the library versions when tokens were last refreshed. */
const seen = new WeakMap<Session, number>();

/** Whether bibliographies or registers have changed, which decide whether a key is a citation. */
function worksChanged(session: Session): boolean {
  let now = 0;
  for (const { service } of session.workbench.all()) now += service.world().library.version + 1;
  const before = seen.get(session);
  seen.set(session, now);
  return before !== now;
}
