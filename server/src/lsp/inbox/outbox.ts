import type { Message, MessageWriter, ResponseMessage } from 'vscode-languageserver';
import { unmarked } from '../../text/unmarked.ts';

/**
 * `writer`, with every answer that says why there is none made harmless: the connection makes such answers itself out of
 * whatever a handler threw, and what files say may stand in them. `failed` is told of those that nobody meant.
 */
export function harmlessWriter(writer: MessageWriter, failed: (message: string) => void): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    write: (message) => writer.write(harmless(message, failed)),
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  };
}

/** What the protocol has for a handler that failed. */
const INTERNAL_ERROR = -32603;

function harmless(message: Message, failed: (message: string) => void): Message {
  const { error } = message as Partial<ResponseMessage>;
  if (!error) return message;
  const words = unmarked(String(error.message));
  if (error.code === INTERNAL_ERROR) failed(words);
  return { ...message, error: { ...error, message: words } } as ResponseMessage;
}
