/** Citations in the preview: the key is highlighted, the `@` is dropped. */
import { isCrossReference } from '../../../server/src/facts/citations.ts';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

const AT = 64;
const HYPHEN = 45;

// Pandoc's keys: single punctuation characters between letters and digits; or anything but spaces in braces.
const key =
  /-?@(?:([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])|[:/](?=\/))*)|\{([^\s{}]+)\})/uy;

const wordEnd = /[\p{L}\p{N}]$/u;

interface CiteKey {
  readonly key: string;
  readonly end: number;
}

/** The citekey, with its signs, at `at`; null when there is none, or when `at` is inside a word. */
export function citekeyAt(text: string, at: number): CiteKey | null {
  if (wordEnd.test(text.slice(Math.max(0, at - 2), at))) return null;
  key.lastIndex = at;
  const match = key.exec(text);
  return match ? { key: (match[1] ?? match[2])!, end: at + match[0].length } : null;
}

/** Whether the text has any citekey. */
export function citesSomething(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
    if (citekeyAt(text, at)) return true;
  return false;
}

/** A markdown-it inline rule for `@key` and `-@key`. */
export function citekeyRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const first = src.charCodeAt(pos);
  if (first !== AT && (first !== HYPHEN || src.charCodeAt(pos + 1) !== AT)) return false;
  const found = citekeyAt(src, pos);
  if (!found || found.end > state.posMax) return false;
  if (!silent) {
    const opening = state.push('sicetnon_citekey_open', 'span', 1);
    const elsewhere = !isCrossReference(found.key);
    opening.attrSet('class', elsewhere ? 'sicetnon-citekey' : 'sicetnon-reference');
    opening.attrSet('title', `${elsewhere ? 'Cites' : 'Refers to'} ${found.key}`);
    state.push('sicetnon_name', '', 0).content = found.key;
    state.push('sicetnon_citekey_close', 'span', -1);
  }
  state.pos = found.end;
  return true;
}
