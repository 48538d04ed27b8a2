import type { CalledByKey } from './cited-by-key.ts';
import type { FoundFacts, Understanding } from './model.ts';
import { FEWEST_JUDGED } from './uncited.ts';
import { worksMeant } from './works-meant.ts';

export type { Understanding };

/** Whether a share of at least `least` (from 0 to 1) of the whole was understood. */
export function isUnderstood(understood: number, whole: number, least: number): boolean {
  // A tolerance of one thousandth, for shares such as two thirds that have no exact binary form.
  return understood >= whole * least - 0.001;
}

/** What was read, before its quality is judged. */
type Read = Omit<FoundFacts, 'partly'>;

/** How well each list of notes was understood, in the order of `noteLists`. */
export function understandingOfNotes(found: Read): Understanding[] {
  return found.noteLists.map((_, list) => {
    const calls = found.markers.filter((marker) => marker.list === list);
    const entries = found.noteDefinitions.filter((definition) => definition.list === list);
    return {
      calls: calls.length,
      explained: calls.filter(({ definition }) => definition !== null).length,
      entries: entries.length,
      called: entries.filter(({ markers }) => markers.length > 0).length,
      unread: 0,
    };
  });
}

const NO_KEYS: CalledByKey = { calls: 0, references: new Set() };

/**
 * How well the references were understood, in all lists together. An ambiguous citation counts for all its candidates.
 */
export function understandingOfReferences(found: Read, byKey: CalledByKey = NO_KEYS): Understanding {
  const { citations, possibleCitations, references } = found;
  const idle = [...found.uncitedReferences, ...found.doubtfulReferences].filter(
    (reference) => byKey.references !== null && !byKey.references.has(references[reference]!),
  );
  return {
    calls: (references.length > 0 ? citations.length : possibleCitations.length) + byKey.calls,
    explained: citations.filter(({ candidates }) => candidates.length > 0).length + byKey.calls,
    entries: references.length,
    called: isCalledKnown(found, byKey) ? references.length - idle.length : null,
    unread: found.unreadReferences.length,
  };
}

/** Whether enough calls of a list were read to tell which entries are called. */
function isCalledKnown({ citations, references }: Read, byKey: CalledByKey): boolean {
  if (byKey.calls > 0 || references.length < FEWEST_JUDGED) return true;
  const cited = worksMeant(citations);
  for (const { near } of citations) for (const work of near) cited.add(work);
  return cited.size * 2 >= references.length;
}
