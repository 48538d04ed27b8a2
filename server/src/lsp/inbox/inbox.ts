import {
  ErrorCodes,
  LSPErrorCodes,
  type ConnectionOptions,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver';
import { Life, type Refusal } from './life.ts';
import { takeProcessId, wrongParameters } from './parameters.ts';
import { harmlessWriter } from './outbox.ts';
import { isObject } from './shape.ts';
import { unmarked } from '../../text/unmarked.ts';

/** Receives the events of the inbox. */
export interface InboxListener {
  /** Called before a request is answered, or a notification other than a text change is handled. */
  before(): void;
  /** A message about a rejected notification. */
  warn(sentence: string): void;
  /** A change of the text `uri` was rejected, so its content is unknown from now on. */
  lost(uri: string): void;
  /** An answer that is not awaited. */
  failed(answer: Promise<void>): void;
  /** The id of the client's process. */
  client(processId: number): void;
}

const TEXT_CHANGE = 'textDocument/didChange';

/**
 * A filter between the transport and the connection. Validates each message on arrival. Invalid messages, those
 * before `initialize` or after `exit`, and those with wrong parameters are rejected individually. It tracks waiting
 * messages (for batching), and has pending text changes applied before anything else is handled.
 */
export class Inbox {
  private readonly waiting = new Set<Message>();
  /** Text changes with invalid parameters, and the URIs of their texts. */
  private readonly losses = new WeakMap<object, string>();
  private readonly life = new Life();
  private listener: InboxListener | null = null;

  /** Options for creating the connection. */
  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        this.waiting.delete(message);
        const lost = this.losses.get(message);
        if (lost !== undefined) {
          this.listener?.lost(lost);
          return;
        }
        if (!isNotification(message, TEXT_CHANGE)) this.listener?.before();
        // The connection awaits the handler's result.
        return next(message);
      },
    },
    connectionStrategy: {
      cancelUndispatched: (message) => {
        this.waiting.delete(message);
        const error = { code: LSPErrorCodes.RequestCancelled, message: 'The answer is not wanted any more.' };
        return { jsonrpc: '2.0', id: (message as RequestMessage).id, error };
      },
    },
  };

  /** Starts reporting events. */
  begin(listener: InboxListener): void {
    this.listener = listener;
  }

  /** Whether messages are waiting. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** Wraps `reader` to drop rejected messages; their refusals are sent to `writer`. */
  reader(reader: MessageReader, writer: MessageWriter): MessageReader {
    return {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (callback) =>
        reader.listen((message) => {
          if (!this.letsIn(message, writer)) return;
          this.waiting.add(message);
          callback(message);
        }),
    };
  }

  /** Wraps `writer` to sanitise error messages, which may contain text from files. */
  writer(writer: MessageWriter): MessageWriter {
    return harmlessWriter(writer, (message) =>
      this.listener?.warn(`A question was not answered. ${message}`),
    );
  }

  private letsIn(message: unknown, writer: MessageWriter): boolean {
    if (!isObject(message)) return this.refuse(null, writer, INVALID);
    const { method, params, id } = message;
    if (method === undefined) return this.isAnswer(message);
    const isRequest = 'id' in message;
    if (isRequest && typeof id !== 'number' && typeof id !== 'string')
      return this.refuse(null, writer, INVALID);
    if (typeof method !== 'string') return this.refuse(isRequest ? id : undefined, writer, INVALID);
    const early = this.life.refusal(method);
    const refusal = early ?? invalid(wrongParameters(method, params));
    if (refusal && !early && !isRequest && method === TEXT_CHANGE) {
      const uri = documentOf(params);
      if (uri !== null) {
        // Handled in order: earlier changes are applied first.
        this.losses.set(message, uri);
        return true;
      }
    }
    if (refusal) return this.refuse(isRequest ? id : undefined, writer, refusal);
    if (method === 'initialize') {
      const client = takeProcessId(params);
      if (client !== null) this.listener?.client(client);
    }
    this.life.take(method);
    return true;
  }

  /** A valid answer has an id, and a result or an error. */
  private isAnswer({ id, result, error }: Readonly<Record<string, unknown>>): boolean {
    const named = typeof id === 'number' || typeof id === 'string';
    if (named && (isObject(error) || (error === undefined && result !== undefined))) return true;
    this.listener?.warn('A message was neither a question nor an answer, and is passed over.');
    return false;
  }

  /** Answers a request with an error; for a notification (without id) reports the rejection. */
  private refuse(id: unknown, writer: MessageWriter, { code, message }: Refusal): false {
    if (id === undefined) this.listener?.warn(message);
    else {
      const answer = { jsonrpc: '2.0', id, error: { code, message: unmarked(message) } };
      this.listener?.failed(writer.write(answer));
    }
    return false;
  }
}

const INVALID: Refusal = { code: ErrorCodes.InvalidRequest, message: 'This is no message of the protocol.' };

function invalid(message: string | null): Refusal | null {
  return message === null ? null : { code: ErrorCodes.InvalidParams, message: unmarked(message) };
}

/** The URI of the text that parameters are about, if present. */
function documentOf(params: unknown): string | null {
  const document = isObject(params) ? params['textDocument'] : null;
  return isObject(document) && typeof document['uri'] === 'string' ? document['uri'] : null;
}

function isNotification(message: Message, method: string): boolean {
  return 'method' in message && message.method === method;
}
