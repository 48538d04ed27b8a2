import type { PictureKind } from '../../../server/src/protocol/pictures.ts';
import type { FromPicture, PictureState, ToPicture } from '../../src/views/messages.ts';

interface EditorHost {
  postMessage(message: FromPicture): void;
  getState(): PictureState | undefined;
  setState(state: PictureState): void;
}

declare function acquireVsCodeApi(): EditorHost;

/** A picture's channel to the extension, and its persistent state. */
export class Host<Kind extends PictureKind> {
  private readonly editor = acquireVsCodeApi();

  constructor(hear: (message: ToPicture<Kind>) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<ToPicture<Kind>>) => hear(data));
  }

  say(message: FromPicture): void {
    this.editor.postMessage(message);
  }

  /** The stored state; null the first time. */
  remembered(): PictureState | null {
    return this.editor.getState() ?? null;
  }

  /** Adds to the stored state. Without a question nothing is stored, since it could not be restored. */
  remember(news: Partial<PictureState>): void {
    const question = news.question ?? this.remembered()?.question;
    if (question) this.editor.setState({ ...this.remembered(), ...news, question });
  }
}
