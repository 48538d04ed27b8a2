import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../../features/highlights.ts';
import type { Handler } from './handler.ts';

export const documentHighlight: Handler = {
  capabilities: { documentHighlightProvider: true },
  register({ connection, ask, positions }) {
    connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
      const asked = ask(uri, position);
      const found = asked ? highlightsAt(asked.request) : [];
      // Null lets another server answer.
      if (!asked || found.length === 0) return null;
      const { desk } = asked.file;
      return found.map(({ path, range, role }) => ({
        range: positions(desk, path, range),
        kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};
