import type { Library } from '../workspace/library.ts';
import type { UnreadableContent } from './text-content.ts';

/** Logs once for each shared file whether it was read, or why not. */
export class ReadingLog {
  private readonly said = new Map<string, string>();

  constructor(
    private readonly library: Library,
    private readonly tell: (sentence: string) => void,
  ) {}

  /** A bibliography with that number of works was read. */
  read(path: string, works: number): void {
    const whence = this.library.isOwnLibrary(path)
      ? ', the library of your own'
      : this.library.merelyFound.has(path)
        ? ', though nothing names it'
        : '';
    this.say(path, `${path} is read: ${works === 1 ? '1 work' : `${works} works`}${whence}.`);
  }

  /** A file was not read. */
  unread(path: string, { status, reason }: UnreadableContent): void {
    switch (status) {
      case 'unrelated':
        return this.say(path, `${path} holds no works, and is left alone.`);
      case 'outside':
        return this.say(
          path,
          `${path} is not read: it lies outside${reason === null ? '' : `, in ${reason}, which is not allowed`}.`,
        );
      case 'missing':
        return this.say(path, `${path} is not there.`);
      case 'encoding':
      case 'failed':
      case 'folder':
      case 'large':
        return this.say(path, `${path} is not read: ${reason ?? status}.`);
    }
  }

  private say(path: string, sentence: string): void {
    if (this.said.get(path) === sentence) return;
    this.said.set(path, sentence);
    this.tell(sentence);
  }
}
