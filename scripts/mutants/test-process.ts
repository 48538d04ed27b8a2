import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Coverage, Order, Report } from './mutant.ts';

/** After this many milliseconds without an answer a mutant counts as one that never ends. */
const PATIENCE = 60_000;

/** A process that has the tests loaded and runs some of them when asked. */
export class TestProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when the tests are loaded; to an ended process where they cannot be, as with some mutants. */
  static async start(folder: string, specs: readonly string[], active: string | null): Promise<TestProcess> {
    const child = fork(path.join(folder, 'scripts/mutants/worker.ts'), [active ?? '', ...specs], {
      cwd: folder,
      execArgv: ['--import=tsx'],
      stdio: ['ignore', 'ignore', active ? 'ignore' : 'inherit', 'ipc'],
    });
    const process = new TestProcess(child);
    await process.next();
    return process;
  }

  async cover(): Promise<Coverage> {
    const report = await this.ask({ kind: 'cover' });
    if (report?.kind !== 'covered') throw new Error('The tests broke off before any line was broken.');
    return report.coverage;
  }

  /**
   * The title of the first test that notices the mutant, null where none does, undefined where they never end; the
   * process is over then.
   */
  async attempt(
    mutant: string,
    tests: readonly string[] | null,
    limit: number,
  ): Promise<string | null | undefined> {
    if (!this.child.connected) return 'the modules do not load';
    const report = await this.ask({ kind: 'try', mutant, tests, limit }, PATIENCE);
    return report?.kind === 'tried' ? report.killedBy : undefined;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private ask(order: Order, patience?: number): Promise<Report | null> {
    const answer = this.next(patience);
    this.child.send(order);
    return answer;
  }

  /** The next report; null where the process ends first, or is ended because it takes too long. */
  private next(patience?: number): Promise<Report | null> {
    return new Promise((resolve) => {
      const timer = patience === undefined ? null : setTimeout(() => this.end(), patience);
      const settle = (report: Report | null): void => {
        if (timer) clearTimeout(timer);
        this.child.off('message', told);
        this.child.off('exit', left);
        resolve(report);
      };
      const told = (report: unknown): void => settle(report as Report);
      const left = (): void => settle(null);
      this.child.once('message', told);
      this.child.once('exit', left);
    });
  }
}
