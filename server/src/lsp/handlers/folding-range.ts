import { foldsOf } from '../../features/folding.ts';
import type { Handler } from './handler.ts';

export const foldingRange: Handler = {
  capabilities: { foldingRangeProvider: true },
  register({ connection, ask }) {
    connection.onFoldingRanges(({ textDocument: { uri } }) => {
      const asked = ask(uri, { line: 0, character: 0 });
      return asked ? foldsOf(asked.request.view) : null;
    });
  },
};
