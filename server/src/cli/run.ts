import { closest } from 'fastest-levenshtein';
import { version } from '../version.ts';
import { languageOf } from '../words/languages.ts';
import { listOf, say, setLanguage } from '../words/say.ts';
import { commands } from './commands.ts';
import { helpOn, overview } from './help.ts';
import { parseOptions } from './parse-options.ts';
import { ProgressLine } from './progress-line.ts';
import { EXIT, Interruption, type ReportingTerminal, type Terminal } from './terminal.ts';
import { printable, printableLines } from './printable.ts';
import { withoutCommands } from './runner-commands.ts';

/** Formats that programs read. */
const FOR_MACHINES: ReadonlySet<string> = new Set(['json', 'sarif']);

/** Runs the command line; resolves to the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], bare: Terminal): Promise<number> {
  const progress = new ProgressLine(bare);
  const terminal = withoutLine(bare, progress);
  try {
    chooseLanguage(args, bare);
    return await runCommand(args, terminal, progress);
  } catch (cause) {
    if (cause instanceof Interruption) return EXIT.interrupted;
    terminal.complain(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return EXIT.failed;
  } finally {
    progress.erase();
  }
}

async function runCommand(
  args: readonly string[],
  terminal: ReportingTerminal,
  progress: ProgressLine,
): Promise<number> {
  // The command comes first: what options there are depends on it.
  const at = args.findIndex(
    (arg, i) => isCommand(arg) || (!arg.startsWith('-') && !args[i - 1]?.startsWith('-')),
  );
  const named = at < 0 ? undefined : args[at];
  const command = commands.find(({ name }) => name === named);
  if (!command) {
    const { values } = parseOptions(at < 0 ? args : args.slice(0, at), []);
    if (values.version) terminal.write(`${version}\n`);
    else if (values.help || named === 'help') terminal.write(helpFor(args[at + 1]));
    else if (named === undefined) terminal.complain(overview(commands));
    else terminal.complain(`${noCommand(named)}\n`);
    return values.version || values.help || named === 'help' ? EXIT.clean : EXIT.failed;
  }
  const { values, positionals } = parseOptions(args.toSpliced(at, 1), command.options);
  if (values.version) {
    terminal.write(`${version}\n`);
    return EXIT.clean;
  }
  if (values.help) {
    terminal.write(helpOn(command));
    return EXIT.clean;
  }
  return command.run(positionals, values, terminal, progress);
}

/**
 * Messages are in the language of `--language`, else of the system. It is looked for before all else, since what is
 * wrong with the other options is told in it. Formats for machines are in English, whatever is asked for.
 */
function chooseLanguage(args: readonly string[], { locale, catalogue }: Terminal): void {
  const at = args.findIndex((arg) => /^--language(?:=|$)/.test(arg));
  const asked = at < 0 ? locale : (args[at]!.split('=')[1] ?? args[at + 1]);
  const forMachines = args.some((arg, i) =>
    FOR_MACHINES.has(
      arg.startsWith('--format=') ? arg.slice('--format='.length) : args[i - 1] === '--format' ? arg : '',
    ),
  );
  const language = forMachines || args.find(isCommand) === 'inspect' ? 'en' : languageOf(asked);
  setLanguage(language, catalogue?.(language) ?? {});
}

function isCommand(arg: string): boolean {
  return commands.some(({ name }) => name === arg);
}

function helpFor(named: string | undefined): string {
  const command = commands.find(({ name }) => name === named);
  return command ? helpOn(command) : overview(commands);
}

function noCommand(named: string): string {
  const names = commands.map(({ name }) => name);
  return say('There is no command “{command}”; do you mean “{near}”? The commands are {all}; see --help.', {
    command: printable(named),
    near: closest(named, names),
    all: listOf(names),
  });
}

/** A terminal that erases the progress line before any output, in which text of files begins no command. */
function withoutLine(terminal: Terminal, progress: ProgressLine): ReportingTerminal {
  const write = (text: string) => {
    progress.erase();
    terminal.write(terminal.runner ? withoutCommands(text) : text);
  };
  return {
    ...terminal,
    write,
    writeBytes(utf8) {
      progress.erase();
      if (terminal.writeBytes && !terminal.runner) terminal.writeBytes(utf8);
      else write(Buffer.from(utf8).toString());
    },
    writeCommands(text) {
      progress.erase();
      terminal.write(text);
    },
    complain(text) {
      progress.erase();
      // Messages quote names and text from files.
      const shown = printableLines(text);
      terminal.complain(terminal.runner ? withoutCommands(shown) : shown);
    },
  };
}
