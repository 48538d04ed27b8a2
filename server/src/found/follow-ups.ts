import type { PageSpan } from './model.ts';
import type { Mention } from './mentions.ts';
import { lastAtMost } from '../text/bisect.ts';
import type { Citable, ReferenceIndex } from './reference-match.ts';
import { Sentences } from './sentences.ts';
import type { Prose } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** A work with what distinguishes it from others. */
export interface CitableWork extends Citable {
  readonly pages: PageSpan | null;
}

/** The author that a year without a name refers to. */
export interface Antecedent {
  readonly works: readonly number[];
  readonly names: readonly string[];
  /** The range of the author's name; null if ambiguous. */
  readonly range: TextRange | null;
  /** Whether at most a few words of the same phrase separate the name from the year. */
  readonly close: boolean;
}

interface Named {
  readonly range: TextRange;
  readonly names: readonly string[];
  readonly works: readonly number[];
  readonly aside: boolean;
}

/** How far back, in sentences and in UTF-16 units, an author is remembered. */
const SENTENCES_BACK = 14;
const UNITS_BACK = 4000;

/** Remembers the names of each sentence, for years and pages that follow without a name. */
export class Antecedents {
  private sentences: Sentences | null = null;
  private readonly named: Named[];
  private starts: number[];

  constructor(
    private readonly prose: Pick<Prose, 'text' | 'isEmphasised'>,
    private readonly works: readonly CitableWork[],
    private readonly index: ReferenceIndex,
    mentions: readonly Mention[],
  ) {
    this.named = mentions.filter((mention) => mention.works.length > 0).map((mention) => ({ ...mention }));
    this.starts = this.named.map((name) => name.range.from);
  }

  /** Records that a follow-up at `range` refers to these works. Ranges must be ascending. */
  remember(range: TextRange, names: readonly string[], works: readonly number[]): void {
    const at = lastAtMost(this.starts, range.from) + 1;
    this.named.splice(at, 0, { range, names, works, aside: false });
    this.starts.splice(at, 0, range.from);
  }

  /**
   * Finds the author of the `year` in the parenthesis at `offset`: from the nearest sentence that names somebody with
   * a work of that year. Names in the prose take precedence over names in parentheses. If two remain,
   * the pages may decide. Null if nobody is found.
   */
  find(offset: number, year: string, suffix: string, pages: PageSpan | null): Antecedent | null {
    this.sentences ??= Sentences.of(this.prose.text);
    const here = this.sentences.at(offset).index;
    let inAsides: Named[] = [];
    let i = lastAtMost(this.starts, offset - 1);
    for (let sentence = here; sentence >= 0 && sentence >= here - SENTENCES_BACK && i >= 0; sentence--) {
      const from = this.sentences.start(sentence);
      const fitting: Named[] = [];
      for (; i >= 0 && this.starts[i]! >= from; i--) {
        if (offset - this.starts[i]! > 2 * UNITS_BACK) break;
        const works = this.index.ofYear(this.named[i]!.works, year, suffix);
        if (works.length > 0) fitting.push({ ...this.named[i]!, works });
      }
      const inProse = fitting.filter((name) => !name.aside);
      if (inProse.length > 0) return this.decide([...inProse, ...inAsides], offset, pages);
      if (inAsides.length === 0) inAsides = fitting;
      if (offset - from > UNITS_BACK) break;
    }
    return inAsides.length > 0 ? this.decide(inAsides, offset, pages) : null;
  }

  /** The names between `from` and `to`, last first. */
  between(
    from: number,
    to: number,
  ): { names: readonly string[]; works: readonly number[]; range: TextRange }[] {
    const found: Named[] = [];
    for (let i = lastAtMost(this.starts, to - 1); i >= 0 && this.starts[i]! >= from; i--)
      found.push(this.named[i]!);
    return found;
  }

  private decide(named: readonly Named[], offset: number, pages: PageSpan | null): Antecedent {
    let works = [...new Set(named.flatMap((name) => name.works))];
    if (works.length > 1 && pages) {
      const holding = works.filter((work) => holds(this.works[work]!.pages, pages));
      const others = works.filter((work) => !holding.includes(work));
      if (holding.length === 1 && others.every((work) => this.works[work]!.pages !== null)) works = holding;
    }
    const meant = named.find((name) => name.works.some((work) => works.includes(work)))!;
    const between = this.prose.text.slice(meant.range.to, offset);
    return {
      works: works.sort((a, b) => a - b),
      names: works.length === 1 ? meant.names : [],
      range: works.length === 1 ? meant.range : null,
      close:
        (between.length < 60 && CLOSE.test(between)) ||
        (between.length < 260 && this.isTitle(between, meant.range.to)),
    };
  }

  /**
   * Whether a stretch has at most a few words and a title in quotation marks or italics: ‘Austin’s “Harbours” (1962)’.
   */
  private isTitle(words: string, from: number): boolean {
    if (QUOTED_TITLE.test(words)) return true;
    const end = words.trimEnd().length;
    let begin = end;
    while (begin > 0 && this.prose.isEmphasised(from + begin - 1)) begin--;
    return end - begin > 3 && CLOSE.test(words.slice(0, begin));
  }
}

const CLOSE = /^(?:['’]s?)?(?:,?\s+[\p{L}'’‘-]+){0,4},?\s*$/u;
const QUOTED_TITLE = /^(?:['’]s?)?(?:,?\s+[\p{L}'’‘-]+){0,4},?\s+[“"«‘„][^”"»\n]{3,220}[”"»’],?\s*$/u;

function holds(span: PageSpan | null, pages: PageSpan): boolean {
  return span !== null && span.from <= pages.from && pages.to <= span.to;
}
