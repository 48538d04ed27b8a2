/** Helpers for inline rules: matching brackets and their contents. */
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

const OPEN = 91;
const CLOSE = 93;

/** Parses the text between two offsets; the caller sets the position after it. */
export function within(state: StateInline, from: number, to: number): void {
  const { posMax } = state;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}

/** The offset of the bracket that closes the one at `at`, or -1. */
export function closingBracket(state: StateInline, at: number): number {
  const { pos } = state;
  if (state.src.charCodeAt(at) !== OPEN) return -1;
  const close = state.md.helpers.parseLinkLabel(state, at);
  state.pos = pos;
  return close >= 0 && state.src.charCodeAt(close) === CLOSE ? close : -1;
}
