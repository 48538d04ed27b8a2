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

/** How often an entry may be stopped before it is no longer tried: a machine may have been busy with other things. */
const TRIES = 2;

/** What is said of an entry that is shown without its style, for each reason that there is. */
const WITHOUT_STYLE: Readonly<Record<Exclude<PrintOutcome['status'], 'printed' | 'starting'>, string>> = {
  busy: 'Shown without the citation style for now: it is still being printed. Ask again in a moment.',
  stopped:
    'Shown without the citation style: to print this entry took too long and was stopped. Either a field of it or the style is too intricate.',
  failed: 'Shown without the citation style, which could not be loaded; the output of Sic et Non says why.',
};

/** What is known of an entry in one style. */
interface Known {
  printed: PrintedEntry | null;
  stopped: number;
}

/**
 * Entries as the user's citation style prints them. They are printed elsewhere, where it can be stopped; until there is
 * an answer, and where there is none, entries are described in our own words.
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

  /** Starts what prints, where the document at `path` cites something. */
  prepare(path: string): void {
    if (this.library.summary(path)?.cited.length) this.printer.prepare();
  }

  /** For one answer about the document at `path`, in which several entries may have to be shown. */
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

  /** Forgets the styles, because a file of one of them changed. */
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

  /** The entry printed, or described plainly with the reason why. */
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
    // Neither rejects.
    atLast.then(take, () => undefined);
    return shown(entry, await soon, job.notes);
  }

  /** The style and language of `path`, the style's file read once. */
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
      // One unit too many is enough for it to be refused.
      if (content.status === 'read') return { xml: content.text.text.slice(0, MOST_IN_STYLE + 1), lang };
    }
    return { name: shippedStyle(name) ?? defaultStyle, lang };
  }

  /** What the document, or else the project, names as its style, and where such a file may lie. */
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

/** The entries of one answer: what is known of them is there at once, what is not can be waited for. */
export class EntrySession {
  private readonly answers = new Map<BibliographyEntry, PrintedEntry | null>();
  private readonly asked = new Map<BibliographyEntry, Promise<void>>();

  constructor(
    private readonly known: (entry: BibliographyEntry) => PrintedEntry | null,
    private readonly print: (entry: BibliographyEntry) => Promise<PrintedEntry | null>,
  ) {}

  /** The entry as well as can be said at once; null when it cannot be read. */
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

  /** Resolves when all that was asked for is answered, in about a second; to false when nothing was. */
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
    outcome.status === 'printed' || outcome.status === 'starting' ? [] : [WITHOUT_STYLE[outcome.status]];
  return printed && { ...printed, notes: [...new Set([...why, ...printed.notes, ...notes])] };
}
