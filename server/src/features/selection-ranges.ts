import { sentenceEnd } from '../facts/sentences.ts';
import type { DocumentView } from '../checking/rule.ts';
import { encloses, touches, type TextRange } from '../text/range.ts';

/** How far the ends of a paragraph are searched for, in UTF-16 units. */
const FARTHEST = 20_000;

/**
 * Ranges around `offset` for expanding selections, smallest first: the word, a name in attributes, the content of a
 * span, the span, the sentence, the paragraph, the note, the div, everything.
 */
export function selectionRangesAt({ text, facts }: DocumentView, offset: number): TextRange[] {
  const around: TextRange[] = [wordAt(text.text, offset)];
  for (const citation of facts.citations)
    if (touches(citation.range, offset)) around.push(citation.keyRange, citation.range);
  for (const { range, labelRange, bodyRange } of facts.definitions) around.push(labelRange, bodyRange, range);
  for (const { range, bodyRange } of facts.inlineNotes) around.push(bodyRange, range);
  for (const { range } of facts.markers) around.push({ from: range.from + 2, to: range.to - 1 }, range);
  for (const { range, contentRange, attributes } of facts.parts) {
    if (!touches(range, offset)) continue;
    around.push(trimmed(text.text, contentRange, offset), attributes.range, range);
    for (const { key, value } of attributes.pairs)
      around.push(key.range, value.range, { from: key.range.from, to: behindQuote(text.text, value.range) });
  }
  if (facts.frontMatter) around.push(facts.frontMatter.range);
  const holders = [
    ...facts.definitions.map(({ bodyRange }) => bodyRange),
    ...facts.inlineNotes.map(({ bodyRange }) => bodyRange),
    ...facts.parts.filter(({ kind }) => kind === 'div').map(({ contentRange }) => contentRange),
  ];
  const paragraph = trimmed(text.text, clipped(paragraphAt(text.text, offset), holders, offset), offset);
  around.push(paragraph, sentenceAt(text.text, paragraph, offset, facts.opaque), {
    from: 0,
    to: text.length,
  });
  return chain(around.filter((range) => range.from < range.to && touches(range, offset)));
}

/** The end of a value including its closing quotation mark, if any. */
function behindQuote(text: string, { from, to }: TextRange): number {
  return /["']/.test(text.charAt(from - 1)) && text[to] === text[from - 1] ? to + 1 : to;
}

/** The ranges that contain each other, innermost first, without those that only overlap. */
function chain(ranges: TextRange[]): TextRange[] {
  ranges.sort((a, b) => a.to - a.from - (b.to - b.from));
  const chosen: TextRange[] = [];
  for (const range of ranges) {
    const last = chosen.at(-1);
    if (!last) chosen.push(range);
    else if (encloses(range, last) && (range.from < last.from || last.to < range.to)) chosen.push(range);
  }
  return chosen;
}

/** The part of a paragraph inside the notes and divs around `offset`: without their labels and fences. */
function clipped(paragraph: TextRange, holders: readonly TextRange[], offset: number): TextRange {
  let { from, to } = paragraph;
  for (const holder of holders)
    if (touches(holder, offset)) {
      from = Math.max(from, holder.from);
      to = Math.min(to, holder.to);
    }
  return { from, to };
}

function wordAt(text: string, offset: number): TextRange {
  const before = /[\p{L}\p{M}\p{N}_’'-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))![0];
  const after = /^[\p{L}\p{M}\p{N}_’'-]*/u.exec(text.slice(offset, offset + 100))![0];
  return { from: offset - before.length, to: offset + after.length };
}

/** The lines around `offset` between blank lines. */
function paragraphAt(text: string, offset: number): TextRange {
  const least = Math.max(0, offset - FARTHEST);
  const head = text.slice(least, offset);
  const breaks = [...head.matchAll(/\n[ \t>]*(?=\n)/g)];
  const from = least + (breaks.length ? breaks.at(-1)!.index + breaks.at(-1)![0].length + 1 : 0);
  const tail = text.slice(offset, offset + FARTHEST);
  const end = /\n[ \t>]*(?:\n|$)/.exec(tail);
  return { from, to: offset + (end ? end.index : tail.length) };
}

/** Without white space at its ends, but always including `offset`. */
function trimmed(text: string, { from, to }: TextRange, offset: number): TextRange {
  while (from < offset && /\s/.test(text[from]!)) from++;
  while (to > offset && /\s/.test(text[to - 1]!)) to--;
  return { from, to };
}

function sentenceAt(
  text: string,
  paragraph: TextRange,
  offset: number,
  opaque: readonly TextRange[],
): TextRange {
  const skipped = opaque.filter((range) => range.to > paragraph.from && range.from < paragraph.to);
  let { from } = paragraph;
  for (;;) {
    const end = sentenceEnd(
      text,
      from,
      paragraph.to,
      skipped.filter((range) => range.to > from),
    );
    if (end >= offset || end >= paragraph.to || end <= from) return { from, to: Math.max(end, from) };
    from = end;
    while (from < paragraph.to && /\s/.test(text[from]!)) from++;
    if (from > offset) return { from: paragraph.from, to: paragraph.from };
  }
}
