import { actorTreeView } from './actor-tree.ts';
import { claimMapView } from './claim-map.ts';
import { claimTreeView } from './claim-tree.ts';
import { codeAction } from './code-action.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { evidenceMatrixView } from './evidence-matrix.ts';
import { gestureChoices, gestureEdit } from './gestures.ts';
import type { Handler } from './handler.ts';
import { fileMoves } from './file-moves.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { timelineView } from './timeline.ts';

/** Every feature of the protocol that the server offers. */
export const allHandlers: readonly Handler[] = [
  hover,
  definition,
  references,
  documentHighlight,
  rename,
  fileMoves,
  completion,
  codeAction,
  gestureChoices,
  gestureEdit,
  claimTreeView,
  actorTreeView,
  claimMapView,
  evidenceMatrixView,
  timelineView,
];
