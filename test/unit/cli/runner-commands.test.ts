import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  jsonWithoutCommands,
  runnerOf,
  withCommandsStopped,
  withoutCommands,
} from '../../../server/src/cli/runner-commands.ts';
import { commandLine } from './command-line.ts';

/** Whether GitHub's or Azure's runner would take a line for a command. */
const isCommand = (line: string) => /^\s*::|##\w*\[/.test(line);
const commandsIn = (text: string) => text.split(/\r\n|\r|\n/).filter(isCommand);

describe('what a pipeline reads of our output', () => {
  const { run, write } = commandLine();
  const NAME = '::error title=x::y ##[error]z ##vso[task.setvariable variable=a]b.md';

  beforeEach(() => write(NAME, 'So [^x].\n\n::: {.claim}\n##[error]So\n:::\n'));

  for (const args of [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['check', '--quotations'],
    ['check', '--quotations', '--format', 'html'],
    ['inspect', NAME],
  ])
    it(`is no command that a file made up: ${args.slice(0, 4).join(' ')}`, async () => {
      for (const runner of ['github', 'other'] as const) {
        const { out, complaints } = await run(args, false, undefined, { runner });
        assert.deepEqual(commandsIn(`${out}\n${complaints}`), []);
      }
    });

  it('is as it ever was elsewhere', async () => {
    assert.match((await run(['check'])).out, /^::error title=x::y ##\[error\]z/m);
  });

  it('has one command for each finding in the format for it, and none besides', async () => {
    const { out } = await run(['check', '--format', 'github'], false, undefined, { runner: 'github' });
    for (const line of out.split('\n').filter(Boolean))
      assert.match(line, /^::(?:error|warning|notice) file=/);
    assert.match(out, /file=%3A%3Aerror title=x%3A%3Ay/);
  });

  it('is told to GitHub as words where it refuses', async () => {
    const { complaints } = await run(['check', '::error::nowhere'], false, undefined, { runner: 'github' });
    assert.match(complaints, /nowhere/);
    assert.deepEqual(commandsIn(complaints), []);
  });
});

describe('text without commands', () => {
  it('has none, whatever it is, and JSON stays what it is', () => {
    const part = fc.constantFrom(
      '#',
      '##[',
      '##vso[',
      ':',
      '::error::',
      '\n',
      '\r',
      ' ',
      '\t',
      'a',
      '[',
      '"',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        assert.deepEqual(commandsIn(withoutCommands(text)), []);
        assert.equal(withoutCommands(withoutCommands(text)), withoutCommands(text));
        const json = JSON.stringify({ text }, null, 2);
        assert.deepEqual(commandsIn(jsonWithoutCommands(json)), []);
        assert.deepEqual(JSON.parse(jsonWithoutCommands(json)), { text });
      }),
    );
  });

  it('is framed where it must stay as it is', () => {
    assert.equal(withCommandsStopped('--- a\n', 't'), '--- a\n');
    assert.equal(withCommandsStopped(' ::error::x\n', 't'), '::stop-commands::t\n ::error::x\n::t::\n');
  });

  it('is made where a pipeline listens', () => {
    assert.equal(runnerOf({ GITHUB_ACTIONS: 'true' }), 'github');
    assert.equal(runnerOf({ TF_BUILD: 'True' }), 'other');
    assert.equal(runnerOf({ TEAMCITY_VERSION: '2025.1' }), 'other');
    assert.equal(runnerOf({ CI: 'true' }), null);
  });
});
