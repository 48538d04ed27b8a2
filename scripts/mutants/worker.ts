// Loads the tests once, and runs those for a mutant with that mutant switched on. Started by run.ts.
import path from 'node:path';
import Mocha from 'mocha';
import type { Coverage, Order, Report, TestCoverage } from './mutant.ts';

/** The globals of the instrumented code. */
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

/** A silent reporter; results are taken from the runner. */
class Silent {}

const mocha = new Mocha({ timeout: 0, reporter: Silent as unknown as Mocha.ReporterConstructor });
mocha.cleanReferencesAfterRun(false);
for (const file of files) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
send({ kind: 'loaded' });

process.on('message', (order: Order) => {
  const answer = order.kind === 'cover' ? cover() : attempt(order);
  answer.then(send, (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  });
});

/** Separator between the path of a file and the title of a test. */
const BETWEEN = '\0';

async function cover(): Promise<Report> {
  const failed: string[] = [];
  const took = new Map<string, number>();
  const enter = (file: string | undefined, title: string): string =>
    (switchboard.currentTestId = `${path.relative('.', file ?? '')}${BETWEEN}${title}`);
  await run(null, false, (runner) => {
    // What hooks run counts for all tests of their file.
    runner.on('suite', ({ file }) => void enter(file, ''));
    runner.on('test', (test) => void enter(test.file, test.fullTitle()));
    runner.on('test end', (test) => {
      took.set(enter(test.file, test.fullTitle()), test.duration ?? 0);
      enter(test.file, '');
    });
    runner.on('fail', (test) => failed.push(test.fullTitle()));
  });
  switchboard.currentTestId = undefined;
  const { static: loaded, perTest } = switchboard.mutantCoverage ?? { static: {}, perTest: {} };
  const tests: Record<string, TestCoverage[]> = {};
  for (const id of new Set([...took.keys(), ...Object.keys(perTest)])) {
    const [file, title] = id.split(BETWEEN) as [string, string];
    (tests[file] ??= []).push({
      title: title || null,
      milliseconds: took.get(id) ?? 0,
      hits: perTest[id] ?? {},
    });
  }
  const coverage: Coverage = { loaded: Object.keys(loaded), tests, failed };
  return { kind: 'covered', coverage };
}

async function attempt({ mutant, tests, limit }: Order & { kind: 'try' }): Promise<Report> {
  switchboard.activeMutant = mutant ?? undefined;
  switchboard.hitCount = limit === null ? undefined : 0;
  switchboard.hitLimit = limit ?? undefined;
  let killedBy: string | null = null;
  await run(tests && new Set(tests), true, (runner) =>
    runner.on('fail', (test) => (killedBy ??= test.fullTitle())),
  );
  switchboard.activeMutant = undefined;
  return { kind: 'tried', killedBy };
}

function run(
  only: ReadonlySet<string> | null,
  bail: boolean,
  listen: (runner: Mocha.Runner) => void,
): Promise<void> {
  // Mocha only calls `test` of its pattern.
  const pattern = { test: (title: string) => only === null || only.has(title) };
  mocha.grep(pattern as unknown as RegExp);
  setBail(mocha.suite, bail);
  return new Promise((resolve) => listen(mocha.run(() => resolve())));
}

function setBail(suite: Mocha.Suite, bail: boolean): void {
  suite.bail(bail);
  for (const child of suite.suites) setBail(child, bail);
}

function send(report: Report): void {
  process.send!(report);
}
