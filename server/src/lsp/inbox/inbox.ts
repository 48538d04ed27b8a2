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
import { documentOf, isObject } from './shape.ts';
import { unmarked } from '../../text/unmarked.ts';

/** Receives the events of the inbox. */
export interface InboxListener {
  /**
   * Called before a request is answered, or a notification other than a text change is handled. A request waits for
   * the promise.
   */
  before(message: Message): Promise<void> | null;
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
const CANCEL = '$/cancelRequest';
/** Without an answer to these, nothing that a client says afterwards means what it takes it to mean. */
const NEVER_CANCELLED = new Set(['initialize', 'shutdown']);

/**
 * A filter between the transport and the connection. Validates each message on arrival. Invalid messages, those
 * before `initialize` or after `exit`, and those with wrong parameters are rejected individually. It tracks waiting
 * messages (for batching), and has pending text changes applied before anything else is handled.
 */
export class Inbox {
  /** What the connection has queued, and will handle or cancel. */
  private readonly waiting = new Set<Message>();
  /** The ids of the requests among them: the connection's queue has room for one of each. */
  private readonly queued = new Set<RequestMessage['id']>();
  /** The ids of those that a cancellation passes over. */
  private readonly kept = new Set<RequestMessage['id']>();
  /** Requests that wait for `before`, by id. */
  private readonly delayed = new Set<RequestMessage['id']>();
  private refusals: MessageWriter | null = null;
  /** Text changes with invalid parameters, and the URIs of their texts. */
  private readonly losses = new WeakMap<object, string>();
  private readonly life = new Life();
  private listener: InboxListener | null = null;

  /** Options for creating the connection. */
  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        this.leave(message);
        const lost = this.losses.get(message);
        if (lost !== undefined) {
          this.listener?.lost(lost);
          return;
        }
        if (isNotification(message, TEXT_CHANGE)) return next(message);
        if (isNotification(message, CANCEL)) this.cancelDelayed(message);
        const wait = this.listener?.before(message);
        // The connection awaits the handler's result.
        return wait ? this.delay(message as RequestMessage, wait, next) : next(message);
      },
    },
    connectionStrategy: {
      cancelUndispatched: (message) => {
        this.leave(message);
        return { jsonrpc: '2.0', id: (message as RequestMessage).id, error: UNWANTED };
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
    this.refusals = writer;
    return {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (callback) =>
        reader.listen((message) => {
          if (!this.letsIn(message, writer)) return;
          this.enter(message);
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

  /** Answers and cancellations are not counted: the connection may take them in at once, and never queue them. */
  private enter(message: Message): void {
    const { method, id } = message as Partial<RequestMessage>;
    if (method === undefined || method === CANCEL) return;
    this.waiting.add(message);
    if (id === undefined) return;
    this.queued.add(id);
    if (NEVER_CANCELLED.has(method)) this.kept.add(id);
  }

  private leave(message: Message): void {
    if (!this.waiting.delete(message)) return;
    this.queued.delete((message as RequestMessage).id);
    this.kept.delete((message as RequestMessage).id);
  }

  private async delay(
    message: RequestMessage,
    wait: Promise<void>,
    next: (message: Message) => void | Promise<void>,
  ): Promise<void> {
    this.delayed.add(message.id);
    await wait;
    if (this.delayed.delete(message.id)) await next(message);
  }

  /** Answers a request that is no longer wanted before its turn came. */
  private cancelDelayed(message: Message): void {
    const { params } = message as { params?: unknown };
    const id = isObject(params) ? (params['id'] as RequestMessage['id']) : null;
    if (this.delayed.delete(id)) this.refuse(id, this.refusals!, UNWANTED);
  }

  private letsIn(message: unknown, writer: MessageWriter): boolean {
    if (!isObject(message)) return this.refuse(null, writer, INVALID);
    const { method, params, id } = message;
    if (method === undefined) return this.isAnswer(message);
    const isRequest = 'id' in message;
    if (isRequest && typeof id !== 'number' && typeof id !== 'string')
      return this.refuse(null, writer, INVALID);
    if (typeof method !== 'string') return this.refuse(isRequest ? id : undefined, writer, INVALID);
    const early = this.life.refusal(method) ?? (isRequest && this.queued.has(id as string) ? AGAIN : null);
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
    if (method === CANCEL && this.kept.has((params as { id: RequestMessage['id'] }).id)) return false;
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

const AGAIN: Refusal = {
  code: ErrorCodes.InvalidRequest,
  message: 'Another question under this id was not answered yet.',
};

const UNWANTED: Refusal = {
  code: LSPErrorCodes.RequestCancelled,
  message: 'The answer is not wanted any more.',
};

function invalid(message: string | null): Refusal | null {
  return message === null ? null : { code: ErrorCodes.InvalidParams, message: unmarked(message) };
}

function isNotification(message: Message, method: string): boolean {
  return 'method' in message && message.method === method;
}
