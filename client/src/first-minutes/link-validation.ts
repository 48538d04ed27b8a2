import { ConfigurationTarget, window, workspace } from 'vscode';
import type { Disposable, Memento, TextDocument } from 'vscode';

/** Kept under this name once the question has been put; it is not put again, whatever the answer. */
const asked = 'linkValidation.asked';

/** What the editor’s own link checking takes for links that lead nowhere. */
const taken = ['referenceLinks.enabled', 'fragmentLinks.enabled'] as const;

/**
 * Offers, once, to silence what VS Code’s own link checking wrongly reports of notes, when that is switched on and a
 * text with notes is shown. Nothing is changed unasked, and only for the workspace.
 */
export function offerToSilenceLinkValidation(memory: Memento): Disposable {
  const look = (document: TextDocument | undefined) => {
    if (document && concerns(document) && !memory.get(asked, false)) void offer(memory);
  };
  look(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => look(editor?.document));
}

/** Whether the editor checks the links of a document that calls notes. */
function concerns(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || !workspace.workspaceFolders?.length) return false;
  const validation = workspace.getConfiguration('markdown.validate', document);
  if (validation.get('enabled') !== true) return false;
  const reports = taken.some((name) => !/^(?:ignore|undefined)$/.test(String(validation.get(name))));
  return reports && /\[\^[^\]\s]+\]/.test(document.getText());
}

async function offer(memory: Memento): Promise<void> {
  await memory.update(asked, true);
  const answer = await window.showInformationMessage(
    'VS Code’s own link checking takes notes such as [^1] for links that lead nowhere. Shall it ignore reference and fragment links in this workspace? Notes and addresses are checked by Sic et Non.',
    'Ignore Them in This Workspace',
    'Leave It',
  );
  if (answer !== 'Ignore Them in This Workspace') return;
  const validation = workspace.getConfiguration('markdown.validate');
  for (const name of taken) await validation.update(name, 'ignore', ConfigurationTarget.Workspace);
}
