import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { unmarked } from '../text/unmarked.ts';

/**
 * An error answer with a sanitised sentence. Editors show it in a notification, and turn what looks like a link into
 * one, so names from files must stay literal. All error answers are created here.
 */
export function refusal(sentence: string, code: number = LSPErrorCodes.RequestFailed): ResponseError<void> {
  return new ResponseError(code, unmarked(sentence));
}
