/** How often the client's process is checked, in milliseconds. */
const INTERVAL = 3000;

/** Calls `gone` once when the process `id` has ended. */
export function watchProcess(id: number, gone: () => void): void {
  const timer = setInterval(() => {
    if (isAlive(id)) return;
    clearInterval(timer);
    gone();
  }, INTERVAL);
  timer.unref();
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (cause) {
    // EPERM: it exists, but belongs to another user.
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * The last resort for uncaught errors: they are logged to standard error. If the client is gone, calls `gone`;
 * otherwise the program continues.
 */
export function surviveAccidents(gone: () => void): void {
  const hear = (cause: unknown) => {
    if (isBroken(cause)) return gone();
    process.stderr.write(`Nobody caught this: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
  };
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
  process.on('disconnect', gone);
  process.stderr.on('error', () => undefined);
}

const BROKEN = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_IPC_CHANNEL_CLOSED',
]);

/** Whether an error says that the other end has closed the connection. */
export function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN.has(error.code as string);
}
