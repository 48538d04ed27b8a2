import { MarkupKind } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

export const hover: Handler = {
  capabilities: { hoverProvider: true },
  register({ connection, shown, positions, options }) {
    connection.onHover(async ({ textDocument, position }) => {
      const file = shown(textDocument.uri);
      const found = file && (await file.desk.service.hover(file.path, position, options().schemas));
      if (!found) return null;
      const { desk, path } = file;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: positions(desk, path, found.range),
      };
    });
  },
};
