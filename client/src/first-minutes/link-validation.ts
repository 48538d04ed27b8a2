import { ConfigurationTarget, window, workspace } from 'vscode';
import type { Disposable, Memento, TextDocument } from 'vscode';
import { dismissal, inform } from '../shown/messages.ts';

/** Kept under this name once the question has been put; it is not put again, whatever the answer. */
const asked = 'linkValidation.asked';

/** The check of the editor’s own that takes what stands in brackets for links that are defined nowhere. */
const taken = 'referenceLinks.enabled';

/** What it would report: the call of a note, a citation, a span. */
const bracketed = /\[\^[^\]\s]+\]|\[[^[\]@\n]*@|\]\{[.#]/;

/**
 * Offers, once, to silence what VS Code’s own link checking wrongly reports of notes, citations and spans, when that is
 * switched on and a text with such is shown. Nothing is changed unasked, and only for the workspace.
 */
export function offerToSilenceLinkValidation(
  memory: Memento,
  carryOn: (step: Promise<void>) => void,
): Disposable {
  const look = (document: TextDocument | undefined) => {
    if (document && concerns(document) && !memory.get(asked, false)) carryOn(offer(memory));
  };
  look(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => look(editor?.document));
}

/** Whether the editor checks the links of a document that holds what it would mistake. */
function concerns(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || !workspace.workspaceFolders?.length) return false;
  const validation = workspace.getConfiguration('markdown.validate', document);
  if (validation.get('enabled') !== true) return false;
  return validation.get(taken) !== 'ignore' && bracketed.test(document.getText());
}

async function offer(memory: Memento): Promise<void> {
  await memory.update(asked, true);
  await inform(
    'VS Code’s own link checking takes notes such as [^1], citations and claims for links that are defined nowhere. Shall it pass over them in this workspace? Sic et Non checks them.',
    {
      label: 'Pass Over Them',
      act: () =>
        workspace
          .getConfiguration('markdown.validate')
          .update(taken, 'ignore', ConfigurationTarget.Workspace),
    },
    dismissal('Leave It'),
  );
}
