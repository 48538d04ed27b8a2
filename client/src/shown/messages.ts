/** Notifications and questions: the only place from which a sentence gets to the editor's. */
import { window } from 'vscode';
import type { InputBoxOptions } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** A button, and what is done when it is pressed. */
export interface Mend {
  readonly label: string;
  readonly act: () => unknown;
}

/**
 * At least one button under each sentence: it mends what the sentence is about, and VS Code shows the whole of a
 * sentence that has one, where it cuts others off at the end of the line.
 */
type Mends = readonly [Mend, ...Mend[]];

/** Says something in passing, and does what the button says that was pressed. */
export function inform(sentence: string, ...mends: Mends): Thenable<void> {
  return offered(window.showInformationMessage(unmarked(sentence), ...labels(mends)), mends);
}

/** Says what went wrong, and does what the button says that was pressed. */
export function complain(sentence: string, ...mends: Mends): Thenable<void> {
  return offered(window.showErrorMessage(unmarked(sentence), ...labels(mends)), mends);
}

/** A button that only takes a sentence away. */
export function dismissal(label: string): Mend {
  return { label, act: () => undefined };
}

function labels(mends: Mends): string[] {
  return mends.map(({ label }) => label);
}

async function offered(answer: Thenable<string | undefined>, mends: Mends): Promise<void> {
  const pressed = await answer;
  await mends.find(({ label }) => label === pressed)?.act();
}

/** Asks for words; undefined when called off. What is proposed and what is typed are taken as they are. */
export function askWords(
  question: InputBoxOptions & { readonly title: string; readonly prompt: string },
): Thenable<string | undefined> {
  const { title, prompt } = question;
  return window.showInputBox({ ...question, title: unmarked(title), prompt: unmarked(prompt) });
}
