/** Texts that take in the same part, and cannot all tell what it cites. */
import type { Library } from '../workspace/library.ts';

/**
 * The documents that take in the one at `path`, directly or not, by whose bibliographies a key means nothing although by
 * those of another it does. None where the part, or what takes it in by the way, names a bibliography of its own.
 */
export function textsLacking(path: string, key: string, library: Library): readonly string[] {
  const roots = library.texts
    .of(path)
    .map(({ root }) => root)
    .filter((root) => root !== path && library.summary(root) !== undefined);
  if (roots.length < 2) return [];
  const namesOne = (holder: string): boolean => {
    const summary = library.summary(holder);
    return !!summary && (summary.bibliography.length > 0 || summary.references.length > 0);
  };
  const between = [path, ...library.texts.includersOf(path)].filter((holder) => !roots.includes(holder));
  if (between.some(namesOne)) return [];
  return roots.filter(
    (root) =>
      library.canJudgeCitations(root) &&
      !library.citesFromFound(root) &&
      library.entries(root, key).length === 0,
  );
}
