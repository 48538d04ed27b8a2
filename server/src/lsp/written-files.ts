import type { Desk } from './workbench.ts';
import { say } from '../words/say.ts';

/**
 * Why edits of these files (paths in the folder of `desk`) are refused; null where they are allowed. For an open file
 * that is the user's decision, unless a program regenerates it.
 */
export async function refusedFiles(
  desk: Desk,
  paths: Iterable<string>,
  isShown: (path: string) => boolean,
): Promise<string | null> {
  const all = [...paths];
  for (const path of all) {
    const why = desk.service.rewritten(path);
    if (why !== null) return why;
  }
  const closed = new Set(all.filter((path) => !isShown(path)));
  const path = await desk.service.leadingOut(closed);
  return path === null ? null : leadsOut(path);
}

/**
 * Splits edits into those that are allowed, and a sentence for each file that is refused. For changes that are useful
 * even in part.
 */
export async function partedByPlace<Edit extends { readonly path: string }>(
  desk: Desk,
  edits: readonly Edit[],
  isShown: (path: string) => boolean,
): Promise<{ readonly inside: Edit[]; readonly refused: string[] }> {
  const refused = new Map<string, string>();
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const why = await refusedFiles(desk, [path], isShown);
    if (why !== null) refused.set(path, why);
  }
  return { inside: edits.filter(({ path }) => !refused.has(path)), refused: [...refused.values()] };
}

function leadsOut(path: string): string {
  return say(
    '“{path}” leads out of the workspace through a link, and nothing is written there. Put the file itself into the folder.',
    { path },
  );
}
