import { linksOfData, linksOfDocument } from '../../features/document-links.ts';
import type { Handler } from './handler.ts';

export const documentLink: Handler = {
  capabilities: { documentLinkProvider: {} },
  register({ connection, ask, shown, uriOf, positions }) {
    connection.onDocumentLinks(({ textDocument: { uri } }) => {
      const file = shown(uri);
      if (!file) return null;
      const { desk, path } = file;
      const world = desk.service.world();
      const asked = ask(uri, { line: 0, character: 0 });
      const text = asked ? null : desk.service.shownText(path);
      const links = asked
        ? linksOfDocument(asked.request.view, world)
        : text
          ? linksOfData(path, text.text, world)
          : [];
      return links.map((link) => {
        const range = positions(desk, path, link.range);
        if ('page' in link) return { range, target: link.page };
        const target = uriOf(desk, link.path);
        if (!link.place) return { range, target };
        const { line, character } = positions(desk, link.path, link.place).start;
        return { range, target: `${target}#L${line + 1},${character + 1}` };
      });
    });
  },
};
