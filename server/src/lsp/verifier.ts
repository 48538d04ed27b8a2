import type { Logger } from '../workspace/file-system.ts';
import type { Background } from './session/background.ts';
import type { Desk } from './workbench.ts';

/** How long one slice of searching may last before the editor's next word is heard, in milliseconds. */
const SLICE = 8;

export interface VerifierOptions {
  /** Runs a step later, after what has arrived meanwhile. */
  readonly later: (step: () => void) => void;
  readonly now: () => number;
  /** Publishes what has become stale. */
  readonly refresh: (desk: Desk) => void;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  readonly background: Background;
}

/** Has quotations looked for in the texts of their works, in slices that yield to whatever the editor asks. */
export class Verifier {
  private readonly busy = new Set<Desk>();

  constructor(private readonly options: VerifierOptions) {}

  /** Sees to it that what waits at `desk` is looked for, some time after this call. */
  start(desk: Desk): void {
    if (this.busy.has(desk)) return;
    this.busy.add(desk);
    this.options.background.run(this.run(desk), 'Looking for quotations failed.');
  }

  private async run(desk: Desk): Promise<void> {
    const { later, now, refresh, signal, logger } = this.options;
    const yielded = () => new Promise<void>((resolve) => later(resolve));
    try {
      await yielded();
      let until = now() + SLICE;
      await desk.service.verifyQuotations(async () => {
        if (now() < until) return;
        refresh(desk);
        await yielded();
        until = now() + SLICE;
      }, signal);
    } catch (cause) {
      logger.error('Looking for quotations failed.', cause);
    } finally {
      this.busy.delete(desk);
      refresh(desk);
    }
  }
}
