import { DocumentText } from '../text/document-text.ts';
import { decodeText } from '../text/encoding.ts';
import { guessText } from '../text/guessed-encoding.ts';
import type { FileContent } from '../workspace/file-system.ts';
import { isPlainTextPath } from '../workspace/scope.ts';
import { plainReason } from './plain-reason.ts';
import type { TextContent } from './text-content.ts';

/**
 * Decodes the file at `path`; the encoding of a plain text that is not UTF-8 is guessed. `largest` is for file systems
 * that do not check the size themselves.
 */
export function decoded(path: string, content: FileContent, largest: number): TextContent {
  if (content.status === 'failed') return { status: 'failed', reason: plainReason(content.reason) };
  // `reason` is the folder that the user would have to allow.
  if (content.status === 'outside') return { status: 'outside', reason: content.folder ?? null };
  if (content.status !== 'read') return { status: content.status, reason: null };
  if (content.bytes.length > largest) return { status: 'large', reason: null };
  const result = decodeText(content.bytes);
  if ('text' in result) {
    const text = DocumentText.of(result.text);
    return result.encoding === 'utf-8' ? { status: 'read', text } : { status: 'read', text, isUtf16: true };
  }
  const guess = isPlainTextPath(path) ? guessText(content.bytes) : null;
  return guess === null
    ? { status: 'encoding', reason: result.problem }
    : { status: 'read', text: DocumentText.of(guess), isGuess: true };
}
