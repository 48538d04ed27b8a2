import { definitionsInData } from '../../features/data/definition.ts';
import { definitionsAt } from '../../features/definition.ts';
import type { Handler } from './handler.ts';

export const definition: Handler = {
  capabilities: { definitionProvider: true },
  register({ connection, client, ask, askData, uriOf, positions }) {
    connection.onDefinition(({ textDocument, position }) => {
      const asked = ask(textDocument.uri, position);
      const data = asked ? null : askData(textDocument.uri, position);
      const file = asked?.file ?? data?.file;
      if (!file) return null;
      const { desk, path } = file;
      const links = asked ? definitionsAt(asked.request) : data ? definitionsInData(data.request) : [];
      const found = links.map((link) => ({
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
