import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Coverage, Order, Report } from './mutant.ts';

/** After so many milliseconds the tests of a process that are still not loaded count as ones that never are. */
const PATIENCE = 300_000;

/** What some tests made of a mutant. `over`: they never ended, or ended their process. */
export type Outcome =
  | { readonly kind: 'noticed'; readonly by: string }
  | { readonly kind: 'unnoticed' }
  | { readonly kind: 'over' };

/** A process that has tests loaded and runs some of them when asked. */
export class TestProcess {
  private constructor(private readonly child: ChildProcess) {}

  /**
   * Starts one with the tests of some files; null where they cannot be loaded, as with some mutants.
   * @param active The mutant that is switched on before anything is loaded, if any.
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

  /** Whether it can still be asked. */
  get lives(): boolean {
    return this.child.connected;
  }

  /** Runs all tests with no mutant switched on. */
  async cover(): Promise<Coverage> {
    const report = await this.ask({ kind: 'cover' });
    if (report?.kind !== 'covered') throw new Error('The tests broke off before any line was broken.');
    return report.coverage;
  }

  /**
   * Tries a mutant on some tests, up to the first that notices.
   * @param patience How many milliseconds they are waited for.
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
    // It may end just now; then there is no answer.
    this.child.send(order, () => undefined);
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
      if (this.child.exitCode !== null || this.child.signalCode !== null) settle(null);
    });
  }
}
