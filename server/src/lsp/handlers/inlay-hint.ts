import type { InlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import type { Handler } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';

export const inlayHint: Handler = {
  capabilities: { inlayHintProvider: true },
  register({ connection, ask, positions, settings }) {
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) => {
      const choice = settings().inlayHints;
      const asked = ask(uri, range.start);
      if (!asked || !(choice.shortTitles || choice.noteNumbers || choice.asserters)) return null;
      const { desk, path } = asked.file;
      const { view } = asked.request;
      return inlayHints(asked.request, view.text.lines.offsets(range), choice).map(
        ({ offset, label, tooltip, accepts }): InlayHint => ({
          position: positions(desk, path, { from: offset, to: offset }).start,
          ...(accepts
            ? {
                textEdits: [
                  {
                    range: positions(desk, path, { from: accepts.offset, to: accepts.offset }),
                    newText: accepts.insert,
                  },
                ],
              }
            : {}),
          label: unmarked(label),
          tooltip: unmarked(tooltip),
          paddingLeft: true,
        }),
      );
    });
  },
};
