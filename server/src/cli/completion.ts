import type { Command } from './command.ts';
import type { CliOption } from './options.ts';
import { inWords } from './parse-options.ts';
import { printable } from './printable.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { say } from '../words/say.ts';

/** The shells that completion is printed for. */
export const SHELLS: readonly string[] = ['bash', 'zsh', 'fish'];

/** `sicetnon completion SHELL`: prints a script that the shell reads. Throws with a sentence for another shell. */
export function completion(
  shell: string | undefined,
  commands: readonly Command[],
  terminal: Terminal,
): number {
  if (shell === undefined || !SHELLS.includes(shell))
    throw new Error(
      shell === undefined
        ? say('Say which shell: {shells}.', { shells: inWords(SHELLS) })
        : say('There is no completion for “{shell}”, only for {shells}.', {
            shell: printable(shell),
            shells: inWords(SHELLS),
          }),
    );
  terminal.write(shell === 'fish' ? fish(commands) : bash(commands, shell === 'zsh'));
  return EXIT.clean;
}

/** A function of bash. Zsh runs it through `bashcompinit`. */
function bash(commands: readonly Command[], isZsh: boolean): string {
  const cases = commands.map(({ name, options, words = [] }) => {
    const values = options
      .filter(({ value, otherwise }) => value !== undefined && otherwise === undefined)
      .map(
        ({ name: option, choices, names }) =>
          `        --${option}) ${choices ? `words="${choices.join(' ')}"` : names === 'folder' ? 'COMPREPLY=($(compgen -d -- "$word")); return' : names === 'file' ? 'COMPREPLY=($(compgen -f -- "$word")); return' : 'return'} ;;\n`,
      )
      .join('');
    const all = [...options.map(({ name: option }) => `--${option}`), '--help'].join(' ');
    return `    ${name})
      case "$before" in
${values}        *) if [[ $word == -* ]]; then words="${all}"; else ${words.length > 0 ? `words="${words.join(' ')}"` : 'COMPREPLY=($(compgen -f -- "$word")); return'}; fi ;;
      esac ;;
`;
  });
  return `${isZsh ? 'autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit\n' : ''}_sicetnon() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  case "\${COMP_WORDS[1]}" in
${cases.join('')}    *) words="${commands.map(({ name }) => name).join(' ')} --help --version" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _sicetnon sicetnon
`;
}

function fish(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = ['complete -c sicetnon -f'];
  for (const { name, what, options, words } of commands) {
    lines.push(
      `complete -c sicetnon -n "not __fish_seen_subcommand_from ${names}" -a ${name} -d ${quoted(say(what))}`,
    );
    const here = `-n "__fish_seen_subcommand_from ${name}"`;
    if (words) lines.push(`complete -c sicetnon ${here} -a "${words.join(' ')}"`);
    else if (name !== 'lsp') lines.push(`complete -c sicetnon ${here} -F`);
    for (const option of options)
      lines.push(
        `complete -c sicetnon ${here} -l ${option.name} ${fishValue(option)}-d ${quoted(say(option.what))}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

function fishValue({ value, choices, names, otherwise }: CliOption): string {
  if (value === undefined || otherwise !== undefined) return '';
  if (choices) return `-x -a "${choices.join(' ')}" `;
  return names === 'folder' ? '-x -a "(__fish_complete_directories)" ' : names === 'file' ? '-r -F ' : '-x ';
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
