import type { CodeLens } from 'vscode-languageserver';
import { claimLenses } from '../../features/claim-lens.ts';
import { showReferencesCommand } from '../../protocol/names.ts';
import type { Handler } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';

export const codeLens: Handler = {
  capabilities: { codeLensProvider: {} },
  register({ connection, ask, options, location, positions, settings }) {
    connection.onCodeLens(({ textDocument: { uri } }) => {
      const asked = settings().codeLens ? ask(uri, { line: 0, character: 0 }) : null;
      if (!asked) return null;
      const { desk, path } = asked.file;
      const shows = options().references ? showReferencesCommand : '';
      return claimLenses(asked.request).map(({ range, title, claims }): CodeLens => {
        const at = positions(desk, path, range);
        const places = claims.map((claim) => location(desk, claim.path, claim.idRange ?? claim.headRange));
        return {
          range: at,
          command: { title: unmarked(title), command: shows, arguments: [uri, at.start, places] },
        };
      });
    });
  },
};
