import { evidenceMatrix } from '../../features/views/evidence-matrix.ts';
import type { EvidenceMatrix } from '../../protocol/views.ts';
import { answer, inScope } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** Propositions or claims by sources. */
export const evidenceMatrixView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'evidenceMatrix', function* (asked) {
      const all: EvidenceMatrix[] = [];
      for (const { request, scope } of inScope(context, asked.scope))
        all.push(yield* evidenceMatrix(request, scope, asked.rows));
      return {
        sources: all.flatMap(({ sources }) => sources),
        rows: all.flatMap(({ rows }) => rows),
        leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
        conflictsLeftOut: all.reduce((sum, { conflictsLeftOut }) => sum + conflictsLeftOut, 0),
      };
    });
  },
};
