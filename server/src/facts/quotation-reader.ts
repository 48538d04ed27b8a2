/** Finds quotations in a block: in quotation marks, and block quotations. */
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';
import { encloses, firstFrom } from '../text/range.ts';
import { anchorsIn, within, type Callers } from './anchors.ts';
import { mayCiteInPrint, printedAnchorsIn } from './printed-anchors.ts';
import type { Surroundings } from './attribution.ts';
import type { OpenQuote } from './block-facts.ts';
import { citedInRow } from './cited-in-row.ts';
import { NONE } from './fact-lists.ts';
import {
  blockQuotation,
  endedBlockQuotation,
  isRemark,
  leadIn,
  mayLeadIn,
  signedBlockQuotation,
} from './block-quotations.ts';
import type { Attribution, Quotation } from './model.ts';
import { Openers } from './openers.ts';
import { mayNameWork } from './named-beside.ts';
import { mayBeMarkedUp } from './quotation-markup.ts';
import { inlineQuotations } from './quotations.ts';

const MARK = /["“”«„'‘‚「『‹›»＂〝]/;
/** A paragraph after a block quotation that is only a printed citation. */
const ALONE = /^[\s—–-]*[(（[][^)\]）]*[)\]）][.\s]*$/;

/** A paragraph after a block quotation that signs it: `— Kilner, *Harbour*, p. 3`, `*Ada Kilner, Harbour, p. 3*`. */
const SIGNS =
  /^\s*(?:(?:—|–|―|-{2,3})\s*|<(?:small|cite)>\s*|[*_]{1,2}(?=[^*_\n]+[*_]{1,2}\.?\s*$))(?=\p{Lu}[^\n]{1,60},\s[^\n]*(?:[*_”»]|(?:pp?|[Ss]|pág|с)\.\s?\d[\d–-]*|\d{4}\)?)[*_.)]{0,3}(?:<\/(?:small|cite)>)?\s*$)(?![^\n]*[.!?]\s\p{Lu}\p{Ll}+\s\p{Ll})/u;

/** A line of a line block that signs it: `| — Ada Kilner, *Harbour*`. */
const SIGNS_VERSE = /\n\| ?(?:—|–|―|-{2,3})\s?[\p{Lu}@[*_]/u;

/** A quick test whether a paragraph may have a printed citation that attributes a quotation in it or next to it. */
export function mayAttributeInPrint(words: string): boolean {
  const isNear =
    MARK.test(words) ||
    mayBeMarkedUp(words) ||
    mayLeadIn(words, { from: 0, to: words.trimEnd().length }) ||
    (words.length < 300 && ALONE.test(words));
  return (
    SIGNS_VERSE.test(words) ||
    (isNear && (mayCiteInPrint(words) || mayNameWork(words))) ||
    (words.length < 300 && SIGNS.test(words))
  );
}

/** The printed citation or signature that a paragraph consists of, which attributes a block quotation before it; null for none. */
export function citedAlone(text: string, prose: TextRange): Attribution | null {
  if (prose.to - prose.from > 300) return null;
  const words = text.slice(prose.from, prose.to);
  const sign = SIGNS.exec(words);
  if (sign) {
    const range = {
      from: prose.from + sign[0].length,
      to: prose.from + words.replace(/[\s*_]*(?:<\/\w+>)?\s*$/, '').length,
    };
    return { kind: 'printed', name: '', range, at: null, loose: false };
  }
  if (!ALONE.test(words)) return null;
  const [only, ...others] = printedAnchorsIn(text, prose, []);
  return only && others.length === 0 ? { ...only.attribution, loose: false } : null;
}

const DASH = /^(?:—|–|―|-{2,3})/;

/** A block with what was read of it so far; all lists are in the order of the text. */
export interface ReadBlock extends TextRange {
  readonly callers: Callers;
  readonly prose: readonly TextRange[];
  readonly quotes: readonly BlockQuoteNode[];
  readonly skipped: readonly TextRange[];
  /** Marked quotations. */
  readonly taken: readonly TextRange[];
}

export interface ReadQuotations {
  readonly quotations: readonly Quotation[];
  readonly openQuote: OpenQuote | null;
  readonly leadIn: readonly Attribution[];
}

/** The block quotations that hold nothing but another, `> > …`, which is read by itself. */
function holdersOfQuotes(text: string, quotes: readonly BlockQuoteNode[]): ReadonlySet<BlockQuoteNode> {
  const sorted = [...quotes].sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  const isBlank = (from: number, to: number) => /^[\s>]*$/.test(text.slice(from, to));
  return new Set(
    sorted.filter(({ range }, i) => {
      const inner = sorted[i + 1]?.range;
      return (
        inner && encloses(range, inner) && isBlank(range.from, inner.from) && isBlank(inner.to, range.to)
      );
    }),
  );
}

/** Reads the blocks of a text one after another. */
export class QuotationReader {
  private readonly openers: Openers;

  constructor(private readonly text: string) {
    this.openers = new Openers(text);
  }

  read(block: ReadBlock): ReadQuotations {
    const { text } = this;
    const quotations: Quotation[] = [];
    let openQuote: OpenQuote | null = null;
    const holders = holdersOfQuotes(text, block.quotes);
    for (const node of block.quotes) {
      if (block.taken.some((range) => encloses(node.range, range) || encloses(range, node.range))) continue;
      if (isRemark(text, node) || holders.has(node)) continue;
      const ended = endedBlockQuotation(text, node, block.callers, block.skipped);
      if (ended) {
        quotations.push(ended);
        continue;
      }
      const ahead = this.leadInBefore(node, block);
      const signed = ahead.length > 0 ? null : signedBlockQuotation(text, node);
      if (signed) {
        quotations.push(signed);
        continue;
      }
      if (text.slice(node.range.to, block.to).trim() === '') {
        const isFirst = text.slice(block.from, node.range.from).trim() === '';
        openQuote = { node, leadIn: ahead, isFirst };
      } else if (ahead.length > 0) quotations.push(blockQuotation(text, node, ahead));
    }
    const verse = this.signedVerse(block);
    if (verse) quotations.push(verse);
    const covering = outermost(quotations);
    for (const stretch of [...block.prose, ...block.callers.inlineNotes.map(({ bodyRange }) => bodyRange)]) {
      if (
        this.openers.from(stretch.from) >= stretch.to &&
        !mayBeMarkedUp(text.slice(stretch.from, stretch.to))
      )
        continue;
      const cover = covering[firstFrom(covering, stretch.from + 1) - 1];
      if (cover && encloses(cover, stretch)) continue;
      const around = this.surroundings(stretch, block);
      const isNamed = mayNameWork(text.slice(stretch.from, stretch.to));
      const isCited = around.anchors.length + around.printed.length > 0;
      const inRow = isCited ? null : citedInRow(text, stretch, block.prose, block.callers);
      if (isCited || isNamed || inRow)
        quotations.push(
          ...inlineQuotations(
            around,
            this.openers,
            block.taken,
            inRow ? [inRow] : NONE,
            within(block.callers.citations, stretch),
          ),
        );
    }
    const last = block.prose.at(-1);
    const leads = last && mayLeadIn(text, last) && text.slice(last.to, block.to).trim() === '' && !openQuote;
    return {
      quotations,
      openQuote,
      leadIn: leads ? leadIn(this.surroundings(last, block)) : NONE,
    };
  }

  /** The quotation that a line block is whose last line signs it; else null. */
  private signedVerse({ from, to, prose, callers }: ReadBlock): Quotation | null {
    const { text } = this;
    const last = prose.at(-1);
    const before = prose.at(-2);
    if (!last || !before || !SIGNS_VERSE.test(text.slice(from, to))) return null;
    // A row of a table ends in a stroke, too.
    const begin = text.lastIndexOf('\n', from - 1) + 1;
    const lines = text.slice(begin, to).trimEnd().split('\n');
    if (
      !lines[0]!.startsWith('|') ||
      !lines.every((line) => /^(?:\|(?:\s|$)|\s)(?!.*\|\s*$)/.test(line)) ||
      !DASH.test(text.slice(last.from, last.to))
    )
      return null;
    const [keyed, ...others] = anchorsIn(text, last, callers);
    const attribution = keyed ? { ...keyed.attribution, loose: false } : citedAlone(text, last);
    if (!attribution || others.length > 0) return null;
    const node = { kind: 'blockQuote', range: { from: prose[0]!.from, to: before.to } } as const;
    return blockQuotation(text, node, [attribution]);
  }

  /** The attributions from the paragraph directly before a block quotation. */
  private leadInBefore(node: BlockQuoteNode, block: ReadBlock): Attribution[] {
    const before = block.prose[firstFrom(block.prose, node.range.from) - 1];
    if (
      !before ||
      before.to > node.range.from ||
      !/^[\s>]*$/.test(this.text.slice(before.to, node.range.from))
    )
      return [];
    return leadIn(this.surroundings(before, block));
  }

  private surroundings(prose: TextRange, { callers, skipped }: ReadBlock): Surroundings {
    const hidden = skipped
      .slice(firstFrom(skipped, prose.from), firstFrom(skipped, prose.to))
      .filter((range) => encloses(prose, range));
    return {
      text: this.text,
      prose,
      anchors: anchorsIn(this.text, prose, callers),
      printed: printedAnchorsIn(this.text, prose, hidden),
      skipped: hidden,
    };
  }
}

/** The ranges of quotations in order, without those inside others. */
function outermost(quotations: readonly Quotation[]): TextRange[] {
  const outer: TextRange[] = [];
  for (const { range } of quotations) if (range.from >= (outer.at(-1)?.to ?? -1)) outer.push(range);
  return outer;
}
