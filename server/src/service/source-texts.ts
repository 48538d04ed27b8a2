import type { TextRange } from '../text/range.ts';
import type { Numbered, PreparedSource } from '../quotations/model.ts';
import { OldPrint } from '../quotations/old-print.ts';
import { prepareAside, prepareSource } from '../quotations/prepare-source.ts';
import { LanguageOfText } from '../quotations/wording.ts';
import type { DocumentView } from '../checking/rule.ts';
import { printedPages, type Sheet, type TextQuality } from '../works/model.ts';
import type { WorkReading } from '../works/work-reader.ts';
import type { TextContent } from './text-content.ts';

/** The text of a work, prepared for search. */
export interface ReadySource {
  readonly path: string;
  readonly work: string;
  readonly prepared: PreparedSource;
  /** How far its words can be believed. */
  readonly quality: TextQuality;
  /** The pages of its file, where it was read from one of another format; null for a text. */
  readonly sheets: readonly Sheet[] | null;
  /** Detected on first use. */
  readonly language: () => LanguageOfText;
  /** The text as that of old type; null where it is of today's. Detected on first use. */
  readonly oldPrint: () => OldPrint | null;
  /** The parts that are no prose; prepared on first use. */
  readonly aside: () => PreparedSource;
}

/** What must be known of a source without its text. */
export interface SourceShape {
  readonly length: number;
  readonly opaque: readonly TextRange[];
  readonly notes: readonly Numbered[] | null;
}

/** What is kept of a source whether its text is at hand or not. */
interface Known {
  readonly work: string;
  /** Null for a file of another format. */
  readonly shape: SourceShape | null;
  /** Rises with every change of any source. */
  readonly version: number;
}

/** A text that was made ready. */
interface Made {
  readonly prepared: PreparedSource;
  readonly quality: TextQuality;
  readonly opaque: readonly TextRange[];
  readonly sheets: readonly Sheet[] | null;
}

interface Held {
  readonly source: ReadySource;
  readonly version: number;
  readonly bytes: number;
}

/** Memory budget for all prepared texts, in bytes. A single text may exceed it. */
const BUDGET = 64 << 20;

/**
 * The documents that are texts of works. A text is prepared on first use, and dropped when it changes or when
 * others need the space: an LRU cache with a budget in bytes.
 */
export class SourceTexts {
  private readonly known = new Map<string, Known>();
  /** In order of use, the most recent last. */
  private readonly held = new Map<string, Held>();
  private bytes = 0;
  private clock = 0;

  /** `readWork` reads a file of another format, and notes what came of it. */
  constructor(
    private readonly read: (path: string) => Promise<TextContent>,
    private readonly readWork: (path: string) => Promise<WorkReading> = () =>
      Promise.resolve({ status: 'unavailable' }),
    private readonly budget = BUDGET,
  ) {}

  /** The clock: advances with every change of any source. */
  get newest(): number {
    return this.clock;
  }

  /** The paths of all sources, sorted. */
  paths(): string[] {
    return [...this.known.keys()].sort();
  }

  /** The files of other formats than ours, as `takeFile` recorded them. */
  files(): string[] {
    return [...this.known].filter(([, { shape }]) => shape === null).map(([path]) => path);
  }

  /** The work whose text `path` is; null for none. */
  workOf(path: string): string | null {
    return this.known.get(path)?.work ?? null;
  }

  /** The clock at the last change of `path`; 0 when it is no source. */
  versionOf(path: string): number {
    return this.known.get(path)?.version ?? 0;
  }

  /** Records that a document is the text of a work. */
  take(path: string, shape: SourceShape, work: string): void {
    this.drop(path);
    this.known.set(path, { shape, work, version: ++this.clock });
  }

  /** Takes over that a file of another format holds the text of a work; a book may hold those of its chapters too. */
  takeFile(path: string, work: string): void {
    if (this.known.has(path)) return;
    this.drop(path);
    this.known.set(path, { shape: null, work, version: ++this.clock });
  }

  /** Records that a document is no source, or was deleted. */
  remove(path: string): void {
    if (!this.known.delete(path)) return;
    this.drop(path);
    this.clock++;
  }

  /**
   * The prepared text of `path`; null when it is no source, or cannot be read in the version that was
   * recorded.
   */
  async ready(path: string): Promise<ReadySource | null> {
    const known = this.known.get(path);
    if (!known) return null;
    const held = this.held.get(path);
    if (held) {
      this.held.delete(path);
      this.held.set(path, held);
      return held.source;
    }
    const text = known.shape ? await this.fromText(path, known.shape) : await this.fromFile(path);
    if (this.known.get(path) !== known || !text) return null;
    const { prepared, quality, opaque, sheets } = text;
    let language: LanguageOfText | null = null;
    let oldPrint: OldPrint | null | undefined;
    let aside: PreparedSource | null = null;
    const source: ReadySource = {
      path,
      work: known.work,
      prepared,
      quality,
      sheets,
      language: () => (language ??= new LanguageOfText(prepared)),
      oldPrint: () => (oldPrint === undefined ? (oldPrint = OldPrint.of(prepared.text)) : oldPrint),
      aside: () => (aside ??= prepareAside(prepared.text, opaque)),
    };
    this.hold(path, { source, version: known.version, bytes: bytesOf(prepared) });
    return source;
  }

  private async fromText(path: string, { length, opaque, notes }: SourceShape): Promise<Made | null> {
    const content = await this.read(path);
    if (content.status !== 'read') return null;
    const { text } = content.text;
    if (text.length !== length) return null;
    return {
      prepared: prepareSource(text, opaque, notes ? { notes } : {}),
      quality: 'set',
      opaque,
      sheets: null,
    };
  }

  private async fromFile(path: string): Promise<Made | null> {
    const reading = await this.readWork(path);
    if (reading.status !== 'read') return null;
    const { work } = reading;
    const printed = { pages: printedPages(work), notesFrom: work.notesFrom };
    return {
      prepared: prepareSource(work.text, [], { printed }),
      quality: work.quality,
      opaque: [],
      sheets: work.sheets,
    };
  }

  private hold(path: string, held: Held): void {
    this.drop(path);
    for (const other of [...this.held.keys()]) {
      if (this.bytes + held.bytes <= this.budget) break;
      this.drop(other);
    }
    this.held.set(path, held);
    this.bytes += held.bytes;
  }

  private drop(path: string): void {
    const held = this.held.get(path);
    if (!held) return;
    this.held.delete(path);
    this.bytes -= held.bytes;
  }
}

/** The shape of a document as the text of a work. */
export function shapeOf({ path, text, facts, found }: DocumentView): SourceShape {
  const notes = facts.definitions.length > 0 ? null : found.noteDefinitions;
  return {
    length: text.length,
    opaque: path.endsWith('.txt') ? [] : facts.opaque,
    notes: notes?.length
      ? notes.map(({ range: { from, to }, label }) => ({ from, to, label: ` ${label}`.slice(1) }))
      : null,
  };
}

/** Approximate memory of a prepared text: two bytes a character, nine a run. */
function bytesOf({ text, folded }: PreparedSource): number {
  return 2 * (text.length + folded.key.length) + 9 * folded.keyStarts.length;
}
