import { describeEntry } from '../bibliography/describe-entry.ts';
import type { Formatter } from '../bibliography/format.ts';
import { defaultStyle, loadFormatter, shippedStyle } from '../bibliography/load-formatter.ts';
import type { CslItem } from '../bibliography/model.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Library } from '../workspace/library.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';
import type { TextContent } from './shared-files.ts';

/**
 * Entries as the user's citation style prints them. A style's engine takes a tenth of a second to start, so it
 * is started beforehand, and until it runs entries are described in our own words.
 */
export class EntryFormatting {
  private readonly formatters = new Map<string, Formatter>();
  private readonly starting = new Map<string, Promise<void>>();

  constructor(
    private readonly library: Library,
    private readonly text: (path: string) => Promise<TextContent>,
    private readonly logger: Logger,
  ) {}

  /** The entry in Markdown of one line, all that comes from files escaped. */
  describe(item: CslItem, path: string): string {
    const formatter = this.formatters.get(this.slot(path));
    if (formatter) return formatter.reference(item);
    this.prepare(path).catch((cause: unknown) =>
      this.logger.error('A citation style was not prepared.', cause),
    );
    return describeEntry(item);
  }

  /** Starts the engine for the style and language of `path`, once. */
  prepare(path: string): Promise<void> {
    const slot = this.slot(path);
    let starting = this.starting.get(slot);
    if (!starting) this.starting.set(slot, (starting = this.start(slot, path)));
    return starting;
  }

  /** Forgets the styles, because a file of one of them changed. */
  reset(): void {
    this.formatters.clear();
    this.starting.clear();
  }

  private async start(slot: string, path: string): Promise<void> {
    try {
      const { name, candidates } = this.style(path);
      const lang = this.library.summary(path)?.lang ?? null;
      for (const candidate of candidates) {
        const content = await this.text(candidate);
        if (content.status !== 'read') continue;
        this.formatters.set(slot, await loadFormatter({ xml: content.text.text, lang }));
        return;
      }
      this.formatters.set(slot, await loadFormatter({ name: shippedStyle(name) ?? defaultStyle, lang }));
    } catch (cause) {
      this.logger.error('The citation style could not be loaded; entries are described without it.', cause);
    }
  }

  /** What the document, or else the project, names as its style, and where such a file may lie. */
  private style(path: string): { name: string; candidates: string[] } {
    const own = this.library.summary(path)?.csl?.text;
    const name = own ?? this.library.project.csl?.text ?? defaultStyle;
    const candidates = [own === undefined ? null : resolvePath(folderOf(path), name), resolvePath('', name)];
    return {
      name,
      candidates: candidates.filter((candidate): candidate is string => candidate?.endsWith('.csl') ?? false),
    };
  }

  private slot(path: string): string {
    return `${this.style(path).candidates.join('|')} ${this.style(path).name} ${this.library.summary(path)?.lang ?? ''}`;
  }
}
