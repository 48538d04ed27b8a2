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
  const folded = written.toLowerCase();
  const reach = reachOf(folded);
  const near = new Map<string, number>();
  for (const name of known) {
    if (near.has(name) || Math.abs(name.length - folded.length) > reach) continue;
    const far = distance(folded, name.toLowerCase());
    if (far <= reach) near.set(name, far);
  }
  return [...near]
    .sort((a, b) => a[1] - b[1] || byFoldedLetters(a[0], b[0]))
    .slice(0, most)
    .map(([name]) => name);
}

/** How many letters a name may be away from what was written to be near it; less than none where that is too long. */
export function reachOf(written: string): number {
  return written.length > 60 ? -1 : Math.min(2, Math.floor(written.length / 2));
}

/** By their letters, small ones and capitals alike where that tells them apart. */
function byFoldedLetters(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
