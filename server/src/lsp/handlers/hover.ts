import { MarkupKind } from 'vscode-languageserver';
import { sourceAt } from '../../features/source/source-at.ts';
import { productId } from '../../protocol/names.ts';
import type { Position } from '../../text/range.ts';
import type { Handler, ShownFile } from './handler.ts';
import { say } from '../../words/say.ts';

export const hover: Handler = {
  capabilities: { hoverProvider: true },
  register({ connection, shown, positions, options }) {
    connection.onHover(async ({ textDocument, position }) => {
      const file = shown(textDocument.uri);
      const found = file && (await file.desk.service.hover(file.path, position, options().schemas));
      if (!found) return null;
      const { desk, path } = file;
      const link = options().gestures === true ? sourceLink(textDocument.uri, position, file) : '';
      return {
        contents: { kind: MarkupKind.Markdown, value: `${found.markdown}${link}` },
        range: positions(desk, path, found.range),
      };
    });
  },
};

/** A link to our client's command that shows the source file of a citation or quotation; empty where there is none. */
function sourceLink(uri: string, position: Position, { desk, path }: ShownFile): string {
  const request = desk.service.request(path, position);
  if (!request || sourceAt(request)?.kind !== 'file') return '';
  const asked = encodeURIComponent(JSON.stringify([{ uri, range: { start: position, end: position } }]));
  // Parentheses would end the address.
  const address = asked.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `\n\n[${say('Show the source')}](command:${productId}.showSource?${address})`;
}
