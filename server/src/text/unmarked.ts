import { visible } from './visible.ts';

const LINE_ENDS = /[^\S ]*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;
/** Between these, editors look for a link, `[words](address)`, and what it leads to may be a command. */
const LINK = /\](?=\()/g;
/** What begins an icon, `$(bug)`. */
const ICON = /\$(?=\()/g;

/**
 * A sentence or a label as editors show it: in a notification, a list to choose from, a tree, a tab. They take
 * `[words](command:…)` for a link and `$(bug)` for an icon wherever it comes from; here both stay words. It is one
 * line, and nothing in it is invisible. To be used once more does no harm. Nothing that is written into a file goes
 * through here.
 */
export function unmarked(text: string): string {
  return visible(text.replace(LINE_ENDS, ' ')).replace(LINK, '] ').replace(ICON, '$\u2060');
}
