/** How the three rules on conflicts report them: once, where the writer can act, with a hint at the other end. */
import { MOST_TOLD, type ConflictsOfKind, type ConflictTally } from '../reasoning/conflict-tally.ts';
import { FARTHEST } from '../reasoning/consequences.ts';
import type { Conflict, ClaimRecord } from '../reasoning/model.ts';
import { namingIn } from '../reasoning/naming.ts';
import { MOST_RIVALS } from '../reasoning/rivals.ts';
import { conflictPoint, conflictRow } from '../reasoning/conflict-rows.ts';
import { claimSentence, othersSentence, stepSentence, type Naming } from '../reasoning/sentences.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, RelatedPlace, World } from './rule.ts';
import { isSame } from '../reasoning/is-same.ts';

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
export const HOW_MANY_ARE_TOLD = `A conflict is told once, at the writer’s own claim, else at that of the later work; the other end bears a hint that leads there (\`conflict-ends: both\` tells both). The conflicts of one claim with many are one finding with their number; it points at the first ${MOST_TOLD}. Up to ${MOST_RIVALS} are counted.`;

/**
 * One finding for each claim in `path` that is in conflicts of the kind that `kindOf` chooses: of those that are told
 * here, with their number; of those that are told at the other end a hint that leads there. Where `untold` says that not
 * all of them could be found, that is told with it; with nothing beside it a hint. `severity` is that of a conflict
 * that is no hint, where it differs from the rule’s.
 */
export function* conflictFindings(
  path: string,
  { library, reasoning }: World,
  kindOf: (tally: ConflictTally) => ConflictsOfKind,
  untold: (tally: ConflictTally) => string | null,
  severity: (told: readonly Conflict[]) => Observation['severity'] = () => undefined,
): Generator<Observation> {
  const tallies = reasoning.conflictTallies(path);
  if (tallies.length === 0) return;
  const naming = namingIn(path, library, reasoning);
  for (const { claim, tally } of tallies) {
    const { here, elsewhere, count } = kindOf(tally);
    const rest = untold(tally);
    const told = [...here.told, ...elsewhere.told].slice(0, MOST_TOLD);
    const [first, ...others] = told;
    if (!first) {
      if (rest !== null) yield { range: claim.headRange, message: rest, severity: 'hint' };
      continue;
    }
    const isHere = here.count > 0;
    const firm = here.told.filter(({ hedged }) => !hedged);
    const rated = firm.length === 0 ? 'hint' : severity(firm);
    const point = isHere
      ? conflictRow(first, naming, claim)
      : `${conflictPoint(first, naming, claim)} It is told at the other claim.`;
    const other = otherSide(first, claim);
    yield {
      range: claim.headRange,
      message: [point, othersSentence(count - 1, rest === null), rest].filter(Boolean).join(' '),
      ...(rated === undefined ? {} : { severity: rated }),
      related: [
        ...claimsIn(first, claim, other, naming),
        ...(isHere && others.length === 0 ? sourcesOf(claim, other, library) : []),
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

/** Of a consequence each step. */
function stepsOf({ consequence }: Conflict, naming: Naming): RelatedPlace[] {
  if (!consequence) return [];
  return [consequence.left, consequence.right].flatMap((steps) =>
    steps.map((step, i) => ({
      path: step.claim.path,
      range: step.claim.headRange,
      message: stepSentence(step, steps[i + 1], naming),
    })),
  );
}

/** The other claim; for a consequence each step. */
function claimsIn(conflict: Conflict, side: ClaimRecord, other: ClaimRecord, naming: Naming): RelatedPlace[] {
  const steps = stepsOf(conflict, naming);
  return steps.length > 0 || isSame(side, other) ? steps : [placeOf(other, naming)];
}

/**
 * Who asserts the other claim, and its source. What stands in the text of a work is told with its source already; in
 * that very text no more is to be said.
 */
function sourcesOf(side: ClaimRecord, other: ClaimRecord, library: Library): RelatedPlace[] {
  if (other.fileSource !== null && (other.by.length === 0 || other.path === side.path)) return [];
  const places: RelatedPlace[] = [];
  const whose = isSame(side, other) ? 'this' : 'the other';
  const point = (key: string, message: string) => {
    const [found] = library.entries(other.path, key);
    if (found) places.push({ path: found.path, range: found.entry.key.range, message });
  };
  for (const id of other.by) {
    const [actor] = library.actors(id);
    if (actor)
      places.push({
        path: actor.path,
        range: actor.actor.id.range,
        message: `Who asserts ${whose} claim: ${actor.actor.name.text}.`,
      });
    point(id, `The source of ${whose} claim.`);
  }
  // What the writer says has its source in what it cites.
  if (other.by.length === 0)
    for (const key of citedIn(other)) point(key, `A source that ${whose} claim cites.`);
  return places;
}

/** The first works that a claim cites. */
function citedIn({ citations }: ClaimRecord): readonly string[] {
  const keys: string[] = [];
  for (const { key } of citations) {
    if (keys.length === MOST_SOURCES) break;
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}
