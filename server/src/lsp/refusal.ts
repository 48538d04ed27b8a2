import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { unmarked } from '../text/unmarked.ts';

/**
 * An answer that says why there is none. Editors show the sentence in a notification, and make links of what looks
 * like one: names of files and what texts say stay words in it. The only place that makes such answers.
 */
export function refusal(sentence: string, code: number = LSPErrorCodes.RequestFailed): ResponseError<void> {
  return new ResponseError(code, unmarked(sentence));
}
