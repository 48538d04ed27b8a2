import { readInline } from '../syntax/tree.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';

/**
 * A range of Markdown as plain text, by Pandoc's rules. Removes markup; makes paired quotation marks straight
 * and hyphens dashes; puts a no-break space between an abbreviation such as `p.` and its number; folds other
 * white space. Notes give no text. White space at the ends becomes one space. `range` is in `text`, by
 * default all of it.
 */
export function plainText(text: string, range?: TextRange): string {
  return rendered(text, range, inlineText);
}

/**
 * The words of a claim: as `plainText`, trimmed, with a single space where a note was removed, and without bracketed
 * citations, which are none of its words.
 */
export function claimText(text: string, range: TextRange): string {
  const raw = text.slice(range.from, range.to);
  if (!MAY_CHANGE.test(raw)) return raw.trim();
  return rendered(text, range, uncited).replace(/ {2,}/g, ' ').trim();
}

function rendered(text: string, range: TextRange | undefined, inline: (raw: string) => string): string {
  const raw = range ? text.slice(range.from, range.to) : text;
  if (!MAY_CHANGE.test(raw)) return raw;
  if (!MARKUP.test(raw)) return folded(joined(raw));
  const lines = range && isQuoted(text, range.from) ? unquoted(raw) : raw;
  return folded(lines.split(BLANK_LINE).map(inline).join(' '));
}

/** A quick test for everything that `plainText` changes, in one pass. */
const MAY_CHANGE = /[\\`*_~^[\]<>$&@"'“‘{}.\-\t\n\u0001]| {2}/;

/** A quick test for markup. */
const MARKUP = /[\\`*_~^[\]<>$&@"'“‘{}]|--|\.\.\.|\n[ \t]*\n|\n[ \t]*>/;
const BLANK_LINE = /\n[ \t]*(?:\n[ \t]*)+/;

/** Whether the line that contains `at` is in a block quotation. */
function isQuoted(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return /^[\s*+\-:~().#\w]{0,40}>/.test(text.slice(lineStart, Math.min(at, lineStart + 60)));
}

/** Lines of a block quotation without their `>`. */
function unquoted(raw: string): string {
  if (!/\n *>/.test(raw)) return raw;
  return raw
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^ *(?:> ?)+/, '')))
    .join('\n');
}

function folded(words: string): string {
  if (!UNFOLDED.test(words)) return words;
  return words.replace(/[ \t\n]+/g, ' ').replaceAll(NOTHING, '');
}

/** A quick test for white space that must be folded. */
const UNFOLDED = /[\t\n\u0001]| {2}/;

/** A placeholder for a note or raw text: the spaces on both sides of it are folded later. */
const NOTHING = '\u0001';

/** Abbreviations after which Pandoc puts a no-break space. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `aet. aetat. al. Apr. Aug. bk. Bros. c. Capt. cf. ch. chap. chs. Co. col. Corp. cp. d. Dec. Dr. e.g. ed. eds. esp.
   f. fasc. Feb. ff. fig. fl. fol. fols. Fr. Gen. Gov. Hon. i.e. ill. Inc. incl. Jan. Jr. Jul. Jun. Ltd. M.A. M.D.
   Mar. Mr. Mrs. Ms. n. n.b. nn. No. Nov. Oct. p. Ph.D. pp. Pres. Prof. pt. q.v. Rep. Rev. s.v. s.vv. saec. sec. Sen.
   Sep. Sept. Sgt. Sr. St. univ. viz. vol. vs.`.split(/\s+/),
);

/** Only from the beginning of a word, since a search within a long one would begin again at each letter. */
const ABBREVIATED = /(?<![\p{L}\p{N}.])([\p{L}\p{N}.]+)([ \t]+)(?=([^\s])?)/gu;

/** Plain words with a no-break space after abbreviations on the same line. */
function joined(words: string): string {
  if (!words.includes('. ')) return words;
  return words.replace(ABBREVIATED, (whole, word: string, _spaces: string, next: string | undefined) =>
    ABBREVIATIONS.has(word) && next !== undefined ? `${word}\u00a0` : whole,
  );
}

function inlineText(raw: string): string {
  let seen = '';
  let at = 0;
  for (const node of readInline(raw)) {
    const { from, to } = node.range;
    const instead = from < at ? null : insteadOf(raw, node);
    if (instead === null) continue;
    seen += plainPart(raw, at, from, node.kind) + instead;
    at = to;
  }
  return seen + plainPart(raw, at, raw.length, null);
}

/** As `inlineText`, without bracketed citations and the white space before them. */
function uncited(raw: string): string {
  if (!raw.includes('@')) return inlineText(raw);
  let kept = '';
  let at = 0;
  for (const { kind, range } of readInline(raw)) {
    if (kind !== 'cite' || raw[range.from] !== '[' || range.from < at) continue;
    kept += raw.slice(at, range.from).trimEnd();
    at = range.to;
  }
  return inlineText(kept + raw.slice(at));
}

/** The text displayed in place of a node; null where its content is displayed. */
function insteadOf(raw: string, node: SyntaxNode): string | null {
  if (node.kind === 'mark') return node.raw ? NOTHING : node.text;
  if (node.kind === 'inlineNote' || node.kind === 'marker') return NOTHING;
  if (node.kind === 'cite') return raw.slice(node.range.from, node.range.to);
  return null;
}

/** Text between markup. There is no no-break space between an abbreviation and a citation or note. */
function plainPart(raw: string, from: number, to: number, next: SyntaxNode['kind'] | null): string {
  const words = raw.slice(from, to).replace(/\.\.\./g, '…');
  if (next === null || next === 'cite' || next === 'marker') return joined(words);
  return joined(`${words}\u0000`).slice(0, -1);
}
