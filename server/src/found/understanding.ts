import type { FoundFacts } from './model.ts';

/** How well a list was understood: of the text's calls, and of the list's own entries. */
export interface Understanding {
  /** Markers that call its notes; citations that call its references. */
  readonly calls: number;
  /** Those that lead to an entry. */
  readonly explained: number;
  /** Notes or references in it. */
  readonly entries: number;
  /** Those that something leads to. */
  readonly called: number;
}

/** Whether a share of at least `least` (from 0 to 1) of the whole was understood. */
export function isUnderstood(understood: number, whole: number, least: number): boolean {
  // A thousandth less, for shares such as two thirds that no binary number is.
  return understood >= whole * least - 0.001;
}

/** How well each list of notes was understood, in the order of `noteLists`. */
export function understandingOfNotes(found: FoundFacts): Understanding[] {
  return found.noteLists.map((_, list) => {
    const calls = found.markers.filter((marker) => marker.list === list);
    const entries = found.noteDefinitions.filter((definition) => definition.list === list);
    return {
      calls: calls.length,
      explained: calls.filter(({ definition }) => definition !== null).length,
      entries: entries.length,
      called: entries.filter(({ markers }) => markers.length > 0).length,
    };
  });
}

/** How well the references were understood, all lists of them together. A doubtful citation leads to all it may mean. */
export function understandingOfReferences(found: FoundFacts): Understanding {
  return {
    calls: found.citations.length,
    explained: found.citations.filter(({ candidates }) => candidates.length > 0).length,
    entries: found.references.length,
    called: found.references.filter(({ citedBy }) => citedBy.length > 0).length,
  };
}
