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
 * unless it is `dispensable`. Each value of `lane` is a lane of its own, whose stages begin when all is prepared, and lanes
 * run at the same time: a test of an editor waits, for the most part, for what it started.
 */
const stages = [
  { name: 'setup', command: ['bash', 'scripts/setup.sh'] },
  // Unit tests read VS Code's grammar and themes, and are skipped where it is not available.
  { name: 'editor', command: [node, 'scripts/vscode-server.js'], dispensable: true },
  { name: 'build', command: ['npm', 'run', '--silent', 'package'] },
  { name: 'unit', lane: 'own', counts: true, command: [...mocha, ...parallel, 'test/unit/**/*.test.ts'] },
  { name: 'corpus', lane: 'own', counts: true, command: [...mocha, ...parallel, 'test/corpus/**/*.test.ts'] },
  { name: 'walks', lane: 'own', counts: true, command: [...mocha, ...parallel, 'test/walks/*.test.ts'] },
  { name: 'oracle', lane: 'own', counts: true, command: [...mocha, 'test/oracle/*.test.ts'] },
  { name: 'protocol', lane: 'own', counts: true, command: [...mocha, 'test/protocol/*.test.ts'] },
  { name: 'site', lane: 'own', counts: true, command: [...mocha, 'test/site/*.test.ts'] },
  { name: 'vscode', lane: 'editors', counts: true, command: [node, 'test/vscode/run.js'] },
  { name: 'editors', lane: 'editors', counts: true, command: [...mocha, 'test/editors/*.test.ts'] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length) {
  console.error(
    `There is no stage ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const chosen = stages.filter(({ name, counts }) => !wanted.length || !counts || wanted.includes(name));
const lanes = new Map();
for (const stage of chosen.filter(({ lane }) => lane))
  lanes.set(stage.lane, [...(lanes.get(stage.lane) ?? []), stage]);
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = new Map();
const failures = [];
if (await runInOrder(chosen.filter(({ lane }) => !lane)))
  await Promise.all([...lanes.values()].map((lane) => runInOrder(lane, lanes.size > 1)));
console.log(`\n${stages.flatMap((stage) => lines.get(stage) ?? []).join('\n')}\n`);
console.log(words(total));
// Once more at the end, since a log may be cut at its beginning.
for (const { name, output } of failures) console.log(`\nWhat failed in ${name}:\n${reasons(output)}`);
process.exitCode = total.failed ? 1 : 0;

/** Runs stages one after the other; false where one failed that later ones need. `named`: each line says whose it is. */
async function runInOrder(list, named = false) {
  for (const stage of list) {
    console.log(`\n=== ${stage.name}`);
    const { status, output, seconds } = await run(stage.command, named ? `${stage.name} │ ` : '');
    const counted = count(output);
    // A runner that fails without a failed test has crashed.
    if (status !== 0 && counted.failed === 0) counted.failed = 1;
    if (stage.counts && status === 0 && counted.passed === 0) counted.failed = 1;
    const has = stage.counts || counted.failed > 0;
    if (has) for (const key of Object.keys(total)) total[key] += counted[key];
    const what = has ? `${words(counted)}, ` : '';
    lines.set(stage, `  ${stage.name.padEnd(10)} ${what}in ${seconds} s`);
    if (counted.failed) failures.push({ name: stage.name, output });
    if (status !== 0 && !stage.counts && !stage.dispensable) return false;
  }
  return true;
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** What Mocha says of its failures, or the end of an output. */
function reasons(output) {
  const from = output.search(/^ +\d+ failing/m);
  return from < 0 ? output.slice(-3000) : output.slice(from, from + 3000);
}

/** Runs a command, passing its output on, each line after `head`; resolves to its exit code and output. */
function run([command, ...args], head) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const env = { ...process.env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' };
    if (env.NO_COLOR) delete env.FORCE_COLOR;
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      let begunLine = '';
      from.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (head === '') return void to.write(chunk);
        const whole = (begunLine + chunk).split('\n');
        begunLine = whole.pop();
        to.write(whole.map((line) => `${head}${line}\n`).join(''));
      });
      from.on('end', () => begunLine && to.write(`${head}${begunLine}\n`));
    }
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
