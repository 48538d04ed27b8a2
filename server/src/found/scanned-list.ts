/** Recognises lists that a program read from scanned pages, and lost blanks and letters of. */
import type { Prose } from './prose.ts';
import type { ReferenceList } from './reference-list.ts';

/** ‘Weaver,A.,&Dyer’ and ‘Weaver, A., & Dyer’: a sign between names, without and with a blank. */
const GLUED = /[\p{Script=Latin}.][,&;](?=\p{Lu})/gu;
const APART = /[\p{Script=Latin}.](?:[,;]| &) (?=\p{Lu})/gu;
/** So many signs without a blank show it, and this share of all. */
const FEWEST_GLUED = 20;
const LEAST_GLUED = 0.25;

/**
 * Whether the names of the lists have lost their blanks, as in a scanned page. A name that differs from the text's by a
 * letter was misread there, perhaps.
 */
export function areScanned(prose: Prose, lists: readonly ReferenceList[]): boolean {
  let glued = 0;
  let apart = 0;
  for (const { range } of lists) {
    const text = prose.text.slice(range.from, range.to);
    glued += count(text, GLUED);
    apart += count(text, APART);
  }
  return glued >= FEWEST_GLUED && glued >= (glued + apart) * LEAST_GLUED;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
