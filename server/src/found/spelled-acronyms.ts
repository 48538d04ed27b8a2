/** Acronyms that a text spells out. */
import { isAcronym } from './plausible.ts';

/** Words between those that an acronym has letters of: ‘Treaty on the Functioning of the European Union’. */
const BETWEEN = String.raw`[\s-]+(?:\p{Ll}{1,5}[\s-]+){0,3}`;
const MOST_LETTERS = 8;

/** Whether a text has words, each with a capital, whose first letters are those of `name`: ‘Dyers Guild Act’ of `DGA`. */
export function spells(text: string, name: string): boolean {
  if (!isAcronym(name) || name.length > MOST_LETTERS || !/^\p{Lu}+$/u.test(name)) return false;
  const words = Array.from(name, (letter) => `${letter}[\\p{L}’']+`);
  return new RegExp(`(?<!\\p{L})${words.join(BETWEEN)}`, 'u').test(text);
}
