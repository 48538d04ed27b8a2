import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Coverage, Order, Report } from './mutant.ts';

/** Timeout for loading the tests, in milliseconds. */
const PATIENCE = 300_000;

/** The result of some tests for a mutant. `over`: they did not terminate, or ended the process. */
export type Outcome =
  | { readonly kind: 'noticed'; readonly by: string }
  | { readonly kind: 'unnoticed' }
  | { readonly kind: 'over' };

/** A process with loaded tests that runs some of them on request. */
export class TestProcess {
  private constructor(private readonly child: ChildProcess) {}

  /**
   * Starts a process with the given test files; null if they cannot be loaded, as with some mutants.
   * @param active The mutant that is switched on before modules are loaded, if any.
   */
  static async start(
    folder: string,
    specs: readonly string[],
    active: string | null,
  ): Promise<TestProcess | null> {
    const child = fork(path.join(folder, 'scripts/mutants/worker.ts'), [active ?? '', ...specs], {
      cwd: folder,
      execArgv: ['--import=tsx'],
      stdio: ['ignore', 'ignore', active === null ? 'inherit' : 'ignore', 'ipc'],
    });
    const process = new TestProcess(child);
    const report = await process.next(PATIENCE);
    if (report?.kind === 'loaded') return process;
    process.end();
    return null;
  }

  /** Whether the process still takes requests. */
  get lives(): boolean {
    return this.child.connected;
  }

  /** Runs all tests without a mutant. */
  async cover(): Promise<Coverage> {
    const report = await this.ask({ kind: 'cover' });
    if (report?.kind !== 'covered') throw new Error('The tests broke off before any line was broken.');
    return report.coverage;
  }

  /**
   * Runs tests with a mutant, up to the first that detects it.
   * @param patience Timeout in milliseconds.
   */
  async attempt(order: Omit<Order & { kind: 'try' }, 'kind'>, patience: number): Promise<Outcome> {
    const report = await this.ask({ kind: 'try', ...order }, patience);
    if (report?.kind !== 'tried') return { kind: 'over' };
    return report.killedBy === null ? { kind: 'unnoticed' } : { kind: 'noticed', by: report.killedBy };
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private ask(order: Order, patience?: number): Promise<Report | null> {
    const answer = this.next(patience);
    // The process may end meanwhile; then there is no answer.
    this.child.send(order, () => undefined);
    return answer;
  }

  /** The next report; null if the process ends first or the timeout passes, which ends it. */
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
      if (this.child.exitCode !== null || this.child.signalCode !== null) settle(null);
    });
  }
}
