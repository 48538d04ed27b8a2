import { distance } from 'fastest-levenshtein';

/**
 * The known name nearest to a misspelt one, for “did you mean”: an edit distance of at most two, less for
 * short words, ignoring case. Null when none is near.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  return nearestNames(written, known, 1)[0] ?? null;
}

/**
 * The known names within that distance, nearest first, at most `most`, each once. Ties are sorted by
 * characters, so that the order of `known` does not matter.
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

/** The largest edit distance at which a name is near; negative where the name is too long. */
export function reachOf(written: string): number {
  return written.length > 60 ? -1 : Math.min(2, Math.floor(written.length / 2));
}

/** Compares by characters, first without regard to case. */
function byFoldedLetters(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
