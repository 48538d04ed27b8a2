/** Places, and which lies in which. */
import type { MadeWorkspace } from './model.ts';

/** Whether `part` lies in `whole` or is the same. No place is the whole of the world. */
export function placeWithin(workspace: MadeWorkspace, part: string | null, whole: string | null): boolean {
  if (whole === null) return true;
  for (let at: string | undefined = part ?? undefined; at !== undefined; at = workspace.places[at])
    if (at === whole) return true;
  return false;
}

/** Whether two places are compatible: the same, one in the other, or one not given. */
export function placesMeet(workspace: MadeWorkspace, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  return placeWithin(workspace, a, b) || placeWithin(workspace, b, a);
}
