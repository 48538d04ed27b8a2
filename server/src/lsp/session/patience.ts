import type { Desk } from '../workbench.ts';
import type { Session } from './session.ts';

/** How long a file that seems to be half written is left alone before it is looked at again, in milliseconds. */
export const PATIENCE = 1500;

/** Looks again at files that another program seems to be writing, each some time after it was last looked at. */
export class Patience {
  private readonly waiting = new Map<Desk, Set<string>>();

  constructor(
    private readonly session: Session,
    /** Is told when files were looked at again. */
    private readonly looked: () => void,
  ) {}

  /** Sees to it that the files which are doubted now will be looked at. */
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
    // A folder may have been closed meanwhile.
    if (shutdown.aborted || ![...workbench.all()].includes(desk)) return;
    await desk.service.lookAgain([path], shutdown);
    refresh(desk);
    this.looked();
  }
}
