import type { ListLine } from './entry-form.ts';

/** ‘0on%20Looms_0.pdf’, of an address that was broken. */
const REST_OF_ADDRESS = /^\s*(?=\S*[/%_=?&])\S{8,}\s*$/;

/** Whether an entry may end with this line. */
export function isClosed(line: string): boolean {
  return REST_OF_ADDRESS.test(line) || /[.。．)\]）］」』》】\d\uFFFC”"»/]\s*$/u.test(line);
}

/** Whether a line after a blank line begins a new paragraph, because the one above is complete. */
export function opensParagraph(line: ListLine, previous: ListLine): boolean {
  return /^\s*[\p{Lu}\p{Lo}]/u.test(line.text) && isClosed(previous.text);
}

/** ‘[王海, 2006. …]’, the same in Chinese, and ‘(2006): Looms’, under names that end with an initial. */
const NEVER_FIRST = /^\s*(?:[[［]\p{Script=Han}|\((?:1[4-9]|20)\d\d[a-z]?\)[:.]?\s)/u;
/** ‘Rio de Janeiro: BURROW, 2015b.’ as a whole line, after a title that ends with a year. */
const PLACE_AND_HOUSE = /^\s*\p{Lu}[\p{L}\s]{2,30}:\s\p{Lu}{3,},\s(?:1[4-9]|20)\d\d[a-z]?\.\s*$/u;

/** Whether a line is never the first of an entry, whatever is above. */
export function isNeverFirst(line: string): boolean {
  return NEVER_FIRST.test(line) || PLACE_AND_HOUSE.test(line);
}
