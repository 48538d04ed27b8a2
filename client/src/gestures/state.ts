/**
 * Three questions about the claim at the cursor, together or one by one: its asserter, its subjects, its
 * propositions.
 */
import type { Gesture } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { choose } from './choose.ts';
import type { Question } from './choose.ts';
import { make } from './make.ts';
import { here } from './place.ts';
import type { Here } from './place.ts';
import { say } from '../../../server/src/words/say.ts';

type Stated = Omit<Extract<Gesture, { readonly kind: 'state' }>, 'kind'>;

/** Stands for the writer. */
const WRITER = '';
/** Stands for the work cited directly after the claim. */
const CITED = '@';

/** Sets the asserter of the claim at the cursor. */
export async function whoHoldsThis(server: Server): Promise<void> {
  const at = here();
  const holder = at && (await askHolder(server, at, say('Who Holds This?')));
  if (at && holder) await make(server, at, { kind: 'state', ...holder });
}

/** Adds a subject to the claim at the cursor. */
export async function whatIsItAbout(server: Server): Promise<void> {
  const at = here();
  const subject = at && (await askSubject(server, at, say('What Is It About?')));
  if (at && subject) await make(server, at, { kind: 'state', ...subject });
}

/** Adds a proposition to the claim at the cursor. */
export async function whatDoesItState(server: Server): Promise<void> {
  const at = here();
  if (!at) return;
  const subject = await askSubject(server, at, say('What Does It State? Of Whom (1/3)'));
  if (!subject) return;
  const statement = await askStatement(server, at, WRITER, subject, ['2/3', '3/3']);
  if (statement) await make(server, at, { kind: 'state', ...subject, ...statement });
}

/** All three in one undo step. Selected words that are no claim are marked as one with it. */
export async function describeClaim(server: Server): Promise<void> {
  const at = here();
  if (!at) return;
  const holder = await askHolder(server, at, say('Who Holds This? (1/4)'), true);
  if (!holder) return;
  const by = holder.by ?? holder.newHolder ?? WRITER;
  const subject = await askSubject(server, at, say('What Is It About? (2/4)'), holder.newHolder ?? '');
  if (!subject) return;
  const statement = await askStatement(server, at, by, subject, ['3/4', '4/4'], true);
  if (!statement) return;
  const held = holder.by === WRITER ? {} : holder;
  await make(server, at, { kind: 'state', marks: true, ...held, ...subject, ...statement });
}

/** Makes the work that is cited directly after the claim its asserter. */
export async function workAsserts(server: Server): Promise<void> {
  const at = here();
  if (at) await make(server, at, { kind: 'state', by: CITED });
}

async function askHolder(
  server: Server,
  at: Here,
  title: string,
  marks = false,
): Promise<Pick<Stated, 'by' | 'newHolder'> | undefined> {
  const chosen = await choose(server, at, {
    subject: 'holder',
    title,
    placeholder: say('Who asserts it? Type an author, a year, a name.'),
    other: registering,
    marks,
  });
  if (!chosen) return undefined;
  return chosen.choice ? { by: chosen.choice.value } : { newHolder: chosen.typed };
}

function registering(typed: string): string | undefined {
  return typed === '' ? undefined : say('Register “{name}” as a new actor', { name: typed });
}

/** `newHolder`, where all is asked together, is the name of an actor who is about to be registered, or empty. */
async function askSubject(
  server: Server,
  at: Here,
  title: string,
  newHolder?: string,
): Promise<Pick<Stated, 'about' | 'newActor'> | undefined> {
  const chosen = await choose(server, at, {
    subject: 'subject',
    title,
    placeholder: say('Of whom is it said? Type any of the names.'),
    none: say('No actor is registered here yet: type a name'),
    other: registering,
    ...(newHolder === undefined ? {} : { of: newHolder, marks: true }),
  });
  if (!chosen) return undefined;
  if (chosen.choice?.value === '') return { newActor: newHolder };
  return chosen.choice ? { about: chosen.choice.value } : { newActor: chosen.typed };
}

async function askStatement(
  server: Server,
  at: Here,
  by: string,
  { about, newActor = '' }: Pick<Stated, 'about' | 'newActor'>,
  [first, second]: readonly [string, string],
  marks = false,
): Promise<Pick<Stated, 'says' | 'declares'> | undefined> {
  const actor = about ?? newActor;
  const property: Omit<Question, 'title'> = {
    subject: 'property',
    placeholder: say('Which of its properties? Type words of it.'),
    none: say('No property is known here yet: type a word for one, such as “members” or “trusted”'),
    of: [by, actor].join('\n'),
    marks,
    other: (typed) => (typed === '' ? undefined : say('The new property “{name}”', { name: nameOf(typed) })),
  };
  const chosen = await choose(server, at, {
    ...property,
    title: say('What Does It State? ({step})', { step: first }),
  });
  if (!chosen) return undefined;
  const name = chosen.choice?.value ?? nameOf(chosen.typed);
  const value = await choose(server, at, {
    subject: 'value',
    title: say('What Does It State? ({step})', { step: second }),
    placeholder: say('Choose or type the value: no, 82, at least 3000 as >= 3000, 1996'),
    of: [by, actor, name].join('\n'),
    marks,
  });
  return value?.choice
    ? { says: value.choice.value, ...(chosen.choice ? {} : { declares: true }) }
    : undefined;
}

/** A property's name from typed words: letters and digits, joined by hyphens. */
function nameOf(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
