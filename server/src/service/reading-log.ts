import { say } from '../words/say.ts';
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
      ? 'own'
      : this.library.merelyFound.has(path)
        ? 'found'
        : 'named';
    this.say(
      path,
      say(
        '{path} is read: {works, plural, one {# work} other {# works}}{whence, select, own {, the library of your own} found {, though nothing names it} other {}}.',
        { path, works, whence },
      ),
    );
  }

  /** A file was not read. */
  unread(path: string, { status, reason }: UnreadableContent): void {
    switch (status) {
      case 'unrelated':
        return this.say(path, say('{path} holds no works, and is left alone.', { path }));
      case 'outside':
        return this.say(
          path,
          reason === null
            ? say('{path} is not read: it lies outside.', { path })
            : say('{path} is not read: it lies outside, in {folder}, which is not allowed.', {
                path,
                folder: reason,
              }),
        );
      case 'missing':
        return this.say(path, say('{path} is not there.', { path }));
      case 'folder':
        return this.say(path, say('{path} is not read: it is a folder.', { path }));
      case 'large':
        return this.say(path, say('{path} is not read: it is too large.', { path }));
      case 'encoding':
        return this.say(path, say('{path}: {reason}', { path, reason: reason ?? '' }));
      case 'failed':
        return this.say(
          path,
          say('{path} is not read: {reason}.', { path, reason: reason ?? say('no reason was given') }),
        );
    }
  }

  private say(path: string, sentence: string): void {
    if (this.said.get(path) === sentence) return;
    this.said.set(path, sentence);
    this.tell(sentence);
  }
}
