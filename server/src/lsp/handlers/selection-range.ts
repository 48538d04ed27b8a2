import type { SelectionRange } from 'vscode-languageserver';
import { selectionRangesAt } from '../../features/selection-ranges.ts';
import type { Handler } from './handler.ts';

export const selectionRange: Handler = {
  capabilities: { selectionRangeProvider: true },
  register({ connection, ask, positions }) {
    connection.onSelectionRanges(({ textDocument: { uri }, positions: places }) => {
      const answers = places.map((place): SelectionRange | null => {
        const asked = ask(uri, place);
        if (!asked) return null;
        const { desk, path } = asked.file;
        const ranges = selectionRangesAt(asked.request.view, asked.request.offset);
        const nothing: SelectionRange = { range: { start: place, end: place } };
        return (
          ranges.reduceRight<SelectionRange | null>(
            (parent, range) => ({ range: positions(desk, path, range), ...(parent ? { parent } : {}) }),
            null,
          ) ?? nothing
        );
      });
      return answers.every((answer) => answer !== null) ? answers : null;
    });
  },
};
