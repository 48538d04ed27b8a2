import { NUMBERS_LETTERED, type NumberedForm } from '../../numbered-form.ts';

/** A locator after the number: `[12, p. 45]`, `[12: 45]`. */
const LOCATOR = String.raw`(?:[,:：]\s?(?:(?:pp?|S|chap|ch|Sect|sec|Thm|Fig|Tab|Kap)\.\s?)?[^\][\n]{1,40})?`;

/** What may introduce the numbers: `[e.g. 3, 5]`. */
const LED_BY = String.raw`(?:e\.g\.,?|see|see also|cf\.|z\.\s?B\.|vgl\.|siehe|voir|ver|p\.\s?ej\.)`;

export const numbersInBrackets: NumberedForm = {
  name: 'numbers-in-brackets',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Numbers and ranges of numbers in square brackets: *so it was [3, 5–7]*, *[12, p. 4]*',
  pattern: String.raw`\\?[[［]\s?(?:${LED_BY}\s)?(${NUMBERS_LETTERED}${LOCATOR})\s?\\?[\]］]`,
  leastCalled: 1 / 3,
  judge({ text, from, to }) {
    // ‘$6 \\% ^ { [ 11 ] }$’: what recognition of a page makes of raised numbers.
    if (/\^\s?\{\s?$/.test(text.slice(Math.max(0, from - 4), from))) return 'weak';
    // ‘ropes[1, 2] <- 3’ is a program.
    if (
      /^(?:[({:]|\s?<-)/.test(text.slice(to, to + 3)) ||
      /[=∈×+*/^<>{([!]\s?$/.test(text.slice(from - 2, from))
    )
      return 'no';
    const before = text.slice(Math.max(0, from - 24), from);
    if (/(?:^|\n)[\s\-*•>+]*$/.test(before) && (from < 24 || before.includes('\n')))
      return goesOn(text.slice(Math.max(0, from - 60), from), text.slice(to, to + 3)) ? 'strong' : 'head';
    if (isIndex(text, from, to)) return 'no';
    // The index of an array: `x[1]`.
    return /(?<!\p{L})\p{L}$/u.test(before) ? 'weak' : 'strong';
  },
  fixture: `The guilds wove [e.g. ⟦numbers-in-brackets|1⟧, ⟦numbers-in-brackets|3⟧], the town paid [⟦numbers-in-brackets|2⟧].

References

[1] A. Weaver, Looms, Leiden: Burrow, 2003.
[2] B. Dyer, Dyes, Leiden: Burrow, 2005.
[3] C. Carder, Wool, Leiden: Burrow, 2007.
`,
};

/**
 * The index of an array, `argv[1]`: a word in lower case with several numbers, or of code, in a text that sets
 * brackets apart from words.
 */
function isIndex(text: string, from: number, to: number): boolean {
  const word = /(?<![\p{L}\d_])[a-z_][a-z\d_]*$/u.exec(text.slice(Math.max(0, from - 24), from))?.[0];
  if (word === undefined) return false;
  const around = text.slice(Math.max(0, from - NEAR_INDEX), to + NEAR_INDEX);
  const others = around.split(`${word}[`).slice(1);
  const isCode = /^(?:arg[vs]|arr(?:ay)?|buf|list|\w*[\d_]\w*)$/.test(word);
  if (!isCode && new Set(others.map((other) => /^\d+/.exec(other)?.[0])).size < 2) return false;
  const apart = around.match(/\s\[\d/g)?.length ?? 0;
  return apart >= 2 * (around.match(/\p{L}\[\d/gu)?.length ?? 0);
}

const NEAR_INDEX = 3000;

/** Whether a number at the start of a line belongs to the sentence of the line above, which ends with a word. */
function goesOn(before: string, after: string): boolean {
  return /[\p{L}\d)%”"’]{2}[ \t]*\n[ \t]*$/u.test(before) && /^(?:[.,;:)]|\s\p{Ll})/u.test(after);
}
