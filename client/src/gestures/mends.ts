import { commands } from 'vscode';
import type { ChoiceSubject, Gesture } from '../../../server/src/protocol/gestures.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { pick } from '../shown/choices.ts';
import { inform } from '../shown/messages.ts';
import type { Mend } from '../shown/messages.ts';

/** A button that runs one of our commands. */
function runs(label: string, command: string): Mend {
  return { label, act: () => commands.executeCommand(`${productId}.${command}`) };
}

/** Expands the selection and tries again. */
function withMoreWords(command: string): Mend {
  return {
    label: 'Select More and Try Again',
    act: async () => {
      await commands.executeCommand('editor.action.smartSelect.expand');
      await commands.executeCommand(`${productId}.${command}`);
    },
  };
}

const newWork = runs('New Work…', 'newWork');
const markClaim = runs('Mark as a Claim', 'markClaim');
const project = runs('Open the Project File', 'createProjectFile');
const restart = runs('Restart', 'restart');

/** The button for each refused gesture. */
const ofGestures: Readonly<Record<Gesture['kind'], Mend>> = {
  claim: withMoreWords('markClaim'),
  actor: withMoreWords('markActor'),
  newActor: project,
  quotation: withMoreWords('markQuotation'),
  note: runs('Try Again at the Cursor', 'addNote'),
  cite: runs('Cite Another…', 'cite'),
  copyEntry: newWork,
  newWork: runs('Cite…', 'cite'),
  declareProperty: project,
  sourceOf: project,
  fileOf: project,
  relate: markClaim,
  state: markClaim,
  settle: runs('Settle a Conflict…', 'settleConflict'),
};

/** The button for each empty list of choices. */
const ofSubjects: Readonly<Record<ChoiceSubject, Mend>> = {
  actor: project,
  work: newWork,
  quotedWork: newWork,
  textOf: newWork,
  newWork,
  newProperty: project,
  claim: markClaim,
  conflict: {
    label: 'Show the Problems',
    act: () => commands.executeCommand('workbench.actions.view.problems'),
  },
  holder: markClaim,
  subject: markClaim,
  property: markClaim,
  value: markClaim,
};

/** Shows why a gesture was refused, with a button. */
export function refuseGesture(why: string, { kind }: Gesture): void {
  void inform(why, ofGestures[kind]);
}

/** Shows why there is nothing to choose, with a button. */
export function refuseChoice(why: string, subject: ChoiceSubject): void {
  void inform(why, ofSubjects[subject]);
}

/** Offers the ways to a first work where no bibliography is known, in a list: a message has no keys. */
export async function beginBibliography(title: string): Promise<void> {
  const command = await pick(
    [
      { line: 'No bibliography is known here yet' },
      { label: 'New Work…', description: 'describe it: its entry is written here', value: 'newWork' },
      {
        label: 'Choose My Library…',
        description: 'a bibliography that you have elsewhere',
        value: 'chooseLibrary',
      },
    ],
    title,
  );
  if (command !== undefined) await commands.executeCommand(`${productId}.${command}`);
}

/** Shows that the server does not answer. */
export function noAnswer(): void {
  void inform('The language server does not answer.', restart);
}

/** Shows that the text has changed since the answer was computed. */
export function changedMeanwhile({ kind }: Gesture): void {
  void inform(
    'The text has changed meanwhile, so that nothing was written.',
    again[kind] ?? ofGestures[kind],
  );
}

/** Gestures that can be repeated without questions. */
const again: Partial<Record<Gesture['kind'], Mend>> = {
  claim: runs('Try Again', 'markClaim'),
  actor: runs('Try Again', 'markActor'),
  newActor: runs('Try Again', 'markActor'),
  quotation: runs('Try Again', 'markQuotation'),
  note: runs('Try Again', 'addNote'),
  cite: runs('Try Again', 'cite'),
  newWork: runs('Try Again', 'newWork'),
  declareProperty: runs('Try Again', 'declareProperty'),
  sourceOf: runs('Try Again', 'sourceOf'),
  state: runs('Try Again', 'describeClaim'),
  settle: runs('Try Again', 'settleConflict'),
};
