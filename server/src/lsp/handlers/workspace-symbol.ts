import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { MOST_SYMBOLS, workspaceSymbols, type WorkspaceSymbol } from '../../features/workspace-symbols.ts';
import { untilWhole } from '../until-whole.ts';
import { inSlices } from '../view-answers.ts';
import type { Handler } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';

const KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  claim: SymbolKind.Interface,
  actor: SymbolKind.Class,
  work: SymbolKind.Constant,
  document: SymbolKind.File,
};

export const workspaceSymbol: Handler = {
  capabilities: { workspaceSymbolProvider: true },
  register(context) {
    context.connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found: SymbolInformation[] = [];
      for (const desk of context.desks()) {
        if (found.length >= MOST_SYMBOLS) break;
        await untilWhole(desk, token, null, true);
        const symbols = await inSlices(workspaceSymbols(query, desk.service.world()), token, context);
        for (const { kind, name, container, path, range } of symbols)
          found.push({
            name: unmarked(name),
            kind: KINDS[kind],
            containerName: unmarked(container),
            location: context.location(desk, path, range),
          });
      }
      return found.slice(0, MOST_SYMBOLS);
    });
  },
};
