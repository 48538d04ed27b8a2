import { WorkspaceEdit, commands } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { inform } from './shown/messages.ts';
import { say } from '../../server/src/words/say.ts';

/**
 * The edits of a renaming; none where the server refuses it. The refusal is shown here, since VS Code would truncate
 * it and offer no button.
 */
export async function orRefused<Edit>(edits: Promise<Edit>): Promise<Edit | WorkspaceEdit> {
  try {
    return await edits;
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed) throw error;
    void inform(error.message, {
      label: say('Choose Another Name'),
      act: () => commands.executeCommand('editor.action.rename'),
    });
    return new WorkspaceEdit();
  }
}
