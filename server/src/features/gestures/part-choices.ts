/** Choices for the parts of a claim: asserter, subjects, property and value. */
import { foldedWords, holdsWords } from '../../reasoning/claim-words.ts';
import type { Saying } from '../../reasoning/model.ts';
import { clauseOf, propertyInWords, valueInWords } from '../../reasoning/phrases.ts';
import { parseSays } from '../../reasoning/says.ts';
import { actorLabel, asserterLabel } from '../../workspace/labels.ts';
import type { BibliographyEntry } from '../../bibliography/model.ts';
import type { Choice } from '../../protocol/gestures.ts';
import type { ActionRequest } from '../actions/action.ts';
import { WorkSearch } from '../completion/work-search.ts';
import type { Stepwise } from '../../text/stepwise.ts';
import { claimedWords } from './claimed-words.ts';
import { worksNearby } from './works-nearby.ts';
import { enumerated, say } from '../../words/say.ts';

/** Adds a choice that is found by some words; returns false when the list is full. */
export type Take = (choice: Choice, knownBy: string) => boolean;

/** Choices narrowed by what was typed. */
export interface Narrowed {
  /** What was typed, folded. */
  readonly words: readonly string[];
  /** Adds a choice that is found by some words; returns false when the list is full. */
  readonly add: Take;
  /** Adds a choice that is known to match; returns false when the list is full. */
  take(choice: Choice): boolean;
}

/** What stands in the name of a work's authors beside their names, and is in no index. */
const JOINING = /^(?:and|et|al\.?|&)$/;

/** Possible asserters of the claim at the cursor: the works cited near it, the writer, all works, all actors. */
export function* listHolders(
  request: ActionRequest,
  list: Narrowed,
  marks: boolean,
): Stepwise<string | null> {
  const claim = claimedWords(request, marks);
  if ('status' in claim) return claim.why;
  const { library, view } = request;
  const seen = new Set<string>();
  const take: Take = (choice, knownBy) => list.add(choice, knownBy);
  const choiceOf = (entry: BibliographyEntry, heading: string): Choice => {
    const key = entry.key.text;
    const label = asserterLabel(key, view.path, library);
    const { title } = entry.sketch();
    return { value: `@${key}`, label, description: `@${key}`, detail: title ?? '', heading };
  };
  for (const { key } of worksNearby({
    ...request,
    selection: { from: claim.range.to, to: claim.range.to },
  })) {
    const entry = library.entries(view.path, key)[0]?.entry;
    if (!entry || seen.has(key)) continue;
    seen.add(key);
    const { names, title } = entry.sketch();
    const choice = choiceOf(entry, say('Cited nearby'));
    take(choice, `${key} ${choice.label} ${names.join(' ')} ${title ?? ''}`);
  }
  take(
    {
      value: '',
      label: say('The writer'),
      description: say('you, in your own words'),
      detail: '',
      heading: say('You'),
    },
    `${say('The writer')} me`,
  );
  for (const { actor } of library.allActors()) {
    const { id, name, aliases, kind } = actor;
    const detail = enumerated(aliases.map(({ text }) => text));
    take(
      {
        value: id.text,
        label: name.text,
        description: [id.text, kind].filter(Boolean).join(' · '),
        detail,
        heading: say('Actors'),
      },
      `${id.text} ${name.text} ${detail}`,
    );
  }
  const words = list.words.map((word) => word.replace(/^\(|\)$/g, '')).filter((word) => !JOINING.test(word));
  for (const entries of library.entryLists(view.path))
    for (const entry of WorkSearch.of(entries).withAll(words)) {
      yield;
      const key = entry?.key.text;
      if (key === undefined || seen.has(key)) continue;
      seen.add(key);
      if (!list.take(choiceOf(entry!, say('All works')))) return null;
    }
  return null;
}

/**
 * Possible subjects of the claim at the cursor: those named in its words first. `newActor` is the name of one who is about
 * to be registered, or empty.
 */
export function* listSubjects(
  request: ActionRequest,
  take: Take,
  newActor: string,
  marks: boolean,
): Stepwise<string | null> {
  const claim = claimedWords(request, marks);
  if ('status' in claim) return claim.why;
  const words = foldedWords(claim.text);
  const actors = Array.from(request.library.allActors(), ({ actor }) => actor);
  yield;
  const isNamed = new Set(
    actors.filter(({ name, aliases }) =>
      [name, ...aliases].some(({ text }) => {
        const folded = foldedWords(text);
        return folded.length > 1 && ` ${words} `.includes(` ${folded} `);
      }),
    ),
  );
  for (const [heading, some] of [
    [say('Named in the claim'), actors.filter((actor) => isNamed.has(actor))],
    [say('All actors'), actors.filter((actor) => !isNamed.has(actor))],
  ] as const)
    for (const { id, name, aliases, kind } of some) {
      const detail = enumerated(aliases.map(({ text }) => text));
      take(
        {
          value: id.text,
          label: name.text,
          description: [id.text, kind].filter(Boolean).join(' · '),
          detail,
          heading,
        },
        `${id.text} ${name.text} ${detail}`,
      );
    }
  if (newActor !== '')
    take(
      {
        value: '',
        label: newActor,
        description: say('about to be registered'),
        detail: '',
        heading: say('All actors'),
      },
      newActor,
    );
  return null;
}

/** The declared properties, those already stated of the actor first; then undeclared ones that are stated of it. */
export function* listProperties(
  request: ActionRequest,
  take: Take,
  of: string,
  marks: boolean,
): Stepwise<string | null> {
  const claim = claimedWords(request, marks);
  if ('status' in claim) return claim.why;
  const { properties } = request.reasoning;
  const [, actor = ''] = of.split('\n');
  const stated = new Set<string>();
  for (const claim of request.reasoning.eachAbout(actor))
    for (const { property } of request.reasoning.sayings.of(claim)) stated.add(property.text);
  yield;
  for (const [heading, isIn] of [
    [say('Stated of it already'), (name: string) => stated.has(name)],
    [say('Vocabulary'), (name: string) => !stated.has(name)],
  ] as const)
    for (const [name, { type, of: values, unit }] of properties)
      if (isIn(name)) {
        const description =
          type === 'choice' ? enumerated(values) : enumerated([type, unit ?? ''].filter(Boolean));
        take(
          { value: name, label: propertyInWords(name), description, detail: '', heading },
          `${name} ${propertyInWords(name)}`,
        );
      }
  // An undeclared property is offered with its existing spelling.
  for (const name of stated)
    if (!properties.has(name))
      take(
        {
          value: name,
          label: propertyInWords(name),
          description: say('not in the vocabulary yet'),
          detail: '',
          heading: say('Stated of it, and not declared'),
        },
        `${name} ${propertyInWords(name)}`,
      );
  return null;
}

/**
 * Possible values of a property, each with the resulting sentence. `of` is asserter, actor and property, one per
 * line; `typed` may be a new value.
 */
export function* listValues(
  request: ActionRequest,
  take: (choice: Choice) => boolean,
  of: string,
  typed: string,
  marks: boolean,
): Stepwise<string | null> {
  const claim = claimedWords(request, marks);
  if ('status' in claim) return claim.why;
  yield;
  const { library, reasoning, view } = request;
  const [by = '', actor = '', property = ''] = of.split('\n');
  const declaration = reasoning.properties.get(property) ?? null;
  const who = by === '' ? say('The writer') : asserterLabel(by.replace(/^@/, ''), view.path, library);
  const name = actorLabel(actor, library) ?? actor;
  const offer = (operator: Saying['operator'], value: string, heading: string) => {
    const saying: Saying = { property: { text: property }, operator, value: { text: value } };
    const answer = valueInWords(saying, declaration);
    const { full } = clauseOf(saying, declaration, name);
    take({
      value: `${property} ${operator} ${value}`,
      label: answer,
      description: `${who}: ${full}.`,
      detail: '',
      heading,
    });
  };
  const words = foldedWords(typed);
  const known = declaration
    ? knownValues(declaration.type, declaration.of)
    : statedValues(request, actor, property);
  const some = known.filter(([operator, value]) =>
    holdsWords(foldedWords(`${operator === '!=' ? 'not ' : ''}${value}`), words),
  );
  for (const [operator, value] of some)
    offer(operator, value, declaration ? say('Values') : say('Values, or type another'));
  if (typed.trim() === '' || some.length > 0) return null;
  const says = `${property} ${/^[=!<>≠≥≤]/.test(typed.trim()) ? '' : '= '}${typed.trim()}`;
  const { propositions, problems } = parseSays({ text: says, range: { from: 0, to: says.length } });
  const [proposition] = propositions;
  const wrong =
    problems[0]?.message ??
    (propositions.length !== 1 ? say('One value at a time: leave out the semicolon.') : null);
  if (!proposition || wrong !== null) return wrong;
  const value = reasoning.values.of(proposition);
  if (value.kind === 'invalid') return value.message;
  offer(proposition.operator, proposition.value.text, say('As you typed it'));
  return null;
}

type KnownValues = readonly (readonly [Saying['operator'], string])[];

const YES_OR_NO = [['=', 'yes'], ['=', 'no']] as const; // prettier-ignore

/** What is stated of an undeclared property of that actor; yes and no where nothing else is. */
function statedValues({ reasoning }: ActionRequest, actor: string, property: string): KnownValues {
  const stated = new Set<string>();
  for (const claim of reasoning.eachAbout(actor))
    for (const saying of reasoning.sayings.of(claim))
      if (saying.property.text === property) stated.add(saying.value.text);
  const others = [...stated].filter((value) => value !== 'yes' && value !== 'no');
  return others.length > 0 ? [...stated].sort().map((value) => ['=', value] as const) : YES_OR_NO;
}

function knownValues(type: string, of: readonly string[]): KnownValues {
  if (type === 'boolean') return YES_OR_NO;
  return [...of.map((value) => ['=', value] as const), ...of.map((value) => ['!=', value] as const)];
}
