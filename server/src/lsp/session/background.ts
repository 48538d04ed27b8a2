import type { Logger } from '../../workspace/file-system.ts';

/** What is done without anybody waiting for it: whatever goes wrong there is logged, and ends nothing. */
export class Background {
  constructor(
    private readonly logger: Logger,
    /** Runs a step later, after what has arrived meanwhile. */
    private readonly defer: (step: () => void) => void,
  ) {}

  /** Lets a promise go; `failed` is the sentence under which its rejection is logged. */
  run(promise: Promise<unknown>, failed: string): void {
    promise.catch((cause: unknown) => this.logger.error(failed, cause));
  }

  /** Runs a step later; one that throws is logged. */
  readonly later = (step: () => void): void =>
    this.defer(() => {
      try {
        step();
      } catch (cause) {
        this.logger.error('A step that was put off failed.', cause);
      }
    });
}
