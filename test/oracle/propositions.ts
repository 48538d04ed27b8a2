/** Whether what two claims say of one actor, or of a general one and its member, cannot both hold. */
import { datesAtOdds } from './dates.ts';
import {
  type Claim,
  every,
  type MadeWorkspace,
  type Property,
  type Said,
  some,
  type Sure,
  surely,
} from './model.ts';
import { placesMeet, placeWithin } from './places.ts';
import { partLarger, quantitiesAtOdds, readRange, unitOf } from './quantities.ts';
import { isTotal, sharesAtOdds } from './shares.ts';
import { readTime, timesEqual, timesOverlap, timeWithin, type Time } from './times.ts';

/** One reason why two claims are at odds. */
export interface Quarrel {
  readonly sure: Sure;
  /** Of a general claim and a member of what it is about: whether the general one says *all* or *none*. */
  readonly general: null | { readonly total: Sure };
  /** It rests on a time or a value that is marked as approximate or uncertain, or leaves the year open. */
  readonly vague: boolean;
}

/** The reasons by proposition why two claims cannot both hold; those that are surely none are left out. */
export function quarrels(workspace: MadeWorkspace, a: Claim, b: Claim): Quarrel[] {
  const found: Quarrel[] = [];
  for (const x of a.says)
    for (const y of b.says) {
      const property = workspace.properties.find(({ name }) => name === x.property);
      if (!property || x.property !== y.property) continue;
      for (const one of subjects(a, x))
        for (const other of subjects(b, y)) {
          const quarrel = between(workspace, property, [a, x, one], [b, y, other]);
          if (quarrel && quarrel.sure !== 'no') found.push(quarrel);
        }
    }
  return found;
}

type Spoken = readonly [Claim, Said, string];

function subjects(claim: Claim, said: Said): readonly string[] {
  return said.subject === null ? claim.about : [said.subject];
}

function between(workspace: MadeWorkspace, property: Property, a: Spoken, b: Spoken): Quarrel | null {
  if (a[2] === b[2])
    return { sure: direct(workspace, property, a, b), general: null, vague: isVague(a) || isVague(b) };
  const up = kinship(workspace, b[2], a[2]);
  if (up) return carried(workspace, property, a, b, up);
  const down = kinship(workspace, a[2], b[2]);
  return down ? carried(workspace, property, b, a, down) : null;
}

/** How an actor is a member of another: by which relations, in how many steps. */
interface Kinship {
  readonly steps: number;
  readonly onlyParts: boolean;
}

function kinship(workspace: MadeWorkspace, member: string, general: string): Kinship | null {
  let reached: { readonly id: string; readonly onlyParts: boolean }[] = [{ id: member, onlyParts: true }];
  for (let steps = 1; steps <= workspace.actors.length; steps++) {
    reached = reached.flatMap(({ id, onlyParts }) => {
      const actor = workspace.actors.find((one) => one.id === id);
      return [
        ...(actor?.partOf ?? []).map((whole) => ({ id: whole, onlyParts })),
        ...(actor?.kindOf ?? []).map((kind) => ({ id: kind, onlyParts: false })),
      ];
    });
    const there = reached.filter(({ id }) => id === general);
    if (there.length) return { steps, onlyParts: there.some(({ onlyParts }) => onlyParts) };
  }
  return null;
}

function isVague([claim, { value }]: Spoken): boolean {
  return /[~?X]/.test(`${claim.when ?? ''}${value}`);
}

function timeOf(claim: Claim): Time | null {
  return claim.when === null ? null : readTime(claim.when);
}

/** A time that cannot be read: the contract does not say what becomes of the claim. */
function unreadable(claim: Claim): boolean {
  return claim.when !== null && readTime(claim.when) === null;
}

function direct(workspace: MadeWorkspace, property: Property, a: Spoken, b: Spoken): Sure {
  const [[first, x], [second, y]] = [a, b];
  const meet = every(
    unreadable(first) || unreadable(second) ? 'unsure' : timesOverlap(timeOf(first), timeOf(second)),
    surely(placesMeet(workspace, first.where, second.where)),
  );
  if (meet === 'no') return 'no';
  if (property.type === 'quantity' && property.additive)
    return every(meet, counted(workspace, property, a, b));
  return every(meet, valuesAtOdds(property, x, y));
}

/** Whether two values of one property cannot both hold of one actor at one time and place. */
function valuesAtOdds(property: Property, x: Said, y: Said): Sure {
  const [a, b] = [[x.operator, x.value] as const, [y.operator, y.value] as const];
  switch (property.type) {
    case 'text':
      return 'no';
    case 'boolean':
      if (property.share) return sharesAtOdds(a, b);
      return surely(
        ((x.value === 'yes') !== (x.operator === '!=')) !== ((y.value === 'yes') !== (y.operator === '!=')),
      );
    case 'choice':
      return choicesAtOdds(property, x, y);
    case 'date':
      return datesAtOdds(a, b);
    case 'quantity': {
      if (unitOf(x.value) || unitOf(y.value)) return 'unsure';
      const [first, second] = [readRange(...a), readRange(...b)];
      return first && second ? quantitiesAtOdds(first, second, (property.tolerance ?? 0) / 100) : 'unsure';
    }
  }
}

function choicesAtOdds(property: Property, x: Said, y: Said): Sure {
  const denied = [x, y].filter(({ operator }) => operator === '!=').length;
  const same = x.value === y.value;
  if (denied === 1) return surely(same);
  if (denied === 2) {
    if (same || (property.of?.length ?? 0) > 2) return 'no';
    // Of two, both are denied; of several that may hold, perhaps none does.
    return property.many ? 'unsure' : 'yes';
  }
  if (same) return 'no';
  if (!property.many) return 'yes';
  return surely((property.contrary ?? []).some((pair) => pair.includes(x.value) && pair.includes(y.value)));
}

/** Counts that add up: a part may not be larger than its whole; where neither is a part, the contract is silent. */
function counted(workspace: MadeWorkspace, property: Property, a: Spoken, b: Spoken): Sure {
  const [[first, x], [second, y]] = [a, b];
  const [one, other] = [readRange(x.operator, x.value), readRange(y.operator, y.value)];
  if (!one || !other || unitOf(x.value) || unitOf(y.value)) return 'unsure';
  const tolerance = (property.tolerance ?? 0) / 100;
  const same = every(timesEqual(timeOf(first), timeOf(second)), surely(first.where === second.where));
  const asEver = quantitiesAtOdds(one, other, tolerance);
  if (same === 'yes') return asEver;
  const parts: Sure[] = [
    every(isPart(workspace, first, second), partLarger(one, other, tolerance)),
    every(isPart(workspace, second, first), partLarger(other, one, tolerance)),
  ];
  const isOne = [isPart(workspace, first, second), isPart(workspace, second, first)].includes('yes');
  if (isOne && same === 'no') return some(...parts);
  return asEver === 'no' && some(...parts) === 'no' ? 'no' : 'unsure';
}

function isPart(workspace: MadeWorkspace, part: Claim, whole: Claim): Sure {
  return every(
    timeWithin(timeOf(part), timeOf(whole)),
    surely(placeWithin(workspace, part.where, whole.where)),
  );
}

/** What a general claim carries to a member of what it is about. */
function carried(
  workspace: MadeWorkspace,
  property: Property,
  general: Spoken,
  member: Spoken,
  { steps, onlyParts }: Kinship,
): Quarrel | null {
  if (property.type === 'date' || property.type === 'text') return null;
  const [[whole, x], [part, y]] = [general, member];
  // A member's member, and what ought to be: the contract says nothing of these.
  const plain: Sure = steps > 1 || property.norm ? 'unsure' : 'yes';
  const meet = every(
    plain,
    unreadable(whole) || unreadable(part) ? 'unsure' : timesOverlap(timeOf(whole), timeOf(part)),
    surely(placesMeet(workspace, whole.where, part.where)),
  );
  const vague = isVague(general) || isVague(member);
  const total = property.share ? isTotal(x.operator, x.value) : 'no';
  if (property.type !== 'quantity')
    return { sure: every(meet, valuesAtOdds(property, x, y)), general: { total }, vague };
  if (!property.additive || !onlyParts) return null;
  const [count, of] = [readRange(y.operator, y.value), readRange(x.operator, x.value)];
  if (!count || !of || unitOf(x.value) || unitOf(y.value))
    return { sure: 'unsure', general: { total }, vague };
  const larger = partLarger(count, of, (property.tolerance ?? 0) / 100);
  const lies = isPart(workspace, part, whole);
  return { sure: every(meet, larger, lies === 'no' ? 'unsure' : lies), general: { total }, vague };
}
