import type { Message, MessageWriter, ResponseMessage } from 'vscode-languageserver';
import { unmarked } from '../../text/unmarked.ts';

/**
 * Wraps `writer` to sanitise error messages: the connection creates them from any exception, so they may contain text
 * from files. `failed` is called for unexpected ones.
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

/** JSON-RPC's code for an exception in a handler. */
const INTERNAL_ERROR = -32603;

function harmless(message: Message, failed: (message: string) => void): Message {
  const { error } = message as Partial<ResponseMessage>;
  if (!error) return message;
  const words = unmarked(String(error.message));
  if (error.code === INTERNAL_ERROR) failed(words);
  return { ...message, error: { ...error, message: words } } as ResponseMessage;
}
