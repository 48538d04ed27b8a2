import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import { actionKinds } from '../../server/src/features/actions/action.ts';
import { productId } from '../../server/src/protocol/names.ts';

/** Actions on a whole text that have a command, by their kinds. */
const kinds = {
  renumberNotes: actionKinds.renumberNotes,
  sortNotes: actionKinds.sortNotes,
  convertNotes: actionKinds.convertAllNotes,
  convertCitations: actionKinds.convertAllCitations,
  convertShortForms: actionKinds.convertAllShortForms,
  convertToPandoc: actionKinds.convertToPandoc,
  bibliographyOfNotes: actionKinds.bibliographyOfNotes,
} as const;

/** Those among which there may be a choice, as of the format of a bibliography. */
const chosen: ReadonlySet<string> = new Set([
  kinds.convertCitations,
  kinds.convertShortForms,
  kinds.convertToPandoc,
  kinds.bibliographyOfNotes,
]);

/** Registers the commands; the editor itself reports when there is nothing to do. */
export function registerActions(): Disposable[] {
  return Object.entries(kinds).map(([name, kind]) =>
    commands.registerCommand(`${productId}.${name}`, () =>
      commands.executeCommand('editor.action.sourceAction', {
        kind,
        apply: chosen.has(kind) ? 'ifSingle' : 'first',
      }),
    ),
  );
}
