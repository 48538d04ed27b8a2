/** Constructs that begin with a bracket: note calls, placeholders, spans with attributes, citations. */
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { readAttributes } from '../../../server/src/syntax/attributes.ts';
import { citekeysIn, pushBracket } from './citations.ts';
import { closingBracket, within } from './inline.ts';
import { pushMarker } from './notes.ts';
import { dress } from './parts.ts';

const OPEN = 91;
const PARENTHESIS = 40;
const BRACE = 123;
const CARET = 94;

const placeholders: ReadonlySet<string> = new Set(['citation needed', '?', '@', '@todo']);

/** A markdown-it inline rule for brackets of our syntax; leaves links alone. */
export function bracketRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== OPEN) return false;
  if (src.charCodeAt(pos + 1) === CARET) return pushMarker(state, silent);
  const close = closingBracket(state, pos);
  if (close < 0) return false;
  const next = close + 1 < posMax ? src.charCodeAt(close + 1) : -1;
  if (next === BRACE) {
    const read = readAttributes(src, close + 1, posMax);
    if (!read) return false;
    if (!silent) {
      const opening = state.push('sicetnon_span_open', 'span', 1);
      within(state, pos + 1, close);
      const mark = state.push('sicetnon_mark', '', 0);
      dress(opening, read.attributes, mark);
      state.push('sicetnon_span_close', 'span', -1);
    }
    state.pos = read.end;
    return true;
  }
  if (next === PARENTHESIS || next === OPEN) return false;
  const content = src.slice(pos + 1, close);
  if (placeholders.has(content.toLowerCase())) return bracketed(state, silent, pos, close, 'placeholder');
  return citekeysIn(content).length > 0 && bracketed(state, silent, pos, close, 'citation');
}

/** Renders a bracket, including its delimiters, as a span. */
function bracketed(
  state: StateInline,
  silent: boolean,
  at: number,
  close: number,
  kind: 'placeholder' | 'citation',
): boolean {
  if (!silent) {
    state.push(`sicetnon_${kind}_open`, 'span', 1).attrSet('class', `sicetnon-${kind}`);
    if (kind === 'placeholder') state.pending += state.src.slice(at, close + 1);
    else pushBracket(state, at, close);
    state.push(`sicetnon_${kind}_close`, 'span', -1);
  }
  state.pos = close + 1;
  return true;
}
