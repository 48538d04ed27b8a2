/** A family of texts: one construct repeated, to measure how time grows. */

import type { Opened } from './steps.ts';

/** The files of a workspace by path; the first is the one that is opened. */
export type Files = Readonly<Record<string, string>>;

/** One family: `make(n)` repeats the construct `n` times. A string is a single Markdown document. */
export interface Family {
  readonly area: string;
  readonly name: string;
  readonly make: (n: number) => string | Files;
  /** What is measured of the opened text, instead of what editors ask. */
  readonly ask?: (opened: Opened) => Promise<void>;
}

/** The families of an area, from a table by name. */
export function families(area: string, table: Readonly<Record<string, Family['make']>>): Family[] {
  return Object.entries(table).map(([name, make]) => ({ area, name, make }));
}

/** `words` repeated. */
export const times = (n: number, words: string): string => words.repeat(n);

/** The results of `write` for 0, 1, 2… up to `n`, concatenated. */
export function each(n: number, write: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0; i < n; i++) parts.push(write(i));
  return parts.join('');
}

/** `n` opening and `n` closing delimiters. */
export const nested = (n: number, open: string, close: string, within = 'a'): string =>
  open.repeat(n) + within + close.repeat(n);

/** Strings of growing length, about `n` characters in total. */
export function rising(n: number, letter: string, between: string): string {
  const parts: string[] = [];
  for (let i = 1, length = 0; length < n; length += i++) parts.push(letter.repeat(i));
  return parts.join(between);
}

/** About `n` characters of prose. */
export const prose = (n: number): string => times(Math.ceil(n / 8), 'the guild of the town held its market ');

/** Several texts with blank lines between them. */
export const parts = (...texts: readonly string[]): string => texts.join('\n\n') + '\n';

/** A plain text, which is read only where a project file asks for it. */
export const plain = (text: string): Files => ({
  'text.txt': text,
  'sicetnon.yaml': 'include: ["**/*.txt"]\n',
});
