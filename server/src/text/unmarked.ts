import { visible } from './visible.ts';

const LINE_ENDS = /[^\S ]*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;
/** Where editors detect links: `[words](address)`, whose address may be a command. */
const LINK = /\](?=\()/g;
/** The start of an icon, `$(bug)`. */
const ICON = /\$(?=\()/g;

/**
 * A sentence or label made harmless for editors, which display it in notifications, lists, trees and tabs.
 * They detect `[words](command:…)` and `$(bug)` in any text; here both stay literal. The result is one line
 * without invisible characters. Idempotent. Not for text that is written into files.
 */
export function unmarked(text: string): string {
  return visible(text.replace(LINE_ENDS, ' ')).replace(LINK, '] ').replace(ICON, '$\u2060');
}
