/** How the three rules on conflicts report them: at both ends, each pointing at the other. */
import type { Conflict, ClaimRecord } from '../reasoning/model.ts';
import { namingIn } from '../reasoning/naming.ts';
import { claimSentence, conflictSentence, stepSentence, type Naming } from '../reasoning/sentences.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, RelatedPlace, World } from './rule.ts';

/** Works that are pointed at where a claim cites many. */
const MOST_SOURCES = 3;

/** The conflicts with a side in `path` that stand and that `wanted` chooses, one finding for each side there. */
export function* conflictFindings(
  path: string,
  { library, reasoning }: World,
  wanted: (conflict: Conflict) => boolean,
): Generator<Observation> {
  const conflicts = reasoning.conflictsIn(path);
  if (conflicts.length === 0) return;
  const naming = namingIn(path, library, reasoning);
  for (const conflict of conflicts) {
    if (conflict.settlement !== null || !wanted(conflict)) continue;
    const sides = isSame(conflict.a, conflict.b) ? [conflict.a] : [conflict.a, conflict.b];
    for (const side of sides) {
      if (side.path !== path) continue;
      const other = sides.find((each) => !isSame(each, side)) ?? side;
      yield {
        range: side.headRange,
        message: conflictSentence(conflict, naming, side),
        ...(conflict.hedged ? { severity: 'hint' as const } : {}),
        related: related(conflict, side, other, naming, library),
      };
    }
  }
}

/** The other claim, who asserts it, its source; and for a consequence each step. */
function related(
  conflict: Conflict,
  side: ClaimRecord,
  other: ClaimRecord,
  naming: Naming,
  library: Library,
): RelatedPlace[] {
  const places: RelatedPlace[] = [];
  if (conflict.consequence)
    for (const steps of [conflict.consequence.left, conflict.consequence.right])
      steps.forEach((step, i) =>
        places.push({
          path: step.claim.path,
          range: step.claim.headRange,
          message: stepSentence(step, steps[i + 1], naming),
        }),
      );
  else if (!isSame(side, other))
    places.push({ path: other.path, range: other.headRange, message: `${claimSentence(other, naming)}.` });
  const whose = isSame(side, other) ? 'this' : 'the other';
  for (const id of other.by.length ? other.by : other.fileSource === null ? [] : [other.fileSource]) {
    const [actor] = library.actors(id);
    if (actor)
      places.push({
        path: actor.path,
        range: actor.actor.id.range,
        message: `Who asserts ${whose} claim: ${actor.actor.name.text}.`,
      });
    const [entry] = library.entries(other.path, id);
    if (entry)
      places.push({
        path: entry.path,
        range: entry.entry.key.range,
        message: `The source of ${whose} claim.`,
      });
  }
  if (other.by.length === 0 && other.fileSource === null) {
    // What the writer says has its source in what it cites.
    for (const key of sourcesOf(other)) {
      const [found] = library.entries(other.path, key);
      if (found)
        places.push({
          path: found.path,
          range: found.entry.key.range,
          message: `A source that ${whose} claim cites.`,
        });
    }
  }
  return places;
}

/** The first works that a claim cites. */
function sourcesOf({ citations }: ClaimRecord): readonly string[] {
  const keys: string[] = [];
  for (const { key } of citations) {
    if (keys.length === MOST_SOURCES) break;
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}
