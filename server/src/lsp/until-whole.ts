import { LSPErrorCodes, type CancellationToken } from 'vscode-languageserver';
import type { HandlerContext } from './handlers/handler.ts';
import type { Desk } from './workbench.ts';
import { refusal } from './refusal.ts';

/** Where a client wants to hear how long it will take; what the library gives a handler fits. */
export interface WaitProgress {
  begin(title: string, percentage?: number, message?: string, cancellable?: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

const STOPPED =
  'The reading of this workspace was stopped, so nobody knows all the places that would have to be changed. Restart Sic et Non, let it read to the end, and try again.';

/**
 * Waits until all that lies in the workspace of a desk is known, and what has come since has been taken in: whoever
 * changes or lists what stands in many files would otherwise answer with some of it. `progress` hears how far it is.
 * Throws an answer for the client where nobody waits any more, or, unless `partly`, where the reading was stopped.
 */
export async function untilWhole(
  { service }: Desk,
  token: CancellationToken,
  progress: WaitProgress | null = null,
  partly = false,
): Promise<void> {
  if (!service.isAtRest) {
    progress?.begin('Sic et Non', 0, 'reading the workspace first', true);
    let told = 0;
    const tell = (done: number, total: number) => {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (percent !== told) progress?.report((told = percent), 'reading the workspace first');
    };
    try {
      await unlessCancelled(service.whenAtRest(tell), token);
    } finally {
      progress?.done();
    }
  }
  if (!service.isWhole && !partly) throw refusal(STOPPED, LSPErrorCodes.RequestFailed);
}

/**
 * As `untilWhole`, for a question about a place in an open text. Throws an answer for the client where the text changed
 * while it waited: then it is another place.
 */
export async function steadyUntilWhole(
  { shown }: Pick<HandlerContext, 'shown'>,
  uri: string,
  token: CancellationToken,
  progress: WaitProgress | null,
  partly = false,
): Promise<void> {
  const file = shown(uri);
  if (!file) return;
  await untilWhole(file.desk, token, progress, partly);
  if (shown(uri)?.version !== file.version)
    throw refusal('The text changed meanwhile: ask again.', LSPErrorCodes.ContentModified);
}

/** What comes of a promise; throws an answer for the client where the request is cancelled before. */
async function unlessCancelled<T>(promise: Promise<T>, token: CancellationToken): Promise<T> {
  let stop: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    const listener = token.onCancellationRequested(() =>
      reject(refusal('The answer is not wanted any more.', LSPErrorCodes.RequestCancelled)),
    );
    stop = () => listener.dispose();
  });
  try {
    return await Promise.race([promise, cancelled]);
  } finally {
    stop();
  }
}
