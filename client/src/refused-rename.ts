import { WorkspaceEdit, commands } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { inform } from './shown/messages.ts';

/**
 * The edits of a renaming, or none where the server refuses it: the refusal is told here, since the editor would cut the
 * sentence off and offers nothing to do about it.
 */
export async function orRefused<Edit>(edits: Promise<Edit>): Promise<Edit | WorkspaceEdit> {
  try {
    return await edits;
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed) throw error;
    void inform(error.message, {
      label: 'Choose Another Name',
      act: () => commands.executeCommand('editor.action.rename'),
    });
    return new WorkspaceEdit();
  }
}
