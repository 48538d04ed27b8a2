/** The files of works, page by page, to be looked at. */
import type { SourceHits, SourceLine, SourcePage } from '../protocol/source.ts';
import { sourceRange } from '../quotations/folded-text.ts';
import { findQuotation } from '../quotations/find-quotation.ts';
import type { PreparedSource } from '../quotations/model.ts';
import { prepareQuotation } from '../quotations/prepare-quotation.ts';
import { prepareSource } from '../quotations/prepare-source.ts';
import type { TextRange } from '../text/range.ts';
import { printedPages, type WorkText } from '../works/model.ts';
import type { DrawnSheet, PageDrawer } from '../works/page-drawer.ts';
import { placesOf, readingOrder } from '../works/placed-lines.ts';
import { portionAt, portionOfPage, portionsOf, type Portion } from '../works/portions.ts';
import type { WorkReading, WorkRefusal } from '../works/work-reader.ts';

/** A file that was read, with its pages. */
export interface ReadFile {
  readonly work: WorkText;
  readonly portions: readonly Portion[];
}

/** What comes of asking for something of a file. */
export type OfFile<T> =
  { readonly status: 'read'; readonly value: T } | { readonly status: WorkRefusal; readonly folder?: string };

const MOST_HITS = 500;
/** UTF-16 units shown before and after words that were searched for. */
const AROUND = 40;

/** Reads and draws what is looked at. The last file is kept as long as nothing is said to have changed. */
export class SourcePages {
  private last: { readonly path: string; readonly at: number; readonly file: ReadFile } | null = null;
  private prepared: { readonly of: ReadFile; readonly source: PreparedSource } | null = null;

  /** `read` reads a work; `changes` grows whenever files may be others than before. */
  constructor(
    private readonly read: (path: string) => Promise<WorkReading>,
    private readonly changes: () => number,
    private readonly drawer: PageDrawer | null,
  ) {}

  /** A file with its pages. */
  async open(path: string): Promise<OfFile<ReadFile>> {
    const { last } = this;
    if (last?.path === path && last.at === this.changes()) return { status: 'read', value: last.file };
    const reading = await this.read(path);
    if (reading.status !== 'read') return reading;
    const file = { work: reading.work, portions: portionsOf(reading.work) };
    this.last = { path, at: this.changes(), file };
    return { status: 'read', value: file };
  }

  /** Lets go of what is kept. */
  close(): void {
    this.last = null;
    this.prepared = null;
  }

  /** A page, with its picture where it is one of a PDF. Pages of a scan without words are shown too. */
  async page(path: string, asked: number, scale: number, signal: AbortSignal): Promise<OfFile<SourcePage>> {
    const opened = await this.open(path);
    if (opened.status !== 'read' && opened.status !== 'no-words') return opened;
    const file = opened.status === 'read' ? opened.value : null;
    const isDrawn = !file || file.work.format === 'pdf';
    const last = (file?.portions.length ?? Infinity) - 1;
    const index = Math.max(0, Math.min(asked, last));
    if (!isDrawn) return { status: 'read', value: reflowedPage(file, index) };
    const drawing =
      scale > 0 && this.drawer
        ? await this.drawer.draw(path, index, scale, signal)
        : ({ status: 'unavailable' } as const);
    if (drawing.status === 'drawn') return { status: 'read', value: drawnPage(file, index, drawing.sheet) };
    // What cannot be drawn can be read all the same.
    const isReadable = file && (drawing.status === 'unavailable' || drawing.status === 'broken');
    return isReadable ? { status: 'read', value: reflowedPage(file, index) } : drawing;
  }

  /** Where words stand in a file, in the order of its text; parts of words are found too. */
  async search(path: string, words: string): Promise<SourceHits> {
    const opened = await this.open(path);
    if (opened.status !== 'read') return { hits: [], more: false };
    const { work, portions } = opened.value;
    const { text, folded } = this.preparedOf(opened.value);
    const [part, ...others] = prepareQuotation(words).parts;
    const sought = part?.folded.key.trim() ?? '';
    if (others.length > 0 || sought === '') return { hits: [], more: false };
    const hits: SourceHits['hits'][number][] = [];
    for (let at = folded.key.indexOf(sought); at >= 0; at = folded.key.indexOf(sought, at + sought.length)) {
      if (hits.length === MOST_HITS) return { hits, more: true };
      const range = sourceRange(text, folded, at, at + sought.length);
      const index = portionAt(portions, range.from);
      const from = Math.max(0, range.from - AROUND);
      const around = work.text.slice(from, range.to + AROUND).replace(/\s/g, ' ');
      const match = { from: range.from - from, to: range.to - from };
      hits.push({ ...range, index, label: portions[index]?.label ?? null, words: around, match });
    }
    return { hits, more: false };
  }

  /** Where a quotation, as it is written, stands in a file, or what comes nearest to it; null where nothing does. */
  passageOf(file: ReadFile, written: string): TextRange | null {
    const match = findQuotation(this.preparedOf(file), written);
    if (match.status === 'absent') return null;
    if (match.status === 'different') return match.nearest.range;
    const [first, last] = [match.ranges[0], match.ranges.at(-1)];
    return first && last ? { from: first.from, to: last.to } : null;
  }

  /** Whether a quotation, as it is written, is word for word in a file. */
  holds(file: ReadFile, written: string): boolean {
    return findQuotation(this.preparedOf(file), written).status === 'exact';
  }

  private preparedOf(file: ReadFile): PreparedSource {
    if (this.prepared?.of !== file) {
      const { work } = file;
      const printed = { pages: printedPages(work), notesFrom: work.notesFrom };
      this.prepared = { of: file, source: prepareSource(work.text, [], { printed }) };
    }
    return this.prepared.source;
  }
}

/** The page of a passage, or of a printed number; the first where neither is known. */
export function pageToShow(
  { portions }: ReadFile,
  passage: { readonly from: number } | null,
  printed: string | null,
): number {
  if (passage) return portionAt(portions, passage.from);
  return printed === null ? 0 : Math.max(0, portionOfPage(portions, printed));
}

function drawnPage(file: ReadFile | null, index: number, sheet: DrawnSheet): SourcePage {
  const { count, width, height, png, lines } = sheet;
  const portion = file?.portions[index];
  const places = placesOf(
    lines.map(({ text }) => text),
    file?.work.text ?? '',
    portion?.ranges ?? [],
  );
  return {
    index,
    count,
    label: portion?.label ?? null,
    drawn: { width, height, png },
    body: file && bodyOf(file, index),
    lines: readingOrder(places).map((i): SourceLine => ({ ...lines[i]!, at: places[i]! })),
  };
}

/** The stretch of a page that is no note. */
function bodyOf({ work, portions }: ReadFile, index: number): TextRange | null {
  return portions[index]?.ranges.find(({ from }) => from < work.notesFrom) ?? null;
}

function reflowedPage(file: ReadFile, index: number): SourcePage {
  const { work, portions } = file;
  const { label, ranges } = portions[index]!;
  const lines: SourceLine[] = [];
  for (const { from, to } of ranges) {
    let at = from;
    for (const text of work.text.slice(from, to).split('\n')) {
      if (text.trim() !== '') lines.push({ text, at, words: [] });
      at += text.length + 1;
    }
  }
  return { index, count: portions.length, label, drawn: null, body: bodyOf(file, index), lines };
}
