import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import type { StatedRelation } from '../../../server/src/protocol/gestures.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { declareProperty, newWork, sourceOf } from './begin.ts';
import type { GivenBeginning } from './begin.ts';
import { choose } from './choose.ts';
import { make } from './make.ts';
import { elsewhere, here } from './place.ts';
import { settle } from './settle.ts';
import { describeClaim, whatDoesItState, whatIsItAbout, whoHoldsThis, workAsserts } from './state.ts';
import type { GivenVerdict } from './settle.ts';
import { askWords } from '../shown/messages.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** Arguments of a command, from a key binding for example, in place of questions. */
interface Given extends GivenVerdict, GivenBeginning {
  readonly actor?: string;
  /** The name of a new actor. */
  readonly name?: string;
  readonly work?: string;
  readonly locator?: string;
  /** Where a work is cited, as zero-based line and column: `12:30`. By default at the cursor. */
  readonly cite?: string;
}

/** Registers the commands for gestures at the cursor or selection. */
export function registerGestures(server: Server): Disposable[] {
  const gestures: Record<string, (given?: Given) => Promise<void>> = {
    markClaim: () => plain(server, 'claim'),
    markActor: (given) => markActor(server, given),
    markQuotation: (given) => markQuotation(server, given),
    cite: (given) => cite(server, given),
    copyEntry: (given) => copyEntry(server, given),
    newWork: (given) => newWork(server, given),
    declareProperty: (given) => declareProperty(server, given),
    sourceOf: (given) => sourceOf(server, given),
    addNote: () => plain(server, 'note'),
    describeClaim: () => describeClaim(server),
    claimHeldBy: () => whoHoldsThis(server),
    claimAbout: () => whatIsItAbout(server),
    claimStates: () => whatDoesItState(server),
    workAsserts: () => workAsserts(server),
    claimContradicts: () => relate(server, 'contradicts'),
    claimSupports: () => relate(server, 'supports'),
    claimQualifies: () => relate(server, 'qualifies'),
    settleConflict: (given) => settle(server, given),
  };
  return Object.entries(gestures).map(([name, gesture]) =>
    commands.registerCommand(`${productId}.${name}`, gesture),
  );
}

async function plain(server: Server, kind: 'claim' | 'note'): Promise<void> {
  const at = here();
  if (at) await make(server, at, { kind });
}

async function markActor(server: Server, given?: Given): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.actor) return void (await make(server, at, { kind: 'actor', actor: given.actor }));
  if (given?.name) return void (await make(server, at, { kind: 'newActor', name: given.name }));
  const chosen = await choose(server, at, {
    subject: 'actor',
    title: say('Mark as an Actor'),
    placeholder: say('Who is meant? Type any of the names.'),
    other: (typed) => (typed === '' ? say('New actor…') : say('New actor “{name}”…', { name: typed })),
  });
  if (!chosen) return;
  if (chosen.choice) return void (await make(server, at, { kind: 'actor', actor: chosen.choice.value }));
  const name = await askWords({
    title: say('New Actor'),
    prompt: say(
      'Its name. The actor is added to the register; what else is known of it can be written there.',
    ),
    value: chosen.typed || chosen.words,
    validateInput: (words) => (words.trim() === '' ? say('An actor needs a name.') : null),
  });
  if (name !== undefined) await make(server, at, { kind: 'newActor', name });
}

async function markQuotation(server: Server, given?: Given): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.work)
    return void (await make(server, at, {
      kind: 'quotation',
      work: given.work,
      locator: given.locator ?? '',
    }));
  const chosen = await choose(server, at, {
    subject: 'quotedWork',
    title: say('Mark as a Quotation from…'),
    placeholder: say('From which work? Type an author, a year, words of the title.'),
  });
  if (!chosen?.choice) return;
  const locator = await askWords({
    title: say('Quotation from {work}', { work: chosen.choice.label }),
    prompt: say('Where in the work? Leave it empty if you do not know.'),
    placeHolder: 'p. 12',
    value: chosen.choice.locator ?? '',
  });
  if (locator !== undefined)
    await make(server, at, { kind: 'quotation', work: chosen.choice.value, locator: withTerm(locator) });
}

async function cite(server: Server, given?: Given): Promise<void> {
  const now = here();
  if (!now) return;
  const at = given?.cite === undefined ? now : elsewhere(now, given.cite);
  if (given?.work) return void (await make(server, at, { kind: 'cite', work: given.work }));
  const chosen = await choose(server, at, {
    subject: 'work',
    title: say('Cite'),
    placeholder: say('Which work? Type an author, a year, words of the title.'),
  });
  if (chosen?.choice) await make(server, at, { kind: 'cite', work: chosen.choice.value });
}

/** Copies an entry that was completed from the user's own library. */
async function copyEntry(server: Server, given?: Given): Promise<void> {
  const at = here();
  if (at && given?.work) await make(server, at, { kind: 'copyEntry', work: given.work });
}

/** The titles of the questions to which claim it relates. */
const RELATING: Readonly<Record<StatedRelation, string>> = {
  supports: deferred('This Claim Supports…'),
  contradicts: deferred('This Claim Contradicts…'),
  qualifies: deferred('This Claim Qualifies…'),
};

async function relate(server: Server, relation: StatedRelation): Promise<void> {
  const at = here();
  if (!at) return;
  const chosen = await choose(server, at, {
    subject: 'claim',
    title: say(RELATING[relation]),
    placeholder: say('Which claim? Type words of it, or its name.'),
  });
  if (chosen?.choice) await make(server, at, { kind: 'relate', relation, claim: chosen.choice.value });
}

/** Adds `p.` or `pp.` to a bare number. */
function withTerm(locator: string): string {
  const plain = locator.trim();
  if (/^\d+$/.test(plain)) return `p. ${plain}`;
  return /^\d+ ?[-–,] ?\d/.test(plain) ? `pp. ${plain}` : plain;
}
