import { ErrorCodes } from 'vscode-languageserver';

/** Why a message is not let in, and the code that a request is answered with. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** Where a client and the server stand with each other: what may be asked before the greeting and after the end. */
export class Life {
  private state: 'new' | 'greeted' | 'ended' = 'new';

  /** Why `method` may not be asked now; null where it may. */
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

  /** A message was let in. */
  take(method: string): void {
    if (method === 'initialize') this.state = 'greeted';
    if (method === 'shutdown') this.state = 'ended';
  }
}
