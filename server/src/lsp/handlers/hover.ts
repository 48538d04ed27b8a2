import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover.ts';
import type { Handler } from './handler.ts';

export const hover: Handler = {
  capabilities: { hoverProvider: true },
  register({ connection, ask, positions }) {
    connection.onHover(({ textDocument, position }) => {
      const asked = ask(textDocument.uri, position);
      const found = asked && hoverAt(asked.request);
      if (!found) return null;
      const { desk, path } = asked.file;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: positions(desk, path, found.range),
      };
    });
  },
};
