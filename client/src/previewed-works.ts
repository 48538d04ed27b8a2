import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import { NO_WORKS } from './preview/works.ts';
import type { Works } from './preview/works.ts';
import type { Server } from './server.ts';

/** Of so many texts at most it is remembered what they cite; of those rendered longest ago it is forgotten. */
const MOST = 64;

/** What is known of a text. */
interface Remembered {
  works: Works;
  /** The answer that these were taken from. */
  said: string;
  /** Whether the server is to be asked. */
  isAsked: boolean;
}

/**
 * The works that previewed texts cite, as the server knows them. A preview is made at once and cannot wait for an answer:
 * it is made anew when there is another one than it was made of.
 */
export class PreviewedWorks implements Disposable {
  private readonly remembered = new Map<string, Remembered>();
  private readonly following: Disposable;

  constructor(private readonly server: Server) {
    this.following = server.onDidChange(() => {
      for (const document of this.remembered.keys()) this.ask(document);
    });
  }

  /** The works that a text cites, as far as is known by now; asks what it cites after this. */
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

  /** Asks once for all that is shown at one time. */
  private ask(document: string): void {
    const known = this.remembered.get(document);
    if (!known || known.isAsked) return;
    known.isAsked = true;
    this.server.carryOn(this.look(document, known));
  }

  private async look(document: string, known: Remembered): Promise<void> {
    // The page that is being made asks for each of its citations.
    await Promise.resolve();
    known.isAsked = false;
    const answer = await this.server.ask('citedWorks', { uri: document });
    const said = JSON.stringify(answer);
    // A text that the editor has closed meanwhile keeps what was known of it.
    if (!answer || said === known.said || !this.remembered.has(document)) return;
    known.works = new Map(answer.map((work) => [work.key, work]));
    known.said = said;
    await commands.executeCommand('markdown.preview.refresh');
  }
}
