import type { FileContent, FileSystem } from '../../server/src/workspace/file-system.ts';
import { articlePath } from './library.ts';

export const SOUGHT = 'sought.md';
export const soughtText = '[Wages rose]{.claim #sought} [@author1].\n';

/** A library whose first articles each have an additional claim that names the same claim. */
export class Seekers implements FileSystem {
  private readonly seekers: ReadonlySet<string>;

  constructor(
    private readonly inner: FileSystem,
    count: number,
  ) {
    this.seekers = new Set(Array.from({ length: count }, (_, i) => articlePath(i)));
  }

  static withClaim(text: string): string {
    return `${text}\n[Prices rose]{.claim #seeker supports="../${SOUGHT}#sought"} [@author1].\n`;
  }

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    yield* this.inner.list(signal);
    yield SOUGHT;
  }

  async read(path: string): Promise<FileContent> {
    if (path === SOUGHT) return { status: 'read', bytes: Buffer.from(soughtText) };
    const content = await this.inner.read(path);
    if (content.status !== 'read' || !this.seekers.has(path)) return content;
    const text = Buffer.from(content.bytes).toString();
    return { status: 'read', bytes: Buffer.from(Seekers.withClaim(text)) };
  }
}
