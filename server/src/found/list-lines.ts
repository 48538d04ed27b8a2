import type { ListLine } from './entry-form.ts';

/** Whether an entry may end with this line. */
export function isClosed(line: string): boolean {
  return /[.。．)\]）］」』》】\d\uFFFC”"»/]\s*$/u.test(line);
}

/** Whether a line after a blank line begins a new paragraph, because the one above is complete. */
export function opensParagraph(line: ListLine, previous: ListLine): boolean {
  return /^\s*[\p{Lu}\p{Lo}]/u.test(line.text) && isClosed(previous.text);
}
