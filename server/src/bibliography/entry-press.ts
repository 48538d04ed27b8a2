import { deferred, say } from '../words/say.ts';
import { boundedItem, depthOf, MOST_DEPTH } from './bounded-entry.ts';
import type { BibtexLibrary } from './bibtex-library.ts';
import { bibtexToCsl } from './bibtex-to-csl.ts';
import type { PrintedEntry, PrintJob } from './entry-printer.ts';
import type { Formatter } from './format.ts';
import { loadFormatter, type StyleRequest } from './load-formatter.ts';
import type { CslItem, LatexEntry } from './model.ts';
import { LONG } from './printable-entry.ts';
import { inSentenceCase } from './sentence-case.ts';

/** How many engines are cached; each takes some megabytes. */
const MOST_STYLES = 4;

const DEEP = deferred(
  'LaTeX that stands too deep in braces is shown here as far as it can be read at a glance.',
);

/**
 * Prints one entry after another: decodes LaTeX, cuts to the limits, formats in the style. The worst entry
 * within the limits takes about a second and cannot be interrupted, so callers that must not block use a
 * thread.
 */
export class EntryPress {
  private readonly formatters = new Map<string, Promise<Formatter>>();

  constructor(private readonly library: BibtexLibrary) {}

  /** Rejects only when our own files cannot be loaded. */
  async print({ style, entry }: PrintJob): Promise<PrintedEntry> {
    const notes: string[] = [];
    const item = 'item' in entry ? entry.item : await this.decoded(entry.latex, notes);
    const { kept, isCut } = boundedItem(item);
    if (isCut) notes.push(say(LONG));
    const formatter = await this.formatter(style);
    const markdown = formatter.reference(kept);
    if (formatter.problem !== null) notes.push(formatter.problem);
    return { markdown, notes };
  }

  private async decoded({ id, type, fields }: LatexEntry, notes: string[]): Promise<CslItem> {
    await this.library.load();
    if ([...fields.values()].some((value) => depthOf(value) > MOST_DEPTH)) notes.push(say(DEEP));
    const cased = inSentenceCase(fields);
    return bibtexToCsl(id, type, this.library.current()(type, cased)) ?? { id, type };
  }

  /** The engine for a style, from an LRU cache. One that failed to load is tried again. */
  private formatter(style: StyleRequest): Promise<Formatter> {
    const slot = JSON.stringify([style.xml ?? null, style.name ?? null, style.lang ?? null]);
    const formatter = this.formatters.get(slot) ?? loadFormatter(style);
    this.formatters.delete(slot);
    this.formatters.set(slot, formatter);
    formatter.catch(() => this.formatters.delete(slot));
    if (this.formatters.size > MOST_STYLES) this.formatters.delete(this.formatters.keys().next().value!);
    return formatter;
  }
}
