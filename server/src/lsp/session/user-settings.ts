import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { productId } from '../../protocol/names.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Session } from './session.ts';
import { watchAgain } from './watched-files.ts';

/** How long the first reading waits for the settings, in milliseconds. */
const LONGEST_WAIT = 3000;

/** The user's settings: requested from the client where it supports that, else taken from what it pushes. */
export class UserSettings {
  private asked = 0;

  constructor(private readonly session: Session) {
    session.connection.onDidChangeConfiguration(({ settings }) =>
      this.canAsk()
        ? this.ask()
        : this.take(readSettings((settings as Record<string, unknown> | null)?.[productId])),
    );
  }

  /** Subscribes to changes. */
  subscribe(): void {
    const { connection, client, background } = this.session;
    if (!client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    background.run(
      connection.client.register(DidChangeConfigurationNotification.type, { section: productId }),
      'The editor does not tell of changed settings.',
    );
  }

  /**
   * Requests the settings before anything is read. Some clients say that they can be asked and never answer: after a
   * while the defaults count, until an answer comes. Never rejects.
   */
  askFirst(): Promise<void> {
    if (!this.canAsk()) return Promise.resolve();
    const waited = new Promise<void>((resolve) => this.session.host.after(LONGEST_WAIT, resolve));
    return Promise.race([this.ask(), waited]);
  }

  /** Requests the settings; on failure keeps the old ones. Never rejects. */
  async ask(): Promise<void> {
    if (!this.canAsk()) return;
    const turn = ++this.asked;
    try {
      const answer: unknown = await this.session.connection.workspace.getConfiguration(productId);
      // Ignores answers to older requests, whatever their order.
      if (turn === this.asked) await this.take(readSettings(answer));
    } catch (cause) {
      this.session.logger.error('The editor did not tell the settings.', cause);
    }
  }

  private async take(settings: Settings): Promise<void> {
    const { shutdown, workbench, refresh } = this.session;
    const permits = !sameList(this.session.settings.allowedFolders, settings.allowedFolders);
    this.session.settings = settings;
    if (permits) watchAgain(this.session);
    for (const desk of workbench.all()) {
      desk.service.configure((code) => settings.severities.get(code));
      await desk.service.limitFiles(settings.largest, shutdown);
      await desk.service.lookBeside(settings.lookBeside, shutdown);
      const trusted = this.session.client.options.trusted !== false;
      await desk.service.setOwnLibrary(trusted ? settings.library : [], shutdown);
      desk.service.setLinkedFiles(trusted ? settings.linkedFiles : null);
      if (permits) await desk.service.filesChanged(shutdown);
      refresh(desk);
    }
  }

  private canAsk(): boolean {
    return this.session.client.capabilities.workspace?.configuration === true;
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
