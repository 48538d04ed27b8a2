/** The claims about an actor for its card: conflicts first, then property by property. */
import type { ClaimRecord, Conflict, Operator } from '../reasoning/model.ts';
import { plainDate } from '../reasoning/phrases.ts';
import { statementsOf } from '../reasoning/says.ts';
import { asserter, type Naming } from '../reasoning/named-asserters.ts';
import { conflictSentence } from '../reasoning/sentences.ts';
import { namingIn } from '../reasoning/naming.ts';
import { escapeLine } from '../text/markdown-escape.ts';
import { placeLink, type FeatureRequest } from './request.ts';
import { shortened } from '../text/shortened.ts';
import { deferred, say } from '../words/say.ts';

const MOST_CONFLICTS = 5;
/** More contested claims need the evidence matrix rather than a card. */
const MOST_COUNTED = 100;
const MOST_PROPERTIES = 10;
const MOST_VALUES = 5;
const MOST_CLAIMS = 4;
/** If an actor has more claims, only this many are examined for conflicts. */
const MOST_EXAMINED = 200;
const LONGEST = 120;

/** The paragraphs of an actor's card about its claims; text from files is escaped. */
export function claimsOnCard(id: string, request: FeatureRequest): string[] {
  const claims = request.reasoning.claimsAbout(id);
  if (claims.length === 0) return [say('_No claim is about this actor._')];
  const naming = namingIn(request.view.path, request.library, request.reasoning);
  const { open, settled } = conflictsAmong(claims, id, request);
  const paragraphs: string[] = [];
  if (open.length) paragraphs.push(conflictList(open, naming, request));
  paragraphs.push(...statements(claims, id, naming, request));
  const told = [
    say('{count, plural, =1 {One claim is about this actor.} other {{count} claims are about this actor.}}', {
      count: claims.length,
    }),
  ];
  if (settled > 0)
    told.push(
      say('{count, plural, =1 {One conflict is settled.} other {{count} conflicts are settled.}}', {
        count: settled,
      }),
    );
  if (claims.length > MOST_EXAMINED)
    told.push(say('The first {count} were compared here.', { count: MOST_EXAMINED }));
  paragraphs.push(`_${told.join(' ')}_`);
  return paragraphs;
}

function conflictsAmong(
  claims: readonly ClaimRecord[],
  id: string,
  { reasoning }: FeatureRequest,
): { open: Conflict[]; settled: number } {
  const examined = claims.slice(0, MOST_EXAMINED);
  const ours = new Set(claims.map(placeOf));
  const seen = new Set<string>();
  const open: Conflict[] = [];
  let settled = 0;
  for (const claim of examined)
    for (const conflict of reasoning.conflictsOf(claim, MOST_COUNTED)) {
      const { a, b, clashes } = conflict;
      const key = `${conflict.kind} ${placeOf(a)} ${placeOf(b)}`;
      const isCarried = clashes.some(({ actor, kin }) => kin !== null && (actor === id || kin.actor === id));
      if (seen.has(key) || (!isCarried && (!ours.has(placeOf(a)) || !ours.has(placeOf(b))))) continue;
      if (clashes.length > 0 && !isCarried && !clashes.some(({ actor }) => actor === id)) continue;
      seen.add(key);
      if (conflict.settlement === null) open.push(conflict);
      else settled++;
      if (open.length + settled >= MOST_COUNTED) return { open, settled };
    }
  return { open, settled };
}

function conflictList(conflicts: readonly Conflict[], naming: Naming, request: FeatureRequest): string {
  const items = conflicts.slice(0, MOST_CONFLICTS).map((conflict) => {
    const sides = placeOf(conflict.a) === placeOf(conflict.b) ? [conflict.a] : [conflict.a, conflict.b];
    const links = sides.map((side) => placeLink(request, labelOf(side, request), side.path, side.headRange));
    return `- ${escapeLine(conflictSentence(conflict, naming))} ${links.join(' · ')}`;
  });
  const more = conflicts.length - MOST_CONFLICTS;
  if (more > 0)
    items.push(
      `- ${conflicts.length < MOST_COUNTED ? say('and {count} more', { count: more }) : say('and many more')}`,
    );
  return `**${say('In conflict')}**\n\n${items.join('\n')}`;
}

interface Said {
  readonly value: string;
  readonly claims: ClaimRecord[];
}

/** A list of the properties with their values and asserters, and the claims without properties. */
function statements(
  claims: readonly ClaimRecord[],
  id: string,
  naming: Naming,
  request: FeatureRequest,
): string[] {
  const properties = new Map<string, Map<string, Said>>();
  const inWords: ClaimRecord[] = [];
  for (const claim of claims) {
    const own = statementsOf(claim).filter(({ actor }) => actor === id);
    if (own.length === 0) inWords.push(claim);
    for (const { proposition } of own) {
      const property = proposition.property.text;
      const value = valueInWords(proposition.operator, proposition.value.text);
      let values = properties.get(property);
      if (!values) properties.set(property, (values = new Map<string, Said>()));
      const said = values.get(value.toLowerCase());
      if (said) said.claims.push(claim);
      else values.set(value.toLowerCase(), { value, claims: [claim] });
    }
  }
  const paragraphs: string[] = [];
  const items = [...properties]
    .slice(0, MOST_PROPERTIES)
    .map(([property, values]) => propertyItem(property, [...values.values()], naming, request));
  if (properties.size > MOST_PROPERTIES)
    items.push(
      `- ${say('and {count, plural, one {# property} other {# properties}} more', { count: properties.size - MOST_PROPERTIES })}`,
    );
  if (items.length) paragraphs.push(`**${say('What is said of it')}**\n\n${items.join('\n')}`);
  if (inWords.length) {
    const told = inWords
      .slice(0, MOST_CLAIMS)
      .map((claim) => `- ${escapeLine(shortened(claim.text, LONGEST))} · ${byWhom(claim, naming, request)}`);
    if (inWords.length > MOST_CLAIMS)
      told.push(`- ${say('and {count} more', { count: inWords.length - MOST_CLAIMS })}`);
    paragraphs.push(`**${items.length ? say('Also claimed') : say('Claimed of it')}**\n\n${told.join('\n')}`);
  }
  return paragraphs;
}

function propertyItem(
  property: string,
  values: readonly Said[],
  naming: Naming,
  request: FeatureRequest,
): string {
  const shown = values.slice(0, MOST_VALUES).map(({ value, claims }) => {
    const who = claims.slice(0, MOST_CLAIMS).map((claim) => byWhom(claim, naming, request));
    if (claims.length > MOST_CLAIMS)
      who.push(say('and {count} more', { count: claims.length - MOST_CLAIMS }));
    return `**${escapeLine(shortened(value, LONGEST))}** ${who.join('; ')}`;
  });
  if (values.length > MOST_VALUES)
    shown.push(
      say('and {count, plural, one {# value} other {# values}} more', { count: values.length - MOST_VALUES }),
    );
  return `- ${escapeLine(shortened(property.replaceAll('-', ' '), LONGEST))}: ${shown.join(' · ')}`;
}

/** The asserter as a link to the claim, with its time, place and status. */
function byWhom(claim: ClaimRecord, naming: Naming, request: FeatureRequest): string {
  const who = shortened(asserter(claim, naming).replace(/,$/, ''), LONGEST);
  const asides = [
    claim.when && plainDate(claim.when.text),
    claim.where?.text,
    claim.status === null || claim.status === 'accepted' ? null : statusInWords(claim.status),
    claim.certainty === 'low' ? say('uncertain') : null,
  ].filter((part) => part !== null && part !== undefined && part !== '');
  const link = placeLink(request, who, claim.path, claim.headRange);
  return [link, ...asides.map((part) => escapeLine(shortened(part!, LONGEST)))].join(', ');
}

const SIGNS: Readonly<Record<Operator, string>> = {
  '=': '{value}',
  '!=': deferred('not {value}'),
  '>=': deferred('at least {value}'),
  '<=': deferred('at most {value}'),
  '>': deferred('more than {value}'),
  '<': deferred('less than {value}'),
};

function valueInWords(operator: Operator, value: string): string {
  const [from, to] = value.replace(/\s+/g, ' ').split(/(?<=\d) ?\.\. ?(?=[\d~≈])/);
  return say(SIGNS[operator], {
    value: to === undefined ? from! : say('{from} to {to}', { from: from!, to }),
  });
}

function labelOf(claim: ClaimRecord, { library }: FeatureRequest): string {
  if (claim.id !== null) return shortened(claim.id, LONGEST);
  return say('line {line}', { line: (library.linesOf(claim.path)?.lineAt(claim.range.from) ?? 0) + 1 });
}

function placeOf(claim: ClaimRecord): string {
  return `${claim.path}#${claim.range.from}`;
}

function statusInWords(status: Exclude<ClaimRecord['status'], null>): string {
  return say('{status, select, open {open} accepted {accepted} rejected {rejected} other {withdrawn}}', {
    status,
  });
}
