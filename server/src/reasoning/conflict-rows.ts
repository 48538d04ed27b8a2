/** A conflict as one row of a list: what it is about and who says what come first, since lists cut what is long. */
import { isSame } from './is-same.ts';
import type { ClaimRecord, Clash, Conflict } from './model.ts';
import { propertyInWords, valueInWords } from './phrases.ts';
import {
  areSeveral,
  asides,
  capital,
  ending,
  inOneVoice,
  listed,
  restOf,
  theWriter,
  wayToClash,
  words,
  type Naming,
} from './sentences.ts';

/** So much of a claim’s words fits in beside those of another and two names. */
const BRIEF = 44;
/** And so much of a name, which may be the title of what nobody signed. */
const LONGEST_NAME = 32;

/**
 * `ACFTU trusted by workers: the writer says no, Ye (2020) yes.` `first` is the side that is named first.
 */
export function conflictPoint(conflict: Conflict, naming: Naming, first: ClaimRecord): string {
  const turned = isSame(first, conflict.b) && !isSame(first, conflict.a);
  const [a, b] = turned ? [conflict.b, conflict.a] : [conflict.a, conflict.b];
  if (conflict.consequence) return consequencePoint(conflict, naming);
  const [clash] = conflict.clashes;
  const about = clash ? subjectOf(clash, naming) : sharedActor(a, b, naming);
  const told = answers(a, b, clash ? valuesOf(clash, turned) : [words(a, BRIEF), words(b, BRIEF)], naming);
  return capital(about === null ? `${told}.` : `${about}: ${told}.`);
}

/** The row of a conflict in whole: its point, and then times, places, certainty and what is to settle it. */
export function conflictRow(conflict: Conflict, naming: Naming, first: ClaimRecord): string {
  const point = conflictPoint(conflict, naming, first);
  const { consequence, a, b, clashes, declaredBy } = conflict;
  if (consequence) {
    const [start, other] = [consequence.left[0]!.claim, consequence.right[0]!.claim];
    return [
      point,
      capital(wayToClash(conflict, naming)),
      ...ending(start, other, conflict, naming, null),
    ].join(' ');
  }
  const turned = isSame(first, b) && !isSame(first, a);
  const [one, two] = turned ? [b, a] : [a, b];
  const marked = clashes.length > 0 || isSame(a, b) ? [] : [declaration(declaredBy, one)];
  return [point, ...marked, ...restOf(one, two, conflict, naming)].join(' ');
}

function declaration(declaredBy: readonly string[], first: ClaimRecord): string {
  if (declaredBy.length > 1) return 'Each is marked as contradicting the other.';
  return declaredBy[0] === first.address
    ? 'The first is marked as contradicting the second.'
    : 'The second is marked as contradicting the first.';
}

/** Who answers what: `the writer says no, Ye (2020) yes`. */
function answers(a: ClaimRecord, b: ClaimRecord, said: readonly [string, string], naming: Naming): string {
  const says = (claim: ClaimRecord) => (areSeveral(claim, naming) ? 'say' : 'says');
  const who = briefAsserter(a, naming);
  if (isSame(a, b))
    return said[0] === said[1]
      ? `${who} ${says(a)} ${said[0]}, marked as contradicting itself`
      : `${who} ${says(a)} ${said[0]} and ${said[1]} in one breath`;
  if (inOneVoice(a, b, naming)) {
    const at = asides(a, b);
    return `${who} ${says(a)} both ${said[0]}${at[0]} and ${said[1]}${at[1]}`;
  }
  return `${who} ${says(a)} ${said[0]}, ${briefAsserter(b, naming)} ${said[1]}`;
}

function consequencePoint({ consequence }: Conflict, naming: Naming): string {
  const { left, right, clash } = consequence!;
  const [clashing] = clash.clashes;
  const turned = isSame(left.at(-1)!.claim, clash.b);
  const said = clashing
    ? valuesOf(clashing, turned)
    : ([words(left.at(-1)!.claim, BRIEF), words(right.at(-1)!.claim, BRIEF)] as const);
  const start = left[0]!.claim;
  const told = `what ${briefAsserter(start, naming)} ${areSeveral(start, naming) ? 'hold' : 'holds'} leads to both ${said[0]} and ${said[1]}.`;
  return capital(clashing ? `${subjectOf(clashing, naming)}: ${told}` : told);
}

/** `ACFTU trusted by workers`. */
function subjectOf({ actor, property }: Clash, naming: Naming): string {
  return `${briefName(actor, naming)} ${propertyInWords(property)}`;
}

function valuesOf({ a, b, declaration }: Clash, turned: boolean): readonly [string, string] {
  const both = [valueInWords(a, declaration), valueInWords(b, declaration)] as const;
  return turned ? [both[1], both[0]] : both;
}

/** Who asserts a claim, in as few words as will do: `Chan (2013, in Pringle 2018)`. */
function briefAsserter(claim: ClaimRecord, naming: Naming): string {
  if (claim.by.length === 0 && claim.fileSource === null) return theWriter(claim, naming);
  const reporter = naming.isReport(claim) ? reported(claim.fileSource!, naming) : null;
  const ids = claim.by.length > 0 ? claim.by : [claim.fileSource!];
  const names = ids.map((id, i) => {
    const { name, year } = naming.nameOfAsserter(id);
    const inside = [year, i === ids.length - 1 ? reporter : null].filter((part) => part !== null);
    return inside.length > 0 ? `${brief(name)} (${inside.join(', ')})` : brief(name);
  });
  return listed(names);
}

function reported(work: string, naming: Naming): string {
  const { name, year } = naming.nameOfAsserter(work);
  return `in ${brief(name)}${year === null ? '' : ` ${year}`}`;
}

/** A name, or the title that stands for one, cut at a word where it is long. */
function brief(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const cut = name.lastIndexOf(' ', LONGEST_NAME);
  const head = name.slice(0, cut > LONGEST_NAME / 2 ? cut : LONGEST_NAME).replace(/[\s,;:]+$/, '');
  return `${head}…${name.startsWith('“') ? '”' : ''}`;
}

/** The one actor that both claims are about; null where there is none, or several. */
function sharedActor(a: ClaimRecord, b: ClaimRecord, naming: Naming): string | null {
  const shared = a.about.filter((actor) => b.about.includes(actor));
  return shared.length === 1 ? briefName(shared[0]!, naming) : null;
}

function briefName(actor: string, naming: Naming): string {
  return naming.briefNameOfActor?.(actor) ?? naming.nameOfActor(actor);
}
