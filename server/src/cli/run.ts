import { parseArgs } from 'node:util';
import { version } from '../version.ts';
import { check } from './check.ts';
import { inspect } from './inspect.ts';
import { ProgressLine } from './progress-line.ts';
import { take } from './take.ts';
import { EXIT, Interruption, type Terminal } from './terminal.ts';
import { printable, printableLines } from './printable.ts';

const HELP = `sicetnon: checks the notes, citations, claims and actors of annotated sources.

  sicetnon check [paths]     says what is wrong; exit code 0: nothing, 1: findings, 2: could not run,
                             130: stopped by you
      --format text|json|sarif       how to say it (text)
      --quotations                   every quotation with its verdict instead, by work; formats: text, json, html
      --severity LEVEL               findings from this level up: hint, information, warning, error (hint)
  sicetnon inspect [paths]   prints everything that was read, as JSON
      --format json
  sicetnon take FILE|KEY     writes sources/KEY.md: the text of a work, out of its PDF, EPUB, page or DOCX,
                             with the marks of its pages, to be annotated
      --force                        writes over a file that is there
      --no-cache                     for all:  reads everything anew, and remembers nothing of it
      --max-file-size MB             for all:  larger files are refused (64)
      --allow FOLDER                 for all:  files in it may be read that texts name; may be repeated
      --bibliography FILE            for all:  a library of your own, for what names no bibliography
      --no-found-bibliographies      for all:  no bibliography counts that nothing names

Paths are files and folders; without any, the folder that you are in. The project file sicetnon.yaml is
looked for in the folder and above it.
      --help, --version
`;

/** Runs the command line; resolves to the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], bare: Terminal): Promise<number> {
  const progress = new ProgressLine(bare);
  const terminal = withoutLine(bare, progress);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        severity: { type: 'string' },
        quotations: { type: 'boolean' },
        'no-cache': { type: 'boolean' },
        'max-file-size': { type: 'string' },
        allow: { type: 'string', multiple: true },
        bibliography: { type: 'string', multiple: true },
        'no-found-bibliographies': { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    if (values.version) {
      terminal.write(`${version}\n`);
      return EXIT.clean;
    }
    if (values.help) {
      terminal.write(HELP);
      return EXIT.clean;
    }
    const [command, ...paths] = positionals;
    switch (command) {
      case 'check':
        return await check(paths, values, terminal, progress);
      case 'inspect':
        return await inspect(paths, values, terminal, progress);
      case 'take':
        return await take(paths, values, terminal, progress);
      case undefined:
        terminal.complain(HELP);
        return EXIT.failed;
      default:
        terminal.complain(
          `There is no command “${printable(command)}”. The commands are check, inspect and take; see --help.\n`,
        );
        return EXIT.failed;
    }
  } catch (cause) {
    if (cause instanceof Interruption) return EXIT.interrupted;
    terminal.complain(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return EXIT.failed;
  } finally {
    progress.erase();
  }
}

/** A terminal that erases the progress line before any output. */
function withoutLine(terminal: Terminal, progress: ProgressLine): Terminal {
  return {
    ...terminal,
    write(text) {
      progress.erase();
      terminal.write(text);
    },
    complain(text) {
      progress.erase();
      // Messages quote names and text from files.
      terminal.complain(printableLines(text));
    },
  };
}
