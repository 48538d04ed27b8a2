import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Progress } from '../../service.ts';
import { statusMethod, type ServerStatus } from '../../protocol/names.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { Desk } from '../workbench.ts';
import type { Session } from './session.ts';
import { say } from '../../words/say.ts';

/** A reading of a folder, and how to stop it. */
interface Reading {
  readonly desk: Desk;
  readonly stop: AbortController;
}

/** Runs the first reading of folders, and reports progress to the client. */
export class WorkspaceReading {
  /** The number of running readings. */
  private running = 0;
  /** The last reported names of project files. */
  private said: string | null = null;
  /** The readings that run or wait. A folder may be read again, as a whole, before its first reading has ended. */
  private readonly readings = new Set<Reading>();

  constructor(private readonly session: Session) {
    // A single listener for all readings.
    session.shutdown.addEventListener('abort', () => this.readings.forEach(({ stop }) => stop.abort()), {
      once: true,
    });
  }

  /** Reads folders one after another; never rejects. */
  async read(desks: readonly Desk[]): Promise<void> {
    const { host, logger, refresh } = this.session;
    const own = desks.map((desk): Reading => ({ desk, stop: new AbortController() }));
    for (const each of own) this.readings.add(each);
    this.running++;
    this.tell();
    const progress = await this.progress();
    progress?.begin('Sic et Non', 0, say('reading the workspace'), true);
    progress?.token.onCancellationRequested(() => own.forEach(({ stop }) => stop.abort()));
    for (const each of own) {
      const { desk, stop } = each;
      if (this.session.shutdown.aborted) stop.abort();
      try {
        if (!stop.signal.aborted) await this.prepare(desk, stop.signal);
      } catch (cause) {
        logger.error('Reading the workspace failed.', cause);
      }
      try {
        // Also of a folder that was closed meanwhile, of which nothing is read: whoever waits for its end goes on.
        await desk.service.start(reporter(progress), stop.signal);
      } catch (cause) {
        logger.error('Reading the workspace failed.', cause);
      }
      if (this.readings.delete(each)) refresh(desk);
    }
    host.tidy();
    this.session.untidy = true;
    progress?.done();
    this.running--;
    this.tell();
  }

  /** Sets what is to be known before a folder is read. */
  private async prepare(desk: Desk, signal: AbortSignal): Promise<void> {
    const { client, settings } = this.session;
    const { largest, lookBeside, library, linkedFiles } = settings;
    await desk.service.limitFiles(largest, signal);
    await desk.service.lookBeside(lookBeside, signal);
    const trusted = client.options.trusted !== false;
    await desk.service.setOwnLibrary(trusted ? library : [], signal);
    desk.service.setLinkedFiles(trusted ? linkedFiles : null);
    if (await this.isOurs(desk, signal)) desk.reach?.open();
  }

  /** Reads a whole folder of which only a part was listed. */
  widen(desk: Desk): void {
    desk.service.announceReading();
    this.session.background.run(this.read([desk]), 'A folder was not read.');
  }

  /** Whether a folder is to be read as a whole: a listed file or an open document marks it as ours. */
  private async isOurs(desk: Desk, signal: AbortSignal): Promise<boolean> {
    if (!desk.reach || desk.reach.isWhole) return false;
    const shown = [...this.session.shown.all()].filter(([, file]) => file.desk === desk);
    for (const [, { path }] of shown) desk.reach.shows(path);
    return shown.some(([, { path }]) => desk.service.isScholarship(path)) || (await desk.hasSigns(signal));
  }

  /** Stops reading a folder that was closed. */
  stop(desk: Desk): void {
    for (const each of this.readings) {
      if (each.desk !== desk) continue;
      each.stop.abort();
      this.readings.delete(each);
    }
  }

  /** Tells the client whether everything is read, and the number of documents. */
  tell(): void {
    const { connection, background, workbench, logger, client } = this.session;
    let files = 0;
    const projects: string[] = [];
    for (const desk of workbench.all()) {
      files += desk.service.documentCount;
      if (desk.service.hasProject) projects.push(desk.folder.uriOf(PROJECT_FILE));
    }
    const status: ServerStatus = { state: this.running > 0 ? 'reading' : 'ready', files, projects };
    const counting = projects.join(', ');
    if (status.state === 'ready' && counting !== this.said) {
      this.said = counting;
      logger.info(counting ? `Project file: ${counting}` : 'No project file counts.');
    }
    if (client.options.status === true)
      background.run(
        connection.sendNotification(statusMethod, status),
        'The editor was not told how far the reading is.',
      );
  }

  /** The client's progress bar; null where it has none. */
  private async progress() {
    const { connection, client, logger } = this.session;
    if (!client.capabilities.window?.workDoneProgress) return null;
    try {
      return await connection.window.createWorkDoneProgress();
    } catch (cause) {
      logger.error('The editor shows no progress.', cause);
      return null;
    }
  }
}

/** Reports progress to the client, once per percent. */
function reporter(progress: WorkDoneProgressReporter | null): Progress {
  let told = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (percent === told) return;
    told = percent;
    progress?.report(
      percent,
      say('{done, number} of {total, plural, one {# document} other {# documents}}', { done, total }),
    );
  };
}
