import { lightDecoders } from '../bibliography/bibtex-library.ts';
import { InlinePrinter } from '../bibliography/inline-printer.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { World } from '../checking/rule.ts';
import { ClaimKeeper } from '../reasoning/claim-keeper.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { packedStore } from '../store/packed-store.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Library } from '../workspace/library.ts';
import { LibraryKeeper } from '../workspace/library-keeper.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { Checker } from './checker.ts';
import { Documents } from './documents.ts';
import { EntryFormatting } from './entry-formatting.ts';
import { FirstReading } from './first-reading.ts';
import { Paranoia } from './paranoia.ts';
import { QuotationChecks } from './quotation-checks.ts';
import { numberedByEntry } from '../works/printed-range.ts';
import type { WorkReading } from '../works/work-reader.ts';
import type { ServiceOptions } from './service-options.ts';
import { ReadingLog } from './reading-log.ts';
import { SharedFiles } from './shared-files.ts';
import { SourcePages } from './source-pages.ts';
import { SourceTexts } from './source-texts.ts';
import { StaleFiles } from './stale-files.ts';
import { Unsettled } from './unsettled.ts';

/** The parts of a service and their wiring. */
export class WorkspaceParts {
  readonly libraryKeeper: LibraryKeeper;
  readonly claimKeeper: ClaimKeeper;
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  readonly shared: SharedFiles;
  readonly quotations: QuotationChecks;
  /** The files of works that are looked at. */
  readonly sources: SourcePages;
  readonly documents: Documents;
  readonly checker: Checker;
  readonly formatting: EntryFormatting;
  readonly stale = new StaleFiles((path) => this.quotations.reconsider(path));
  readonly unsettled = new Unsettled();
  readonly firstReading = new FirstReading();
  /** Documents that were opened or named explicitly, whatever the project includes. */
  readonly invited = new Set<string>();
  /** Documents that could not be read, with the reason. */
  readonly unreadable = new Map<string, string>();
  /** Closed documents whose encoding was guessed. */
  readonly guessed = new Set<string>();
  readonly paranoia: Paranoia | null;
  /** Incremented whenever a text may have changed, so that offsets into it may be stale. */
  edition = 0;

  constructor(readonly options: ServiceOptions) {
    const { fileSystem, logger, store = packedStore } = options;
    this.libraryKeeper = new LibraryKeeper(
      store.names(),
      (folder, written) => fileSystem.outside?.(folder, written) ?? null,
    );
    this.library = this.libraryKeeper.library;
    const { libraryKeeper, library, unsettled } = this;
    const broken = (path: string) => {
      unsettled.addBroken(path);
      options.reader?.discard?.(path);
    };
    const claimKeeper = new ClaimKeeper(store.claims(broken));
    this.claimKeeper = claimKeeper;
    this.reasoning = claimKeeper.reasoning;
    if (options.largest !== undefined) libraryKeeper.limitFiles(options.largest);
    if (options.ownLibrary) libraryKeeper.setOwnLibrary(libraryPaths(options.ownLibrary, fileSystem));
    if (options.linkedFiles) libraryKeeper.setLinkedFiles(linkedFolder(options.linkedFiles, fileSystem));
    if (options.lookBeside !== undefined) libraryKeeper.setLookBeside(options.lookBeside);
    const log = new ReadingLog(library, (sentence) => logger.info(sentence));
    this.shared = new SharedFiles(fileSystem, libraryKeeper, lightDecoders, options.patient ?? false, log);
    const text = (path: string) => this.shared.text(path);
    const work = async (path: string): Promise<WorkReading> => {
      const reading: WorkReading = (await options.works?.read(path)) ?? { status: 'unavailable' };
      library.works.setState(path, reading.status, reading.status === 'outside' ? reading.folder : null);
      if (reading.status === 'missing' && reading.respelled !== undefined)
        library.works.setRespelled(path, reading.respelled);
      if (library.works.isNamedByProject(path)) this.stale.addJudged(PROJECT_FILE);
      if (reading.status !== 'read') return reading;
      return { status: 'read', work: numberedByEntry(reading.work, library.works.printedOn(path)) };
    };
    this.quotations = new QuotationChecks(library, new SourceTexts(text, work));
    this.sources = new SourcePages(work, () => library.works.changes, options.pages ?? null);
    const summaries = store.summaries(broken);
    this.documents = new Documents(
      libraryKeeper,
      claimKeeper,
      this.quotations,
      summaries,
      logger,
      options.longestAtOnce,
    );
    const printer =
      options.printer ?? new InlinePrinter((message, cause) => logger.warn(`${message} ${String(cause)}`));
    this.formatting = new EntryFormatting(library, text, printer, logger);
    const severity = options.severity ?? (() => undefined);
    this.checker = new Checker(this.world(), this.documents, this, logger, severity);
    this.paranoia = options.paranoid
      ? new Paranoia(this.world(), this.documents, logger, options.paranoid)
      : null;
  }

  /** The line index of a file that was read; an empty one for any other. */
  linesOf(path: string): LineIndex {
    return this.documents.open(path)?.text.lines ?? this.library.linesOf(path) ?? LineIndex.of('');
  }

  /** The state of the workspace as rules see it. Do not keep it across changes. */
  world(): World {
    const { library, reasoning, quotations } = this;
    return { library, reasoning, quotations };
  }
}

/**
 * Resolves the paths of the user's library to workspace or absolute paths; drops those that mean nothing on
 * this machine.
 */
export function libraryPaths(written: readonly string[], fileSystem: FileSystem): string[] {
  const paths = written.flatMap((path) => fileSystem.outside?.('', path) ?? []);
  return [...new Set(paths)];
}

/** The base folder of linked files as an absolute path; null where there is none on this machine. */
export function linkedFolder(written: string | null, fileSystem: FileSystem): string | null {
  return written === null ? null : (fileSystem.outside?.('', written) ?? null);
}
