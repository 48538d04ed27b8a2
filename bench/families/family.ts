/** What a family of texts is: one thing written again and again, to see how the work grows with it. */

/** The files of a workspace by path; the first is the one that is opened. */
export type Files = Readonly<Record<string, string>>;

/** One family: `make(n)` writes the thing `n` times. A mere text is a document of Markdown by itself. */
export interface Family {
  readonly area: string;
  readonly name: string;
  readonly make: (n: number) => string | Files;
}

/** The families of an area, from a table of their names. */
export function families(area: string, table: Readonly<Record<string, Family['make']>>): Family[] {
  return Object.entries(table).map(([name, make]) => ({ area, name, make }));
}

/** `words` so many times. */
export const times = (n: number, words: string): string => words.repeat(n);

/** What `write` makes of 0, 1, 2… up to `n`. */
export function each(n: number, write: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0; i < n; i++) parts.push(write(i));
  return parts.join('');
}

/** So many openers, then so many closers. */
export const nested = (n: number, open: string, close: string, within = 'a'): string =>
  open.repeat(n) + within + close.repeat(n);

/** Strings of growing length, about `n` letters in all. */
export function rising(n: number, letter: string, between: string): string {
  const parts: string[] = [];
  for (let i = 1, length = 0; length < n; length += i++) parts.push(letter.repeat(i));
  return parts.join(between);
}

/** `n` words of prose, one like the other. */
export const prose = (n: number): string => times(Math.ceil(n / 8), 'the guild of the town held its market ');

/** Several texts one behind the other, a blank line between them. */
export const parts = (...texts: readonly string[]): string => texts.join('\n\n') + '\n';
