import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import { outlineOf, type OutlineItem } from '../../features/outline.ts';
import type { PositionRange, TextRange } from '../../text/range.ts';
import { productName } from '../../protocol/names.ts';
import type { Handler } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';
import { listsHeadings } from '../beside-markdown.ts';

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  heading: SymbolKind.String,
  claim: SymbolKind.Interface,
  note: SymbolKind.Key,
};

export const documentSymbol: Handler = {
  capabilities: { documentSymbolProvider: { label: productName } },
  register({ connection, client, options, ask, positions, location }) {
    connection.onDocumentSymbol(({ textDocument: { uri } }) => {
      const asked = ask(uri, { line: 0, character: 0 });
      if (!asked) return null;
      const { desk, path } = asked.file;
      const outline = outlineOf(asked.request.view, !listsHeadings(options(), path));
      if (client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport)
        return symbols(outline, (range) => positions(desk, path, range));
      return flat(outline).map(({ kind, name, selection }) => ({
        name: unmarked(name),
        kind: KINDS[kind],
        location: location(desk, path, selection),
      }));
    });
  },
};

function symbols(
  items: readonly OutlineItem[],
  positions: (range: TextRange) => PositionRange,
): DocumentSymbol[] {
  return items.map(({ kind, name, detail, range, selection, children }) => ({
    name: unmarked(name),
    detail: unmarked(detail),
    kind: KINDS[kind],
    range: positions(range),
    selectionRange: positions(selection),
    children: symbols(children, positions),
  }));
}

function flat(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
