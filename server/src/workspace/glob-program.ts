/** A compiled glob; see `glob.ts` for the syntax. */

/** An instruction; `next` is the index of the following one. */
type Step =
  | { readonly kind: 'letter'; readonly code: number }
  | { readonly kind: 'set'; readonly set: LetterSet }
  /** Any one character except a slash. */
  | { readonly kind: 'any' }
  /** Any number of characters except slashes. */
  | { readonly kind: 'star' }
  /** Any number of folders, each with its slash; `folder` consumes the rest of one. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'folder' }
  /** Everything below; `below` consumes the rest of a name. */
  | { readonly kind: 'all' }
  | { readonly kind: 'below' }
  /** A fork: continues at each of these indexes. */
  | { readonly kind: 'either'; readonly ways: number[] }
  | { readonly kind: 'end' };

interface LetterSet {
  readonly isNegated: boolean;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const SLASH = 47;
const POINT = 46;
const NOTHING = -1;

/**
 * A pattern as a nondeterministic automaton, run by following all its states at once (Thompson 1968). A name
 * is read once, and at each character no state is visited twice, so no pattern backtracks.
 */
export class GlobProgram {
  private readonly steps: Step[] = [];
  /** A literal that ends every match: a quick test that rules out most names. */
  private readonly tail: string;
  /** The states for the current and the next character, and the index at which each was last entered. */
  private now: number[] = [];
  private then: number[] = [];
  private readonly reached: Int32Array;

  /** The pattern must have passed `globProblem`. */
  constructor(pattern: string) {
    this.tail = /[^/*?[\]{}]*$/.exec(pattern)![0];
    this.read(pattern, 0, pattern.length, true);
    this.steps.push({ kind: 'end' });
    this.reached = new Int32Array(this.steps.length);
  }

  matches(name: string): boolean {
    if (!name.endsWith(this.tail)) return false;
    this.reached.fill(NOTHING);
    this.now.length = 0;
    this.enter(0, 0, true, name.charCodeAt(0) === POINT);
    for (let at = 0, begins = true; at < name.length;) {
      const code = name.codePointAt(at)!;
      at += code > 0xffff ? 2 : 1;
      const beginsNext = code === SLASH;
      const isHidden = beginsNext && name.charCodeAt(at) === POINT;
      const { now } = this;
      this.now = this.then;
      this.now.length = 0;
      for (const place of now) {
        const next = this.take(place, code, begins);
        if (next !== NOTHING) this.enter(next, at, beginsNext, isHidden);
      }
      this.then = now;
      if (this.now.length === 0) return false;
      begins = beginsNext;
    }
    return this.now.some((place) => this.steps[place]!.kind === 'end');
  }

  /** Enters a state and its epsilon closure; `at` is the index in the name. */
  private enter(first: number, at: number, begins: boolean, isHidden: boolean): void {
    const open = [first];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (this.reached[place] === at) continue;
      this.reached[place] = at;
      const step = this.steps[place]!;
      switch (step.kind) {
        case 'either':
          open.push(...step.ways);
          continue;
        case 'star':
          // As in a shell, a hidden name needs a literal point.
          if (begins && isHidden) continue;
          open.push(place + 1);
          break;
        case 'folders':
          open.push(place + 2);
          break;
        case 'below':
          open.push(place + 1);
          break;
        case 'letter':
        case 'set':
        case 'any':
        case 'folder':
        case 'all':
        case 'end':
      }
      this.now.push(place);
    }
  }

  /** The state after a character; `NOTHING` where it does not match. */
  private take(place: number, code: number, begins: boolean): number {
    const step = this.steps[place]!;
    const isHidden = begins && code === POINT;
    switch (step.kind) {
      case 'letter':
        return code === step.code ? place + 1 : NOTHING;
      case 'set':
        return code !== SLASH && !isHidden && isIn(step.set, code) ? place + 1 : NOTHING;
      case 'any':
        return code !== SLASH && !isHidden ? place + 1 : NOTHING;
      case 'star':
        return code !== SLASH && !isHidden ? place : NOTHING;
      case 'folders':
      case 'all':
        return code !== SLASH && !isHidden ? place + 1 : NOTHING;
      case 'folder':
      case 'below':
        return code === SLASH ? place - 1 : place;
      case 'either':
      case 'end':
        return NOTHING;
    }
  }

  /**
   * Compiles `[from, to)` of a pattern: all of it, or one alternative of a brace. `begins`: whether this is
   * the start of a name.
   */
  private read(pattern: string, from: number, to: number, begins: boolean): void {
    const { steps } = this;
    for (let at = from; at < to;) {
      const sign = pattern[at]!;
      const beginsName = at === from ? begins : pattern[at - 1] === '/';
      if (sign === '/' && at + 3 === to && pattern.startsWith('/**', at)) {
        // `dir/**` matches `dir` itself too.
        steps.push({ kind: 'either', ways: [steps.length + 1, steps.length + 4] });
        steps.push({ kind: 'letter', code: SLASH }, { kind: 'all' }, { kind: 'below' });
        at = to;
      } else if (sign === '*') {
        let end = at + 1;
        while (end < to && pattern[end] === '*') end++;
        if (end - at === 2 && beginsName && end === to) {
          steps.push({ kind: 'all' }, { kind: 'below' });
          at = end;
        } else if (end - at === 2 && beginsName && pattern[end] === '/' && end < to) {
          steps.push({ kind: 'folders' }, { kind: 'folder' });
          at = end + 1;
        } else {
          steps.push({ kind: 'star' });
          at = end;
        }
      } else if (sign === '?') {
        steps.push({ kind: 'any' });
        at++;
      } else {
        const end = sign === '[' ? setEnd(pattern, at) : sign === '{' ? this.bracesEnd(pattern, at, to) : -1;
        if (end < 0) {
          const code = pattern.codePointAt(at)!;
          steps.push({ kind: 'letter', code });
          at += code > 0xffff ? 2 : 1;
        } else {
          if (sign === '[') steps.push({ kind: 'set', set: readSet(pattern.slice(at + 1, end - 1)) });
          else this.readWordings(pattern, at + 1, end - 1, beginsName);
          at = end;
        }
      }
    }
  }

  /** The index after the closing brace of alternatives; -1 where the brace is a literal. */
  private bracesEnd(pattern: string, open: number, to: number): number {
    const close = endOfWordings(pattern, open + 1);
    return close < 0 || close >= to || commas(pattern, open + 1, close).length === 0 ? -1 : close + 1;
  }

  private readWordings(pattern: string, from: number, to: number, begins: boolean): void {
    const ways: number[] = [];
    this.steps.push({ kind: 'either', ways });
    const outs: number[][] = [];
    let start = from;
    for (const end of [...commas(pattern, from, to), to]) {
      ways.push(this.steps.length);
      this.read(pattern, start, end, begins);
      const out: number[] = [];
      outs.push(out);
      this.steps.push({ kind: 'either', ways: out });
      start = end + 1;
    }
    for (const out of outs) out.push(this.steps.length);
  }
}

/** The index after the set that begins at `open`; -1 where it is not closed. A leading `]` is a member. */
export function setEnd(pattern: string, open: number): number {
  let at = open + 1;
  if (pattern[at] === '!' || pattern[at] === '^') at++;
  const close = pattern.indexOf(']', at + 1);
  return close < 0 || pattern.slice(open, close).includes('/') ? -1 : close + 1;
}

/**
 * The index of the brace that closes alternatives; -1 where there is none. Characters in a set do not count.
 */
export function endOfWordings(pattern: string, from: number): number {
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '}') return at;
    if (pattern[at] === '[') at = Math.max(at, setEnd(pattern, at) - 1);
  }
  return -1;
}

function commas(pattern: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    if (pattern[at] === ',') found.push(at);
    if (pattern[at] === '[') at = Math.max(at, setEnd(pattern, at) - 1);
  }
  return found;
}

/** Parses `a-z0-9_`; a leading `!` or `^` negates. */
function readSet(inside: string): LetterSet {
  const isNegated = /^[!^]/.test(inside);
  const codes = Array.from(isNegated ? inside.slice(1) : inside, (letter) => letter.codePointAt(0)!);
  const ranges: [number, number][] = [];
  for (let i = 0; i < codes.length; i++) {
    const isRange = codes[i + 1] === 45 && codes[i + 2] !== undefined;
    ranges.push([codes[i]!, isRange ? codes[i + 2]! : codes[i]!]);
    if (isRange) i += 2;
  }
  return { isNegated, ranges };
}

function isIn({ isNegated, ranges }: LetterSet, code: number): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to) !== isNegated;
}
