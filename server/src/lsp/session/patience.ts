import type { Desk } from '../workbench.ts';
import type { Session } from './session.ts';

/** The time between two looks at a doubted file, in milliseconds. */
export const PATIENCE = 1500;

/** Reads doubted files again, each some time after the last look. */
export class Patience {
  private readonly waiting = new Map<Desk, Set<string>>();

  constructor(
    private readonly session: Session,
    /** Called after files were read again. */
    private readonly looked: () => void,
  ) {}

  /** Schedules a look at the files that are doubted now. */
  watch(desk: Desk): void {
    let waiting = this.waiting.get(desk);
    for (const path of desk.service.doubted) {
      if (!waiting) this.waiting.set(desk, (waiting = new Set()));
      if (waiting.has(path)) continue;
      waiting.add(path);
      this.session.host.after(PATIENCE, () =>
        this.session.background.run(this.look(desk, path), 'A file that was being written was not read.'),
      );
    }
  }

  private async look(desk: Desk, path: string): Promise<void> {
    this.waiting.get(desk)?.delete(path);
    const { shutdown, workbench, refresh } = this.session;
    // The folder may have been closed meanwhile.
    if (shutdown.aborted || ![...workbench.all()].includes(desk)) return;
    await desk.service.lookAgain([path], shutdown);
    refresh(desk);
    this.looked();
  }
}
