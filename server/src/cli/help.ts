import stringWidth from 'string-width';
import type { Command } from './command.ts';
import { written, type CliOption } from './options.ts';
import { deferred, say } from '../words/say.ts';

/** The width of the help, in columns. */
const WIDTH = 100;

/** The help on all commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, takes, what }): Row => [
    `sicetnon ${name} ${takes}`.trimEnd(),
    say(what),
  ]);
  return `${say('sicetnon: checks the notes, citations, claims and actors of annotated sources.')}

${table(rows, 2)}
  ${say('sicetnon COMMAND --help says which options a command has.')}
      --help, --version, --language LANGUAGE
`;
}

/** The help on one command. */
export function helpOn({ name, takes, what, more, options }: Command): string {
  const used = [`sicetnon ${name}`, ...(options.length > 0 ? ['[options]'] : []), takes].join(' ').trimEnd();
  const rows = [...options, LANGUAGE, HELP].map((option): Row => [written(option), say(option.what)]);
  return `${used}

${say('{what}.', { what: capital(say(what)) })}${more === undefined ? '' : `\n${say(more)}`}

${table(rows, 2)}`;
}

const HELP: CliOption = { name: 'help', what: deferred('this page') };
const LANGUAGE: CliOption = {
  name: 'language',
  value: 'LANGUAGE',
  what: deferred(
    'speaks English, German, Spanish, French or Chinese: en, de, es, fr, zh-cn (that of the system)',
  ),
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a line may end after: blanks, and Chinese characters with the punctuation that follows them. */
const PIECES = /[^\s\p{Script=Han}]*(?:\p{Script=Han}[，。、：；）”]*|\s+|$)/gu;

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
  for (const [piece] of text.matchAll(PIECES)) {
    const line = lines.at(-1)!;
    if (line !== '' && stringWidth((line + piece).trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd());
}
