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

/** Who is told of what arrives. */
export interface InboxListener {
  /** Something is about to be answered, or an event that is no change of a text. */
  before(): void;
  /** A sentence on a notification that was not let in. */
  warn(sentence: string): void;
  /** A change of the text `uri` was not let in: nobody knows any more what the editor shows. */
  lost(uri: string): void;
  /** An answer is on its way; nobody waits for it. */
  failed(answer: Promise<void>): void;
  /** The process of the client. */
  client(processId: number): void;
}

const TEXT_CHANGE = 'textDocument/didChange';

/**
 * Stands between the wire and the connection. Looks at each message once, when it arrives: what is no message, comes
 * before the greeting or after the end, or carries something else than its method wants, is refused by itself. Knows
 * which messages wait, and has the changes of texts taken in before something else is answered.
 */
export class Inbox {
  private readonly waiting = new Set<Message>();
  /** Changes of texts that cannot be read, and the texts. */
  private readonly losses = new WeakMap<object, string>();
  private readonly life = new Life();
  private listener: InboxListener | null = null;

  /** What the connection is to be made with. */
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
        // The connection waits for what its handler returns.
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

  /** Begins to tell of what arrives. */
  begin(listener: InboxListener): void {
    this.listener = listener;
  }

  /** Whether messages have arrived that are not looked at yet. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** `reader` without what is refused; refusals go to `writer`. */
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

  /** `writer` with answers that show no words of a file as anything but words, whatever a handler threw. */
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
        // It waits for its turn: what came before it is taken in first.
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

  /** An answer has an id, and a result or a reason why there is none. */
  private isAnswer({ id, result, error }: Readonly<Record<string, unknown>>): boolean {
    const named = typeof id === 'number' || typeof id === 'string';
    if (named && (isObject(error) || (error === undefined && result !== undefined))) return true;
    this.listener?.warn('A message was neither a question nor an answer, and is passed over.');
    return false;
  }

  /** Answers a request with a refusal, or says why a notification (of no id) is passed over. */
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

/** The text that parameters are about, as far as they say so. */
function documentOf(params: unknown): string | null {
  const document = isObject(params) ? params['textDocument'] : null;
  return isObject(document) && typeof document['uri'] === 'string' ? document['uri'] : null;
}

function isNotification(message: Message, method: string): boolean {
  return 'method' in message && message.method === method;
}
