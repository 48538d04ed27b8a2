import { LSPErrorCodes, type CancellationToken } from 'vscode-languageserver';
import type { HandlerContext } from './handlers/handler.ts';
import type { Desk } from './workbench.ts';
import { refusal } from './refusal.ts';
import { deferred, say } from '../words/say.ts';

/** Receives progress; compatible with the library's reporter. */
export interface WaitProgress {
  begin(title: string, percentage?: number, message?: string, cancellable?: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

const STOPPED = deferred(
  'The reading of this workspace was stopped, so nobody knows all the places that would have to be changed. Restart Sic et Non, let it read to the end, and try again.',
);

/**
 * Waits until the workspace of a desk has been read, and later changes are applied: otherwise edits and lists would
 * be incomplete. Reports to `progress`. Throws an error answer when the request is cancelled, or (unless `partly`)
 * when the reading was stopped.
 */
export async function untilWhole(
  { service }: Desk,
  token: CancellationToken,
  progress: WaitProgress | null = null,
  partly = false,
): Promise<void> {
  if (!service.isAtRest) {
    progress?.begin('Sic et Non', 0, say('reading the workspace first'), true);
    let told = 0;
    const tell = (done: number, total: number) => {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (percent !== told) progress?.report((told = percent), say('reading the workspace first'));
    };
    try {
      await unlessCancelled(service.whenAtRest(tell), token);
    } finally {
      progress?.done();
    }
  }
  if (!service.isWhole && !partly) throw refusal(say(STOPPED), LSPErrorCodes.RequestFailed);
}

/**
 * As `untilWhole`, for a position in an open text. Throws an error answer when the text changed while it waited,
 * since the position is invalid then.
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

/** The result of a promise; throws an error answer when the request is cancelled first. */
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
