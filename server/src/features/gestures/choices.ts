/** The choices that a gesture offers to the user. */
import type { Actor } from '../../actors/model.ts';
import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { namingIn } from '../../reasoning/naming.ts';
import { asserter } from '../../reasoning/named-asserters.ts';
import { hasOwnWords } from '../../reasoning/verdict.ts';
import { shortened } from '../../text/shortened.ts';
import { actorLabel } from '../../workspace/labels.ts';
import type { ActionRequest } from '../actions/action.ts';
import { undeclaredAt } from './declare-property.ts';
import { mentioned, mentionedWords } from './mark-actor.ts';
import { unknownKeyAt } from './new-work.ts';
import { quoted } from './mark-quotation.ts';
import type { Outcome } from './outcome.ts';
import { AT_CURSOR, type Choice, type Choices, type ChoiceSubject } from '../../protocol/gestures.ts';
import { isAnnotated, KEPT_AS_IT_IS } from './perform.ts';
import { claimAtCursor } from './relate-claims.ts';
import { conflictKey } from '../conflict-key.ts';
import { listHolders, listProperties, listSubjects, listValues } from './part-choices.ts';
import { isAtCursor, standingIn } from './settle.ts';
import { worksNearby } from './works-nearby.ts';
import { WorkSearch } from '../completion/work-search.ts';
import type { Stepwise } from '../../text/stepwise.ts';
import { deferred, enumerated, say } from '../../words/say.ts';

/** The maximum number of choices; typing narrows them. */
const MOST = 200;
/** How many UTF-16 units of a claim are shown. */
const BRIEF = 45;

const NO_BIBLIOGRAPHY = deferred(
  'No bibliography is known here yet: put one beside this text, choose your library (Choose My Library…), or describe a work (New Work…).',
);

/** Adds choices to a list; returns why nothing can be chosen, or null. */
type Filler = (request: ActionRequest, list: ChoiceList, asked: AskedChoices) => Stepwise<string | null>;

/** What choices are asked for. `of` is the previous choice, where it matters. */
export interface AskedChoices {
  readonly subject: ChoiceSubject;
  readonly filter: string;
  readonly of?: string;
  /** Whether selected words that are no claim yet count as one. */
  readonly marks?: boolean;
}

const FILLERS: Readonly<Record<ChoiceSubject, Filler>> = {
  actor: listActors,
  newProperty: nothingToList,
  newWork: nothingToList,
  textOf: listWorks,
  work: listWorks,
  quotedWork: listQuotedWorks,
  claim: listClaims,
  conflict: listConflicts,
  holder: (request, list, { marks = false }) => listHolders(request, list, marks),
  subject: (request, list, { of = '', marks = false }) =>
    listSubjects(request, (choice, words) => list.add(choice, words), of, marks),
  property: (request, list, { of = '', marks = false }) =>
    listProperties(request, (choice, words) => list.add(choice, words), of, marks),
  value: (request, list, { filter, of = '', marks = false }) =>
    listValues(request, (choice) => list.take(choice), of, filter, marks),
};

/**
 * The choices for the request's selection. Each word of `filter` must occur in a choice: in the names, year, title or
 * key of a work, in any name of an actor, in the words or id of a claim.
 */
export function* choicesOf(request: ActionRequest, asked: AskedChoices): Stepwise<Choices> {
  const { subject, filter } = asked;
  const list = new ChoiceList(folded(filter).split(/\s+/).filter(Boolean));
  const mayBe = isAnnotated(request) || subject === 'textOf' || subject === 'newProperty';
  const refusal = mayBe ? yield* FILLERS[subject](request, list, asked) : say(KEPT_AS_IT_IS);
  return {
    items: list.items,
    more: list.more,
    refusal,
    ...(refusal === say(NO_BIBLIOGRAPHY) ? { missing: 'bibliography' as const } : {}),
    words: wordsFor(subject, request),
    unheardOf: list.unheardOf,
  };
}

/** The default name of a new thing. */
function wordsFor(subject: ChoiceSubject, request: ActionRequest): string {
  if (subject === 'actor') return mentionedWords(request);
  if (subject === 'newProperty') return undeclaredAt(request);
  return subject === 'newWork' ? (unknownKeyAt(request) ?? '') : '';
}

/** For gestures that only ask for a new name. */
function* nothingToList(): Stepwise<string | null> {
  yield;
  return null;
}

class ChoiceList {
  readonly items: Choice[] = [];
  /** Whether some choices did not fit. */
  more = false;
  /** Whether none is called anything like the words selected. */
  unheardOf = false;

  /** `words`: what was typed, folded. */
  constructor(readonly words: readonly string[]) {}

  /** Adds a choice if all filter words occur in `knownBy`; returns false when the list is full. */
  add(choice: Choice, knownBy: string): boolean {
    if (this.words.length > 0) {
      const haystack = folded(knownBy);
      if (!this.words.every((word) => haystack.includes(word))) return true;
    }
    return this.take(choice);
  }

  /** Adds a choice that is known to match; returns false when the list is full. */
  take(choice: Choice): boolean {
    if (this.items.length >= MOST) this.more = true;
    else this.items.push(choice);
    return !this.more;
  }
}

function why(outcome: Outcome | object): string | null {
  return 'status' in outcome && outcome.status === 'refused' && 'why' in outcome ? String(outcome.why) : null;
}

function* listActors(request: ActionRequest, list: ChoiceList): Stepwise<string | null> {
  const refusal = why(mentioned(request));
  if (refusal !== null) return refusal;
  const selected = folded(mentionedWords(request));
  const { library } = request;
  const actors = Array.from(library.allActors(), ({ actor }) => actor);
  const like = new Set(actors.filter((actor) => isLike(actor, selected)));
  list.unheardOf = selected.length > 1 && like.size === 0;
  yield;
  const rest = actors.filter((actor) => !like.has(actor));
  for (const [heading, some] of [
    [say('Named like the words selected'), [...like]],
    [say('All actors'), rest],
  ] as const)
    for (const actor of some) {
      const aliases = actor.aliases.map(({ text }) => text);
      list.add(
        {
          value: actor.id.text,
          label: actor.name.text,
          description: [actor.id.text, actor.kind].filter(Boolean).join(' · '),
          detail: enumerated(aliases),
          heading,
        },
        [actor.id.text, actor.name.text, actor.kind, actor.place, ...aliases].join(' '),
      );
    }
  return null;
}

/** Whether one of an actor's names contains the selected words, or the reverse. */
export function isLike({ name, aliases }: Actor, selected: string): boolean {
  if (selected.length < 2) return false;
  return [name, ...aliases].some(({ text }) => {
    const known = folded(text);
    return known.includes(selected) || (known.length > 2 && selected.includes(known));
  });
}

function* listQuotedWorks(request: ActionRequest, list: ChoiceList): Stepwise<string | null> {
  return why(quoted(request)) ?? (yield* listWorks(request, list));
}

function* listWorks(request: ActionRequest, list: ChoiceList): Stepwise<string | null> {
  const { view, library } = request;
  const seen = new Set<string>();
  const choiceOf = (entry: BibliographyEntry, heading: string): Choice => {
    const { names, year, title } = entry.sketch();
    const key = entry.key.text;
    const who = names.length > 3 ? `${names[0]} et al.` : names.join(', ');
    const label = [who, year].filter(Boolean).join(' ') || key;
    return { value: key, label, description: key, detail: title ?? '', heading };
  };
  for (const { key, locator } of worksNearby(request)) {
    const entry = library.entries(view.path, key)[0]?.entry;
    if (!entry || seen.has(key)) continue;
    seen.add(key);
    const { names, year, title } = entry.sketch();
    const knownBy = `${key} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`;
    list.add({ ...choiceOf(entry, say('Cited nearby')), ...(locator === null ? {} : { locator }) }, knownBy);
  }
  let isAny = false;
  for (const [heading, lists, isFurther] of [
    [say('All works'), library.entryLists(view.path), false],
    [say('In your library'), library.furtherLists(view.path), true],
  ] as const)
    for (const entries of lists) {
      isAny ||= entries.length > 0;
      for (const entry of WorkSearch.of(entries).withAll(list.words)) {
        yield;
        const key = entry?.key.text;
        if (key === undefined || seen.has(key)) continue;
        if (isFurther && library.entries(view.path, key).length > 0) continue;
        seen.add(key);
        if (!list.take(choiceOf(entry!, heading))) return null;
      }
    }
  return isAny ? null : say(NO_BIBLIOGRAPHY);
}

function* listClaims(
  request: ActionRequest,
  list: ChoiceList,
  { filter }: AskedChoices,
): Stepwise<string | null> {
  const { view, reasoning } = request;
  const own = claimAtCursor(request);
  if (!own) return say('Put the cursor into the claim that is to say so.');
  if (reasoning.size < 2) return say('There is no other claim yet.');
  const choice = (claim: ClaimRecord, heading: string): Choice => ({
    value: claim.address,
    label: shortened(claim.text),
    description: claim.id === null ? say('without a name yet') : `#${claim.id}`,
    detail: [claim.path, about(claim, request)].filter(Boolean).join(' · '),
    heading,
  });
  for (const claim of reasoning.claimsIn(view.path))
    if (claim.range.from !== own.range.from)
      list.add(
        choice(claim, say('In this text')),
        `${claim.text} ${claim.id ?? ''} ${about(claim, request)}`,
      );
  for (const found of reasoning.search(filter)) {
    for (const claim of found)
      if (claim.path !== view.path && claim.id !== null && !list.take(choice(claim, say('In other texts'))))
        return null;
    yield;
  }
  return null;
}

function about({ about: ids }: ClaimRecord, { library }: ActionRequest): string {
  return enumerated(ids.map((id) => actorLabel(id, library) ?? id));
}

function* listConflicts(request: ActionRequest, list: ChoiceList): Stepwise<string | null> {
  const { view, reasoning } = request;
  const seen = new Set<string>();
  const naming = namingIn(view.path, request.library, reasoning);
  const add = (conflict: Conflict, heading: string): boolean => {
    const { a, b } = conflict;
    const value = conflictKey(conflict);
    if (seen.has(value)) return true;
    seen.add(value);
    const sides = [a, b].map(({ text }) => say('“{words}”', { words: shortened(text, BRIEF) }));
    const places = [a, b].map(({ path, id }) => (id === null ? path : `#${id}`));
    const choice = {
      value,
      label: sides[0]!,
      description: places[0]!,
      detail: say('against {claim} · {place}', { claim: sides[1]!, place: places[1]! }),
      heading,
      sides: [a, b].map((side) => ({
        value: side.address,
        label: say('“{words}”', { words: shortened(side.text) }),
        description: asserter(side, naming).replace(/,$/, ''),
      })),
      reason: conflict.pending && hasOwnWords(conflict.pending) ? conflict.pending.text : '',
    };
    return list.add(choice, `${a.text} ${b.text} ${a.path} ${b.path} ${places.join(' ')}`);
  };
  for (const conflict of standingIn(view.path, request))
    if (isAtCursor(conflict, request)) add(conflict, AT_CURSOR);
  for (const path of [view.path, ...reasoning.paths()]) {
    for (const conflict of standingIn(path, request))
      if (!add(conflict, say('Standing elsewhere'))) return null;
    yield;
  }
  return seen.size === 0 ? say('No conflict stands: there is nothing to settle.') : null;
}
