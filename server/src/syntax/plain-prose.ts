/** Plain text files: prose without markup, unless they hold some that nobody writes by accident. */
import { storedBlock } from './blocks.ts';
import { blankLinesAt } from './characters.ts';
import type { Grammar, Reading } from './reading.ts';

/** Whether a file of that name is prose where nothing in it says otherwise. */
export function isPlainFile(path: string): boolean {
  return /\.txt$/i.test(path);
}

/** How long what tells may be, in UTF-16 units. */
const REACH = 240;

const SIGNS_OF_MARKDOWN =
  /^ {0,3}\[\^[\p{L}\p{N}_-]{1,100}\]:|\[\^(?!\p{L}\])[\p{L}\p{N}_-]{1,100}\]|\[(?:[^\]\n@]{0,100}[\s;(-])?@(?![\p{L}\p{N}_:-]{1,60}\s?=)[\p{L}\p{N}_{]|(?<![^\s(;-])@\p{L}[\p{L}\p{N}_:.#$%&+?<>~/-]{0,60}\d\d|\]\{[^}\n]{0,200}[.#=]|^:{3,}[ \t]*[{\p{L}]|<!--\s*sicetnon/mu;

/**
 * Whether a plain text is read as Markdown all the same: it has a note `[^x]: …` or a call `[^12]`, cites by a citekey,
 * has spans or divs, comments for this program, or metadata at its head. `[^a]` is a letter with a sign over it, `[@type=…]` a condition of
 * XPath.
 */
export function holdsMarkdown(text: string): boolean {
  return hasMetadata(text) || SIGNS_OF_MARKDOWN.test(text);
}

/** As `holdsMarkdown`, after a change of what stands at `[from, to)` in a text that held none before. */
export function comesToHoldMarkdown(
  text: { slice(from: number, to?: number): string },
  from: number,
  to: number,
): boolean {
  const begin = Math.max(0, from - REACH);
  const around = text.slice(begin, to + REACH);
  // What was cut off at its head may look like the beginning of a line.
  const whole = begin === 0 ? around : around.slice(around.indexOf('\n') + 1 || 0);
  return (
    (begin === 0 && hasMetadata(around)) ||
    SIGNS_OF_MARKDOWN.test(whole) ||
    SIGNS_OF_MARKDOWN.test(around.slice(1))
  );
}

function hasMetadata(text: string): boolean {
  return /^---[ \t]*\n[\p{L}][\w-]*:/u.test(text.slice(0, 200));
}

/** Paragraphs between blank lines, and nothing in them. */
export const PLAIN_PROSE: Grammar = {
  inline: (_reading, _at, limit) => limit,
  words: (_reading, _at, limit) => limit,
  block: (reading, at, limit) => storedBlock(reading, at, limit, paragraphOrBlank),
  paragraph: paragraphOrBlank,
};

function paragraphOrBlank(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const blank = blankLinesAt(text, at, limit);
  if (blank >= 0) return blank;
  let end = text.indexOf('\n', at);
  let behind = -1;
  while (end >= 0 && end < limit && (behind = blankLinesAt(text, end + 1, limit)) < 0)
    end = text.indexOf('\n', end + 1);
  if (end < 0 || end > limit) end = limit;
  reading.add({ kind: 'prose', range: reading.range(at, end), isPlain: true });
  reading.outline('paragraph', at, end);
  return behind < 0 ? end : behind;
}
