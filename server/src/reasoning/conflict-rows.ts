/** A conflict as one row of a list. What it is about and who says what come first, since lists truncate. */
import { listOf, say } from '../words/say.ts';
import { isSame } from './is-same.ts';
import type { ClaimRecord, Clash, Conflict } from './model.ts';
import { propertyInWords, valueInWords } from './phrases.ts';
import { areSeveral, asides, inOneVoice, theWriter, type Naming } from './named-asserters.ts';
import { capital, declarationSentence, ending, restOf, wayToClash, words } from './sentences.ts';

/** UTF-16 units of a row that are visible in a window of 1,400 pixels, beside the file tree and the rule's name. */
export const ROW = 90;

/**
 * Lengths for names (titles of unsigned works among them) and for claims' words, longest first: the first
 * that fits is taken.
 */
const MEASURES: readonly Measure[] = [
  { name: 32, words: 44 },
  { name: 32, words: 34 },
  { name: 24, words: 26 },
  { name: 32, words: 44, isOneSided: true },
  { name: 24, words: 36, isOneSided: true },
  { name: 20, words: 24, isOneSided: true },
  { name: 20, words: 18, isOneSided: true },
  { name: 16, words: 22, isOneSided: true },
];

/** What each side says, the one named first before the other. */
type Said = readonly [string, string];

interface Measure {
  readonly name: number;
  readonly words: number;
  /** If only the words of two claims tell what they say, quote the first claim alone. */
  readonly isOneSided?: true;
}

/** `ACFTU trusted by workers: the writer says no, Ye (2020) yes.` `first` is the side named first. */
export function conflictPoint(conflict: Conflict, naming: Naming, first: ClaimRecord): string {
  const turned = isSame(first, conflict.b) && !isSame(first, conflict.a);
  const [a, b] = turned ? [conflict.b, conflict.a] : [conflict.a, conflict.b];
  if (conflict.consequence)
    return fitting((measure) => consequencePoint(conflict, { naming, first, measure }));
  const { misreport } = conflict;
  const [clash] = conflict.clashes;
  // Once for all lengths that are tried.
  const values = clash ? valuesOf(clash, turned) : null;
  if (misreport) {
    const isFirst = isSame(misreport, a);
    return fitting((measure) => {
      const telling = { naming, first, measure };
      const said = clash
        ? saidOf(clash, values!, turned, telling)
        : ([words(a, measure.words), words(b, measure.words)] as const);
      const about = clash ? subjectOf(clash, telling) : sharedActor(a, b, telling);
      const told = misreportPoint(misreport, isFirst ? said : [said[1], said[0]], telling);
      return row(about, told);
    });
  }
  const point = fitting((measure) => {
    const telling = { naming, first, measure };
    return pairPoint(a, b, clash && [clash, saidOf(clash, values!, turned, telling)], telling);
  });
  return [point, ...reportedHere(a, b, naming)].join(' ');
}

/** The names and lengths for one row. That a claim reports somebody is left out in the file of `first`. */
interface Telling {
  readonly naming: Naming;
  readonly first: ClaimRecord;
  readonly measure: Measure;
}

/** The text at the longest lengths that fit into a row; if none fit, at the shortest. */
function fitting(tell: (measure: Measure) => string): string {
  let told = '';
  for (const measure of MEASURES) {
    told = tell(measure);
    if (told.length <= ROW) break;
  }
  return told;
}

/** `clash` is what is at odds, with what both say of it. */
function pairPoint(
  a: ClaimRecord,
  b: ClaimRecord,
  clash: readonly [Clash, Said] | undefined,
  telling: Telling,
): string {
  const about = clash ? subjectOf(clash[0], telling) : sharedActor(a, b, telling);
  const { words: longest, isOneSided } = telling.measure;
  if (!clash && isOneSided && !isSame(a, b)) {
    const told = against(a, b, telling);
    return row(about, told);
  }
  const said = clash ? clash[1] : ([words(a, longest), words(b, longest)] as const);
  const told = answers(a, b, said, telling);
  return row(about, told);
}

/** `Webb (1894) says “the men came”, against Booth (1902).` */
function against(a: ClaimRecord, b: ClaimRecord, telling: Telling): string {
  const { naming, measure } = telling;
  const values = {
    who: briefAsserter(a, telling),
    several: areSeveral(a, naming),
    said: words(a, measure.words),
  };
  if (inOneVoice(a, b, naming))
    return say('{who} {several, select, true {say} other {says}} {said}, and the contrary.', values);
  const against = briefAsserter(b, telling).replace(/,$/, '');
  return say('{who} {several, select, true {say} other {says}} {said}, against {against}.', {
    ...values,
    against,
  }).replace(/…[.。]$/, '…');
}

/** Where in the text at hand the report stands, if it is in that text. */
function reportedHere(a: ClaimRecord, b: ClaimRecord, naming: Naming): string[] {
  const isTold = (claim: ClaimRecord) =>
    claim.path === a.path && claim.fileSource !== null && naming.isReport(claim);
  const [first, second] = [isTold(a), isTold(b) && !isSame(a, b)];
  if (!first && !second) return [];
  const { name, year } = naming.nameOfAsserter((first ? a : b).fileSource!);
  const by = year === null ? name : `${name} (${year})`;
  if (first && second) return [say('Both are told by {by}.', { by })];
  return [first ? say('The first is told by {by}.', { by }) : say('The second is told by {by}.', { by })];
}

/** The whole row of a conflict: its point, then times, places, certainty, and the adjudication that is due. */
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
  const marked = clashes.length > 0 || isSame(a, b) ? [] : [declarationSentence(declaredBy, one)];
  return [point, ...marked, ...restOf(one, two, conflict, naming)].join(' ');
}

/** Both answers: `the writer says no, Ye (2020) yes`. */
function answers(a: ClaimRecord, b: ClaimRecord, said: Said, telling: Telling): string {
  const { naming } = telling;
  if (a.status === 'open' || b.status === 'open') return questions(a, b, said, telling);
  const values = {
    who: briefAsserter(a, telling),
    several: areSeveral(a, naming),
    one: said[0],
    other: said[1],
  };
  if (isSame(a, b))
    return said[0] === said[1]
      ? say('{who} {several, select, true {say} other {says}} {one}, marked as contradicting itself.', values)
      : say('{who} {several, select, true {say} other {says}} {one} and {other} in one breath.', values);
  if (inOneVoice(a, b, naming)) {
    const at = asides(a, b);
    return say('{who} {several, select, true {say} other {says}} both {one} and {other}.', {
      ...values,
      one: said[0] + at[0],
      other: said[1] + at[1],
    });
  }
  return say('{who} {several, select, true {say} other {says}} {one}, {rival} {other}.', {
    ...values,
    rival: briefAsserter(b, telling),
  });
}

/** As `answers`, where one of the two or both are questions: `Lee (2011) asks “yes?”, Ye (2020) says no`. */
function questions(a: ClaimRecord, b: ClaimRecord, said: Said, telling: Telling): string {
  const { naming } = telling;
  const values = {
    who: briefAsserter(a, telling),
    several: areSeveral(a, naming),
    isAsked: a.status === 'open',
    one: a.status === 'open' ? asQuestion(said[0]) : said[0],
    isOtherAsked: b.status === 'open',
    other: b.status === 'open' ? asQuestion(said[1]) : said[1],
  };
  if (isSame(a, b) || inOneVoice(a, b, naming))
    return say(
      '{who} {isAsked, select, true {{several, select, true {ask} other {asks}}} other {{several, select, true {say} other {says}}}} {one}, and {isOtherAsked, select, true {{several, select, true {ask} other {asks}}} other {{several, select, true {say} other {says}}}} {other}.',
      values,
    );
  return say(
    '{who} {isAsked, select, true {{several, select, true {ask} other {asks}}} other {{several, select, true {say} other {says}}}} {one}, {rival} {isOtherAsked, select, true {{areOthers, select, true {ask} other {asks}}} other {{areOthers, select, true {say} other {says}}}} {other}.',
    { ...values, rival: briefAsserter(b, telling), areOthers: areSeveral(b, naming) },
  );
}

/** A claim's words stand in quotation marks already, an answer does not. */
function asQuestion(said: string): string {
  return /^[“„«「]/.test(said) ? said : say('“{answer}?”', { answer: said });
}

/** `Pringle (2018) has Froissart (2005) say yes; the text itself says no.` */
function misreportPoint(
  report: ClaimRecord,
  said: readonly [reported: string, own: string],
  telling: Telling,
): string {
  const { naming } = telling;
  const chain = [...(report.via ?? []), ...(report.fileSource === null ? [] : [report.fileSource])];
  const { name, year } = naming.nameOfAsserter(chain.at(-1)!);
  const reporter = brief(name, telling.measure.name);
  return say(
    '{reporter} {several, select, true {have} other {has}} {whom} say {said}; the text itself says {own}.',
    {
      reporter: year === null ? reporter : `${reporter} (${year})`,
      several: / (?:and|&|et) /.test(name),
      whom: briefAsserter(report, telling, false),
      said: said[0],
      own: said[1],
    },
  );
}

function consequencePoint({ consequence }: Conflict, telling: Telling): string {
  const { left, right, clash } = consequence!;
  const [clashing] = clash.clashes;
  const turned = isSame(left.at(-1)!.claim, clash.b);
  const said = clashing
    ? valuesOf(clashing, turned)
    : ([
        words(left.at(-1)!.claim, telling.measure.words),
        words(right.at(-1)!.claim, telling.measure.words),
      ] as const);
  const start = left[0]!.claim;
  const told = say(
    '{begins, select, true {What} other {what}} {who} {several, select, true {hold} other {holds}} leads to both {one} and {other}.',
    {
      begins: !clashing,
      who: briefAsserter(start, telling),
      several: areSeveral(start, telling.naming),
      one: said[0],
      other: said[1],
    },
  );
  return row(clashing ? subjectOf(clashing, telling) : null, told);
}

/** The subject, followed by what is told of it. */
function row(about: string | null, told: string): string {
  return capital(about === null ? told : say('{about}: {told}', { about, told }));
}

/** `ACFTU trusted by workers`. */
function subjectOf({ actor, property, kin }: Clash, telling: Telling): string {
  return kin ? propertyInWords(property) : `${briefName(actor, telling)} ${propertyInWords(property)}`;
}

/** The two values; where they are of two actors, with these. */
function saidOf(clash: Clash, values: Said, turned: boolean, telling: Telling): Said {
  if (!clash.kin) return values;
  const [one, other] = values;
  const [first, second] = turned ? [clash.kin.actor, clash.actor] : [clash.actor, clash.kin.actor];
  return [
    say('{value} of {actor}', { value: one, actor: briefName(first, telling) }),
    say('{value} of {actor}', { value: other, actor: briefName(second, telling) }),
  ];
}

function valuesOf({ a, b, declaration }: Clash, turned: boolean): Said {
  const both = [valueInWords(a, declaration), valueInWords(b, declaration)] as const;
  return turned ? [both[1], both[0]] : both;
}

/** The shortest name of a claim's asserter: `Chan (2013, in Pringle 2018)`. */
function briefAsserter(claim: ClaimRecord, telling: Telling, withReporters = true): string {
  const { naming, first, measure } = telling;
  if (claim.by.length === 0 && claim.fileSource === null) return theWriter(claim, naming);
  const isTold = claim.path !== first.path && claim.fileSource !== null && naming.isReport(claim);
  const reporters = [...(claim.via ?? []), ...(isTold ? [claim.fileSource] : [])];
  const reporter =
    withReporters && reporters.length > 0 ? reporters.map((id) => reported(id, telling)).join(', ') : null;
  const ids = claim.by.length > 0 ? claim.by : [claim.fileSource!];
  const names = ids.map((id, i) => {
    const { name, year } = naming.nameOfAsserter(id);
    const inside = [year, i === ids.length - 1 ? reporter : null].filter((part) => part !== null);
    const shown = brief(name, measure.name);
    return inside.length > 0 ? `${shown} (${inside.join(', ')})` : shown;
  });
  return listOf(names);
}

function reported(id: string, { naming, measure }: Telling): string {
  const { name, year } = naming.nameOfAsserter(id);
  const work = brief(name, measure.name);
  return say('in {work}', { work: year === null ? work : `${work} ${year}` });
}

/** A name, or the title in its place, truncated at a word boundary. */
function brief(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const cut = name.lastIndexOf(' ', longest);
  const head = name.slice(0, cut > longest / 4 ? cut : longest).replace(/[\s,;:\uD800-\uDBFF]+$/, '');
  return `${head}…${name.startsWith('“') ? '”' : ''}`;
}

/** The one actor that both claims are about; null where there is none, or several. */
function sharedActor(a: ClaimRecord, b: ClaimRecord, telling: Telling): string | null {
  const shared = a.about.filter((actor) => b.about.includes(actor));
  return shared.length === 1 ? briefName(shared[0]!, telling) : null;
}

function briefName(actor: string, { naming, measure }: Telling): string {
  return brief(naming.briefNameOfActor?.(actor) ?? naming.nameOfActor(actor), measure.name + 10);
}
