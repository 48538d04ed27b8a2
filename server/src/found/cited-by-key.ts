/** Which references of a list a text cites by citekeys, as after its citations were converted. */
import { folded } from './folding.ts';
import type { FoundOptions, FoundReference } from './model.ts';

/** A citation by key. In running text `@name` may be a social media handle. */
interface Keyed {
  readonly key: string;
  readonly mode: string;
}

/** The references of a list that are cited by citekeys. */
export interface CalledByKey {
  readonly calls: number;
  /** Null if a key may mean any. */
  readonly references: ReadonlySet<FoundReference> | null;
}

/** The references of its own list that the Pandoc citations of a text (see `FoundOptions`) call. */
export function calledByKey(
  references: readonly FoundReference[],
  citations: NonNullable<FoundOptions['citations']>,
): CalledByKey {
  const keyed = citations.flatMap(({ key }) => (key === undefined ? [] : [{ key, mode: 'NormalCitation' }]));
  if (references.length === 0) return { calls: 0, references: new Set() };
  return { calls: keyed.length, references: citedByKey(references, keyed) };
}

/** A limit on comparisons, since this runs while the user types. */
const MOST_COMPARED = 40_000;

/**
 * The references that match a cited key: it contains the first author’s family name and the year. Null where a
 * bracket cites a key that matches none of them, and so may mean any; or if there are too many comparisons.
 */
export function citedByKey(
  references: readonly FoundReference[],
  citations: readonly Keyed[],
): ReadonlySet<FoundReference> | null {
  const cited = new Set<FoundReference>();
  const keys = new Map(citations.map((citation) => [citation.key, citation]));
  if (keys.size === 0) return cited;
  const marks = references.map((reference) => ({
    reference,
    name: lettersOf(reference.names[0]?.family ?? ''),
  }));
  let compared = 0;
  for (const { key, mode } of keys.values()) {
    if ((compared += marks.length) > MOST_COMPARED) return null;
    const letters = lettersOf(key);
    let isLike = false;
    for (const { reference, name } of marks) {
      if (name === '' || !letters.includes(name) || !hasYear(key, reference)) continue;
      cited.add(reference);
      isLike = true;
    }
    if (!isLike && mode !== 'AuthorInText') return null;
  }
  return cited;
}

/** Whether the key contains the year, or its last two digits; true for a key without digits. */
function hasYear(key: string, { year }: FoundReference): boolean {
  const digits = key.match(/\d+/g);
  return digits === null || year === null || digits.some((some) => some === year || some === year.slice(-2));
}

function lettersOf(words: string): string {
  return folded(words).replace(/[^\p{L}]/gu, '');
}
