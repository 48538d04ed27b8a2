/** The quotation marks that a document uses, and those of its language. */
import type { DocumentView } from '../../checking/rule.ts';
import { wordTable } from '../../text/word-table.ts';

/** Outer and inner marks, with the space that stands inside of the outer ones. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
}

/** By the outer marks, without spaces. */
const PAIRS = wordTable<readonly [innerOpen: string, innerClose: string]>({
  '“”': ['‘', '’'],
  '„“': ['‚', '‘'],
  '„”': ['‚', '’'],
  '«»': ['“', '”'],
  '»«': ['›', '‹'],
  '""': ["'", "'"],
  '‘’': ['“', '”'],
  '「」': ['『', '』'],
});

/** What is usual in print where a document has no quotation yet; “” elsewhere. */
const USUAL = wordTable<string>({
  de: '„“',
  cs: '„“',
  pl: '„”',
  hu: '„”',
  fr: '« »',
  es: '«»',
  it: '«»',
  pt: '“”',
  ru: '«»',
  uk: '«»',
  el: '«»',
  nb: '«»',
  da: '»«',
  zh: '“”',
  ja: '「」',
});

const STOP = '\u00a0';
const SINGLE_AT_LEAST = 3;

/** The marks that most quotations of a document have, else those of its language (`de`). */
export function marksOf({ facts, text }: DocumentView, language: string | null): QuotationMarks {
  const counts = new Map<string, number>();
  for (const { kind, range, contentRange } of facts.quotations) {
    if (kind !== 'inline') continue;
    const [open, close] = [text.text.charAt(range.from), text.text.charAt(range.to - 1)];
    if (!(`${open}${close}` in PAIRS)) continue;
    const isSpaced =
      open === '«' && /\s/.test(text.text.charAt(contentRange.from) || text.text.charAt(range.from + 1));
    const pair = `${open}${isSpaced ? ' ' : ''}${close}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let [used, most] = ['', 0];
  for (const [pair, count] of counts)
    if (count > most && (pair !== '‘’' || count >= SINGLE_AT_LEAST)) [used, most] = [pair, count];
  return marksBy(used || (USUAL[language ?? ''] ?? '“”'));
}

/** Marks by the outer ones, `« »` with a space that does not break. */
export function marksBy(pair: string): QuotationMarks {
  const isSpaced = pair.includes(' ');
  const [open, close] = [pair.charAt(0), pair.charAt(pair.length - 1)];
  const [innerOpen, innerClose] = PAIRS[`${open}${close}`]!;
  return {
    open: isSpaced ? `${open}${STOP}` : open,
    close: isSpaced ? `${STOP}${close}` : close,
    innerOpen,
    innerClose,
  };
}

/** Words with their own quotation marks as inner ones; null where one is not closed, or not opened. */
export function withInnerMarks(words: string, { innerOpen, innerClose }: QuotationMarks): string | null {
  let isOpen = false;
  let isSound = true;
  const changed = words.replace(/[“”„«»"「」]\s?/g, (mark, at: number) => {
    const before = words.charAt(at - 1);
    const opens = at === 0 || /[\s([{—–\-/]/.test(before);
    if (opens === isOpen && !(opens && /\s$/.test(mark))) isSound = false;
    // After a space a mark closes where it stands before another: « so ».
    const closes = !opens || (isOpen && /\s/.test(before));
    const space = /\s$/.test(mark) && closes ? mark.slice(-1) : '';
    isOpen = !closes;
    return closes ? `${innerClose}${space}` : innerOpen;
  });
  return isSound && !isOpen ? changed : null;
}
