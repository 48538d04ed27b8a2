import type { Desk } from '../workbench.ts';
import type { Session } from './session.ts';

/** Reads files that documents name, then publishes the consequences; once for all edits in between. */
export class Settling {
  /** Desks of lone files whose service was started. */
  private readonly begun = new WeakSet<Desk>();
  private readonly running = new Map<Desk, Promise<void>>();
  private readonly again = new Set<Desk>();

  constructor(private readonly session: Session) {}

  /** Resolves when everything known now has been read. Never rejects. */
  settle(desk: Desk): Promise<void> {
    const running = this.running.get(desk);
    if (running) {
      this.again.add(desk);
      return running;
    }
    const done = this.run(desk).finally(() => this.running.delete(desk));
    this.running.set(desk, done);
    return done;
  }

  private async run(desk: Desk): Promise<void> {
    const { shutdown, refresh, logger } = this.session;
    do {
      this.again.delete(desk);
      try {
        if (desk.lone && !this.begun.has(desk)) {
          this.begun.add(desk);
          await desk.service.start(() => undefined, shutdown);
        }
        await desk.service.settle();
        refresh(desk);
      } catch (cause) {
        logger.error('Reading what a document names failed.', cause);
      }
    } while (this.again.has(desk));
  }
}
