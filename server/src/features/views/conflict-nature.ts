import type { ConflictNature, MapEdge } from '../../protocol/pictures.ts';
import type { Conflict } from '../../reasoning/model.ts';

/** Whether a conflict is a hint, and what kind of conflict it is, where that is worth a sign of its own. */
export function natureOf(conflict: Conflict): Pick<MapEdge, 'hint' | 'nature'> {
  const nature = kindOf(conflict);
  return { ...(conflict.hedged ? { hint: true } : {}), ...(nature ? { nature } : {}) };
}

function kindOf({ misreport, clashes, a, b }: Conflict): ConflictNature | null {
  if (misreport) return 'misreport';
  if (a.status === 'open' || b.status === 'open') return 'question';
  const [clash] = clashes;
  if (clash?.part) return 'part';
  return clash?.kin ? 'member' : null;
}
