/** Block quotations and their attribution: at their end, in the words that lead in, or after them. */
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import { locatorInParentheses } from '../pages/locator-in-parentheses.ts';
import { readLocator } from '../pages/printed-locator.ts';
import type { TextRange } from '../text/range.ts';
import { firstFrom } from '../text/range.ts';
import { anchorsIn, type Anchor, type Callers } from './anchors.ts';
import { besides, endOfSentence, followsStop, type Surroundings } from './attribution.ts';
import type { Attribution, Quotation } from './model.ts';
import { disclaimerOf } from './disclaimers.ts';
import { printedAnchorsIn } from './printed-anchors.ts';
import { citedFirst } from './quotations.ts';

/** What may follow the citation or note that ends the block: its page or a remark, `(grifo nosso)`. */
const CLOSING =
  /^(?:[,;:][\s>]{1,4}(?:(?:pp?|S|s|fol|f|pág|n)\.?\s?)?\d[\d\s–-]{0,9}|[,;][\s>]{1,4}\p{L}{2,9}[\s>]{1,4}\p{Ll}{3,16})?[\s\])>.,;*_]*(?:[(（][\s*_]*\p{Ll}[^()（）\d@]{3,60}[)）][\s>.*_]*)?$/u;
const LONGEST_TAIL = 200;
/** A last line that names the source, `— Kilner, p. 3`. */
const SIGNATURE = /(?:^|\n)[ \t>]*(?:—|–|―|-{2,3}|<cite>)[^\n]*$/;
/** A block in quotation marks as a whole, with who says it in the line of its end: `> “…” — Kilner [@key]`. */
const SIGNED_IN_LINE =
  /^(?=[\s>*_]*[“"„«「『»])[^]*[”“"»」』][.,。*_]{0,3}[ \t]*(?=[—–―-]{1,3}\s?[\p{Lu}\p{sc=Han}@[][^\n]{0,80}$)/u;
/** The examined length, from the end, of a longer paragraph, in UTF-16 units. */
const LONGEST_PARAGRAPH = 4000;

/** The block quotation `node`, attributed by what is outside it. `text` is its text, which begins at `base`. */
export function blockQuotation(
  text: string,
  { range }: BlockQuoteNode,
  attributions: readonly Attribution[],
  base = 0,
): Quotation {
  return quotation(text, range, base + beforePage(text, range, base), attributions, base);
}

/** A bold label in front: `> **Note.** …`, `> **Article 5.** …` */
const LABEL = /^[\s>]*\*\*[^*\n]{1,40}(?:[.:!]\*\*|\*\*[.:!])\s+/u;
/** `> [!TIP]` */
const ALERT = /^[\s>]*\[!\p{L}+\]/u;
/** What remarks call themselves. */
const REMARKS =
  /^[\s>]*\*\*(?:note|nb|n\.b|tip|hint|info|important|warning|caution|remark|reminder|aside|update|disclaimer|tl;dr|todo|hinweis|anmerkung|achtung|wichtig|tipp|warnung|remarque|attention|astuce|nota|aviso|atención|importante|avvertenza|attenzione|avvertimento|dica|atenção|uwaga|注|注意|提示)[.:!：]?\*\*/iu;

/** Whether a block is a remark that is set off, and no quotation. */
export function isRemark(text: string, { range }: BlockQuoteNode): boolean {
  const beginning = text.slice(range.from, range.from + 80);
  return ALERT.test(beginning) || REMARKS.test(beginning);
}

/** A page alone in parentheses at the end, which is the writer's: `(25)`, `(p. 25).` */
const PAGE_ALONE = /[ \u00a0\n>]*[(（]\s?(?=[^()（）]{1,30}[)）]\.?\s*$)/;
const YEAR = /^(?:1[4-9]|20)\d\d$/;

/** The end of the words before a page alone at the end of `range`, in `text`, which begins at `base`. */
function beforePage(text: string, { from, to }: TextRange, base: number): number {
  const start = Math.max(from, to - 60) - base;
  const words = text.slice(start, to - base);
  const match = PAGE_ALONE.exec(words);
  if (!match) return to - base;
  const at = start + match.index + match[0].length;
  const locator = readLocator(text, at, true);
  const isPage =
    locator !== null &&
    /^\s?[)）]\.?\s*$/.test(text.slice(locator.range.to, to - base)) &&
    !YEAR.test(text.slice(locator.range.from, locator.range.to));
  return isPage ? start + match.index : to - base;
}

/** `— Kilner, *Harbour*, p. 3`, `— Ada Kilner, “Harbour”`: a name, and a title that is set off. */
const NAME_AND_TITLE =
  /(?:^|\n)[ \t>]*(?:(?:—|–|―|-{2,3})[ \t]*|<cite>)(?=\p{Lu}[^,*_“"«\n]{1,60},\s+[*_“"«][^\n]{3,}$)/u;

/** `*Ada Kilner, Harbour, p. 3*`, `— Kilner, Harbour, p. 3`: a last line that ends in a page or a year. */
const LINE_WITH_PLACE =
  /(?:^|\n)[ \t>]*(?:(?:—|–|―|-{2,3})[ \t]*|[*_]{1,2}(?=[^*_\n]+[*_]{1,2}\.?$))(?=\p{Lu}[^,\n]{1,60},\s[^\n]*(?:(?:(?:pp?|[Ss]|pág|с)\.|§)\s?\d[\d–-]*|\d{4}\)?)[*_.)]{0,3}$)/u;

/** The block quotation if its last line names its source in print by name and title; else null. */
export function signedBlockQuotation(text: string, { range }: BlockQuoteNode): Quotation | null {
  let end = range.to;
  while (end > range.from && /[\s>]/.test(text.charAt(end - 1))) end--;
  const start = Math.max(range.from, end - LONGEST_TAIL);
  const words = text.slice(start, end);
  const match = NAME_AND_TITLE.exec(words) ?? LINE_WITH_PLACE.exec(words);
  if (!match || !/[\p{L}\p{N}]/u.test(text.slice(range.from, start + match.index))) return null;
  const source = {
    from: start + match.index + match[0].length,
    to: start + words.replace(/[*_]+$/, '').length,
  };
  const attribution: Attribution = { kind: 'printed', name: '', range: source, at: null, loose: false };
  return quotation(text, range, start + match.index, [attribution], 0);
}

/**
 * The block quotation `node` if a page alone ends it, `(p. 3)`, so that the words that lead in may name its author;
 * else null. `text` is its text, which begins at `base`.
 */
export function pagedBlockQuotation(text: string, { range }: BlockQuoteNode, base: number): Quotation | null {
  const end = beforePage(text, range, base);
  const page = /^[\s>]*([(（][^()（）]+[)）])/.exec(text.slice(end));
  if (!page) return null;
  const to = base + end + page[0].length;
  const place = { from: to - page[1]!.length, to };
  const attribution: Attribution = { kind: 'printed', name: '', range: place, at: null, loose: true };
  return quotation(text, range, base + end, [attribution], base);
}

/** The block quotation if a citation (keyed or printed) or note call ends it; else null. */
export function endedBlockQuotation(
  text: string,
  node: BlockQuoteNode,
  callers: Callers,
  skipped: readonly TextRange[],
): Quotation | null {
  const keyed = endedBy(text, node, anchorsIn(text, node.range, callers));
  if (keyed) return keyed;
  const printed = endedBy(text, node, printedAnchorsIn(text, node.range, skipped));
  // `— Ada Kilner, “Harbour” (2001)`: a year alone is of the work that is named before it.
  const isYear = printed?.attributions.every(({ range }) =>
    /^[(（]\d{4}[)）]$/.test(text.slice(range.from, range.to)),
  );
  return (isYear && signedBlockQuotation(text, node)) || printed;
}

function endedBy(text: string, { range }: BlockQuoteNode, anchors: readonly Anchor[]): Quotation | null {
  const last = anchors.at(-1);
  if (!last) return null;
  const tail = text.slice(last.to, Math.min(range.to, last.to + LONGEST_TAIL));
  if (!CLOSING.test(tail.replace(LEFT_OUT, '')) && !isSigned(text, last, tail, range)) return null;
  // After the last words there may be notes and a citation, in either order.
  let first = anchors.length - 1;
  while (first > 0 && isNextTo(text, anchors[first - 1]!, anchors[first]!)) first--;
  const closing = anchors.slice(first);
  // A page alone is of the work that leads in.
  if (
    closing.every(
      ({ from, attribution }) => attribution.kind === 'printed' && locatorInParentheses(text, from),
    )
  )
    return null;
  const { from } = closing[0]!;
  if (isQuotedWith(text, anchors.slice(0, first), closing, range)) return null;
  const body = text.slice(range.from, from);
  const signature = SIGNATURE.exec(body);
  const inLine = signature ? null : SIGNED_IN_LINE.exec(body);
  // `(quoted in @kilner2001, p. 3)`: the words before the citation are the writer's.
  const remark = /\)/.test(tail) ? OPEN_REMARK.exec(body) : null;
  const end = signature?.index ?? inLine?.[0].length ?? remark?.index;
  const to = end === undefined ? from : range.from + end;
  if (!/[\p{L}\p{N}]/u.test(text.slice(range.from, to))) return null;
  const attributions = closing.map(({ attribution }) => ({ ...attribution, loose: false }));
  return quotation(text, range, to, attributions, 0);
}

/** Whether the last line names the source and says more of it: `— @kilner2001, p. 3, of the winter`. */
function isSigned(text: string, last: Anchor, tail: string, range: TextRange): boolean {
  return !/\n[\s>]*\S/.test(tail) && SIGNATURE.test(text.slice(range.from, last.from));
}

/** Whether citations are words of the quotation: others stand in it too, and the last before its full stop. */
function isQuotedWith(
  text: string,
  others: readonly Anchor[],
  closing: readonly Anchor[],
  { to }: TextRange,
): boolean {
  if (!closing.every(({ place }) => place === 'bracket') || !others.some(({ place }) => place === 'bracket'))
    return false;
  const before = text.slice(0, closing[0]!.from).trimEnd();
  return /^[\])]*\./.test(text.slice(closing.at(-1)!.to, to)) && !/[.!?…]["'”’»)]?[\s([]*$/.test(before);
}

function isNextTo(text: string, one: Anchor, other: Anchor): boolean {
  return other.from - one.to < 20 && /^[\s[\](>.,;^]*$/.test(text.slice(one.to, other.from));
}

/** What precedes the words: marks of the block, and comments, such as those that suppress a finding. */
const OPENING = /^(?:[\s>]|<!--(?:(?!-->)[^]){0,1000}-->)*/;
/** A parenthesis that is open at the citation, with the words before it. */
const OPEN_REMARK = /[(（][^()（）]{0,60}$/;
/** Comments and tags, which are no words after a citation. */
const LEFT_OUT = /<!--(?:(?!-->)[^]){0,1000}-->|<\/?[a-z][^<>]{0,80}>/gi;
const MARKUP_LAST = /(?:<!--(?:(?!<!--)[^])*--|<\/?[a-z][^<>]{0,200})>$/i;

function quotation(
  text: string,
  range: TextRange,
  end: number,
  attributions: readonly Attribution[],
  base: number,
): Quotation {
  let to = end;
  while (to > range.from && /[\s[(>^—–-]/.test(text.charAt(to - 1 - base)))
    to -=
      MARKUP_LAST.exec(text.slice(Math.max(range.from, to - LONGEST_TAIL) - base, to - base))?.[0].length ??
      1;
  const opening = OPENING.exec(text.slice(range.from - base, to - base))![0];
  let from = range.from + opening.length;
  // The number of a list's first item is markup, no word of the source.
  const number = /^\d{1,3}[.)]\s+(?=\S)/.exec(text.slice(from - base, Math.min(to - base, from - base + 40)));
  from += number?.[0].length ?? 0;
  // With a label in front it may be quoted, or the writer's summary, rule or example.
  const label = LABEL.exec(text.slice(from - base, Math.min(to - base, from - base + 80)));
  if (label && from + label[0].length < to) {
    from += label[0].length;
    attributions = attributions.map((one) => ({ ...one, loose: true }));
  }
  // A disclaimer in its own words or the citation at its end.
  const disclaimer = disclaimerOf(text, { from: range.from - base, to: to - base });
  const contentRange = { from, to };
  return { kind: 'block', range, contentRange, ...citedFirst(attributions), attributions, disclaimer };
}

/** The end of words that lead in to a quotation: the sentence is not finished. */
const LEADS = /(?:[:,—–-][\s*_”’"']*|\s(?:that|dass|daß|que|che|dat|że))\s*$/u;
/** The end of a finished sentence with its note or citation: `Kilner is more cautious.[^1]` */
const CITED = /[.!?][*_”’"']*\s?(?:\[[^\n\][]*\]\s*)+$|\[[^\n\][]*@[^\n\][]*\][.!?]\s*$/;

/** The largest distance of a colon, with a citation after it, from the end of the paragraph, in UTF-16 units. */
const LONGEST_CLOSE = 160;

/**
 * A quick test whether a paragraph may lead in to a block quotation: its end is no end of a sentence, or that of
 * one that cites.
 */
export function mayLeadIn(text: string, { from, to }: TextRange): boolean {
  const end = text.slice(Math.max(from, to - LONGEST_CLOSE), to);
  return LEADS.test(end) || CITED.test(end) || /[:,—–-]\s*[[(^][^\n]*$/.test(end);
}

/**
 * The attributions for a block quotation after this paragraph: the citations of its last sentence, certain
 * after a colon or the like, weak after a full stop. Empty where there are none.
 */
export function leadIn(around: Surroundings): Attribution[] {
  return besides(around, (anchors) => leadInBy(anchors, around));
}

function leadInBy(anchors: readonly Anchor[], around: Surroundings): Attribution[] {
  const { text, prose } = around;
  const begin = lastSentence(anchors, around);
  const cited = anchors.slice(firstFrom(anchors, begin));
  let { to } = prose;
  const last = cited.at(-1);
  if (!last)
    return begin > prose.from && LEADS.test(text.slice(begin, to))
      ? citedJustBefore(anchors, begin, around)
      : [];
  // `Kilner writes:[^1]` leads in as well.
  if (/^[\])}\s]*$/.test(text.slice(last.to, to)))
    to = last.from - (text.slice(begin, last.from).match(/[\s[(]*$/)?.[0].length ?? 0);
  const leads = LEADS.test(text.slice(begin, prose.to)) || LEADS.test(text.slice(begin, to));
  const names = new Set(
    cited.map(({ from, attribution: { kind, name } }) =>
      kind === 'printed' ? `${from}` : `${kind} ${name}`,
    ),
  );
  if (leads || !CITED.test(text.slice(Math.max(begin, prose.to - LONGEST_CLOSE), prose.to)))
    return cited.map(({ attribution }) => ({ ...attribution, loose: !leads || names.size > 1 }));
  return cited
    .filter(({ attribution }) => attribution.kind !== 'printed')
    .map(({ attribution }) => ({ ...attribution, loose: true, weak: true }));
}

/** The work that the sentence before the one that leads in cites: `Kilner is clear [@kilner2001]. She writes:` */
function citedJustBefore(anchors: readonly Anchor[], begin: number, { text }: Surroundings): Attribution[] {
  const before = anchors[firstFrom(anchors, begin) - 1];
  const isNext = before && /^[\s\])}.!?”"’]*$/.test(text.slice(before.to, begin));
  return isNext && before.attribution.kind === 'citation' ? [{ ...before.attribution, loose: true }] : [];
}

function lastSentence(anchors: readonly Anchor[], around: Surroundings): number {
  const { text, prose } = around;
  let from = Math.max(prose.from, prose.to - LONGEST_PARAGRAPH);
  for (;;) {
    let next = endOfSentence(around, from, prose.to);
    const anchor = anchors[firstFrom(anchors, next)];
    if (anchor && followsStop(text, next, anchor)) next = anchor.to;
    while (next < prose.to && /[\s\])]/.test(text.charAt(next))) next++;
    if (next >= prose.to || next <= from) return from;
    from = next;
  }
}
