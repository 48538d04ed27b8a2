import type { Logger } from '../../workspace/file-system.ts';

/** Runs background tasks: their errors are logged, and stop nothing. */
export class Background {
  constructor(
    private readonly logger: Logger,
    /** Runs a step after messages that have already arrived. */
    private readonly defer: (step: () => void) => void,
  ) {}

  /** Lets a promise run; a rejection is logged with the sentence `failed`. */
  run(promise: Promise<unknown>, failed: string): void {
    promise.catch((cause: unknown) => this.logger.error(failed, cause));
  }

  /** Runs a step later; an exception is logged. */
  readonly later = (step: () => void): void =>
    this.defer(() => {
      try {
        step();
      } catch (cause) {
        this.logger.error('A step that was put off failed.', cause);
      }
    });
}
