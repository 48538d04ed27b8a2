import { deferred, say } from '../words/say.ts';
import { MOST_IN_STYLE } from '../bibliography/csl-style.ts';
import type { PrintedEntry, EntryPrinter, PrintOutcome } from '../bibliography/entry-printer.ts';
import { defaultStyle, shippedStyle, type StyleRequest } from '../bibliography/load-formatter.ts';
import type { BibliographyEntry } from '../bibliography/model.ts';
import { describedPlainly, printable } from '../bibliography/printable-entry.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { styleFiles } from '../workspace/styles.ts';
import type { TextContent } from './text-content.ts';

/** How often printing an entry may be stopped before it is given up: the machine may just have been busy. */
const TRIES = 2;

/** The note for an entry that is shown without its style, by reason. */
const WITHOUT_STYLE: Readonly<Record<Exclude<PrintOutcome['status'], 'printed' | 'starting'>, string>> = {
  busy: deferred(
    'Shown without the citation style for now: it is still being printed. Ask again in a moment.',
  ),
  stopped: deferred(
    'Shown without the citation style: to print this entry took too long and was stopped. Either a field of it or the style is too intricate.',
  ),
  failed: deferred(
    'Shown without the citation style, which could not be loaded; the output of Sic et Non says why.',
  ),
};

/** The state of an entry in one style. */
interface Known {
  printed: PrintedEntry | null;
  stopped: number;
}

/**
 * Entries printed in the user's citation style. A host does that where it can be stopped. Until it answers,
 * and where it fails, entries are described in our own format.
 */
export class EntryFormatting {
  private known = new WeakMap<BibliographyEntry, Map<string, Known>>();
  private readonly styles = new Map<string, Promise<StyleRequest>>();

  constructor(
    private readonly library: Library,
    private readonly text: (path: string) => Promise<TextContent>,
    private readonly printer: EntryPrinter,
    private readonly logger: Logger,
  ) {}

  /** Starts the printer if the document at `path` cites anything. */
  prepare(path: string): void {
    if (this.library.summary(path)?.cited.length) this.printer.prepare();
  }

  /** A session for one answer about the document at `path`, which may show several entries. */
  session(path: string): EntrySession {
    const slot = this.slot(path);
    return new EntrySession(
      (entry) => this.knownOf(entry, slot).printed,
      (entry) =>
        this.print(entry, path, slot).catch((cause: unknown) => {
          this.logger.error('An entry of a bibliography could not be printed.', cause);
          return null;
        }),
    );
  }

  /** Drops all results, because the file of a style changed. */
  reset(): void {
    this.known = new WeakMap();
    this.styles.clear();
  }

  private knownOf(entry: BibliographyEntry, slot: string): Known {
    let ofEntry = this.known.get(entry);
    if (!ofEntry) this.known.set(entry, (ofEntry = new Map<string, Known>()));
    let known = ofEntry.get(slot);
    if (!known) ofEntry.set(slot, (known = { printed: null, stopped: 0 }));
    return known;
  }

  /** The entry as printed, or described plainly with the reason. */
  private async print(entry: BibliographyEntry, path: string, slot: string): Promise<PrintedEntry | null> {
    const known = this.knownOf(entry, slot);
    const job = printable(entry);
    if (!job) return null;
    const style = await this.style(path, slot);
    const { soon, atLast } = this.printer.print({ style, entry: job.entry });
    const take = (outcome: PrintOutcome): void => {
      if (outcome.status === 'stopped') known.stopped++;
      if (outcome.status === 'printed' || known.stopped >= TRIES)
        known.printed = shown(entry, outcome, job.notes);
    };
    // The promises never reject.
    atLast.then(take, () => undefined);
    return shown(entry, await soon, job.notes);
  }

  /** The style and language for `path`. Reads each style's file only once. */
  private style(path: string, slot: string): Promise<StyleRequest> {
    let style = this.styles.get(slot);
    if (!style) {
      style = this.readStyle(path).catch((cause: unknown) => {
        this.logger.error('A citation style could not be read; entries are shown in another.', cause);
        return {};
      });
      this.styles.set(slot, style);
    }
    return style;
  }

  private async readStyle(path: string): Promise<StyleRequest> {
    const { name, candidates } = this.named(path);
    const lang = this.library.summary(path)?.lang ?? null;
    for (const candidate of candidates) {
      const content = await this.text(candidate);
      // One unit over the limit is enough for the refusal.
      if (content.status === 'read') return { xml: content.text.text.slice(0, MOST_IN_STYLE + 1), lang };
    }
    return { name: shippedStyle(name) ?? defaultStyle, lang };
  }

  /** The style named by the document, or else the project, and the files that this may mean. */
  private named(path: string): { name: string; candidates: string[] } {
    const own = this.library.summary(path)?.csl?.text;
    const name = own ?? this.library.project.csl?.text ?? defaultStyle;
    return { name, candidates: styleFiles(own === undefined ? PROJECT_FILE : path, name) };
  }

  private slot(path: string): string {
    const { name, candidates } = this.named(path);
    return `${candidates.join('|')} ${name} ${this.library.summary(path)?.lang ?? ''}`;
  }
}

/** The entries of one answer. Known ones are available at once, others can be awaited. */
export class EntrySession {
  private readonly answers = new Map<BibliographyEntry, PrintedEntry | null>();
  private readonly asked = new Map<BibliographyEntry, Promise<void>>();

  constructor(
    private readonly known: (entry: BibliographyEntry) => PrintedEntry | null,
    private readonly print: (entry: BibliographyEntry) => Promise<PrintedEntry | null>,
  ) {}

  /** The best description available now; null where the entry cannot be read. */
  describe(entry: BibliographyEntry): PrintedEntry | null {
    const answer = this.answers.get(entry) ?? this.known(entry);
    if (answer) return answer;
    if (!this.asked.has(entry))
      this.asked.set(
        entry,
        this.print(entry).then((printed) => {
          this.answers.set(entry, printed);
        }),
      );
    return describedPlainly(entry);
  }

  /** Resolves when all pending entries are settled, or after about a second; to false if none was pending. */
  async settled(): Promise<boolean> {
    await Promise.all(this.asked.values());
    return this.asked.size > 0;
  }
}

function shown(
  entry: BibliographyEntry,
  outcome: PrintOutcome,
  notes: readonly string[],
): PrintedEntry | null {
  const printed = outcome.status === 'printed' ? outcome.entry : describedPlainly(entry);
  const why =
    outcome.status === 'printed' || outcome.status === 'starting' ? [] : [say(WITHOUT_STYLE[outcome.status])];
  return printed && { ...printed, notes: [...new Set([...why, ...printed.notes, ...notes])] };
}
