import assert from 'node:assert/strict';
import type { PrintJob, PrintOutcome } from '../../server/src/bibliography/entry-printer.ts';
import {
  ThreadedPrinter,
  usualTimes,
  type PrinterTimes,
} from '../../server/src/hosts/printing/threaded-printer.ts';
import { startPress } from '../../server/src/hosts/node-printer.ts';
import type { Logger } from '../../server/src/workspace/file-system.ts';
import { until } from '../support/conditions.ts';

/** A thread's program that prints an entry's title, loops for ever at some and dies at others. */
const PRESS = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ entry: { item: { title } } }) => {
    console.log('what a library prints');
    if (title === 'endless') for (;;);
    if (title === 'deadly') process.exit(3);
    if (title === 'greedy') for (const all = [];;) all.push(new Array(1e6).fill(title));
    if (title === 'odd') parentPort.postMessage({ kind: 'failed', message: 'odd' });
    else parentPort.postMessage({ kind: 'printed', entry: { markdown: title, notes: [] } });
  });
  parentPort.postMessage({ kind: 'ready' });
`;
const DEAF = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});`;
const BROKEN = `import './there-is-no-such-chunk.js';`;

const job = (title: string): PrintJob => ({ style: {}, entry: { item: { id: 'a', type: 'book', title } } });
const words = (outcome: PrintOutcome): string =>
  outcome.status === 'printed' ? outcome.entry.markdown : outcome.status;

describe('entries printed in a thread', function () {
  let logged: string[];
  let printer: ThreadedPrinter;

  function start(program: string, times: Partial<PrinterTimes> = {}): void {
    logged = [];
    const say = (message: string): void => void logged.push(message);
    const logger: Logger = { info: say, warn: say, error: say };
    const worker = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
    // Patient where a test is not about patience: the machine may have much to do.
    const patient = { ...usualTimes, start: 50_000, patience: 50_000, limit: 50_000 };
    printer = new ThreadedPrinter({
      start: startPress(worker, logger),
      logger,
      times: { ...patient, ...times },
    });
  }
  afterEach(() => printer.dispose());

  it('come in their turn', async () => {
    start(PRESS);
    const all = ['a', 'b', 'odd', 'c'].map((title) => printer.print(job(title)));
    const outcomes = await Promise.all(all.map(({ soon }) => soon));
    assert.deepEqual(outcomes.map(words), ['a', 'b', 'failed', 'c']);
    assert.deepEqual(await Promise.all(all.map(({ atLast }) => atLast)), outcomes);
  });

  it('are stopped when they take too long, and the next is printed', async () => {
    start(PRESS, { limit: 50 });
    const endless = printer.print(job('endless'));
    const next = printer.print(job('next'));
    assert.equal(words(await endless.soon), 'stopped');
    assert.equal(words(await next.soon), 'next');
    assert.match(logged.join('\n'), /took too long and was stopped/);
  });

  it('are answered for in time while one takes long', async () => {
    start(PRESS, { patience: 20 });
    await printer.print(job('a')).soon;
    const endless = printer.print(job('endless'));
    const behind = printer.print(job('b'));
    assert.equal(words(await endless.soon), 'busy');
    assert.equal(words(await behind.soon), 'busy');
    assert.equal(words(await behind.atLast), 'busy', 'it was given up');
  });

  it('are turned away when too many wait', async () => {
    start(PRESS);
    await printer.print(job('a')).soon;
    printer.print(job('endless'));
    const crowd = Array.from({ length: 200 }, () => printer.print(job('b')));
    assert.equal(words(await crowd.at(-1)!.soon), 'busy');
  });

  it('are answered for while the thread starts, and printed afterwards', async () => {
    start(PRESS, { start: 0 });
    const { soon, atLast } = printer.print(job('a'));
    assert.equal(words(await soon), 'starting');
    assert.equal(words(await atLast), 'a');
  });

  for (const title of ['deadly', 'greedy'])
    it(`cost no other entry its answer when one is ${title}`, async () => {
      start(PRESS);
      const first = printer.print(job(title));
      const next = printer.print(job('next'));
      assert.equal(words(await first.soon), 'stopped');
      assert.equal(words(await next.soon), 'next');
    });

  it('fail, with a word in the log, when the program is not there', async () => {
    start(BROKEN);
    assert.equal(words(await printer.print(job('a')).soon), 'failed');
    assert.equal(words(await printer.print(job('b')).soon), 'failed');
    const said = logged.length;
    assert.ok(said > 0 && said <= 2);
    assert.equal(words(await printer.print(job('c')).soon), 'failed');
    assert.equal(logged.length, said, 'it is not tried for ever');
  });

  it('never wait for a thread that says nothing', async () => {
    start(DEAF, { start: 10 });
    assert.equal(words(await printer.print(job('a')).soon), 'starting');
  });

  it('start a thread again that was ended because nobody asked', async () => {
    start(PRESS, { idle: 0 });
    assert.equal(words(await printer.print(job('a')).soon), 'a');
    await until(
      () => !printer.isRunning,
      (listener) => {
        const timer = setInterval(listener, 1);
        return { dispose: () => clearInterval(timer) };
      },
      () => 'the thread still runs',
    );
    assert.equal(words(await printer.print(job('b')).soon), 'b');
  });
});
