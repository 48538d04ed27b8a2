import { readFileSync } from 'node:fs';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '../text/encoding.ts';
import { readCatalogue } from '../hosts/node-catalogues.ts';
import { runnerOf } from './runner-commands.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** How a client says in what way it speaks to the server. */
const TRANSPORTS = ['--stdio', '--socket', '--pipe', '--node-ipc'];

/** The program and those beside it. */
export interface Programs {
  /** The command line itself. */
  readonly program: URL;
  /** Threads that read. */
  readonly worker: URL;
  readonly works: URL;
  readonly server: URL;
}

/** The terminal, or whatever else, that this process was started from. */
export function processTerminal({ program, worker, works, server }: Programs): Terminal {
  const { env, stdout, stderr } = process;
  const isPlain = env['TERM'] === 'dumb';
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt);
  const write = (output: string | Uint8Array) => {
    // A report on the screen may be interrupted; one to a file or pipe is completed.
    if (stdout.isTTY) process.off('SIGINT', interrupt);
    stdout.write(output);
  };
  return {
    cwd: process.cwd(),
    write,
    writeBytes: write,
    complain: (text) => void stderr.write(text),
    runner: runnerOf(env),
    isTerminal: stdout.isTTY,
    colorWanted: !('NO_COLOR' in env) && !isPlain,
    isWatched: stderr.isTTY && !isPlain && !('CI' in env),
    now: () => performance.now(),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    interrupted: interruption.signal,
    input: async () => {
      const decoded = decodeText(await buffer(process.stdin), true);
      if ('problem' in decoded) throw new Error(decoded.problem);
      return decoded.text;
    },
    serve: async () => {
      // Its own arguments tell how to speak; by default it is standard input and output.
      if (!TRANSPORTS.some((name) => process.argv.some((arg) => arg.split('=')[0] === name)))
        process.argv.push('--stdio');
      await import(server.href);
      return new Promise<never>(() => undefined);
    },
    // The first that is set counts, as in POSIX.
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '',
    catalogue: (language) => readCatalogue(language, server),
    page: (name) => {
      const part = (ending: string) => readFileSync(new URL(`./views/${name}.${ending}`, program), 'utf8');
      return { script: part('js'), style: part('css') };
    },
    pageWords: (language) => readCatalogue(language, server, 'bundle.l10n'),
    program,
    worker,
    works,
  };
}

/** Exits with that code: at once after an interrupt, otherwise when all output is written. */
export function leave(code: number): void {
  if (code === EXIT.interrupted) process.exit(code);
  process.exitCode = code;
}
