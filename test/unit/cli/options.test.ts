import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands } from '../../../server/src/cli/commands.ts';
import { commandLine } from './command-line.ts';

describe('the options of the command line', () => {
  const { run, write } = commandLine();

  it('have a page for each command, and one on all of them', async () => {
    const { out, code } = await run(['--help']);
    assert.equal(code, 0);
    for (const command of commands) {
      assert.match(out, new RegExp(`^  sicetnon ${command.name}\\b`, 'm'));
      const help = await run([command.name, '--help']);
      assert.equal(help.code, 0);
      assert.equal((await run(['help', command.name])).out, help.out);
      for (const { name } of command.options) assert.match(help.out, new RegExp(`^  --${name}\\b`, 'm'));
      for (const line of help.out.split('\n')) assert.ok(line.length <= 120, line);
    }
  });

  it('are refused in a sentence that says what was meant', async () => {
    for (const [args, said] of [
      [
        ['check', '--fromat', 'json'],
        'There is no option “--fromat” for this command. Do you mean “--format”? See --help.',
      ],
      [['inspect', '--quiet'], /^There is no option “--quiet” for this command\./],
      [
        ['chekc'],
        'There is no command “chekc”; do you mean “check”? The commands are check, inspect, picture, take, lsp and completion; see --help.',
      ],
      [['check', '--format'], '--format needs a value: text, json, sarif, github or html.'],
      [['check', '--format', 'xml'], 'There is no format “xml”. Use text, json, sarif, github or html.'],
      [['check', '--since'], '--since needs a value (REV).'],
      [['check', '--quiet=yes'], '--quiet takes no value.'],
      [['check', '--dry-run'], '--dry-run goes with --fix.'],
      [['check', '--format', 'html'], 'There is a page of HTML for --quotations only.'],
      [
        ['check', '--quotations', '--format', 'sarif'],
        'There is no format “sarif” for quotations. Use text, json or html.',
      ],
      [
        ['check', '--quotations', '--since', 'HEAD'],
        '--quotations does not go with --since, which is about findings.',
      ],
      [['check', '--quotations', '--fix'], '--quotations does not go with --fix, which is about findings.'],
      [
        ['check', '-', '--quotations'],
        'The quotations of files can be reported, but not those of the text on standard input.',
      ],
      [['check', '--baseline', '--write-baseline'], 'Say either --baseline or --write-baseline.'],
      [
        ['check', '--stdin-path', 'a.md'],
        '--stdin-path goes with “-”, which stands for the text on standard input.',
      ],
      [
        ['check', '-', 'notes'],
        '“-”, the text on standard input, is checked by itself, without other paths.',
      ],
      [['check', '-', '--fix'], 'The text on standard input can be checked, but not with --fix or --since.'],
      [['completion'], 'Say which shell: bash, zsh or fish.'],
      [['completion', 'csh'], 'There is no completion for “csh”, only for bash, zsh or fish.'],
      [['lsp'], 'The language server is not part of this build.'],
    ] as const) {
      const { code, complaints, out } = await run(args);
      if (typeof said === 'string') assert.equal(complaints, `${said}\n`);
      else assert.match(complaints, said);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
    }
  });

  it('may stand before the command and between paths; after -- all are paths', async () => {
    assert.match((await run(['--format', 'json', 'check'])).out, /^\{/);
    assert.match((await run(['check', 'notes', '--format=json'])).out, /^\{/);
    assert.match(
      (await run(['check', '--', '--format'])).complaints,
      /^There is no file or folder “--format”/,
    );
  });

  it('fail only for findings as severe as they say, and tell nothing else when they are quiet', async () => {
    write('notes/bad.md', 'It is so [@nobody].\n');
    assert.equal((await run(['check'])).code, 1);
    assert.equal((await run(['check', '--fail-on', 'error'])).code, 1);
    write('notes/bad.md', 'It is so.[^a]\n\n[^a]: A note.\n\n[^b]: Another.\n');
    const mild = await run(['check', '--fail-on', 'error']);
    assert.equal(mild.code, 0);
    assert.match(mild.out, /footnote-unused/);
    const quiet = await run(['check', '--quiet']);
    assert.equal(quiet.code, 1);
    assert.match(quiet.out, /footnote-unused/);
    assert.doesNotMatch(quiet.out, /in \d+ files|citations/);
  });
});

describe('completion', () => {
  const { run } = commandLine();

  it('is a script that bash reads, and completes commands, options, values', async () => {
    const { out } = await run(['completion', 'bash']);
    const complete = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          `${out}\nCOMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _sicetnon; echo "\${COMPREPLY[@]}"`,
          'bash',
          'sicetnon',
          ...words,
        ],
        { encoding: 'utf8' },
      ).trim();
    assert.equal(complete('in'), 'inspect');
    assert.equal(complete('check', '--fo'), '--format');
    assert.equal(complete('check', '--format', 's'), 'sarif');
    assert.equal(complete('completion', 'z'), 'zsh');
    assert.equal(complete('check', '--allow', '/us'), '/usr');
  });

  it('is there for zsh and fish, with every option', async () => {
    for (const shell of ['zsh', 'fish']) {
      const { out } = await run(['completion', shell]);
      for (const { options } of commands)
        for (const { name } of options) assert.match(out, new RegExp(`(?:--|-l )${name}\\b`));
    }
  });
});
