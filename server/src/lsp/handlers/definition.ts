import { definitionsAt } from '../../features/definition.ts';
import type { Handler } from './handler.ts';

export const definition: Handler = {
  capabilities: { definitionProvider: true },
  register({ connection, client, ask, uriOf, positions }) {
    connection.onDefinition(({ textDocument, position }) => {
      const asked = ask(textDocument.uri, position);
      if (!asked) return null;
      const { desk, path } = asked.file;
      const found = definitionsAt(asked.request).map((link) => ({
        uri: uriOf(desk, link.path),
        range: positions(desk, link.path, link.range),
        origin: positions(desk, path, link.origin),
      }));
      return client().textDocument?.definition?.linkSupport
        ? found.map(({ uri, range, origin }) => ({
            targetUri: uri,
            targetRange: range,
            targetSelectionRange: range,
            originSelectionRange: origin,
          }))
        : found.map(({ uri, range }) => ({ uri, range }));
    });
  },
};
