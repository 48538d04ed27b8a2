import { distance } from 'fastest-levenshtein';

/**
 * The known name nearest to what somebody wrote, for a "did you mean": at most two letters away, and fewer for
 * short words; case does not count. Null when none is near.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  if (written.length > 60) return null;
  const folded = written.toLowerCase();
  const most = Math.min(2, Math.floor(folded.length / 2));
  let nearest: string | null = null;
  let least = most + 1;
  for (const name of known) {
    if (Math.abs(name.length - folded.length) >= least) continue;
    const far = distance(folded, name.toLowerCase());
    if (far < least) [nearest, least] = [name, far];
  }
  return nearest;
}
