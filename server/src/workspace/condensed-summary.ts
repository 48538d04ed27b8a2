import type { Locator, Token } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
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

type Short = Omit<DocumentSummary, keyof Lists | 'lines'>;

/**
 * The summary of a document that nobody looks at: a tenth of the room that its lists would take as objects, which
 * are made again when somebody asks. Holds on to no part of the document's text.
 */
export class CondensedSummary implements DocumentSummary {
  readonly path: string;
  readonly lines: LineIndex;
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
  private readonly packed: string;

  constructor(
    { lines, cited, actors, asserters, ...short }: DocumentSummary,
    private readonly last: LastUnpacked,
  ) {
    this.lines = lines;
    this.packed = JSON.stringify([packWorks(cited), packTokens(actors), packTokens(asserters)]);
    // A string cut out of a text keeps that text alive; what comes out of JSON stands by itself.
    const own = JSON.parse(JSON.stringify(short)) as Short;
    this.path = short.path;
    this.title = own.title;
    this.lang = own.lang;
    this.csl = own.csl;
    this.source = own.source;
    this.bibliography = own.bibliography;
    this.references = own.references;
    this.suppressions = own.suppressions;
    this.danglingCitations = own.danglingCitations;
    this.danglingShortTitles = own.danglingShortTitles;
    this.noteAuthors = own.noteAuthors;
    this.quotations = own.quotations;
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
      const [cited, actors, asserters] = JSON.parse(this.packed) as [Packed, Packed, Packed];
      return { cited: unpackWorks(cited), actors: unpackTokens(actors), asserters: unpackTokens(asserters) };
    });
  }
}

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
