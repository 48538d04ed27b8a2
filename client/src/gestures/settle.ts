import { AT_CURSOR } from '../../../server/src/protocol/gestures.ts';
import type { Choice } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { pick } from '../shown/choices.ts';
import { askWords } from '../shown/messages.ts';
import { choose } from './choose.ts';
import { make } from './make.ts';
import { here } from './place.ts';
import { say } from '../../../server/src/words/say.ts';

/** Arguments from a key binding or quick fix, in place of questions. */
export interface GivenVerdict {
  /** A conflict, as in the choices for it. */
  readonly settle?: string;
  /** The side that is upheld, in the order of the choices. */
  readonly upheld?: 'first' | 'second' | 'neither';
  readonly reason?: string;
}

/** Settles a conflict: asks which, where there are several, which side is upheld, and why. */
export async function settle(server: Server, given: GivenVerdict = {}): Promise<void> {
  const at = here();
  if (!at) return;
  const chosen = await choose(server, at, {
    subject: 'conflict',
    title: say('Settle a Conflict'),
    placeholder: say('Which one? The claim that settles it is written where the cursor is.'),
    plain: (conflicts) => plainConflict(conflicts, given.settle),
  });
  const conflict = chosen?.choice;
  if (!conflict) return;
  const { sides = [], reason = '' } = conflict;
  const values = { first: sides[0]?.value ?? '', second: sides[1]?.value ?? '', neither: '' };
  const upheld = given.upheld
    ? values[given.upheld]
    : await askSide(sides, chosen.isPlain ? chosen.typed : '');
  if (upheld === undefined) return;
  const why = given.reason ?? (await askReason(reason));
  if (why === undefined) return;
  await make(server, at, { kind: 'settle', conflict: conflict.value, upheld, reason: why });
}

function askSide(sides: NonNullable<Choice['sides']>, typed: string): Promise<string | undefined> {
  return pick(
    [
      ...sides.map(({ value, label, description }) => ({ label, description, value })),
      { label: say('Neither'), description: say('each is left as it stands'), value: '' },
    ],
    say('Settle a Conflict: Which Side Do You Uphold?'),
    { typed },
  );
}

function askReason(begun: string): Thenable<string | undefined> {
  return askWords({
    title: say('Settle a Conflict: Why?'),
    prompt: say('What decides it, in your words. The conflict is settled when this is written.'),
    value: begun,
    validateInput: (words) =>
      /[\p{L}\p{N}]/u.test(words) ? null : say('Say why: without a reason nothing is settled.'),
  });
}

/** The conflict that needs no choosing: the given one, or the only one at the cursor. */
function plainConflict(conflicts: readonly Choice[], given: string | undefined): Choice | undefined {
  const known = conflicts.find(({ value }) => value === given);
  if (known) return known;
  const [only, ...others] = conflicts.filter(({ heading }) => isAtCursor(heading));
  return others.length === 0 ? only : undefined;
}

/** Whether a heading is that of the cursor, in whatever language the server says it. */
function isAtCursor(heading: string): boolean {
  return heading === AT_CURSOR || heading === say(AT_CURSOR);
}
