import { SemanticTokensBuilder, type Range, type SemanticTokens } from 'vscode-languageserver';
import { semanticTokens as tokensOf, TOKEN_TYPES } from '../../features/semantic-tokens.ts';
import { productId } from '../../protocol/names.ts';
import type { Handler, HandlerContext } from './handler.ts';

/** The token types are our own: our client defines their colours, and others may. */
export const semanticTokens: Handler = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: TOKEN_TYPES.map((type) => `${productId}-${type}`), tokenModifiers: [] },
      full: true,
      range: true,
    },
  },
  register(context) {
    const { semanticTokens: provider } = context.connection.languages;
    provider.on(({ textDocument: { uri } }) => answer(context, uri, null));
    provider.onRange(({ textDocument: { uri }, range }) => answer(context, uri, range));
  },
};

function answer({ ask, positions }: HandlerContext, uri: string, within: Range | null): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const asked = ask(uri, { line: 0, character: 0 });
  if (!asked) return builder.build();
  const { view } = asked.request;
  const { desk, path } = asked.file;
  for (const { type, range } of tokensOf(
    asked.request,
    within ? view.text.lines.offsets(within) : undefined,
  )) {
    const { line, character } = positions(desk, path, range).start;
    builder.push(line, character, range.to - range.from, TOKEN_TYPES.indexOf(type), 0);
  }
  return builder.build();
}
