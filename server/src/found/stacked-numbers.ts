/**
 * Footnotes whose superscript numbers a conversion put on lines of their own, several below one another, apart
 * from their notes. They are matched in order if there are as many notes as numbers.
 */
import { ALONE, labelOf, notesFrom, startsFor, startsOf } from './numbers-apart.ts';
import type { Line, NumberedWords } from './numbers-apart.ts';
import { notesAbove } from './numbers-below.ts';
import type { TextRange } from '../text/range.ts';

export interface StackedNotes {
  readonly notes: readonly NumberedWords[];
  /** Where numbers begin that stand above others, so that what follows them is not theirs alone. */
  readonly taken: ReadonlySet<number>;
}

/** What headings and running heads lack. */
const SOURCE = /https?:|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:pp?|S|pág|ibid|ebd)\.|[.!?][”"»)]?\s*$/iu;

/** The maximum number of lines of the footnotes of a page, and of notes on one page. */
const MOST_LINES = 60;
const MOST_NOTES = 40;

/** Finds the stacked notes in `area`. Linear in its length. */
export function stackedNotes(text: string, area: TextRange): StackedNotes {
  const lines = linesOf(text, area);
  const notes: NumberedWords[] = [];
  const taken = new Set<number>();
  for (const chain of chainsOf(lines)) {
    let given: readonly NumberedWords[] | null = null;
    // A number at its end may be that of the page.
    for (const own of [chain, chain.slice(0, -1)])
      if (!given && own.length > 0 && isApart(lines, own)) given = notesOf(text, lines, own);
    // Either of two numbers may be the page number.
    if (given?.length === 1 && !SOURCE.test(text.slice(given[0]!.bodyRange.from, given[0]!.bodyRange.to)))
      given = null;
    for (const note of given ?? []) notes.push(note);
    for (const at of given ? chain.slice(0, given.length) : stackedIn(lines, chain))
      taken.add(labelOf(text, lines[at]!).from);
  }
  const above = notesAbove(text, lines, (line) =>
    notes.some(({ labelRange }) => labelRange.from === labelOf(text, lines[line]!).from),
  );
  for (const { labelRange } of above) taken.add(labelRange.from);
  return { notes: [...notes, ...above], taken };
}

function linesOf(text: string, area: TextRange): Line[] {
  const lines: Line[] = [];
  for (let from = area.from; from < area.to;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > area.to ? area.to : newline;
    const words = to - from > 24 ? '' : text.slice(from, to);
    const number = ALONE.exec(words)?.[1];
    lines.push({
      from,
      to,
      number: number === undefined ? null : Number(number),
      isBlank: to - from <= 24 && words.trim() === '',
      opensPage: text[from] === '\f',
    });
    from = to + 1;
  }
  return lines;
}

/** Consecutive numbers alone on their lines, on one page, of which at least one is apart from its note. */
function* chainsOf(lines: readonly Line[]): Generator<readonly number[]> {
  let chain: number[] = [];
  let opens = false;
  const ended = () => (chain.length > 0 && isApart(lines, chain) ? chain : null);
  for (const [i, line] of lines.entries()) {
    opens ||= line.opensPage;
    if (line.number === null || line.number === 0) continue;
    const last = chain.at(-1);
    const goesOn =
      last !== undefined &&
      !opens &&
      line.number === lines[last]!.number! + 1 &&
      i - last <= MOST_LINES / 2 &&
      chain.length < MOST_NOTES;
    if (!goesOn) {
      const done = ended();
      if (done) yield done;
      chain = [];
    }
    chain.push(i);
    opens = false;
  }
  const done = ended();
  if (done) yield done;
}

/** Whether a number of the chain is directly above another number, perhaps that of the page. */
function isApart(lines: readonly Line[], chain: readonly number[]): boolean {
  if (stackedIn(lines, chain).length > 0) return true;
  let next = chain.at(-1)! + 1;
  while (next < lines.length && lines[next]!.isBlank && !lines[next]!.opensPage) next++;
  return next < lines.length && lines[next]!.number !== null && !lines[next]!.opensPage;
}

/** The numbers of a chain that are directly above or below another. */
function stackedIn(lines: readonly Line[], chain: readonly number[]): number[] {
  const isBelow = (k: number): boolean =>
    k > 0 &&
    k < chain.length &&
    lines.slice(chain[k - 1]! + 1, chain[k]).every(({ isBlank, opensPage }) => isBlank && !opensPage);
  return chain.filter((_, k) => isBelow(k) || isBelow(k + 1));
}

function notesOf(text: string, lines: readonly Line[], chain: readonly number[]): NumberedWords[] | null {
  const words: number[] = [];
  const last = chain.at(-1)!;
  const numbers = new Set(chain);
  let blanks = 0;
  for (let i = chain[0]! + 1; i < lines.length && i <= last + MOST_LINES; i++) {
    const line = lines[i]!;
    if (line.opensPage) break;
    if (numbers.has(i)) continue;
    if (line.number !== null) {
      // The page number, between the numbers and the notes.
      if (i > last && (words.length === 0 || words.at(-1)! < last)) continue;
      break;
    }
    if (!line.isBlank) {
      words.push(i);
      blanks = 0;
    } else if (i > last && words.length > 0 && words.at(-1)! > last) {
      if (startsOf(text, lines, words, false).length >= chain.length || ++blanks > 1) break;
    }
  }
  const isBelow = words.length > 0 && words[0]! > last;
  const starts = startsFor(text, lines, words, chain.length, isBelow ? singlesIn(lines, chain) : []);
  return starts && notesFrom(text, lines, words, starts, chain);
}

/**
 * Which notes have one line only: conversion leaves a blank line between numbers that are farther apart. Empty if no
 * two of the numbers are closer than others.
 */
function singlesIn(lines: readonly Line[], chain: readonly number[]): (boolean | undefined)[] {
  const steps = chain.slice(1).map((line, k) => line - chain[k]!);
  if (!steps.includes(1) || !steps.some((step) => step > 1)) return [];
  return steps.map((step, k) =>
    lines.slice(chain[k]! + 1, chain[k + 1]).every(({ isBlank }) => isBlank) ? step === 1 : undefined,
  );
}
