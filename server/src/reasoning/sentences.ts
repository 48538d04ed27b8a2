/** Sentences that explain a conflict. */
import { say } from '../words/say.ts';
import { areSeveral, asides, asserter, inOneVoice, voice, type Naming } from './named-asserters.ts';
import type { ClaimRecord, Clash, Conflict, ChainStep, Kinship, Settlement } from './model.ts';
import { clauseOf, isPlural, plainDate, withArticle } from './phrases.ts';
import { hasOwnWords } from './verdict.ts';
import { isSame } from './is-same.ts';
import { shortened } from '../text/shortened.ts';

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
  return areAll
    ? say('This claim contradicts {others, plural, one {one other} other {# others}} as well.', { others })
    : say('This claim contradicts at least {others, plural, one {one other} other {# others}} as well.', {
        others,
      });
}

/** Who asserts a claim and what it says, for related information of another message. */
export function claimSentence(claim: ClaimRecord, naming: Naming): string {
  const who = asserter(claim, naming).replace(/,$/, '');
  return capital(say('{who}: {words}', { who, words: words(claim) }));
}

/** A step of a chain, for related information of another message. */
export function stepSentence(step: ChainStep, next: ChainStep | undefined, naming: Naming): string {
  const said = claimSentence(step.claim, naming);
  return next
    ? say('{said}, which implies {next}.', { said, next: words(next.claim) })
    : say('{sentence}.', { sentence: said });
}

/** How a claim is put in a sentence: by whom, whether by several, and whether as a question. */
function putBy(claim: ClaimRecord, naming: Naming) {
  return {
    who: asserter(claim, naming),
    several: areSeveral(claim, naming),
    isAsked: claim.status === 'open',
  };
}

/** A side of a conflict with what its claim states: `Booth (1902) holds that …`. */
function statedBy(claim: ClaimRecord, clause: string, naming: Naming): string {
  return say(
    '{who} {isAsked, select, true {{several, select, true {ask} other {asks}} whether} other {{several, select, true {hold} other {holds}} that}} {clause}',
    { ...putBy(claim, naming), clause },
  );
}

/** A side of a conflict with the claim's own words: `Booth (1902) holds “…”`. */
function saidBy(claim: ClaimRecord, said: string, naming: Naming): string {
  return say(
    '{who} {isAsked, select, true {{several, select, true {ask} other {asks}}} other {{several, select, true {hold} other {holds}}}} {words}',
    { ...putBy(claim, naming), words: said },
  );
}

function sides(one: string, other: string): string {
  return say('{one}; {other}.', { one, other });
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
  const several = areSeveral(a, naming);
  if (isSame(a, b))
    return say(
      '{who} {several, select, true {hold} other {holds}} in one breath that {one} and that {other}.',
      {
        who: asserter(a, naming),
        several,
        one,
        other,
      },
    );
  if (!inOneVoice(a, b, naming)) return sides(statedBy(a, one, naming), statedBy(b, other, naming));
  const values = { who: voice(a, b, naming), several, one: one + at[0], other: other + at[1] };
  return isAsked(a, b)
    ? say(
        '{who} {isAsked, select, true {{several, select, true {ask} other {asks}} whether} other {{several, select, true {hold} other {holds}} that}} {one}, and {isOtherAsked, select, true {{several, select, true {ask} other {asks}} whether} other {{several, select, true {hold} other {holds}} that}} {other}.',
        { ...values, isAsked: a.status === 'open', isOtherAsked: b.status === 'open' },
      )
    : say('{who} {several, select, true {hold} other {holds}} both that {one} and that {other}.', values);
}

function declaredSentence(a: ClaimRecord, b: ClaimRecord, conflict: Conflict, naming: Naming): string {
  if (isSame(a, b))
    return say(
      '{who} {several, select, true {hold} other {holds}} {words}. It is marked as contradicting itself.',
      { who: asserter(a, naming), several: areSeveral(a, naming), words: words(a) },
    );
  return `${bothSaid(a, b, naming)} ${declarationSentence(conflict.declaredBy, a)}`;
}

function bothSaid(a: ClaimRecord, b: ClaimRecord, naming: Naming): string {
  if (!inOneVoice(a, b, naming) || isAsked(a, b))
    return sides(saidBy(a, words(a), naming), saidBy(b, words(b), naming));
  const at = asides(a, b);
  return say('{who} {several, select, true {hold} other {holds}} both {one} and {other}.', {
    who: voice(a, b, naming),
    several: areSeveral(a, naming),
    one: words(a) + at[0],
    other: words(b) + at[1],
  });
}

/** Which of two claims is marked as contradicting the other; `first` is the one that was named first. */
export function declarationSentence(declaredBy: readonly string[], first: ClaimRecord): string {
  if (declaredBy.length > 1) return say('Each is marked as contradicting the other.');
  return declaredBy[0] === first.address
    ? say('The first is marked as contradicting the second.')
    : say('The second is marked as contradicting the first.');
}

function consequenceSentence(conflict: Conflict, naming: Naming): string {
  const { left, right, clash } = conflict.consequence!;
  const [start, other] = [left[0]!.claim, right[0]!.claim];
  const [one, two] = [left.at(-1)!.claim, right.at(-1)!.claim];
  const told = wayToClash(conflict, naming);
  const turned = isSame(one, clash.b);
  const [point] = clash.clashes;
  const parts = point ? clauses(point, turned, naming) : null;
  const [former, latter] = [words(one), words(two)];
  const why = parts
    ? say('But {former} says that {one}, and {latter} that {other}.', {
        former,
        latter,
        one: parts[0],
        other: parts[1],
      })
    : say('But {former} and {latter} are marked as contradicting each other.', { former, latter });
  return capital([told, why, ...ending(start, other, conflict, naming, null)].join(' '));
}

/** A sentence with the chain of claims from an asserted one to the two ends that exclude each other. */
export function wayToClash({ consequence }: Conflict, naming: Naming): string {
  const { left, right } = consequence!;
  const [start, other] = [left[0]!.claim, right[0]!.claim];
  const at = asides(start, other);
  const several = areSeveral(start, naming);
  if (isSame(start, other)) {
    const values = { who: asserter(start, naming), several, chain: chain(left) };
    return right.length > 1
      ? say('{who} {several, select, true {hold} other {holds}} {chain}; it also implies {other}.', {
          ...values,
          other: chain(right.slice(1)),
        })
      : say('{who} {several, select, true {hold} other {holds}} {chain}.', values);
  }
  if (inOneVoice(start, other, naming))
    return say('{who} {several, select, true {hold} other {holds}} {chain}, and also {other}.', {
      who: voice(start, other, naming),
      several,
      chain: chain(left) + at[0],
      other: chain(right) + at[1],
    });
  return sides(chainOf(start, left, naming), chainOf(other, right, naming));
}

function chainOf(claim: ClaimRecord, steps: readonly ChainStep[], naming: Naming): string {
  return say('{who} {several, select, true {hold} other {holds}} {chain}', {
    who: asserter(claim, naming),
    several: areSeveral(claim, naming),
    chain: chain(steps),
  });
}

/** `“a”, which implies “b”, which implies “c”`. */
export function chain(steps: readonly ChainStep[]): string {
  return steps
    .map(({ claim }) => words(claim))
    .reduce((before, next) => say('{before}, which implies {next}', { before, next }));
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
  if (conflict.misreport) sentences.push(say('The report is not what the text says.'));
  if (clash?.kin) sentences.push(kinSentence(clash, clash.kin, naming));
  if (clash?.part)
    sentences.push(
      isSame(clash.part === 'a' ? conflict.a : conflict.b, a)
        ? say('What the first counts is a part of the other, and larger.')
        : say('What the second counts is a part of the other, and larger.'),
    );
  const more = conflict.clashes.length - 1;
  if (more > 0)
    sentences.push(say('They differ on {more, plural, one {one point} other {# points}} more.', { more }));
  if (conflict.clashes.length > 0 && conflict.declaredBy.length > 0)
    sentences.push(say('They are marked as contradicting each other, too.'));
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
  const doubt = low === 0 ? [] : [doubtSentence(low === 2, isSame(a, b))];
  const { settlement } = conflict;
  if (settlement === null) {
    if (conflict.pending !== null) {
      const said = circumstance === null ? [] : [say('{circumstance}.', { circumstance })];
      return [...said, ...doubt, pendingSentence(conflict.pending)];
    }
    const open =
      circumstance === null
        ? say('Nothing here settles it.')
        : say('{circumstance}, and nothing here settles it.', { circumstance });
    return [...doubt, open];
  }
  const where = circumstance === null ? [] : [say('{circumstance}.', { circumstance })];
  return [...where, ...doubt, settledSentence(a, b, settlement, naming)];
}

function doubtSentence(areBoth: boolean, areSame: boolean): string {
  if (areSame) return say('It is held with little certainty.');
  return areBoth
    ? say('Both are held with little certainty.')
    : say('One of them is held with little certainty.');
}

function settledSentence(a: ClaimRecord, b: ClaimRecord, settlement: Settlement, naming: Naming): string {
  if (settlement.kind !== 'resolved')
    return say(
      'It is settled: {which, select, claim {the claim} first {the first} other {the second}} is {kind, select, rejected {rejected} other {withdrawn}}.',
      {
        which: isSame(a, b) ? 'claim' : isSame(settlement.claim, a) ? 'first' : 'second',
        kind: settlement.kind,
      },
    );
  const upheld = [a, b].filter((claim) => settlement.preferred.includes(claim.address));
  const favoured = upheld.length !== 1 || isSame(a, b) ? 'none' : isSame(upheld[0]!, a) ? 'first' : 'second';
  return say(
    '{favoured, select, first {{who} settles it in favour of the first: {words}.} second {{who} settles it in favour of the second: {words}.} other {{who} settles it: {words}.}}',
    { who: capital(asserter(settlement.by, naming)), favoured, words: words(settlement.by) },
  );
}

/** What an adjudication still lacks. */
function pendingSentence(verdict: ClaimRecord): string {
  if (verdict.id === null)
    return hasOwnWords(verdict)
      ? say('It is being settled: a verdict is still open.')
      : say('It is being settled: a verdict does not yet say which of the two holds, and why.');
  const values = { verdict: `#${verdict.id}` };
  return hasOwnWords(verdict)
    ? say('It is being settled: the verdict “{verdict}” is still open.', values)
    : say(
        'It is being settled: the verdict “{verdict}” does not yet say which of the two holds, and why.',
        values,
      );
}

/** How the actors of a clash are related: the relation of the register that carries the general claim. */
export function kinSentence({ actor }: Clash, kin: Kinship, naming: Naming): string {
  const [general, member] = kin.general === 'a' ? [actor, kin.actor] : [kin.actor, actor];
  const name = naming.nameOfActor(member);
  return say(
    '{member} {belonging, select, part {{several, select, true {are} other {is}} part of} kind {{several, select, true {are} other {is}} a kind of} other {{several, select, true {belong} other {belongs}} to}} {whole}.',
    {
      member: capital(withArticle(name)),
      belonging: kin.belonging === 'part-of' ? 'part' : kin.belonging === 'kind-of' ? 'kind' : 'both',
      several: isPlural(name),
      whole: withArticle(naming.nameOfActor(general)),
    },
  );
}

/** That neither claim has a time, with the years of their works; without its full stop. */
function timeless(a: ClaimRecord, { a: first, b: second, years }: Conflict, begins: boolean): string {
  if (years === null || worksOf(first) === worksOf(second))
    return say('{begins, select, true {Neither} other {neither}} gives a time', { begins });
  const [one, other] = isSame(a, first) ? years : [years[1], years[0]];
  return one === other
    ? say('{begins, select, true {Neither} other {neither}} gives a time, both works are of {year}', {
        begins,
        year: one,
      })
    : say(
        '{begins, select, true {Neither} other {neither}} gives a time, the works are of {one} and {other}',
        { begins, one, other },
      );
}

/** What a claim's work is known by. */
function worksOf({ fileSource, by }: ClaimRecord): string {
  return fileSource ?? by.join(' ');
}

/** The times and places of the two where they matter, without a full stop; null when there is nothing to say. */
function circumstances(a: ClaimRecord, b: ClaimRecord, conflict: Conflict): string | null {
  const matters = conflict.clashes.length > 0;
  const places = pair(a.where?.text, b.where?.text, (place) => place);
  const times = pair(a.when?.text, b.when?.text, plainDate);
  if (!times && !places) return matters ? timeless(a, conflict, true) : null;
  if (matters && times?.both && places?.both)
    return say('Both speak of {time} and of {place}', { time: times.both, place: places.both });
  // For a conflict that is only declared, all that matters is that the two have different times or places.
  const known = [times, places]
    .filter((one) => one !== null)
    .filter((one) => matters || (one.first && one.second && !one.both));
  if (known.length === 0) return null;
  const told = known.map((one, i) => circumstance(one, one === times, i === 0));
  if (matters && !times && conflict.years !== null) told.push(timeless(a, conflict, false));
  return told.reduce((one, other) => say('{one}; {other}', { one, other }));
}

/** Of what time, or of what place, the two speak; whether it begins the sentence. */
function circumstance({ both, first, second }: Pair, isTime: boolean, begins: boolean): string {
  if (both) return say('{begins, select, true {Both} other {both}} speak of {what}', { begins, what: both });
  if (first && second)
    return say('{begins, select, true {The} other {the}} first speaks of {first}, the second of {second}', {
      begins,
      first,
      second,
    });
  if (first)
    return say(
      '{begins, select, true {The} other {the}} first speaks of {first}, the second names {isTime, select, true {no time} other {no place}}',
      { begins, first, isTime },
    );
  return say(
    '{begins, select, true {The} other {the}} first names {isTime, select, true {no time} other {no place}}, the second speaks of {second}',
    { begins, second: second!, isTime },
  );
}

interface Pair {
  readonly both: string | null;
  readonly first: string | null;
  readonly second: string | null;
}

function pair(a: string | undefined, b: string | undefined, tell: (text: string) => string): Pair | null {
  if (a === undefined && b === undefined) return null;
  const [first, second] = [a === undefined ? null : tell(a), b === undefined ? null : tell(b)];
  return { both: first !== null && first === second ? first : null, first, second };
}

/** The claim's words in quotation marks, truncated at a word boundary. */
export function words(claim: ClaimRecord, longest = LONGEST): string {
  const text = claim.text.trim().replace(/[.;:,]$/, '');
  return say('“{words}”', { words: shortened(text, longest) });
}

/** The sentence with its first UTF-16 unit in upper case. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
