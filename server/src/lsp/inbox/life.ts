import { ErrorCodes } from 'vscode-languageserver';

/** Why a message is rejected, with the error code for requests. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** The life cycle of the protocol: which messages are allowed before `initialize` and after `shutdown`. */
export class Life {
  private state: 'new' | 'greeted' | 'ended' = 'new';

  /** Why `method` is not allowed now; null where it is. */
  refusal(method: string): Refusal | null {
    if (method === 'exit') return null;
    if (this.state === 'ended')
      return { code: ErrorCodes.InvalidRequest, message: 'The server was told to shut down.' };
    if (method === 'initialize')
      return this.state === 'new'
        ? null
        : { code: ErrorCodes.InvalidRequest, message: 'The server was initialized already.' };
    return this.state === 'new'
      ? { code: ErrorCodes.ServerNotInitialized, message: 'The server was not initialized yet.' }
      : null;
  }

  /** Records that a message was accepted. */
  take(method: string): void {
    if (method === 'initialize') this.state = 'greeted';
    if (method === 'shutdown') this.state = 'ended';
  }
}
