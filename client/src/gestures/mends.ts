import { commands } from 'vscode';
import type { ChoiceSubject, Gesture, Mend as HelpfulMend } from '../../../server/src/protocol/gestures.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { pick } from '../shown/choices.ts';
import { inform } from '../shown/messages.ts';
import type { Mend } from '../shown/messages.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** A button that runs one of our commands. Its label is said when it is shown. */
function runs(label: string, command: string): Mend {
  return {
    get label() {
      return say(label);
    },
    act: () => commands.executeCommand(`${productId}.${command}`),
  };
}

/** Expands the selection and tries again. */
function withMoreWords(command: string): Mend {
  return {
    get label() {
      return say('Select More and Try Again');
    },
    act: async () => {
      await commands.executeCommand('editor.action.smartSelect.expand');
      await commands.executeCommand(`${productId}.${command}`);
    },
  };
}

const newWork = runs(deferred('New Work…'), 'newWork');
const markClaim = runs(deferred('Mark as a Claim'), 'markClaim');
const project = runs(deferred('Open the Project File'), 'createProjectFile');
const restart = runs(deferred('Restart'), 'restart');

/** The button for each refused gesture. */
const ofGestures: Readonly<Record<Gesture['kind'], Mend>> = {
  claim: withMoreWords('markClaim'),
  actor: withMoreWords('markActor'),
  newActor: project,
  quotation: withMoreWords('markQuotation'),
  note: runs(deferred('Try Again at the Cursor'), 'addNote'),
  cite: runs(deferred('Cite Another…'), 'cite'),
  copyEntry: newWork,
  newWork: runs(deferred('Cite…'), 'cite'),
  declareProperty: project,
  sourceOf: project,
  fileOf: project,
  relate: markClaim,
  state: markClaim,
  settle: runs(deferred('Settle a Conflict…'), 'settleConflict'),
};

/** The button for each empty list of choices. */
const ofSubjects: Readonly<Record<ChoiceSubject, Mend>> = {
  // The words are not selected yet, or not so that they can be marked.
  actor: withMoreWords('markActor'),
  work: newWork,
  quotedWork: withMoreWords('markQuotation'),
  textOf: newWork,
  newWork,
  newProperty: project,
  claim: markClaim,
  conflict: {
    get label() {
      return say('Show the Problems');
    },
    act: () => commands.executeCommand('workbench.actions.view.problems'),
  },
  holder: markClaim,
  subject: markClaim,
  property: markClaim,
  value: markClaim,
};

/** The button for a refusal with which something other helps than usual. */
const ofRefusals: Readonly<Record<Exclude<HelpfulMend, 'again'>, Mend>> = {
  describe: runs(deferred('Say Who Holds What of Whom…'), 'describeClaim'),
  holder: runs(deferred('Who Holds This…'), 'claimHeldBy'),
  source: runs(deferred('Show the Source'), 'showSource'),
  entry: {
    get label() {
      return say('Show the Entry');
    },
    act: () => commands.executeCommand('editor.action.revealDefinition'),
  },
  problems: ofSubjects.conflict,
};

/** Shows why a gesture was refused, with a button. */
export function refuseGesture(why: string, gesture: Gesture, mend?: HelpfulMend): void {
  void inform(why, mendOf(gesture, mend));
}

function mendOf(gesture: Gesture, mend?: HelpfulMend): Mend {
  if (mend === undefined) return ofGestures[gesture.kind];
  return mend === 'again' ? (againFor(gesture) ?? ofGestures[gesture.kind]) : ofRefusals[mend];
}

/** Shows why there is nothing to choose, with a button. */
export function refuseChoice(why: string, subject: ChoiceSubject): void {
  void inform(why, ofSubjects[subject]);
}

/** Offers the ways to a first work where no bibliography is known, in a list: a message has no keys. */
export async function beginBibliography(title: string): Promise<void> {
  const command = await pick(
    [
      { line: say('No bibliography is known here yet') },
      {
        label: say('New Work…'),
        description: say('describe it: its entry is written here'),
        value: 'newWork',
      },
      {
        label: say('Choose My Library…'),
        description: say('a bibliography that you have elsewhere'),
        value: 'chooseLibrary',
      },
    ],
    title,
  );
  if (command !== undefined) await commands.executeCommand(`${productId}.${command}`);
}

/** Shows that the server does not answer. */
export function noAnswer(): void {
  void inform(say('The language server does not answer.'), restart);
}

/** Shows that the text has changed since the answer was computed. */
export function changedMeanwhile(gesture: Gesture): void {
  void inform(say('The text has changed meanwhile, so that nothing was written.'), mendOf(gesture, 'again'));
}

/** Gestures that can be repeated without questions. */
const again: Partial<Record<Gesture['kind'], Mend>> = {
  claim: runs(deferred('Try Again'), 'markClaim'),
  actor: runs(deferred('Try Again'), 'markActor'),
  newActor: runs(deferred('Try Again'), 'markActor'),
  quotation: runs(deferred('Try Again'), 'markQuotation'),
  note: runs(deferred('Try Again'), 'addNote'),
  cite: runs(deferred('Try Again'), 'cite'),
  newWork: runs(deferred('Try Again'), 'newWork'),
  declareProperty: runs(deferred('Try Again'), 'declareProperty'),
  sourceOf: runs(deferred('Try Again'), 'sourceOf'),
  state: runs(deferred('Try Again'), 'describeClaim'),
  settle: runs(deferred('Try Again'), 'settleConflict'),
};

/** The button that repeats a gesture with its questions. */
function againFor(gesture: Gesture): Mend | undefined {
  if (gesture.kind !== 'relate') return again[gesture.kind];
  const command = { contradicts: 'claimContradicts', supports: 'claimSupports', qualifies: 'claimQualifies' };
  return runs(deferred('Try Again'), command[gesture.relation]);
}
