/** Reading within a line: brackets that close, and what stands in them. */
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

const OPEN = 91;
const CLOSE = 93;

/** Reads what stands between two places of the text being read; the place after it is the caller's to set. */
export function within(state: StateInline, from: number, to: number): void {
  const { posMax } = state;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}

/** Where the bracket that opens at `at` closes, or -1. */
export function closingBracket(state: StateInline, at: number): number {
  const { pos } = state;
  if (state.src.charCodeAt(at) !== OPEN) return -1;
  const close = state.md.helpers.parseLinkLabel(state, at);
  state.pos = pos;
  return close >= 0 && state.src.charCodeAt(close) === CLOSE ? close : -1;
}
