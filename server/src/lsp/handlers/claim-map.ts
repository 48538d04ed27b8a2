import { claimMap } from '../../features/views/claim-map.ts';
import type { ClaimMap } from '../../protocol/views.ts';
import { answer, inScope } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** The claims of a file, an actor or the workspace, and what joins them. */
export const claimMapView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'claimMap', function* (asked) {
      const all: ClaimMap[] = [];
      for (const { request, scope } of inScope(context, asked.scope))
        all.push(yield* claimMap(request, scope));
      return {
        nodes: all.flatMap(({ nodes }) => nodes),
        edges: all.flatMap(({ edges }) => edges),
        leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
        conflictsLeftOut: all.reduce((sum, { conflictsLeftOut }) => sum + conflictsLeftOut, 0),
      };
    });
  },
};
