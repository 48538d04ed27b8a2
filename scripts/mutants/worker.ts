// Holds the tests, loaded once, and runs those that a mutant concerns with that mutant switched on. Started by run.ts.
import path from 'node:path';
import Mocha from 'mocha';
import type { Coverage, Order, Report } from './mutant.ts';

/** What the instrumented code reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const switchboard: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
const [, , activeFromTheStart, ...files] = process.argv;
if (activeFromTheStart) switchboard.activeMutant = activeFromTheStart;

/** Says nothing: what matters is asked of the runner. */
class Silent {}

const mocha = new Mocha({ timeout: 0, reporter: Silent as unknown as Mocha.ReporterConstructor });
mocha.cleanReferencesAfterRun(false);
for (const file of files) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
mocha.suite.beforeEach('says which test runs', function () {
  switchboard.currentTestId = this.currentTest?.fullTitle();
});
send({ kind: 'loaded' });

process.on('message', (order: Order) => {
  const answer = order.kind === 'cover' ? cover() : attempt(order.mutant, order.tests, order.limit);
  answer.then(send, (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  });
});

async function cover(): Promise<Report> {
  const failed: string[] = [];
  await run(null, false, (title) => failed.push(title));
  const { static: loaded, perTest } = switchboard.mutantCoverage ?? { static: {}, perTest: {} };
  const coverage: Coverage = { static: loaded, perTest, failed };
  return { kind: 'covered', coverage };
}

async function attempt(mutant: string, tests: readonly string[] | null, limit: number): Promise<Report> {
  switchboard.activeMutant = mutant;
  switchboard.hitCount = 0;
  switchboard.hitLimit = limit;
  let killedBy: string | null = null;
  await run(tests && new Set(tests), true, (title) => (killedBy ??= title));
  switchboard.activeMutant = undefined;
  return { kind: 'tried', killedBy };
}

function run(only: ReadonlySet<string> | null, bail: boolean, fail: (title: string) => void): Promise<void> {
  // Mocha only ever asks its pattern whether it fits a title.
  const pattern = { test: (title: string) => only === null || only.has(title) };
  mocha.grep(pattern as unknown as RegExp);
  setBail(mocha.suite, bail);
  return new Promise((resolve) => {
    mocha.run(() => resolve()).on('fail', (test) => fail(test.fullTitle()));
  });
}

function setBail(suite: Mocha.Suite, bail: boolean): void {
  suite.bail(bail);
  for (const child of suite.suites) setBail(child, bail);
}

function send(report: Report): void {
  process.send!(report);
}
