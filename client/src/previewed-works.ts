import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import { NO_WORKS } from './preview/works.ts';
import type { Works } from './preview/works.ts';
import type { Server } from './server.ts';

/** The size of the cache; the least recently rendered document is dropped. */
const MOST = 64;

/** The cached works of a document. */
interface Remembered {
  works: Works;
  /** The server's answer as JSON. */
  said: string;
  /** Whether a request is scheduled. */
  isAsked: boolean;
}

/**
 * Caches the works that previewed documents cite. Rendering is synchronous and cannot wait for the server: previews are
 * refreshed when an answer differs from the cached one.
 */
export class PreviewedWorks implements Disposable {
  private readonly remembered = new Map<string, Remembered>();
  private readonly following: Disposable;

  constructor(private readonly server: Server) {
    this.following = server.onDidChange(() => {
      for (const document of this.remembered.keys()) this.ask(document);
    });
  }

  /** The cached works of a document; schedules a request for the current ones. */
  readonly of = (document: string | null): Works => {
    if (document === null) return NO_WORKS;
    const known = this.remembered.get(document) ?? { works: NO_WORKS, said: '[]', isAsked: false };
    this.remembered.delete(document);
    this.remembered.set(document, known);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST) this.remembered.delete(oldest!);
    this.ask(document);
    return known.works;
  };

  dispose(): void {
    this.following.dispose();
    this.remembered.clear();
  }

  /** Schedules one request, whatever the number of calls while a page is rendered. */
  private ask(document: string): void {
    const known = this.remembered.get(document);
    if (!known || known.isAsked) return;
    known.isAsked = true;
    this.server.carryOn(this.look(document, known));
  }

  private async look(document: string, known: Remembered): Promise<void> {
    // Rendering calls `of` for each citation.
    await Promise.resolve();
    known.isAsked = false;
    const answer = await this.server.ask('citedWorks', { uri: document });
    const said = JSON.stringify(answer);
    // A closed document keeps its cached works.
    if (!answer || said === known.said || !this.remembered.has(document)) return;
    known.works = new Map(answer.map((work) => [work.key, work]));
    known.said = said;
    await commands.executeCommand('markdown.preview.refresh');
  }
}
