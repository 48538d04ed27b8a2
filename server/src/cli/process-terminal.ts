import process from 'node:process';
import { EXIT, type Terminal } from './terminal.ts';

/** The terminal, or whatever else, that this process was started from. `worker` and `works` are the programs of threads that read. */
export function processTerminal(worker: URL, works: URL): Terminal {
  const { env, stdout, stderr } = process;
  const isPlain = env['TERM'] === 'dumb';
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt);
  return {
    cwd: process.cwd(),
    write: (text) => {
      // A report on the screen may be interrupted; one to a file or pipe is completed.
      if (stdout.isTTY) process.off('SIGINT', interrupt);
      stdout.write(text);
    },
    complain: (text) => void stderr.write(text),
    isTerminal: stdout.isTTY,
    colorWanted: !('NO_COLOR' in env) && !isPlain,
    isWatched: stderr.isTTY && !isPlain && !('CI' in env),
    now: () => performance.now(),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    interrupted: interruption.signal,
    worker,
    works,
  };
}

/** Exits with that code: at once after an interrupt, otherwise when all output is written. */
export function leave(code: number): void {
  if (code === EXIT.interrupted) process.exit(code);
  process.exitCode = code;
}
