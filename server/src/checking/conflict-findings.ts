/** How the three rules on conflicts report them: at both ends, each pointing at the other. */
import { MOST_TOLD, type ConflictsOfKind, type ConflictTally } from '../reasoning/conflict-tally.ts';
import { FARTHEST } from '../reasoning/consequences.ts';
import type { Conflict, ClaimRecord } from '../reasoning/model.ts';
import { namingIn } from '../reasoning/naming.ts';
import { MOST_RIVALS } from '../reasoning/rivals.ts';
import {
  claimSentence,
  conflictSentence,
  othersSentence,
  stepSentence,
  type Naming,
} from '../reasoning/sentences.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, RelatedPlace, World } from './rule.ts';

/** Works that are pointed at where a claim cites many. */
const MOST_SOURCES = 3;

/** What is told of a claim of which so many others say the same that it was not compared with all of them. */
export function uncompared({ wereAllCompared }: ConflictTally): string | null {
  if (wereAllCompared) return null;
  return 'It was not compared with all claims that speak of the same: there are too many of them.';
}

/** What is told of a claim that implies so much that not all of it was followed to a contradiction. */
export function unfollowed({ wereAllFollowed }: ConflictTally): string | null {
  if (wereAllFollowed) return null;
  return `What follows from this claim was followed over ${FARTHEST} claims at the most; further on some are in contradiction. Look whether they concern it.`;
}

/** What the pages of the rules say of a claim that contradicts many. */
export const HOW_MANY_ARE_TOLD = `The conflicts of one claim with many are one finding with their number; it points at the first ${MOST_TOLD}. Up to ${MOST_RIVALS} are counted.`;

/**
 * One finding for each claim in `path` that is in conflicts of the kind that `kindOf` chooses. Where `untold` says that
 * not all of them could be found, that is told with it; with nothing beside it a hint.
 */
export function* conflictFindings(
  path: string,
  { library, reasoning }: World,
  kindOf: (tally: ConflictTally) => ConflictsOfKind,
  untold: (tally: ConflictTally) => string | null,
): Generator<Observation> {
  const tallies = reasoning.conflictTallies(path);
  if (tallies.length === 0) return;
  const naming = namingIn(path, library, reasoning);
  for (const { claim, tally } of tallies) {
    const { told, count } = kindOf(tally);
    const [first, ...others] = told;
    const rest = untold(tally);
    if (!first) {
      if (rest !== null) yield { range: claim.headRange, message: rest, severity: 'hint' };
      continue;
    }
    const more = othersSentence(count - 1, rest === null);
    yield {
      range: claim.headRange,
      message: [conflictSentence(first, naming, claim), more, rest].filter(Boolean).join(' '),
      ...(told.every(({ hedged }) => hedged) ? { severity: 'hint' as const } : {}),
      related: [
        ...related(first, claim, otherSide(first, claim), naming, library),
        ...others.map((conflict) => placeOf(otherSide(conflict, claim), naming)),
      ],
    };
  }
}

function otherSide({ a, b }: Conflict, side: ClaimRecord): ClaimRecord {
  return isSame(a, side) ? b : a;
}

function placeOf(claim: ClaimRecord, naming: Naming): RelatedPlace {
  return { path: claim.path, range: claim.headRange, message: `${claimSentence(claim, naming)}.` };
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
  else if (!isSame(side, other)) places.push(placeOf(other, naming));
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
