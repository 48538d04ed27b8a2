import { numbered, visible } from '../text/visible.ts';

/** Signs that only say which way letters run: in an editor they are wanted, on a terminal they move what stands beside. */
const DIRECTION = /[\u061C\u200E\u200F]/g;
/** What a terminal may take for more than letters, and what JSON leaves as it is. */
const UNPRINTED =
  /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** Text of a file, a name or a message as a terminal shows it: on one line, and nothing in it acts on the terminal. */
export function printable(text: string): string {
  return visible(text).replace(DIRECTION, numbered);
}

/** The same for several lines; a tab stays, too. */
export function printableLines(text: string): string {
  return visible(text, '\n\t').replace(DIRECTION, numbered);
}

/** Data as JSON that can be shown on a terminal: what JSON would leave as it is, is written by its number. */
export function printableJson(data: unknown): string {
  return JSON.stringify(data, null, 2).replace(UNPRINTED, (sign) =>
    Array.from(
      { length: sign.length },
      (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
