import { ConfigurationTarget, window, workspace } from 'vscode';
import type { Disposable, Memento, TextDocument } from 'vscode';
import { dismissal, inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** The key under which it is stored that the question was asked; it is not asked again. */
const asked = 'linkValidation.asked';

/** VS Code's validation that reports brackets as undefined link references. */
const taken = 'referenceLinks.enabled';

/** What it would report: a note call, a citation, a span. */
const bracketed = /\[\^[^\]\s]+\]|\[[^[\]@\n]*@|\]\{[.#]/;

/**
 * Offers once to turn off VS Code’s link validation, which reports notes, citations and spans by mistake. Only if it
 * is on and such a text is open. Nothing is changed without consent, and only for the workspace.
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

/** Whether the validation is on for a document with such brackets. */
function concerns(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || !workspace.workspaceFolders?.length) return false;
  const validation = workspace.getConfiguration('markdown.validate', document);
  if (validation.get('enabled') !== true) return false;
  return validation.get(taken) !== 'ignore' && bracketed.test(document.getText());
}

async function offer(memory: Memento): Promise<void> {
  await memory.update(asked, true);
  await inform(
    say(
      'VS Code’s own link checking takes notes such as [^1], citations and claims for links that are defined nowhere. Shall it pass over them in this workspace? Sic et Non checks them.',
    ),
    {
      label: say('Pass Over Them'),
      act: () =>
        workspace
          .getConfiguration('markdown.validate')
          .update(taken, 'ignore', ConfigurationTarget.Workspace),
    },
    dismissal(say('Leave It')),
  );
}
