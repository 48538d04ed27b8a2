/** Citations in the preview: authors and year of known works, keys of unknown ones. */
import type MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { intentOf, isCrossReference } from '../../../server/src/facts/citations.ts';
import { closingBracket, within } from './inline.ts';
import { escapeText } from './parts.ts';
import type { Token } from './parts.ts';
import { documentOf } from './works.ts';
import type { NamedWork, WorksOf } from './works.ts';
import { say } from '../../../server/src/words/say.ts';

const AT = 64;
const HYPHEN = 45;
const OPEN = 91;
const CARET = 94;

// Pandoc's keys: single punctuation characters between letters and digits; or anything but spaces in braces.
const key =
  /-?@(?:([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])|[:/](?=\/))*)|\{([^\s{}]+)\})/uy;

const wordEnd = /[\p{L}\p{N}]$/u;

interface CiteKey {
  readonly key: string;
  readonly end: number;
}

/** The `meta` of citation tokens. */
interface Cited {
  readonly key: string;
  /** How the work is named: `Doe 2011` in a bracket, `Doe (2011)` in running text, or without the authors. */
  readonly form: 'bracket' | 'text' | 'year' | 'year-in-text';
  /** The white space between a key in running text and its bracket; null without a bracket. */
  readonly gap: string | null;
  /** Whether that bracket cites another work; otherwise it holds a locator. */
  readonly goesOn: boolean;
}

/** States whose tokenizer is inside the bracket of a citation. */
const inBracket = new WeakSet<StateInline>();

/** The citekey, with its signs, at `at`; null when there is none, or when `at` is inside a word. */
export function citekeyAt(text: string, at: number): CiteKey | null {
  if (wordEnd.test(text.slice(Math.max(0, at - 2), at))) return null;
  key.lastIndex = at;
  const match = key.exec(text);
  return match ? { key: (match[1] ?? match[2])!, end: at + match[0].length } : null;
}

/** The citekeys in a text, without `@`, in order. */
export function citekeysIn(text: string): string[] {
  const keys: string[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = citekeyAt(text, at);
    if (found) keys.push(found.key);
  }
  return keys;
}

/** Tokenizes the bracket of a citation, delimiters included. */
export function pushBracket(state: StateInline, at: number, close: number): void {
  const keys = citekeysIn(state.src.slice(at + 1, close));
  const sign = (type: string, content: string): void => {
    const token = state.push(type, '', 0);
    token.content = content;
    token.meta = { keys };
  };
  const isNested = inBracket.has(state);
  inBracket.add(state);
  sign('sicetnon_bracket', '[');
  within(state, at + 1, close);
  sign('sicetnon_bracket', ']');
  if (!isNested) inBracket.delete(state);
}

/** A markdown-it inline rule for `@key`, `-@key` and `@key [p. 3]`. */
export function citekeyRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const first = src.charCodeAt(pos);
  if (first !== AT && (first !== HYPHEN || src.charCodeAt(pos + 1) !== AT)) return false;
  const found = citekeyAt(src, pos);
  if (!found || found.end > state.posMax) return false;
  state.pos = found.end;
  if (!silent) pushKey(state, found.key, first === HYPHEN);
  return true;
}

/** Pushes the tokens of a key that ends at `state.pos`, and of its bracket if it has one. */
function pushKey(state: StateInline, written: string, isYear: boolean): void {
  const opening = state.push('sicetnon_citekey_open', 'span', 1);
  if (isCrossReference(written)) {
    opening.attrSet('class', 'sicetnon-reference');
    opening.attrSet('title', say('Refers to {label}', { label: written }));
    state.push('sicetnon_name', '', 0).content = written;
    state.push('sicetnon_citekey_close', 'span', -1);
    return;
  }
  opening.attrSet('class', 'sicetnon-citekey');
  opening.attrSet('title', say('Cites {key}', { key: written }));
  const isInText = !inBracket.has(state);
  const bracket = isInText ? bracketBehind(state) : null;
  const inside = bracket ? state.src.slice(bracket.open + 1, bracket.close) : '';
  const cited: Cited = {
    key: written,
    form: isYear ? (isInText ? 'year-in-text' : 'year') : isInText ? 'text' : 'bracket',
    gap: bracket && state.src.slice(state.pos, bracket.open),
    goesOn: citekeysIn(inside).length > 0,
  };
  const token = (type: string): void => {
    const part = state.push(type, '', 0);
    part.content = written;
    part.meta = cited;
  };
  token('sicetnon_cited');
  state.push('sicetnon_citekey_close', 'span', -1);
  if (!isInText) return;
  token('sicetnon_place_open');
  if (bracket) {
    inBracket.add(state);
    within(state, bracket.open + 1 + /^[\s,]*/.exec(inside)![0].length, bracket.close);
    inBracket.delete(state);
    state.pos = bracket.close + 1;
  }
  token('sicetnon_place_close');
}

/** The bracket of a key in running text that ends at `state.pos`: `@key [p. 3]`. */
function bracketBehind(state: StateInline): { readonly open: number; readonly close: number } | null {
  const { src, pos, posMax } = state;
  const open = src.charCodeAt(pos) === OPEN ? pos : pos + 1;
  if (open > pos && !/\s/.test(src.charAt(pos))) return null;
  if (open >= posMax || src.charCodeAt(open) !== OPEN || src.charCodeAt(open + 1) === CARET) return null;
  const close = closingBracket(state, open);
  // Otherwise it is a link or a span.
  return close < 0 || close >= posMax || '([{:'.includes(src.charAt(close + 1) || ' ')
    ? null
    : { open, close };
}

/** Adds the renderer rules, which look works up at render time: VS Code caches tokens. */
export function renderCitations(md: MarkdownIt, worksOf: WorksOf): void {
  const knownBy = (env: unknown, written: string): NamedWork | undefined => {
    const works = worksOf(documentOf(env));
    return (
      works.get(written) ??
      (intentOf(written) ? works.get(written.slice(written.indexOf(':') + 1)) : undefined)
    );
  };
  const rule = (
    type: string,
    words: (token: Token, known: (written: string) => NamedWork | undefined) => string,
  ): void => {
    md.renderer.rules[type] = (tokens, index, _options, env) =>
      escapeText(words(tokens[index]!, (written) => knownBy(env, written)));
  };
  rule('sicetnon_bracket', ({ content, meta }, known) => {
    const { keys } = meta as { readonly keys: readonly string[] };
    return keys.some(known) ? (content === '[' ? '(' : ')') : content;
  });
  rule('sicetnon_cited', ({ meta }, known) => {
    const { key: written, form } = meta as Cited;
    const work = known(written);
    if (!work) return written;
    const { name, year } = work;
    if (form === 'text') return name;
    if (form === 'year-in-text') return year === null ? name : `(${year}`;
    return form === 'year' && year !== null ? year : [name, year].filter((part) => part !== null).join(' ');
  });
  rule('sicetnon_place_open', ({ meta }, known) => {
    const { key: written, form, gap, goesOn } = meta as Cited;
    const work = known(written);
    if (!work) return gap === null ? '' : `${gap}[`;
    const year = form === 'text' && work.year !== null ? ` (${work.year}` : '';
    if (gap === null) return year;
    return work.year === null ? ' (' : `${year}${goesOn ? '; ' : ', '}`;
  });
  rule('sicetnon_place_close', ({ meta }, known) => {
    const { key: written, gap } = meta as Cited;
    const work = known(written);
    if (!work) return gap === null ? '' : ']';
    return work.year === null && gap === null ? '' : ')';
  });
}
