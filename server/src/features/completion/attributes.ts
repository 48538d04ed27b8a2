import { SHARE_WORDS } from '../../reasoning/shares.ts';
import type { PropertyDeclaration } from '../../workspace/project.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { suggestActors } from './actors.ts';
import { staysInValue, type AttributeContext } from './attribute-context.ts';
import { suggestClaims } from './claims.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { suggestLocators } from './locators.ts';
import { suggestWorks, withSign } from './works.ts';
import { wordTable } from '../../text/word-table.ts';
import { deferred, enumerated, say } from '../../words/say.ts';

const NOTHING: Suggestions = { items: [], isIncomplete: false };

const CLASSES: readonly (readonly [string, string])[] = [
  ['claim', deferred('what somebody asserts')],
  ['actor', deferred('a mention of somebody whom a register knows')],
  ['quote', deferred('words taken from a work')],
];

const ATTRIBUTES = wordTable<readonly (readonly [string, string])[]>({
  claim: [
    ['about', deferred('the actors that it is about')],
    ['by', deferred('who asserts it; without it the source, or you')],
    ['says', deferred('its propositions: property = value; …')],
    ['when', deferred('the time that it speaks of: 2004, 1996/.., 2003~')],
    ['where', deferred('the place that it speaks of')],
    ['evidence', deferred('what it rests on beside citations: @key, p. 3; #claim')],
    ['supports', deferred('claims that it bears')],
    ['implies', deferred('claims that follow from it')],
    ['qualifies', deferred('claims that it narrows')],
    ['contradicts', deferred('claims that cannot hold with it')],
    ['resolves', deferred('the conflicting claims that it settles')],
    ['prefers', deferred('those of them that it upholds')],
    ['status', deferred('open, accepted, rejected, withdrawn')],
    ['certainty', deferred('high, medium, low')],
  ],
  actor: [['ref', deferred('the id of the actor')]],
  quote: [
    ['from', deferred('the work that it is taken from')],
    ['at', deferred('where in that work: p. 176')],
  ],
});

const WORDS = wordTable<readonly string[]>({
  status: ['open', 'accepted', 'rejected', 'withdrawn'],
  certainty: ['high', 'medium', 'low'],
});

/** Completions in an attribute block. */
export function suggestAttributes(request: FeatureRequest, context: AttributeContext): Suggestions {
  const { range } = context;
  switch (context.at) {
    case 'class':
      return all(
        CLASSES.map(([label, detail]) => ({
          kind: 'class',
          label,
          detail: say(detail),
          insert: label,
          range,
          filter: label,
        })),
      );
    case 'name': {
      const known = context.classes.flatMap((name) => ATTRIBUTES[name] ?? []);
      const { text } = request.view.text;
      // Directly before another attribute a word must be replaced.
      const isNamed = text[range.to] === '=';
      if (isNamed && range.from === range.to) return NOTHING;
      const before = /[\s{]/.test(text[range.from - 1] ?? ' ') ? '' : ' ';
      const behind = /[\s}]/.test(text[range.to] ?? ' ') ? '' : ' ';
      return all(
        known
          .filter(([label]) => !context.present.includes(label))
          // `prefers` needs `resolves`.
          .filter(([label]) => label !== 'prefers' || context.present.includes('resolves'))
          .map(([label, detail], rank) => ({
            kind: 'attribute',
            label,
            detail: say(detail),
            insert: isNamed ? label : `${before}${label}=""${behind}`,
            range,
            filter: label,
            rank,
            ...(isNamed ? {} : { again: true }),
          })),
      );
    }
    case 'value': {
      const { items, isIncomplete } = values(request, context);
      return { items: items.filter(({ insert }) => staysInValue(insert, context.quote)), isIncomplete };
    }
  }
}

function values(request: FeatureRequest, context: Extract<AttributeContext, { at: 'value' }>): Suggestions {
  const { key, before } = context;
  const range = withRest(context.range, request.view.text.text);
  const sign = request.view.text.text[range.from] === '@' ? '@' : '';
  switch (key) {
    case 'ref':
    case 'about':
      return suggestActors(request, behindSign(range, sign));
    case 'by': {
      const actors = suggestActors(request, behindSign(range, sign));
      const works = suggestWorks(request, range, withSign);
      return {
        items: [...actors.items, ...works.items, ...chain(before, range)],
        isIncomplete: actors.isIncomplete || works.isIncomplete,
      };
    }
    case 'from':
      return suggestWorks(request, range, withSign);
    case 'at':
      return suggestLocators({ from: request.offset - before.length, to: request.offset }, request);
    case 'evidence': {
      // After a comma comes a locator.
      if (before.slice(before.lastIndexOf(';') + 1).includes(','))
        return suggestLocators(context.range, request);
      const works = suggestWorks(request, range, withSign);
      const claims = suggestClaims(request, range, key);
      return {
        items: [...works.items, ...claims.items],
        isIncomplete: works.isIncomplete || claims.isIncomplete,
      };
    }
    case 'supports':
    case 'implies':
    case 'qualifies':
    case 'contradicts':
    case 'resolves':
    case 'prefers':
      return suggestClaims(request, range, key);
    case 'says':
      return propositions(request, before, context.range);
    case 'where':
      return places(request, valueRange(request, before));
    default:
      return all(
        (WORDS[key] ?? []).map((word, rank) => ({
          kind: 'value',
          label: word,
          detail: key,
          insert: word,
          range,
          filter: word,
          rank,
        })),
      );
  }
}

/** `via` between the one who is reported and the one who reports. */
function chain(before: string, range: TextRange): Suggestion[] {
  const named = before.slice(0, before.length - /\S*$/.exec(before)![0].length).trim();
  if (named === '' || /(?:^|\s)via$/.test(named)) return [];
  return [
    {
      kind: 'value',
      label: 'via',
      detail: say('as reported by'),
      insert: 'via ',
      range,
      filter: 'via',
      again: true,
    },
  ];
}

/** The typed part of a word with the rest of it after the cursor, all of which a completion replaces. */
function withRest({ from, to }: TextRange, text: string): TextRange {
  return { from, to: to + /^[^\s;"'{}=]*/.exec(text.slice(to, to + 200))![0].length };
}

/** The range of a whole value; `before` is its part before the cursor. */
function valueRange({ view, offset }: FeatureRequest, before: string): TextRange {
  const rest = /^[^"'{}\n]*(?=["'])/.exec(view.text.text.slice(offset, offset + 200))?.[0] ?? '';
  return { from: offset - before.length, to: offset + rest.length };
}

/** The part of `range` after a sign that is present and kept. */
function behindSign(range: TextRange, sign: string): TextRange {
  return { from: range.from + sign.length, to: range.to };
}

/** Properties, with the actors that may precede them; after the operator, the values that the type allows. */
function propositions(request: FeatureRequest, before: string, { to }: TextRange): Suggestions {
  const { properties } = request.library.project;
  const part = before.slice(before.lastIndexOf(';') + 1);
  const behind = request.view.text.text.slice(to, to + 200);
  const operator = /!=|>=|<=|=|<|>|≠|≥|≤/.exec(part);
  if (!operator) return subjectsAndProperties(request, part.trimStart(), to, behind);
  const name = part.slice(0, operator.index).trim().split('.').at(-1) ?? '';
  const property = properties.get(name);
  const words = property?.share
    ? SHARE_WORDS
    : property?.type === 'boolean'
      ? ['yes', 'no']
      : (property?.of ?? []);
  const value = part.slice(operator.index + operator[0].length).trimStart();
  return all(
    words.map((word, rank) => ({
      kind: 'value',
      label: word,
      detail: name,
      insert: word,
      range: { from: to - value.length, to: to + /^[^;"']*(?=[;"'])|/.exec(behind)![0].trimEnd().length },
      filter: word,
      rank,
    })),
  );
}

function subjectsAndProperties(
  request: FeatureRequest,
  typed: string,
  to: number,
  behind: string,
): Suggestions {
  const point = typed.lastIndexOf('.');
  // The value is present already.
  const rest = /^[\p{L}\p{N}_-]*/u.exec(behind)![0];
  const isStated = /^\s*(?:[=<>≠≤≥]|!=)/.test(behind.slice(rest.length));
  if (!isStated && !/^\s*(?:[;"'}]|$)/.test(behind.slice(rest.length))) return NOTHING;
  // Before a complete proposition there is nothing to complete.
  if (isStated && typed.slice(point + 1) === '') return NOTHING;
  const range = { from: to - typed.length + point + 1, to: to + rest.length };
  const properties: Suggestion[] = [...request.library.project.properties.values()].map((property) => ({
    kind: 'property',
    label: property.name,
    detail: describe(property),
    insert: isStated ? property.name : `${property.name} = `,
    range,
    filter: property.name,
    again: !isStated && (property.type === 'boolean' || property.type === 'choice'),
  }));
  if (point >= 0) return all(properties);
  const sign = typed.startsWith('@') ? 1 : 0;
  const actors = isStated
    ? { items: [], isIncomplete: false }
    : suggestActors(request, { from: range.from + sign, to: range.to });
  return {
    items: [
      ...properties,
      ...actors.items.map((actor) => ({ ...actor, insert: `${actor.insert}.`, rank: 1, again: true })),
    ],
    isIncomplete: actors.isIncomplete,
  };
}

function describe({ type, of, unit, share, additive, mood }: PropertyDeclaration): string {
  const what =
    type === 'choice'
      ? enumerated(of)
      : share
        ? say('share of a whole')
        : say(
            '{type, select, boolean {boolean} quantity {quantity} date {date} text {text} other {{type}}}{hasUnit, select, true { in {unit}} other {}}{additive, select, true {, of parts} other {}}',
            { type, hasUnit: Boolean(unit), unit: unit ?? '', additive },
          );
  return mood === 'norm' ? say('{what} (norm)', { what }) : what;
}

function places({ library }: FeatureRequest, range: TextRange): Suggestions {
  const names = new Set<string>();
  for (const [inner, outer] of library.project.places) {
    names.add(inner);
    names.add(outer);
  }
  return all(
    [...names].map((name) => ({
      kind: 'place',
      label: name,
      detail: library.project.places.has(name)
        ? say('in {place}', { place: library.project.places.get(name)! })
        : '',
      insert: name,
      range,
      filter: name,
    })),
  );
}

function all(items: readonly Suggestion[]): Suggestions {
  return items.length ? { items, isIncomplete: false } : NOTHING;
}
