import type { Command } from './command.ts';
import { written, type CliOption } from './options.ts';

/** The width of the help, in columns. */
const WIDTH = 100;

/** The help on all commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, takes, what }): Row => [`sicetnon ${name} ${takes}`.trimEnd(), what]);
  return `sicetnon: checks the notes, citations, claims and actors of annotated sources.

${table(rows, 2)}
  sicetnon COMMAND --help says which options a command has.
      --help, --version
`;
}

/** The help on one command. */
export function helpOn({ name, takes, what, more, options }: Command): string {
  const used = [`sicetnon ${name}`, ...(options.length > 0 ? ['[options]'] : []), takes].join(' ').trimEnd();
  const rows = [...options, HELP].map((option): Row => [written(option), option.what]);
  return `${used}

${what[0]!.toUpperCase()}${what.slice(1)}.${more === undefined ? '' : `\n${more}`}

${table(rows, 2)}`;
}

const HELP: CliOption = { name: 'help', what: 'this page' };

type Row = readonly [term: string, meaning: string];

function table(rows: readonly Row[], indent: number): string {
  const widest = Math.max(...rows.map(([term]) => term.length));
  const lead = ' '.repeat(indent);
  return rows
    .map(([term, meaning]) => {
      const [first, ...more] = wrapped(meaning, WIDTH - indent - widest - 2);
      const gap = ' '.repeat(indent + widest + 2);
      return `${lead}${term.padEnd(widest)}  ${first}\n${more.map((line) => `${gap}${line}\n`).join('')}`;
    })
    .join('');
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
