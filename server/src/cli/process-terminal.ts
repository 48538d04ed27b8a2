import process from 'node:process';
import { EXIT, type Terminal } from './terminal.ts';

/** The terminal, or whatever else, that this process was started from. `worker` is the program of a reading thread. */
export function processTerminal(worker: URL): Terminal {
  const { env, stdout, stderr } = process;
  const isPlain = env['TERM'] === 'dumb';
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt);
  return {
    cwd: process.cwd(),
    write: (text) => {
      // A report that runs over the screen may be stopped there; one that goes to a file or a program is whole.
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
  };
}

/** Ends the process with that code: at once where the person wants it to, else when all is written. */
export function leave(code: number): void {
  if (code === EXIT.interrupted) process.exit(code);
  process.exitCode = code;
}
