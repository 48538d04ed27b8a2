import { deferred } from '../words/say.ts';

/** The options of the command line: one table for parsing, help and completion. */

/** An option, as it is read and as the help shows it. */
export interface CliOption {
  /** The name without dashes. */
  readonly name: string;
  /** What stands for the value in the help; an option without it is a flag. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** The value that counts when it is written without one; others need a value. */
  readonly otherwise?: string;
  readonly isRepeated?: boolean;
  /** What its value names, for completion. */
  readonly names?: 'file' | 'folder';
  readonly what: string;
}

/** The values of options by name, after parsing. */
export interface OptionValues {
  readonly format?: string;
  readonly severity?: string;
  readonly 'fail-on'?: string;
  readonly quotations?: boolean;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly 'dry-run'?: boolean;
  readonly since?: string;
  readonly baseline?: string;
  readonly 'write-baseline'?: string;
  readonly 'stdin-path'?: string;
  readonly force?: boolean;
  readonly actor?: string;
  readonly text?: string;
  readonly 'no-cache'?: boolean;
  readonly 'max-file-size'?: string;
  readonly allow?: readonly string[];
  readonly bibliography?: readonly string[];
  readonly 'linked-files'?: string;
  readonly 'no-found-bibliographies'?: boolean;
}

/** Severities, the mildest first. */
export const LEVELS = ['hint', 'information', 'warning', 'error'] as const;

/** Where a baseline is, unless another file is named. */
export const BASELINE = 'sicetnon-baseline.json';

/** Options for reading, which several commands have. */
export const READING: readonly CliOption[] = [
  { name: 'no-cache', what: deferred('reads everything anew, and remembers nothing of it') },
  { name: 'max-file-size', value: 'MB', what: deferred('larger files are refused (64)') },
  {
    name: 'allow',
    value: 'FOLDER',
    names: 'folder',
    isRepeated: true,
    what: deferred('files in it may be read that texts name; may be repeated'),
  },
  {
    name: 'bibliography',
    value: 'FILE',
    names: 'file',
    isRepeated: true,
    what: deferred('a library of your own, for what names no bibliography; may be repeated'),
  },
  {
    name: 'linked-files',
    value: 'FOLDER',
    names: 'folder',
    what: deferred('the base folder of files that your Zotero links to'),
  },
  { name: 'no-found-bibliographies', what: deferred('no bibliography counts that nothing names') },
];

/** Options of pictures. */
export const PICTURING: readonly CliOption[] = [
  {
    name: 'actor',
    value: 'ID',
    what: deferred('the claims about an actor, by the name in the register; a timeline needs one'),
  },
  { name: 'text', value: 'PATH', names: 'file', what: deferred('the claims of one text') },
];

export const CHECKING: readonly CliOption[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif', 'github', 'html'],
    what: deferred(
      'how to say it: text, json, sarif, or github, which annotates a pull request; with --quotations text, json or html',
    ),
  },
  {
    name: 'severity',
    value: 'LEVEL',
    choices: LEVELS,
    what: deferred('findings from this level up: hint, information, warning, error (hint)'),
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: LEVELS,
    what: deferred(
      'exit code 1 only for findings from this level up; milder ones are told all the same (hint)',
    ),
  },
  { name: 'quiet', what: deferred('findings only: no counts, no notes on what was read') },
  {
    name: 'quotations',
    what: deferred('every quotation with its verdict instead, by work'),
  },
  {
    name: 'fix',
    what: deferred('applies the fixes that an editor would prefer, then tells what is left'),
  },
  { name: 'dry-run', what: deferred('with --fix: prints what would change, and changes nothing') },
  {
    name: 'since',
    value: 'REV',
    what: deferred('only files that changed since this revision of git'),
  },
  {
    name: 'write-baseline',
    value: 'FILE',
    otherwise: BASELINE,
    names: 'file',
    what: deferred('remembers all findings of today in a file (sicetnon-baseline.json)'),
  },
  {
    name: 'baseline',
    value: 'FILE',
    otherwise: BASELINE,
    names: 'file',
    what: deferred('tells only findings that are not in that file (sicetnon-baseline.json)'),
  },
  {
    name: 'stdin-path',
    value: 'PATH',
    names: 'file',
    what: deferred('with “-”: the text on standard input is checked as if it stood in this file'),
  },
];

/** How an option is written in the help: `--severity LEVEL`, `--baseline[=FILE]`. */
export function written({ name, value, otherwise }: CliOption): string {
  if (value === undefined) return `--${name}`;
  return otherwise === undefined ? `--${name} ${value}` : `--${name}[=${value}]`;
}
