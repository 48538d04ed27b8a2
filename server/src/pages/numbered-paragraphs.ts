/** Printed paragraph numbers: `- 23 In the market`, `[23] In the`, `¹ In`, `§ 23`, `¶ 23`. */
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';

/** A range of a text with its number or mark. */
export interface LabelledStretch extends TextRange {
  readonly label: string;
}

/** The numbered paragraphs of a text, and the ranges of the numbers, which are no part of what it says. */
export interface NumberedParagraphs {
  readonly cuts: readonly TextRange[];
  /** Whether the numbers are those of sections: they follow a `§`. */
  readonly areSections: boolean;
  /** None where the numbers begin anew, chapter by chapter: there they name no place by themselves. */
  readonly paragraphs: readonly LabelledStretch[];
}

interface Opening extends TextRange {
  readonly number: number;
  readonly style: Style;
}

const STYLES = ['bulleted', 'bracketed', 'raised', 'section', 'pilcrow'] as const;
type Style = (typeof STYLES)[number];

const OPENING =
  /[ \t]{0,3}(?:[-*+][ \t]{1,3}(\d{1,4}|[²³¹⁰⁴-⁹]{1,4})(?=\.?[ \t\u00a0])\.?|\[(\d{1,4})\](?!:)|([²³¹⁰⁴-⁹]{1,4})|§[ \u00a0]?(\d{1,4})[.º°]?|¶[ \u00a0]?(\d{1,4})\.?)[ \t\u00a0]{0,3}(?=\S)/y;
/** First characters of an opening: a quick test that rules out most lines. */
const SIGNS = new Set(Array.from(' \t-*+[§¶²³¹⁰⁴⁵⁶⁷⁸⁹', (sign) => sign.charCodeAt(0)));
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The minimal length of a numbering; one more where the first paragraph has no number because of a large initial. */
const FEWEST = 3;

/**
 * Finds paragraphs numbered consecutively from the start of the text. A note list numbered in the same way is
 * excluded: its numbers recur in the text.
 */
export function numberedParagraphs(text: string): NumberedParagraphs {
  const openings = openingsOf(text);
  let chain: readonly Opening[] = [];
  let own: readonly Opening[] = [];
  if (openings.length >= FEWEST)
    for (const style of STYLES) {
      const those = openings.filter((opening) => opening.style === style);
      const rising = riseByOne(those);
      if (rising.length > chain.length && !isNoteList(text, rising)) [chain, own] = [rising, those];
    }
  if (chain.length < FEWEST) return NONE;
  const areSections = chain[0]!.style === 'section';
  if (beginsAnew(text, own)) return { cuts: own, areSections, paragraphs: [] };
  const paragraphs = chain.map(({ from, number }, i) => ({
    from,
    to: chain[i + 1]?.from ?? paragraphEnd(text, from),
    label: `${number}`,
  }));
  return { cuts: chain, areSections, paragraphs };
}

const NONE: NumberedParagraphs = { cuts: [], areSections: false, paragraphs: [] };

/** The label of the stretch that contains `offset`; stretches must be in order. Binary search. */
export function labelAt(stretches: readonly LabelledStretch[], offset: number): string | undefined {
  const stretch = stretches[bisect(stretches.length, (i) => stretches[i]!.to > offset)];
  return stretch && stretch.from <= offset ? stretch.label : undefined;
}

function openingsOf(text: string): Opening[] {
  const openings: Opening[] = [];
  for (let from = 0; ;) {
    if (SIGNS.has(text.charCodeAt(from))) {
      OPENING.lastIndex = from;
      const match = OPENING.exec(text);
      if (match) {
        const style = STYLES.findIndex((_, i) => match[i + 1] !== undefined);
        openings.push({
          from,
          to: from + match[0].length,
          number: numberOf(match[style + 1]!),
          style: STYLES[style]!,
        });
      }
    }
    const end = text.indexOf('\n', from);
    if (end < 0) return openings;
    from = end + 1;
  }
}

/** The value of ordinary or superscript digits. */
export function numberOf(digits: string): number {
  return Number(
    [...digits].map((digit) => (RAISED.includes(digit) ? RAISED.indexOf(digit) : digit)).join(''),
  );
}

/** The openings numbered consecutively from 1 or 2; a short list before them is skipped. */
function riseByOne(openings: readonly Opening[]): readonly Opening[] {
  let chain: Opening[] = [];
  const isShort = () => chain.length < FEWEST + (chain[0]?.number === 1 ? 0 : 1);
  for (const opening of openings) {
    const last = chain.at(-1);
    if (last && opening.number === last.number + 1) chain.push(opening);
    else if ((opening.number === 1 || opening.number === 2) && isShort()) chain = [opening];
  }
  return isShort() ? [] : chain;
}

/** A list after a text is numbered as well; what is numbered so often is numbered by chapter. */
const FEWEST_LISTS = 3;

/** Whether the numbers begin anew in the midst of the text, as they do where chapters are numbered each by itself. */
function beginsAnew(text: string, openings: readonly Opening[]): boolean {
  const runs: Opening[][] = [];
  for (const opening of openings) {
    const run = runs.at(-1);
    if (run && opening.number === run.at(-1)!.number + 1) run.push(opening);
    else if (opening.number === 1) runs.push([opening]);
  }
  const long = runs.filter((run) => run.length >= FEWEST && !isNoteList(text, run));
  const { style } = openings[0]!;
  return long.length >= (style === 'section' || style === 'pilcrow' ? 2 : FEWEST_LISTS);
}

/** Whether at least half of the numbers stand after a word somewhere in the text as well. */
function isNoteList(text: string, chain: readonly Opening[]): boolean {
  const { style } = chain[0] ?? {};
  if (style !== 'raised' && style !== 'bracketed') return false;
  const pattern = style === 'raised' ? /[^\s²³¹⁰⁴-⁹]([²³¹⁰⁴-⁹]{1,4})/g : /\S ?\[(\d{1,4})\]/g;
  const used = new Set<number>();
  for (const match of text.matchAll(pattern)) used.add(numberOf(match[1]!));
  return chain.filter(({ number }) => used.has(number)).length * 2 >= chain.length;
}

/** The end of the last numbered paragraph: that of its block, unless a page break splits a sentence. */
export function paragraphEnd(text: string, from: number): number {
  for (let end = text.indexOf('\n\n', from); end >= 0; end = text.indexOf('\n\n', end + 2)) {
    const next = /\S/.exec(text.slice(end, end + 200))?.[0] ?? '';
    if (next === next.toUpperCase()) return end;
  }
  return text.length;
}
