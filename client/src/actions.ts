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
  bibliographyOfNotes: actionKinds.bibliographyOfNotes,
} as const;

/** Registers the commands; the editor itself reports when there is nothing to do. */
export function registerActions(): Disposable[] {
  return Object.entries(kinds).map(([name, kind]) =>
    commands.registerCommand(`${productId}.${name}`, () =>
      commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' }),
    ),
  );
}
