/** Notifications and questions: the only place from which a sentence gets to the editor's. */
import { window } from 'vscode';
import type { InputBoxOptions } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** Says something in passing; resolves to the button that was pressed. */
export function inform(sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(unmarked(sentence), ...buttons);
}

/** Says what went wrong; resolves to the button that was pressed. */
export function complain(sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showErrorMessage(unmarked(sentence), ...buttons);
}

/** Asks for words; undefined when called off. What is proposed and what is typed are taken as they are. */
export function askWords(
  question: InputBoxOptions & { readonly title: string; readonly prompt: string },
): Thenable<string | undefined> {
  const { title, prompt } = question;
  return window.showInputBox({ ...question, title: unmarked(title), prompt: unmarked(prompt) });
}
