/** Lists that were understood too little for their faults to be reported singly. */
import type { FoundFacts, PartlyUnderstood } from './model.ts';
import { isUnderstood, understandingOfNotes, understandingOfReferences } from './understanding.ts';
import type { Understanding } from './understanding.ts';
import type { CalledByKey } from './cited-by-key.ts';
import type { TextRange } from '../text/range.ts';

/** The shares of a list's calls and entries that must be understood, and the minimum numbers for this test. */
const LEAST = 2 / 3;
const FROM = 6;

/** What `partly` is computed from, and what it suppresses. */
type Judged = Omit<FoundFacts, 'partly'>;

/**
 * Finds the lists that were only partly understood, and drops their single faults: if most is
 * misread, the fault is ours. So it is where names were read from a scanned page and differ by a letter.
 */
export function withPartly(found: Judged, byKey: CalledByKey, isScanned: boolean): FoundFacts {
  const partly = [...partlyReadNotes(found), ...partlyReadReferences(found, byKey, isScanned)];
  if (partly.length === 0) return { ...found, partly };
  const lists = new Set(partly.flatMap(({ kind, list }) => (kind === 'notes' ? [list] : [])));
  const isSilent = partly.some(({ kind }) => kind === 'references');
  return {
    ...found,
    partly,
    unusedNotes: found.unusedNotes.filter((note) => !lists.has(found.noteDefinitions[note]!.list)),
    misorderedMarkers: found.misorderedMarkers.filter((marker) => !lists.has(found.markers[marker]!.list)),
    ...(isSilent ? { uncitedReferences: [], undatedNames: [], locatorsOutside: [] } : {}),
  };
}

/** Whether the faults of a list of notes, or of the references, are reported together. */
export function isPartly({ partly }: FoundFacts, kind: PartlyUnderstood['kind'], list = 0): boolean {
  return partly.some((each) => each.kind === kind && each.list === list);
}

function partlyReadNotes(found: Judged): PartlyUnderstood[] {
  return understandingOfNotes(found).flatMap((understanding, list): PartlyUnderstood[] => {
    if (isEnough(understanding)) return [];
    const calls = found.markers.filter((marker) => marker.list === list && marker.definition === null);
    const entries = found.noteDefinitions.filter((note) => note.list === list && note.markers.length === 0);
    const { heading, range } = found.noteLists[list]!;
    const first = found.noteDefinitions.find((note) => note.list === list);
    return [
      {
        kind: 'notes',
        list,
        range: heading?.range ?? first?.labelRange ?? range,
        understanding,
        places: [...calls.map((call) => call.range), ...entries.map(({ labelRange }) => labelRange)],
      },
    ];
  });
}

function partlyReadReferences(found: Judged, byKey: CalledByKey, isScanned: boolean): PartlyUnderstood[] {
  const understanding = understandingOfReferences(found, byKey);
  const [heading] = found.referenceHeadings;
  if (!heading) return [];
  const isUnderstoodWhole = isEnough(understanding);
  if (isUnderstoodWhole && !(isScanned && isAstray(found))) return [];
  const calls = [...found.citations, ...found.possibleCitations].filter(
    ({ candidates }) => candidates.length === 0,
  );
  const entries = [...found.uncitedReferences, ...found.doubtfulReferences].map((reference) =>
    headOf(found.references[reference]!.range),
  );
  return [
    {
      kind: 'references',
      list: 0,
      ...(isUnderstoodWhole ? { isScanned } : {}),
      range: heading.range,
      understanding,
      places: [...found.unreadReferences.map(headOf), ...calls.map((call) => call.range), ...entries],
    },
  ];
}

/** Whether a dated citation leads nowhere, or nothing to an entry. */
function isAstray({ citations, uncitedReferences }: Judged): boolean {
  return (
    uncitedReferences.length > 0 ||
    citations.some(
      ({ status, number, year, standsInList, inDoubt }) =>
        status === 'unresolved' && number === null && year !== null && !standsInList && !inDoubt,
    )
  );
}

/** Whether what was read is reliable; a few calls and entries prove nothing. */
function isEnough({ calls, explained, entries, called, unread }: Understanding): boolean {
  if (calls >= FROM && !isUnderstood(explained, calls, LEAST)) return false;
  if (entries + unread >= FROM && !isUnderstood(entries, entries + unread, LEAST)) return false;
  return entries < FROM || explained === 0 || called === null || isUnderstood(called, entries, LEAST);
}

function headOf({ from, to }: TextRange): TextRange {
  return { from, to: Math.min(to, from + 60) };
}
