import { actorTreeView } from './actor-tree.ts';
import { callHierarchy } from './call-hierarchy.ts';
import { checkTreeView } from './check-tree.ts';
import { claimTreeView } from './claim-tree.ts';
import { codeAction } from './code-action.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { gestureChoices, gestureEdit } from './gestures.ts';
import { foldingRange } from './folding-range.ts';
import type { Handler } from './handler.ts';
import { fileMoves } from './file-moves.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlay-hint.ts';
import { openSource } from './open-source.ts';
import { pictureHandler } from './pictures.ts';
import { quoteSource } from './quote-source.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { selectionRange } from './selection-range.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { citingView } from './citing.ts';
import { citedWorks } from './cited-works.ts';
import { foundPlaces } from './found-places.ts';
import { sources } from './sources.ts';
import { workspaceSymbol } from './workspace-symbol.ts';

/** Every feature of the protocol that the server offers. */
export const allHandlers: readonly Handler[] = [
  hover,
  definition,
  references,
  documentHighlight,
  rename,
  fileMoves,
  documentSymbol,
  workspaceSymbol,
  documentLink,
  foldingRange,
  selectionRange,
  semanticTokens,
  inlayHint,
  codeLens,
  callHierarchy,
  completion,
  codeAction,
  gestureChoices,
  gestureEdit,
  claimTreeView,
  actorTreeView,
  checkTreeView,
  pictureHandler,
  citingView,
  foundPlaces,
  citedWorks,
  sources,
  quoteSource,
  openSource,
];
