/** Notifications and questions. All their texts are sanitised here. */
import { ProgressLocation, window } from 'vscode';
import type { CancellationToken, InputBoxOptions } from 'vscode';
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

/** Asks before something that cannot be taken back, in a dialog; the chosen label, undefined when cancelled. */
export function decide(sentence: string, ...choices: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(unmarked(sentence), { modal: true }, ...choices.map(unmarked));
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

/** Shows that something takes its time, and lets it be cancelled: then nobody waits for it any more, and null is given. */
export function waitFor<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Thenable<T | null> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: unmarked(title), cancellable: true },
    (_progress, token) =>
      Promise.race([
        work(token),
        new Promise<null>((resolve) => token.onCancellationRequested(() => resolve(null))),
      ]),
  );
}
