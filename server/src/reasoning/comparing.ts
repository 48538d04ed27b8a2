/** Whether the statements of two claims can both hold, given times, places, and how their actors are related. */
import type { Belonging, Kin } from './kin.ts';
import type { Places } from './place.ts';
import { exceeds } from './quantity.ts';
import { isAllOrNone } from './shares.ts';
import { meet, surelyMeet, within } from './time.ts';
import { ofSameSubject, type Understood, type UnderstoodStatement } from './understanding.ts';
import { excludes, type Values } from './values.ts';

/** Which of two is part of the other: in time, in space, or as an actor. */
type Part = 'same' | 'first' | 'second' | 'neither';

/** The times and places of two claims that may speak of one thing. */
interface Together {
  readonly isUncertain: boolean;
  readonly part: Part;
}

/** Two statements that exclude each other. */
export interface FoundClash {
  readonly a: UnderstoodStatement;
  readonly b: UnderstoodStatement;
  readonly isUncertain: boolean;
  /** The side that speaks of the more general actor; null where both speak of one. */
  readonly general: 'a' | 'b' | null;
  readonly belonging: Belonging | null;
  /** The side whose count is of a part, and larger than that of the whole. */
  readonly part: 'a' | 'b' | null;
}

/** What of the workspace decides whether claims exclude each other. */
export interface ComparedBy {
  readonly values: Values;
  readonly places: Places;
  readonly kin: Kin;
  /** Whether the works of two claims without times are so far apart that things may have changed. */
  areFarApart(a: Understood, b: Understood): boolean;
}

/** All clashes of two claims, or of the statements of one. */
export function* clashesOf(
  a: Understood,
  b: Understood,
  isOne: boolean,
  by: ComparedBy,
): Generator<FoundClash> {
  const together = circumstances(a, b, isOne, by);
  if (!together) return;
  const order = isOne ? new Map(a.statements.map((one, place) => [one, place])) : null;
  for (const left of a.statements) {
    for (const right of ofSameSubject(b, left)) {
      if (order && order.get(right)! <= order.get(left)!) continue;
      const clash = clashOf(left, right, null, together, by);
      if (clash) yield clash;
    }
    if (by.kin.isEmpty) continue;
    for (const actor of b.actors) {
      if (actor === left.actor) continue;
      const kinship = kinshipOf(left.actor, actor, by.kin);
      if (!kinship) continue;
      for (const right of ofSameSubject(b, left, actor)) {
        if (order && order.get(right)! <= order.get(left)!) continue;
        const clash = clashOf(left, right, kinship, together, by);
        if (clash) yield clash;
      }
    }
  }
}

interface Kinship {
  readonly general: 'a' | 'b';
  readonly belonging: Belonging;
}

function kinshipOf(a: string, b: string, kin: Kin): Kinship | null {
  const ofB = kin.belonging(a, b);
  if (ofB) return { general: 'b', belonging: ofB };
  const ofA = kin.belonging(b, a);
  return ofA && { general: 'a', belonging: ofA };
}

function clashOf(
  a: UnderstoodStatement,
  b: UnderstoodStatement,
  kinship: Kinship | null,
  together: Together,
  { values }: ComparedBy,
): FoundClash | null {
  const declaration = values.declarationOf(a.property);
  if (declaration?.additive && a.value.kind === 'quantity' && b.value.kind === 'quantity') {
    if (kinship && kinship.belonging !== 'part-of') return null;
    const own: Part = !kinship ? 'same' : kinship.general === 'b' ? 'first' : 'second';
    const part = joined(own, together.part);
    if (part === 'neither') return null;
    if (part !== 'same') {
      if (a.value.denied || b.value.denied) return null;
      const [small, large] = part === 'first' ? [a.value, b.value] : [b.value, a.value];
      if (!exceeds(small.quantity, large.quantity, declaration.tolerance, declaration.unit)) return null;
      return found(a, b, together.isUncertain, kinship, part === 'first' ? 'a' : 'b');
    }
  } else if (kinship && !isCarried(a) && !isCarried(b)) return null;
  const excluded = excludes(a.value, b.value, declaration);
  return excluded && found(a, b, together.isUncertain || excluded.uncertain, kinship, null);
}

function found(
  a: UnderstoodStatement,
  b: UnderstoodStatement,
  isUncertain: boolean,
  kinship: Kinship | null,
  part: 'a' | 'b' | null,
): FoundClash {
  const general = kinship && (kinship.general === 'a' ? a : b);
  // A general claim has exceptions, unless it says all or none.
  const isHinted = general !== null && !(general.value.kind === 'share' && isAllOrNone(general.value.share));
  return {
    a,
    b,
    isUncertain: isUncertain || isHinted,
    general: kinship?.general ?? null,
    belonging: kinship?.belonging ?? null,
    part,
  };
}

/** Whether a general statement of this kind holds of members too. */
export function isCarried({ value }: UnderstoodStatement): boolean {
  return value.kind === 'truth' || value.kind === 'choice' || value.kind === 'share';
}

/** Whether the times of the two meet and their places agree; null when not. */
function circumstances(a: Understood, b: Understood, isOne: boolean, by: ComparedBy): Together | null {
  if (a.when === 'unreadable' || b.when === 'unreadable') return null;
  if (a.when && b.when && !meet(a.when.span, b.when.span)) return null;
  if (a.where !== null && b.where !== null && !by.places.compatible(a.where, b.where)) return null;
  const areTimed = a.when !== null && b.when !== null;
  return {
    isUncertain: areTimed
      ? a.when.uncertain || b.when.uncertain || (!isOne && !surelyMeet(a.when, b.when))
      : !isOne && a.when === null && b.when === null && by.areFarApart(a, b),
    part: joined(timePart(a, b), placePart(a, b, by.places)),
  };
}

function timePart({ when: a }: Understood, { when: b }: Understood): Part {
  if (a === null || b === null || a === 'unreadable' || b === 'unreadable')
    return a === b ? 'same' : a === null ? 'second' : 'first';
  return partOf(within(a.span, b.span), within(b.span, a.span));
}

function placePart({ where: a }: Understood, { where: b }: Understood, places: Places): Part {
  if (a === null || b === null) return a === b ? 'same' : a === null ? 'second' : 'first';
  return partOf(places.liesIn(a, b), places.liesIn(b, a));
}

function partOf(isFirstWithin: boolean, isSecondWithin: boolean): Part {
  if (isFirstWithin) return isSecondWithin ? 'same' : 'first';
  return isSecondWithin ? 'second' : 'neither';
}

/** Of a part in one respect and a whole in another nothing follows. */
function joined(one: Part, other: Part): Part {
  if (one === 'same' || one === other) return other;
  return other === 'same' ? one : 'neither';
}
