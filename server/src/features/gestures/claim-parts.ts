/** Edits of a claim's attributes: its asserter, its subjects, its propositions. */
import type { Claim } from '../../facts/model.ts';
import { writesOn } from '../../reasoning/asserters.ts';
import { parseSays } from '../../reasoning/says.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import { factsAfter } from './facts-after.ts';
import { NO_CLAIM } from './claimed-words.ts';
import { declarationFor } from './declare-property.ts';
import { registrations } from './mark-actor.ts';
import { claimable, nameForClaim } from './mark-claim.ts';
import { markEdits } from './marking.ts';
import { refused, type Outcome, type Refused } from './outcome.ts';
import { together } from './project-edits.ts';
import { caretBehind, claimAtCursor } from './relate-claims.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { deferred, say } from '../../words/say.ts';

/** Stands for the work that is cited directly after the claim. */
const CITED = '@';
const HTML = deferred('Its attributes stand in HTML: write them there by hand.');
const UNCLOSED = deferred('Its attributes cannot be added to: one of them is not closed.');

/**
 * Adds to the claim at the cursor its asserter, subjects and propositions, as far as given, in one edit. The asserter
 * is replaced; subjects and propositions are added to the existing ones.
 */
export function stateClaim(
  request: ActionRequest,
  {
    marks = false,
    by: given,
    newHolder,
    about,
    newActor,
    says,
    declares = false,
  }: Extract<Gesture, { readonly kind: 'state' }>,
): Outcome {
  const claim = claimAtCursor(request);
  if (!claim && !marks) return refused(say(NO_CLAIM));
  const { view } = request;
  const fresh = [newHolder, newActor].filter((name) => name !== undefined);
  const registered = fresh.length === 0 ? null : registrations(request, fresh);
  if (registered && 'status' in registered) return registered;
  const named = newHolder === undefined ? given : registered?.ids[0];
  const actor = newActor === undefined ? about : registered?.ids.at(-1);
  const made = registered ? [registered.made] : [];
  const hasVocabulary =
    request.library.hasProject ||
    made.some(({ creates, alsoCreates = [] }) => [creates, ...alsoCreates].includes(PROJECT_FILE));
  const withAll = (edits: readonly ActionEdit[]): Outcome => {
    const declared = declares && says !== undefined && hasVocabulary ? declarationFor(request, says) : null;
    return together({ status: 'done', edits }, ...made, ...(declared ? [declared] : []));
  };
  if (!claim) {
    const marked = markStated(request, { by: named, actor, says });
    return 'status' in marked ? marked : withAll(marked);
  }
  const by = named === CITED ? citedBehind(claim, request) : named;
  if (by === null)
    return refused(
      say('No single work is cited right after this claim: choose by “Who Holds This…” who asserts it.'),
      'holder',
    );
  if (view.text.text[claim.attributes.range.to - 1] !== '}') return refused(say(HTML));
  const edits: ActionEdit[] = [];
  if (by !== undefined) edits.push(...written(claim, 'by', by, () => by, request));
  if (actor !== undefined && !claim.about.some(({ text }) => text === actor))
    edits.push(...written(claim, 'about', actor, (known) => `${known} ${actor}`, request));
  if (says !== undefined) {
    const isStated = (known: string) => known.split(';').some((part) => part.trim() === says.trim());
    if (!isStated(claim.says?.text ?? ''))
      edits.push(...written(claim, 'says', says, (known) => `${known}; ${says}`, request));
  }
  if (edits.length === 0) return refused(say('The claim says so already.'), 'describe');
  if (!isRead(edits, { by, actor, says }, claim.range.from, 0, request)) return refused(say(UNCLOSED));
  edits.push(...caretBehind(claim, request));
  return withAll(edits);
}

/** What a claim is to say, by its attributes. */
interface Stated {
  readonly by: string | undefined;
  readonly actor: string | undefined;
  readonly says: string | undefined;
}

/** The edits that mark the selection, or the sentence at the cursor, as a claim that says so; or why it cannot be. */
function markStated(request: ActionRequest, stated: Stated): readonly ActionEdit[] | Refused {
  const marking = claimable(request);
  if ('status' in marking) return marking;
  const { by, actor, says } = stated;
  const attributes = Object.entries({ by, about: actor, says })
    .filter(([, value]) => value)
    .map(([key, value]) => ` ${key}=${quoted(value!)}`);
  const written = `.claim #${nameForClaim(marking, request)}${attributes.join('')}`;
  const edits = markEdits(marking, written, request.view.path);
  return isRead(edits, stated, marking.range.from, 1, request) ? edits : refused(say(UNCLOSED));
}

/** The work that the writer comments on with the claim; null where there is not exactly one. */
function citedBehind({ range }: Claim, { view, reasoning }: ActionRequest): string | null {
  const record = reasoning.claimsIn(view.path).find((each) => each.range.from === range.from);
  const on = record ? writesOn(record) : null;
  return on === null ? null : `@${on}`;
}

function quoted(words: string): string {
  return `"${words.replace(/["\\]/g, '\\$&')}"`;
}

/** The new value of one attribute; an empty value removes it. */
function written(
  { attributes }: Claim,
  key: 'by' | 'about' | 'says',
  value: string,
  besides: (known: string) => string,
  { view: { path, text } }: ActionRequest,
): ActionEdit[] {
  const pair = attributes.pairs.find((each) => each.key.text === key);
  if (pair) {
    const { from, to } = pair.value.range;
    const isQuoted = text.text[to] === '"' || text.text[to] === "'";
    if (value === '') {
      const start =
        text.text[pair.key.range.from - 1] === ' ' ? pair.key.range.from - 1 : pair.key.range.from;
      return [{ path, range: { from: start, to: isQuoted ? to + 1 : to }, insert: '' }];
    }
    const words = pair.value.text.trim() === '' ? value : besides(pair.value.text.trim());
    const range = isQuoted ? { from: from - 1, to: to + 1 } : { from, to };
    return [{ path, range, insert: quoted(words) }];
  }
  if (value === '') return [];
  const at = attributes.range.to - 1;
  const insert = `${text.text[at - 1] === ' ' ? '' : ' '}${key}=${quoted(value)}`;
  return [{ path, range: { from: at, to: at }, insert }];
}

/** Whether the claim at an offset reads as intended after the edits, and the text has as many more claims as expected. */
function isRead(
  edits: readonly ActionEdit[],
  { by, actor, says }: Stated,
  from: number,
  added: number,
  request: ActionRequest,
): boolean {
  const { claims } = factsAfter(request, edits);
  const again = claims.find((claim) => claim.range.from === from);
  if (!again || claims.length !== request.view.facts.claims.length + added) return false;
  const holder = by?.replace(/^@/, '');
  if (holder && again.by[0]?.text !== holder) return false;
  if (actor !== undefined && !again.about.some(({ text }) => text === actor)) return false;
  if (says === undefined) return true;
  return again.says !== null && again.says.text.includes(says) && parseSays(again.says).problems.length === 0;
}
