/** Sentences that explain a conflict. */
import { writesOn } from './asserters.ts';
import type { ClaimRecord, Clash, Conflict, ChainStep, Kinship } from './model.ts';
import { clauseOf, isPlural, plainDate, withArticle } from './phrases.ts';
import { hasOwnWords } from './verdict.ts';
import { isSame } from './is-same.ts';
import { shortened } from '../text/shortened.ts';

/** An asserter as a text would cite it: `Webb and Webb`, `1894`. */
export interface AsserterName {
  readonly name: string;
  /** For a work; null for people and bodies. */
  readonly year: string | null;
}

/** Gives names for ids; callers know bibliography and registers. */
export interface Naming {
  /** For a citekey or actor id as written. Unknown ids come back unchanged. */
  nameOfAsserter(id: string): AsserterName;
  nameOfActor(id: string): string;
  /** The shortest known name, such as an abbreviation; defaults to the full name. */
  briefNameOfActor?(id: string): string;
  /** Whether the claim reports what someone else asserts (`Asserters.isReport`). */
  isReport(claim: ClaimRecord): boolean;
}

const LONGEST = 110;

/**
 * A conflict in one to three sentences: who holds what, of which time and place, and what settles it. The
 * side of `first` comes first if it is given.
 */
export function conflictSentence(conflict: Conflict, naming: Naming, first?: ClaimRecord): string {
  if (conflict.consequence) return consequenceSentence(conflict, naming);
  const turned = first !== undefined && isSame(first, conflict.b) && !isSame(first, conflict.a);
  const [a, b] = turned ? [conflict.b, conflict.a] : [conflict.a, conflict.b];
  const [clash] = conflict.clashes;
  const sentence = clash
    ? statedSentence(a, b, clauses(clash, turned, naming), naming)
    : declaredSentence(a, b, conflict, naming);
  return capital([sentence, ...restOf(a, b, conflict, naming)].join(' '));
}

/** With how many other claims one is in conflict; '' for none. Without `areAll` there may be more. */
export function othersSentence(others: number, areAll: boolean): string {
  if (others === 0) return '';
  return `This claim contradicts ${areAll ? '' : 'at least '}${counted(others)} as well.`;
}

function counted(others: number): string {
  return others === 1 ? 'one other' : `${others} others`;
}

/** Who asserts a claim and what it says, for related information of another message. */
export function claimSentence(claim: ClaimRecord, naming: Naming): string {
  return capital(`${asserter(claim, naming).replace(/,$/, '')}: ${words(claim)}`);
}

/** A step of a chain, for related information of another message. */
export function stepSentence(step: ChainStep, next: ChainStep | undefined, naming: Naming): string {
  const said = claimSentence(step.claim, naming);
  return next ? `${said}, which implies ${words(next.claim)}.` : `${said}.`;
}

/** What the asserter does with what follows: `holds that`, or for an open claim `asks whether`. */
function attitude(claim: ClaimRecord, naming: Naming): string {
  if (claim.status !== 'open') return `${verb(claim, naming)} that`;
  return areSeveral(claim, naming) ? 'ask whether' : 'asks whether';
}

/** As `attitude`, before the claim's own words. */
function utterance(claim: ClaimRecord, naming: Naming): string {
  if (claim.status !== 'open') return verb(claim, naming);
  return areSeveral(claim, naming) ? 'ask' : 'asks';
}

function isAsked(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.status === 'open' || b.status === 'open';
}

function statedSentence(
  a: ClaimRecord,
  b: ClaimRecord,
  [one, other]: readonly [string, string],
  naming: Naming,
): string {
  const at = asides(a, b);
  if (isSame(a, b))
    return `${asserter(a, naming)} ${verb(a, naming)} in one breath that ${one} and that ${other}.`;
  if (inOneVoice(a, b, naming))
    return isAsked(a, b)
      ? `${voice(a, b, naming)} ${attitude(a, naming)} ${one}${at[0]}, and ${attitude(b, naming)} ${other}${at[1]}.`
      : `${voice(a, b, naming)} ${verb(a, naming)} both that ${one}${at[0]} and that ${other}${at[1]}.`;
  return `${asserter(a, naming)} ${attitude(a, naming)} ${one}; ${asserter(b, naming)} ${attitude(b, naming)} ${other}.`;
}

function declaredSentence(a: ClaimRecord, b: ClaimRecord, conflict: Conflict, naming: Naming): string {
  const at = asides(a, b);
  const sides =
    inOneVoice(a, b, naming) && !isAsked(a, b)
      ? `${voice(a, b, naming)} ${verb(a, naming)} both ${words(a)}${at[0]} and ${words(b)}${at[1]}.`
      : `${asserter(a, naming)} ${utterance(a, naming)} ${words(a)}; ${asserter(b, naming)} ${utterance(b, naming)} ${words(b)}.`;
  if (isSame(a, b))
    return `${asserter(a, naming)} ${verb(a, naming)} ${words(a)}. It is marked as contradicting itself.`;
  const [declarer] = conflict.declaredBy;
  if (conflict.declaredBy.length > 1) return `${sides} Each is marked as contradicting the other.`;
  const which = declarer === a.address ? ['first', 'second'] : ['second', 'first'];
  return `${sides} The ${which[0]} is marked as contradicting the ${which[1]}.`;
}

function consequenceSentence(conflict: Conflict, naming: Naming): string {
  const { left, right, clash } = conflict.consequence!;
  const [start, other] = [left[0]!.claim, right[0]!.claim];
  const [one, two] = [left.at(-1)!.claim, right.at(-1)!.claim];
  const told = wayToClash(conflict, naming);
  const turned = isSame(one, clash.b);
  const [point] = clash.clashes;
  const parts = point ? clauses(point, turned, naming) : null;
  const why = parts
    ? `But ${words(one)} says that ${parts[0]}, and ${words(two)} that ${parts[1]}.`
    : `But ${words(one)} and ${words(two)} are marked as contradicting each other.`;
  return capital([told, why, ...ending(start, other, conflict, naming, null)].join(' '));
}

/** A sentence with the chain of claims from an asserted one to the two ends that exclude each other. */
export function wayToClash({ consequence }: Conflict, naming: Naming): string {
  const { left, right } = consequence!;
  const [start, other] = [left[0]!.claim, right[0]!.claim];
  const at = asides(start, other);
  return isSame(start, other)
    ? `${asserter(start, naming)} ${verb(start, naming)} ${chain(left)}${right.length > 1 ? `; it also implies ${chain(right.slice(1))}` : ''}.`
    : inOneVoice(start, other, naming)
      ? `${voice(start, other, naming)} ${verb(start, naming)} ${chain(left)}${at[0]}, and also ${chain(right)}${at[1]}.`
      : `${asserter(start, naming)} ${verb(start, naming)} ${chain(left)}; ${asserter(other, naming)} ${verb(other, naming)} ${chain(right)}.`;
}

/** `“a”, which implies “b”, which implies “c”`. */
export function chain(steps: readonly ChainStep[]): string {
  return steps.map(({ claim }) => words(claim)).join(', which implies ');
}

/** The second clause leaves the name out where both have the same actor and property. */
function clauses(clash: Clash, turned: boolean, naming: Naming): readonly [string, string] {
  const [a, b] = turned ? [clash.b, clash.a] : [clash.a, clash.b];
  const { actor, declaration, kin } = clash;
  if (kin) {
    const names = [naming.nameOfActor(actor), naming.nameOfActor(kin.actor)] as const;
    const [first, second] = turned ? [names[1], names[0]] : names;
    return [clauseOf(a, declaration, first).full, clauseOf(b, declaration, second).full];
  }
  const name = naming.nameOfActor(actor);
  return [clauseOf(a, declaration, name).full, clauseOf(b, declaration, name).again];
}

/** Sentences after the first: further points, times and places, certainty, and what settles the matter. */
export function restOf(a: ClaimRecord, b: ClaimRecord, conflict: Conflict, naming: Naming): string[] {
  const sentences: string[] = [];
  const [clash] = conflict.clashes;
  if (conflict.misreport) sentences.push('The report is not what the text says.');
  if (clash?.kin) sentences.push(kinSentence(clash, clash.kin, naming));
  if (clash?.part)
    sentences.push(
      `What ${isSame(clash.part === 'a' ? conflict.a : conflict.b, a) ? 'the first' : 'the second'} counts is a part of the other, and larger.`,
    );
  const more = conflict.clashes.length - 1;
  if (more > 0) sentences.push(`They differ on ${more === 1 ? 'one point' : `${more} points`} more.`);
  if (conflict.clashes.length > 0 && conflict.declaredBy.length > 0)
    sentences.push('They are marked as contradicting each other, too.');
  const circumstance = isSame(a, b) ? null : circumstances(a, b, conflict);
  return [...sentences, ...ending(a, b, conflict, naming, circumstance)];
}

/**
 * The sentences at the end of an explanation: certainty, and what settles the conflict or is to settle it.
 */
export function ending(
  a: ClaimRecord,
  b: ClaimRecord,
  conflict: Conflict,
  naming: Naming,
  circumstance: string | null,
): string[] {
  const low = [a, b].filter((claim) => claim.certainty === 'low').length;
  const held = isSame(a, b) ? 'It is' : low === 2 ? 'Both are' : 'One of them is';
  const doubt = low === 0 ? [] : [`${held} held with little certainty.`];
  const { settlement } = conflict;
  if (settlement === null) {
    if (conflict.pending !== null) {
      const said = circumstance === null ? [] : [`${circumstance}.`];
      return [...said, ...doubt, pendingSentence(conflict.pending)];
    }
    const open =
      circumstance === null ? 'Nothing here settles it.' : `${circumstance}, and nothing here settles it.`;
    return [...doubt, open];
  }
  const where = circumstance === null ? [] : [`${circumstance}.`];
  if (settlement.kind !== 'resolved') {
    const which = isSame(a, b) ? 'the claim' : isSame(settlement.claim, a) ? 'the first' : 'the second';
    return [...where, ...doubt, `It is settled: ${which} is ${settlement.kind}.`];
  }
  const upheld = [a, b].filter((claim) => settlement.preferred.includes(claim.address));
  const favour =
    upheld.length !== 1 || isSame(a, b)
      ? ''
      : ` in favour of the ${isSame(upheld[0]!, a) ? 'first' : 'second'}`;
  return [
    ...where,
    ...doubt,
    `${capital(asserter(settlement.by, naming))} settles it${favour}: ${words(settlement.by)}.`,
  ];
}

/** What an adjudication still lacks. */
function pendingSentence(verdict: ClaimRecord): string {
  const which = verdict.id === null ? 'a verdict' : `the verdict “#${verdict.id}”`;
  const lack = hasOwnWords(verdict) ? 'is still open' : 'does not yet say which of the two holds, and why';
  return `It is being settled: ${which} ${lack}.`;
}

/** How the actors of a clash are related: the relation of the register that carries the general claim. */
export function kinSentence({ actor }: Clash, kin: Kinship, naming: Naming): string {
  const [general, member] = kin.general === 'a' ? [actor, kin.actor] : [kin.actor, actor];
  const name = naming.nameOfActor(member);
  const is = isPlural(name) ? 'are' : 'is';
  const how = { 'part-of': `${is} part of`, 'kind-of': `${is} a kind of`, both: `${isPlural(name) ? 'belong' : 'belongs'} to` }; // prettier-ignore
  return `${capital(withArticle(name))} ${how[kin.belonging]} ${withArticle(naming.nameOfActor(general))}.`;
}

/** That neither claim has a time, with the years of their works. */
function timeless(a: ClaimRecord, { a: first, b: second, years }: Conflict): string {
  if (years === null || worksOf(first) === worksOf(second)) return 'Neither gives a time';
  const [one, other] = isSame(a, first) ? years : [years[1], years[0]];
  return one === other
    ? `Neither gives a time, both works are of ${one}`
    : `Neither gives a time, the works are of ${one} and ${other}`;
}

/** What a claim's work is known by. */
function worksOf({ fileSource, by }: ClaimRecord): string {
  return fileSource ?? by.join(' ');
}

/** The times and places of the two where they matter; null when there is nothing to say. */
function circumstances(a: ClaimRecord, b: ClaimRecord, conflict: Conflict): string | null {
  const matters = conflict.clashes.length > 0;
  const places = pair(a.where?.text, b.where?.text, (place) => place);
  const times = pair(a.when?.text, b.when?.text, plainDate);
  if (!times && !places) return matters ? timeless(a, conflict) : null;
  if (matters && times?.both && places?.both) return `Both speak of ${times.both} and of ${places.both}`;
  // For a conflict that is only declared, all that matters is that the two have different times or places.
  const known = [times, places]
    .filter((one) => one !== null)
    .filter((one) => matters || (one.first && one.second && !one.both));
  if (known.length === 0) return null;
  const undated =
    matters && !times && conflict.years !== null ? `; ${timeless(a, conflict).replace(/^N/, 'n')}` : '';
  const told = known
    .map(({ both, first, second }, i) => {
      if (both) return `${i ? 'both' : 'Both'} speak of ${both}`;
      const start = i ? 'the first' : 'The first';
      if (first && second) return `${start} speaks of ${first}, the second of ${second}`;
      const nothing = known[i] === times ? 'no time' : 'no place';
      return first
        ? `${start} speaks of ${first}, the second names ${nothing}`
        : `${start} names ${nothing}, the second speaks of ${second}`;
    })
    .join('; ');
  return told + undated;
}

function pair(a: string | undefined, b: string | undefined, say: (text: string) => string) {
  if (a === undefined && b === undefined) return null;
  const [first, second] = [a === undefined ? null : say(a), b === undefined ? null : say(b)];
  return { both: first !== null && first === second ? first : null, first, second };
}

/** Who asserts the claim and where: `Webb (1894, p. 3)`, `Booth (1902), as Webb (1894) reports,`. */
export function asserter(claim: ClaimRecord, naming: Naming): string {
  if (claim.by.length === 0) {
    if (claim.fileSource === null) return theWriter(claim, naming);
    return label(naming.nameOfAsserter(claim.fileSource), claim.locator);
  }
  const reported = naming.isReport(claim);
  const names = claim.by.map((id) =>
    label(naming.nameOfAsserter(id), reported ? null : (claim.locator ?? citedPlace(claim, id))),
  );
  if (!reported) return listed(names);
  return `${listed(names)}, as ${reportersOf(claim, naming)},`;
}

/** Who reports a claim, the nearest first: `Franceschini (2014) reports according to Pringle (2018, p. 3)`. */
export function reportersOf({ via = [], fileSource, locator }: ClaimRecord, naming: Naming): string {
  const chain = fileSource === null ? via : [...via, fileSource];
  return chain
    .map((id, place) => {
      const reporter = naming.nameOfAsserter(id);
      const named = label(reporter, place === chain.length - 1 && fileSource !== null ? locator : null);
      return place === 0 ? `${named} ${isSeveral(reporter) ? 'report' : 'reports'}` : named;
    })
    .join(' according to ');
}

/** The writer, with the work commented on: `the writer, on Osei (2003),`. */
export function theWriter(claim: ClaimRecord, naming: Pick<Naming, 'nameOfAsserter'>): string {
  const on = writesOn(claim);
  return on === null ? 'the writer' : `the writer, on ${label(naming.nameOfAsserter(on), null)},`;
}

/** The asserter without a place, where both claims are from one work and their places follow later. */
function voice(claim: ClaimRecord, other: ClaimRecord, naming: Naming): string {
  if (claim.by.length === 0 && claim.fileSource === null) return theWriter(claim, naming);
  const ids = claim.by.length > 0 ? claim.by : [claim.fileSource!];
  const place = claim.locator === other.locator ? claim.locator : null;
  return listed(ids.map((id) => label(naming.nameOfAsserter(id), place)));
}

/**
 * The places of the two claims, each to follow its words; empty where both have one place that was said
 * already.
 */
export function asides(a: ClaimRecord, b: ClaimRecord): readonly [string, string] {
  if (a.locator === b.locator) return ['', ''];
  return [aside(a), aside(b)];
}

/** Whether the same asserter, under the same name, makes both claims. */
export function inOneVoice(a: ClaimRecord, b: ClaimRecord, naming: Naming): boolean {
  if (naming.isReport(a) || naming.isReport(b)) return false;
  const ids = (claim: ClaimRecord) =>
    (claim.by.length > 0 ? claim.by : [claim.fileSource ?? `, ${claim.on ?? ''}`]).join(' ');
  return ids(a) === ids(b) && a.by.length <= 1;
}

function aside(claim: ClaimRecord): string {
  return claim.locator === null ? '' : ` (${claim.locator})`;
}

/** The place at which the sentence cites the asserting work itself. */
function citedPlace(claim: ClaimRecord, id: string): string | null {
  return (
    claim.citations.find(({ key }) => key === id)?.locator ??
    claim.evidence.find(({ kind, target }) => kind === 'citation' && target === id)?.locator ??
    null
  );
}

function label({ name, year }: AsserterName, locator: string | null): string {
  const inside = [year, locator].filter((part) => part !== null);
  return inside.length ? `${name} (${inside.join(', ')})` : name;
}

/** `Webb and Webb (1894) hold`, `Booth (1902) holds`. */
function verb(claim: ClaimRecord, naming: Naming): string {
  return areSeveral(claim, naming) ? 'hold' : 'holds';
}

/** Whether the asserters of a claim are plural, for the verb. */
export function areSeveral(claim: ClaimRecord, naming: Naming): boolean {
  const [id = claim.fileSource] = claim.by;
  return claim.by.length > 1 || (id !== null && isSeveral(naming.nameOfAsserter(id)));
}

function isSeveral({ name, year }: AsserterName): boolean {
  return year === null ? isPlural(name) : / (?:and|&|et) /.test(name);
}

/** The claim's words in quotation marks, truncated at a word boundary. */
export function words(claim: ClaimRecord, longest = LONGEST): string {
  const text = claim.text.trim().replace(/[.;:,]$/, '');
  return `“${shortened(text, longest)}”`;
}

/** `a, b and c`; empty for an empty list. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The sentence with its first UTF-16 unit in upper case. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
