import type { Desk } from '../workbench.ts';
import type { Session } from './session.ts';

/** Reads from disk what documents name, then has published what follows from it; once for all edits of meanwhile. */
export class Settling {
  /** Desks of lone files whose service was started. */
  private readonly begun = new WeakSet<Desk>();
  private readonly running = new Map<Desk, Promise<void>>();
  private readonly again = new Set<Desk>();

  constructor(private readonly session: Session) {}

  /** Resolves when all that is known now has been followed. Never rejects. */
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
