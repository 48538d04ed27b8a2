import type { TextChange } from '../../text/document-text.ts';
import type { ShownFile } from '../handlers/handler.ts';
import type { Session } from './session.ts';
import type { Settling } from './settling.ts';

/** So many changes of one text are taken in at once at most. */
const MOST = 10_000;

/** Changes of a text that have arrived and are not taken in. */
interface Pending {
  version: number;
  readonly changes: TextChange[];
}

/**
 * Follows what editors show. Changes are gathered, and taken in once for all that came one after the other: when
 * somebody asks, when another event comes, or when nothing waits any more.
 */
export class Synchronisation {
  private readonly pending = new Map<string, Pending>();
  private scheduled = false;

  constructor(
    private readonly session: Session,
    private readonly settling: Settling,
    /** Whether messages have arrived that are not looked at yet. */
    private readonly isBusy: () => boolean,
  ) {
    const { connection, workbench, shown, pulled, refresh } = session;
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
      this.flush();
      const { desk, path } = workbench.deskOf(uri);
      this.show(uri, { desk, path, version }, text);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      if (!shown.get(uri)) return;
      const pending = this.pending.get(uri) ?? { version, changes: [] };
      this.pending.set(uri, pending);
      pending.version = version;
      for (const change of contentChanges) pending.changes.push(change);
      if (pending.changes.length >= MOST) this.flush();
      else this.schedule();
    });
    connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
      this.pending.delete(uri);
      const at = shown.get(uri);
      if (!at) return;
      shown.delete(uri);
      pulled.forget(uri);
      await at.desk.service.close(at.path);
      refresh(at.desk);
    });
  }

  /** Takes in all changes that have arrived: what is asked after this is asked of the texts as they are. */
  flush(): void {
    if (this.pending.size === 0) return;
    const all = [...this.pending];
    this.pending.clear();
    const { shown, refresh, background, logger } = this.session;
    for (const [uri, { version, changes }] of all) {
      const at = shown.get(uri);
      if (!at) continue;
      shown.set(uri, { ...at, version });
      try {
        at.desk.service.edit(at.path, changes);
      } catch (cause) {
        logger.error('A change of a text could not be taken in.', cause);
      }
      refresh(at.desk);
      background.run(this.settling.settle(at.desk), 'A change was not followed.');
    }
  }

  /** Shows a document at a desk that may be another than before. */
  show(uri: string, file: ShownFile, text: string): void {
    const { shown, refresh, background } = this.session;
    const { desk, path } = file;
    shown.set(uri, file);
    desk.service.open(path, text);
    refresh(desk);
    background.run(
      this.settling.settle(desk).then(() => desk.service.prepareHovers(path)),
      'What hovers want was not made ready.',
    );
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.session.background.later(() => {
      this.scheduled = false;
      if (this.isBusy()) this.schedule();
      else this.flush();
    });
  }
}
