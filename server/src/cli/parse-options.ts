import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { languages } from '../words/languages.ts';
import type { CliOption, OptionValues } from './options.ts';
import { printable } from './printable.ts';
import { listOf, say } from '../words/say.ts';

/** Options that every command has. */
const ALWAYS: readonly CliOption[] = [
  { name: 'language', value: 'LANGUAGE', choices: languages, what: '' },
  { name: 'help', what: '' },
  { name: 'version', what: '' },
];
const SHORT = { h: 'help', v: 'version' } as const;

/** A command line, read. */
export interface Parsed {
  readonly values: OptionValues & { readonly help?: boolean; readonly version?: boolean };
  readonly positionals: readonly string[];
}

/**
 * Reads arguments by the options of a command. An option that may stand without a value takes one only after `=`.
 * After `--` everything is a path. Throws with a sentence for an unknown option, a missing value, one that is none
 * of the choices, or one that a flag does not take.
 */
export function parseOptions(args: readonly string[], options: readonly CliOption[]): Parsed {
  const known = new Map([...options, ...ALWAYS].map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: args.map((arg) => withoutValue(arg, known)),
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...known.values()].map(({ name, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  });
  const values: Record<string, string | boolean | string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = SHORT[token.name as keyof typeof SHORT] ?? token.name;
    const option = known.get(name);
    if (!option) throw new Error(unknown(token.rawName, [...known.keys()]));
    const value = valueOf(option, token.value);
    if (option.isRepeated) values[name] = [...((values[name] as string[] | undefined) ?? []), String(value)];
    else values[name] = value;
  }
  return { values: values, positionals };
}

/** Gives an option that may stand without a value its own: the next argument is a path. */
function withoutValue(arg: string, known: ReadonlyMap<string, CliOption>): string {
  const otherwise = arg.startsWith('--') ? known.get(arg.slice(2))?.otherwise : undefined;
  return otherwise === undefined ? arg : `${arg}=${otherwise}`;
}

function valueOf(option: CliOption, value: string | undefined): string | boolean {
  const { name, choices } = option;
  if (option.value === undefined) {
    if (value !== undefined) throw new Error(say('--{option} takes no value.', { option: name }));
    return true;
  }
  if (value === undefined)
    throw new Error(
      choices
        ? say('--{option} needs a value: {choices}.', { option: name, choices: inWords(choices) })
        : say('--{option} needs a value ({kind}).', { option: name, kind: option.value }),
    );
  if (choices && !choices.includes(value))
    throw new Error(
      say('There is no {option} “{value}”. Use {choices}.', {
        option: name,
        value: printable(value),
        choices: inWords(choices),
      }),
    );
  return value;
}

function unknown(raw: string, names: readonly string[]): string {
  const option = printable(raw);
  return raw.startsWith('--')
    ? say('There is no option “{option}” for this command. Do you mean “--{near}”? See --help.', {
        option,
        near: closest(raw.slice(2), names),
      })
    : say('There is no option “{option}” for this command. See --help.', { option });
}

/** `text, json or sarif`. */
export function inWords(words: readonly string[]): string {
  return listOf(words, 'or');
}
