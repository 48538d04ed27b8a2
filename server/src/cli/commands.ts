import { check } from './check.ts';
import type { Command } from './command.ts';
import { inspect } from './inspect.ts';
import { CHECKING, PICTURING, READING } from './options.ts';
import { completion, SHELLS } from './completion.ts';
import { picture, PICTURES } from './picture.ts';
import { take } from './take.ts';
import { deferred, say } from '../words/say.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    takes: '[paths]',
    what: deferred('says what is wrong'),
    more: deferred(
      'Paths are files and folders; without any, the folder that you are in; “-” is standard input. The project file\nsicetnon.yaml is looked for in the folder and above it.\n\nExit codes: 0 nothing found, 1 findings, 2 it could not run or could not read a\nfile that was named, 130 stopped by you.',
    ),
    options: [...CHECKING, ...READING],
    run: check,
  },
  {
    name: 'inspect',
    takes: '[paths]',
    what: deferred('prints everything that was read, as JSON'),
    options: [
      { name: 'format', value: 'FORMAT', choices: ['json'], what: deferred('json, the only one there is') },
      ...READING,
    ],
    run: inspect,
  },
  {
    name: 'picture',
    takes: 'PICTURE',
    what: deferred('writes a page with a picture of the claims: claim-map, evidence-matrix or timeline'),
    more: deferred(
      'The page is HTML that needs nothing else. It can be searched and sorted, and saves its picture as SVG:\nsicetnon picture claim-map > map.html.',
    ),
    options: [...PICTURING, ...READING],
    words: PICTURES,
    run: picture,
  },
  {
    name: 'take',
    takes: 'FILE|KEY',
    what: deferred('writes sources/KEY.md: the text of a work, out of its PDF, EPUB, page or DOCX'),
    more: deferred('It has the marks of its pages, and can be annotated.'),
    options: [{ name: 'force', what: deferred('writes over a file that is there') }, ...READING],
    run: take,
  },
  {
    name: 'lsp',
    takes: '',
    what: deferred('starts the language server, for editors (on standard input and output)'),
    options: [
      {
        name: 'stdio',
        what: deferred('speaks on standard input and output, as it does if nothing else is said'),
      },
      { name: 'socket', value: 'PORT', what: deferred('connects to this port of this machine') },
      { name: 'pipe', value: 'NAME', names: 'file', what: deferred('connects to this pipe') },
    ],
    run: async (_positionals, _values, terminal) => {
      if (!terminal.serve) throw new Error(say('The language server is not part of this build.'));
      return terminal.serve();
    },
  },
  {
    name: 'completion',
    takes: 'SHELL',
    what: deferred('prints what completes these commands in a shell: bash, zsh, fish'),
    more: deferred('For bash: eval "$(sicetnon completion bash)", in ~/.bashrc.'),
    options: [],
    words: SHELLS,
    run: async ([shell], _values, terminal) => completion(shell, commands, terminal),
  },
];
