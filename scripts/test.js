// Runs the stages of tests in order, and prints the total of tests.
//   node scripts/test.js                 all stages
//   node scripts/test.js unit editors    some of them
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.execPath;
const mocha = [node, 'node_modules/mocha/bin/mocha.js'];

/** By default Mocha leaves one processor unused. */
const parallel = ['--parallel', '--jobs', `${Math.max(2, availableParallelism())}`];

/**
 * The stages in order. A stage with `counts` has tests; one without prepares later stages, and its failure ends the run
 * unless it is `dispensable`.
 */
const stages = [
  { name: 'setup', command: ['bash', 'scripts/setup.sh'] },
  // Unit tests read VS Code's grammar and themes, and are skipped where it is not available.
  { name: 'editor', command: [node, 'scripts/vscode-server.js'], dispensable: true },
  { name: 'build', command: ['npm', 'run', '--silent', 'package'] },
  {
    name: 'unit',
    counts: true,
    command: [...mocha, ...parallel, 'test/unit/**/*.test.ts'],
  },
  { name: 'corpus', counts: true, command: [...mocha, ...parallel, 'test/corpus/**/*.test.ts'] },
  { name: 'walks', counts: true, command: [...mocha, ...parallel, 'test/walks/*.test.ts'] },
  { name: 'oracle', counts: true, command: [...mocha, 'test/oracle/*.test.ts'] },
  { name: 'protocol', counts: true, command: [...mocha, 'test/protocol/*.test.ts'] },
  { name: 'site', counts: true, command: [...mocha, 'test/site/*.test.ts'] },
  { name: 'editors', counts: true, command: [...mocha, 'test/editors/*.test.ts'] },
  { name: 'vscode', counts: true, command: [node, 'test/vscode/run.js'] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length) {
  console.error(
    `There is no stage ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const stage of stages) {
  if (wanted.length && stage.counts && !wanted.includes(stage.name)) continue;
  console.log(`\n=== ${stage.name}`);
  const { status, output, seconds } = await run(stage.command);
  const counted = count(output);
  // A runner that fails without a failed test has crashed.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  if (stage.counts && status === 0 && counted.passed === 0) counted.failed = 1;
  if (stage.counts || counted.failed) {
    for (const key of Object.keys(total)) total[key] += counted[key];
    lines.push(`  ${stage.name.padEnd(10)} ${words(counted)}, in ${seconds} s`);
  }
  if (status !== 0 && !stage.counts && !stage.dispensable) break;
}
console.log(`\n${lines.join('\n')}\n`);
console.log(words(total));
process.exitCode = total.failed ? 1 : 0;

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Runs a command, passing its output on; resolves to its exit code and output. */
function run([command, ...args]) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const env = { ...process.env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' };
    if (env.NO_COLOR) delete env.FORCE_COLOR;
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on('data', (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    const end = (status) => resolve({ status, output, seconds: Math.round((Date.now() - begun) / 1000) });
    child.once('error', (error) => {
      console.error(`${path.basename(command)}: ${error.message}`);
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** The sums of Mocha's summary lines in an output. */
function count(output) {
  // eslint-disable-next-line no-control-regex
  const plain = output.replace(/\u001b\[\d+m/g, '');
  const sum = (word) =>
    [...plain.matchAll(new RegExp(`^ {1,4}(\\d+) ${word}\\b`, 'gm'))].reduce(
      (all, [, n]) => all + Number(n),
      0,
    );
  return { passed: sum('passing'), failed: sum('failing'), skipped: sum('pending') };
}
