import type { Locator, Token } from '../facts/model.ts';
import { LineIndex } from '../text/line-index.ts';
import type { CitedWork, DocumentSummary } from './summary.ts';

const PLACES: readonly CitedWork['in'][] = ['citation', 'evidence', 'quotation', 'nocite'];

/** The long lists of a summary. */
interface Lists {
  readonly cited: readonly CitedWork[];
  readonly actors: readonly Token[];
  readonly asserters: readonly Token[];
}

/** The lists that were unpacked last: rules ask for them one after the other. */
export class LastUnpacked {
  private owner: CondensedSummary | null = null;
  private lists: Lists | null = null;

  of(owner: CondensedSummary, unpack: () => Lists): Lists {
    if (this.owner !== owner || !this.lists) {
      this.lists = unpack();
      this.owner = owner;
    }
    return this.lists;
  }
}

type Short = Omit<DocumentSummary, keyof Lists | 'lines' | 'path'>;

/** A summary in the form in which it is kept, or sent elsewhere. */
export interface PackedSummary {
  /** All but the long lists, as JSON. */
  readonly short: string;
  /** The long lists, as JSON in UTF-8. */
  readonly lists: Uint8Array;
  /** As `LineIndex` packs them. */
  readonly lines: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Packs a summary; nothing in the result holds on to the document's text. */
export function packSummary({
  path: _path,
  lines,
  cited,
  actors,
  asserters,
  ...short
}: DocumentSummary): PackedSummary {
  const lists = JSON.stringify([packWorks(cited), packTokens(actors), packTokens(asserters)]);
  return { short: JSON.stringify(short), lists: encoder.encode(lists), lines: lines.packed() };
}

/**
 * The summary of a document that nobody looks at: a tenth of the room that its lists would take as objects, which
 * are made again when somebody asks.
 */
export class CondensedSummary implements DocumentSummary {
  readonly title: Short['title'];
  readonly lang: Short['lang'];
  readonly csl: Short['csl'];
  readonly source: Short['source'];
  readonly bibliography: Short['bibliography'];
  readonly references: Short['references'];
  readonly suppressions: Short['suppressions'];
  readonly danglingCitations: Short['danglingCitations'];
  readonly danglingShortTitles: Short['danglingShortTitles'];
  readonly noteAuthors: Short['noteAuthors'];
  readonly quotations: Short['quotations'];
  private readonly packedLists: Uint8Array;
  private readonly packedLines: Uint8Array;

  constructor(
    readonly path: string,
    packed: PackedSummary,
    private readonly last: LastUnpacked,
  ) {
    this.packedLists = packed.lists;
    this.packedLines = packed.lines;
    const short = JSON.parse(packed.short) as Short;
    this.title = short.title;
    this.lang = short.lang;
    this.csl = short.csl;
    this.source = short.source;
    this.bibliography = orNothing(short.bibliography);
    this.references = orNothing(short.references);
    this.suppressions = orNothing(short.suppressions);
    this.danglingCitations = orNothing(short.danglingCitations);
    this.danglingShortTitles = orNothing(short.danglingShortTitles);
    this.noteAuthors = orNothing(short.noteAuthors);
    this.quotations = orNothing(short.quotations);
  }

  get lines(): LineIndex {
    return LineIndex.unpacked(this.packedLines);
  }

  get cited(): Lists['cited'] {
    return this.lists.cited;
  }

  get actors(): Lists['actors'] {
    return this.lists.actors;
  }

  get asserters(): Lists['asserters'] {
    return this.lists.asserters;
  }

  private get lists(): Lists {
    return this.last.of(this, () => {
      const [cited, actors, asserters] = JSON.parse(decoder.decode(this.packedLists)) as [
        Packed,
        Packed,
        Packed,
      ];
      return { cited: unpackWorks(cited), actors: unpackTokens(actors), asserters: unpackTokens(asserters) };
    });
  }
}

/** Most lists of most documents are empty; they share one. */
function orNothing<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list : NOTHING;
}

const NOTHING: readonly never[] = [];

/** Words and numbers one behind the other; places count from the one before. */
type Packed = (string | number)[];

function packTokens(tokens: readonly Token[]): Packed {
  const packed: Packed = [];
  let before = 0;
  for (const { text, range } of tokens) {
    packed.push(text, range.from - before, range.to - range.from);
    before = range.from;
  }
  return packed;
}

function unpackTokens(packed: Packed): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (let i = 0; i < packed.length; i += 3) {
    const from = (before += packed[i + 1] as number);
    tokens.push({ text: packed[i] as string, range: { from, to: from + (packed[i + 2] as number) } });
  }
  return tokens;
}

/** As tokens; then the place's number, which is negative where no locator follows. */
function packWorks(works: readonly CitedWork[]): Packed {
  const packed: Packed = [];
  let before = 0;
  for (const { key, in: place, locator } of works) {
    const { from, to } = key.range;
    const number = PLACES.indexOf(place);
    packed.push(key.text, from - before, to - from, locator ? number : -1 - number);
    if (locator)
      packed.push(
        locator.label,
        locator.value,
        locator.range.from - to,
        locator.range.to - locator.range.from,
      );
    before = from;
  }
  return packed;
}

function unpackWorks(packed: Packed): CitedWork[] {
  const works: CitedWork[] = [];
  let before = 0;
  for (let i = 0; i < packed.length;) {
    const text = packed[i] as string;
    const from = (before += packed[i + 1] as number);
    const to = from + (packed[i + 2] as number);
    const number = packed[i + 3] as number;
    i += 4;
    let locator: Locator | null = null;
    if (number >= 0) {
      const start = to + (packed[i + 2] as number);
      const range = { from: start, to: start + (packed[i + 3] as number) };
      locator = { label: packed[i] as string, value: packed[i + 1] as string, range };
      i += 4;
    }
    works.push({
      key: { text, range: { from, to } },
      in: PLACES[number < 0 ? -1 - number : number]!,
      locator,
    });
  }
  return works;
}
