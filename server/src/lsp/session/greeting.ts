import { TextDocumentSyncKind, type InitializeResult, type ServerCapabilities } from 'vscode-languageserver';
import { allHandlers } from '../handlers/all.ts';
import {
  headingsMethod,
  openSourceCommand,
  productId,
  type InitializationOptions,
  type ListedHeadings,
} from '../../protocol/names.ts';
import { languageOf } from '../../words/languages.ts';
import { setLanguage } from '../../words/say.ts';
import { pulledDiagnosticOptions } from '../pulled-diagnostics.ts';
import { pulls, type Session } from './session.ts';

/**
 * Handles `initialize`: stores the client's capabilities and folders, and returns ours. Also what the client says later
 * of the headings that its editor lists.
 */
export function greet(session: Session): void {
  session.connection.onNotification(headingsMethod, ({ headings }: ListedHeadings) => {
    const { capabilities, options } = session.client;
    session.client = { capabilities, options: { ...options, headings } };
  });
  session.connection.onInitialize((params): InitializeResult => {
    session.client = {
      capabilities: params.capabilities,
      options: (params.initializationOptions as InitializationOptions | null | undefined) ?? {},
    };
    const language = languageOf(params.locale);
    setLanguage(language, session.client.options.messages ?? session.host.catalogue?.(language) ?? {});
    const folders =
      params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    for (const uri of folders) session.workbench.add(uri);
    const offered = allHandlers.reduce<ServerCapabilities>(
      (all, { capabilities }) => ({
        ...all,
        ...capabilities,
        workspace: { ...all.workspace, ...capabilities.workspace },
      }),
      {},
    );
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...offered,
        // Our own client has a command that draws the page.
        ...(session.client.options.gestures === true
          ? {}
          : { executeCommandProvider: { commands: [openSourceCommand] } }),
        ...(pulls(session.client) ? { diagnosticProvider: pulledDiagnosticOptions } : {}),
        workspace: {
          ...offered.workspace,
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
      serverInfo: { name: productId, version: session.host.version },
    };
  });
}
