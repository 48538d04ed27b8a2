import type { Desk } from './workbench.ts';

/**
 * Why edits of these files, as paths inside the folder of `desk`, are not made; null where they may be. A file that an
 * editor shows is the person's own choice.
 */
export async function refusedFiles(
  desk: Desk,
  paths: Iterable<string>,
  isShown: (path: string) => boolean,
): Promise<string | null> {
  const closed = new Set([...paths].filter((path) => !isShown(path)));
  const path = await desk.service.leadingOut(closed);
  return path === null
    ? null
    : `“${path}” leads out of the workspace behind a link, and nothing is written there. Put the file itself into the folder.`;
}
