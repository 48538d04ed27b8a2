import type { ListLine } from './entry-form.ts';

/** Whether an entry may end with this line. */
export function isClosed(line: string): boolean {
  return /[.。)\]\d\uFFFC”"»/]\s*$/u.test(line);
}

/** Whether a line with a blank line above begins a paragraph of its own, below a finished one. */
export function opensParagraph(line: ListLine, previous: ListLine): boolean {
  return /^\s*[\p{Lu}\p{Lo}]/u.test(line.text) && isClosed(previous.text);
}
