import { distance } from 'fastest-levenshtein';

/**
 * The known name nearest to what somebody wrote, for a "did you mean": at most two letters away, and fewer for
 * short words; case does not count. Null when none is near.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  return nearestNames(written, known, 1)[0] ?? null;
}

/**
 * The known names that are near in the same sense, the nearest first, no more than `most`, each once. Of names that are
 * as near as each other the first by their letters comes first, in whatever order they are known.
 */
export function nearestNames(written: string, known: Iterable<string>, most: number): string[] {
  if (written.length > 60) return [];
  const folded = written.toLowerCase();
  const reach = Math.min(2, Math.floor(folded.length / 2));
  const near = new Map<string, number>();
  for (const name of known) {
    if (near.has(name) || Math.abs(name.length - folded.length) > reach) continue;
    const far = distance(folded, name.toLowerCase());
    if (far <= reach) near.set(name, far);
  }
  return [...near]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}
