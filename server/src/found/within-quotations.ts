/** Recognises citations inside block quotations, which belong to the quoted author. */
import type { FoundCitation } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** This many words after a citation show that the quotation continues. */
const GOES_ON = /(?:\p{L}{2,}[^\p{L}\n]+){3}/u;
/** The mark that closes the quotation, at the end of its paragraph. */
const CLOSES_BEHIND = /["”»]\s*$/u;
/** How far a paragraph is searched on either side, in UTF-16 units. */
const LONGEST = 5000;

/** The paragraph of a block quotation that contains an offset; null if there is none. */
function quotedParagraph(text: string, at: number): TextRange | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (!/^ {0,3}>/.test(text.slice(start, start + 4))) return null;
  const before = text.slice(Math.max(0, at - LONGEST), at);
  const behind = text.slice(at, at + LONGEST);
  const opening = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n>\n'));
  const closing = /\n[ >]*(?:\n|$)/.exec(behind)?.index ?? behind.length;
  return { from: at - before.length + Math.max(0, opening), to: at + closing };
}

/** ‘(Weaver, 1998)” (Dyer, 2006, p. 38)’: the quotation is followed by its own source. */
const SOURCE_FOLLOWS = /^[)\]]?\s?[.,]?\s?["”»]\.?\s?[([]\p{Lu}[^()[\]\n]{1,80}(?:1[5-9]|20)\d\d/u;
/** The paragraph that consists of the source of the one before: ‘Dyer, 2006, p. 38’. */
const SOURCE_BELOW =
  /^[^\n]*\n[ \t]*\n[ \t]*\(?\p{Lu}[^\n()]{1,60},\s(?:1[5-9]|20)\d\d[a-z]?(?:,\s(?:pp?|S|pág?s?)\.\s?|\s?:\s?)\d[\d–-]{0,8}\)?\.?[ \t]*(?:\n|$)/u;

/**
 * Whether a citation is part of quoted text: of a block quotation, and not after it, or of a quotation that is followed
 * by its own source.
 */
export function isQuoted(text: string, { range }: FoundCitation): boolean {
  const after = text.slice(range.to, range.to + LONGEST);
  if (SOURCE_FOLLOWS.test(after) || SOURCE_BELOW.test(after)) return true;
  const paragraph = quotedParagraph(text, range.from);
  if (paragraph === null) return false;
  const behind = text.slice(range.to, paragraph.to);
  return GOES_ON.test(behind) || CLOSES_BEHIND.test(behind);
}

/** Whether a lone page number was resolved to a work that the same block quotation mentions before it. */
export function isPageOfQuoted(
  text: string,
  { range, followUp, year, candidates }: FoundCitation,
  citations: readonly FoundCitation[],
): boolean {
  if (!followUp || year !== null) return false;
  const paragraph = quotedParagraph(text, range.from);
  return (
    paragraph !== null &&
    citations.some(
      (other) =>
        other.year !== null &&
        paragraph.from <= other.range.from &&
        other.range.to <= range.from &&
        other.candidates[0] === candidates[0],
    )
  );
}
