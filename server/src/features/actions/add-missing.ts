/** Actions that add what a text names but nothing defines: an entry, an actor, a property. */
import type { CslItem } from '../../bibliography/model.ts';
import { propertyInWords } from '../../reasoning/phrases.ts';
import { nameOf } from '../../workspace/paths.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { PropertyType } from '../../workspace/project.ts';
import { addWork } from '../gestures/bibliography-end.ts';
import { declareProperty } from '../gestures/declare-property.ts';
import { registration } from '../gestures/mark-actor.ts';
import { actionKinds, type Action, type ActionRequest, type FindingActions } from './action.ts';
import { say } from '../../words/say.ts';

const YEAR = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/;

/** Adds an entry for a work that no bibliography has, with what its key reveals; the user completes it. */
export const addEntryFor: FindingActions = (finding, { view, library }) => {
  const key = view.text.slice(finding.range);
  if (library.inOwnLibrary(key).length > 0 || !/^[\p{L}\p{N}_][^\s{},"#%~\\@]*$/u.test(key)) return [];
  const outcome = addWork(view.path, begunEntry(key), library);
  if (outcome.status !== 'done') return [];
  return [
    {
      title: say('Add an entry “{key}” to {file}', { key, file: nameOf(outcome.edits[0]!.path) }),
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => outcome.edits,
      ...(outcome.creates ? { creates: outcome.creates } : {}),
    },
  ];
};

/** Adds an entry for an unknown asserter whose id has a year, as citekeys have and actors' ids have not. */
export const addEntryOfAsserter: FindingActions = (finding, request) => {
  const isAsserter = request.view.facts.claims.some(({ by, via }) =>
    [...by, ...via].some(({ range }) => range.from === finding.range.from),
  );
  const id = request.view.text.slice(finding.range);
  return isAsserter && YEAR.test(id) ? addEntryFor(finding, request) : [];
};

/** Author and year from a key such as `osei2003` or `osei_kitchens_2003`. */
function begunEntry(key: string): CslItem {
  const [, family] = /^(\p{L}{2,})/u.exec(key) ?? [];
  const [, year] = YEAR.exec(key) ?? [];
  return {
    id: key,
    type: 'book',
    title: say('Title to be written'),
    ...(family ? { author: [{ family: family.charAt(0).toUpperCase() + family.slice(1) }] } : {}),
    ...(year ? { issued: { 'date-parts': [[Number(year)]] } } : {}),
  };
}

/** Registers an actor whose id no register has. */
export const registerActor: FindingActions = (finding, request) => {
  const id = request.view.text.slice(finding.range);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(id)) return [];
  const mark = request.view.facts.actorMarks.find(({ refs }) =>
    refs.some(({ range }) => range.from === finding.range.from),
  );
  const words = mark?.text.trim() || propertyInWords(id);
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const registered = registration(request, name, id);
  if ('status' in registered || registered.made.alsoCreates) return [];
  const { edits, creates } = registered.made;
  return [
    {
      title: say('Register “{id}” as an actor in {file}', { id, file: nameOf(edits.at(-1)!.path) }),
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => edits,
      ...(creates === undefined ? {} : { creates }),
    },
  ];
};

/** Declares a property in the project file, with the type of the values in claims. */
export const declareUsed: FindingActions = (finding, request): Action[] => {
  const name = request.view.text.slice(finding.range);
  const { type, of } = typeOf(name, request);
  const gesture = { kind: 'declareProperty' as const, name, type, ...(of ? { of } : {}) };
  const outcome = declareProperty(request, gesture);
  if (outcome.status !== 'done') return [];
  return [
    {
      title: say('Declare “{name}” in {file} as {type}', { name, file: PROJECT_FILE, type }),
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => outcome.edits,
      ...(outcome.creates ? { creates: outcome.creates } : {}),
    },
  ];
};

/** Infers the type from the values in claims: all booleans, all numbers, all dates, else a choice. */
function typeOf(
  name: string,
  { reasoning }: ActionRequest,
): { readonly type: PropertyType; readonly of?: readonly string[] } {
  const values = new Set<string>();
  for (const claim of reasoning.claimsSaying(name))
    for (const { property, value } of reasoning.sayings.of(claim))
      if (property.text === name) values.add(value.text.trim());
  const all = [...values];
  const areAll = (pattern: RegExp) => all.length > 0 && all.every((value) => pattern.test(value));
  if (areAll(/^(?:yes|no|true|false)$/i)) return { type: 'boolean' };
  if (areAll(/^(?:1[0-9]\d\d|20\d\d)(?:-\d\d){0,2}[~?%]?$/)) return { type: 'date' };
  if (areAll(/^[~≈]?\s*[\d.,]+/)) return { type: 'quantity' };
  // A single value does not tell what the other choices would be.
  return all.length > 1 && areAll(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u)
    ? { type: 'choice', of: all }
    : { type: 'text' };
}
