/** Notifications and questions. All their texts are sanitised here. */
import { window } from 'vscode';
import type { InputBoxOptions } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** A button and its action. */
export interface Mend {
  readonly label: string;
  readonly act: () => unknown;
}

/**
 * Every notification needs a button: it corrects the problem, and VS Code shows a message with a button in full but
 * truncates others.
 */
type Mends = readonly [Mend, ...Mend[]];

/** Shows an information message, and runs the button's action. */
export function inform(sentence: string, ...mends: Mends): Thenable<void> {
  return offered(window.showInformationMessage(unmarked(sentence), ...labels(mends)), mends);
}

/** Shows an error message, and runs the button's action. */
export function complain(sentence: string, ...mends: Mends): Thenable<void> {
  return offered(window.showErrorMessage(unmarked(sentence), ...labels(mends)), mends);
}

/** A button that only closes the message. */
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

/** Asks for text; undefined when cancelled. Default and input are taken literally. */
export function askWords(
  question: InputBoxOptions & { readonly title: string; readonly prompt: string },
): Thenable<string | undefined> {
  const { title, prompt } = question;
  return window.showInputBox({ ...question, title: unmarked(title), prompt: unmarked(prompt) });
}
