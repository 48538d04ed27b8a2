/** Words before a number that widen it or make a bound of it: `about 100`, `over 1000`, `1000+`. */

import type { Operator } from './model.ts';

/** What a hedge makes of a number. `nearly` is a little below, and never reaches it. */
export type Hedge = '~' | 'nearly' | '>' | '>=' | '<' | '<=';

const WORDS: readonly (readonly [hedge: Hedge, words: string])[] = [
  ['~', 'about|around|approximately|approx.|approx|roughly|circa|ca.|ca|c.|some|~|≈'],
  ['nearly', 'nearly|almost|just under'],
  ['>', 'over|more than|above|upwards of|in excess of'],
  [
    '>=',
    'at least|at the least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of',
  ],
  ['<', 'under|fewer than|less than|below'],
  ['<=', 'at most|at the most|up to|no more than|not more than|a maximum of|maximum of'],
];

/** Longest first, so that `just under` is not read as `just`. */
const HEDGES: readonly (readonly [words: string, hedge: Hedge])[] = WORDS.flatMap(([hedge, words]) =>
  words.split('|').map((each): readonly [string, Hedge] => [each, hedge]),
).sort(([a], [b]) => b.length - a.length);

/** Words after a number. */
const BEHIND: readonly (readonly [words: string, hedge: Hedge])[] = [
  [' or more', '>='],
  [' or over', '>='],
  [' or less', '<='],
  [' or fewer', '<='],
  [' or so', '~'],
];

/** A text without its hedge. */
export interface Hedged {
  readonly hedge: Hedge | null;
  readonly rest: string;
}

/** Takes the hedge off a quantity: the words before or after it. The rest is trimmed. */
export function hedgeOf(text: string): Hedged {
  const lower = text.toLowerCase();
  for (const [words, hedge] of HEDGES) {
    if (!lower.startsWith(words)) continue;
    const next = text[words.length];
    // `some 100` is hedged; `someone` and a unit that begins like a hedge are not.
    const isApart = /[\p{L}\p{N}]$/u.test(words) ? /\s/.test(next ?? '') : next !== undefined;
    if (isApart) return { hedge, rest: text.slice(words.length).trim() };
  }
  for (const [words, hedge] of BEHIND)
    if (lower.endsWith(words)) return { hedge, rest: text.slice(0, -words.length).trim() };
  return { hedge: null, rest: text };
}

/** A comparison with the hedge taken into its operator: `= over 100` is `> 100`, `= about 100` is `= ~100`. */
export function unhedged(operator: Operator, value: string): { operator: Operator; value: string } {
  const { hedge, rest } = hedgeOf(value);
  const plus = /^([^+]*\d)\+(.*)$/.exec(rest);
  const bound = hedge ?? (plus ? '>=' : null);
  if (bound === null) return { operator, value };
  if (bound === '~') return { operator, value: `~${rest}` };
  if (bound === 'nearly' || operator !== '=') return { operator, value };
  return { operator: bound, value: plus ? `${plus[1]}${plus[2]}` : rest };
}
