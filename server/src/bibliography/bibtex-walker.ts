/** Scans the inside of a BibTeX entry in one forward pass: the ranges of its fields, its end, and its faults. */

/** Why an entry could not be read to its end. */
export type FaultKind =
  | 'unclosed'
  | 'unclosed-value'
  | 'unclosed-quotation'
  | 'no-equals-sign'
  | 'no-value'
  | 'no-comma'
  | 'stray-text';

export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
  /** The field concerned; '' where there is none. */
  readonly field: string;
}

export interface Walk {
  /** The offset after the closing delimiter; for an unclosed entry, where the scan stopped. */
  readonly end: number;
  /** The fault past which the entry cannot be read. */
  readonly fatal: Fault | null;
  /** Faults with an obvious meaning: a missing comma or value. */
  readonly slips: readonly Fault[];
}

/** Called for each field with the ranges of its name and its value (with delimiters and `#`). */
export type FieldVisitor = (nameFrom: number, nameTo: number, valueFrom: number, valueTo: number) => void;

/** How far an entry may continue after a line that looks like the start of the next, in UTF-16 units. */
const RUN_ON = 16_384;
const LINE_START_ENTRY = /@[A-Za-z][\w-]*[ \t]*[{(]/y;
const NO_SLIPS: readonly Fault[] = [];

const enum Letter {
  Tab = 9,
  NewLine = 10,
  Space = 32,
  Quote = 34,
  Hash = 35,
  Percent = 37,
  ParenClose = 41,
  Comma = 44,
  Equals = 61,
  At = 64,
  Backslash = 92,
  BraceOpen = 123,
  BraceClose = 125,
}

/** Skips white space and `%` comments. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const letter = text.charCodeAt(at);
    if (letter === Letter.Space || letter === Letter.NewLine || letter === Letter.Tab || letter === 0xa0)
      at++;
    else if (letter === Letter.Percent) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else return at;
  }
}

/** Whether the `@` at `at` is the first character on its line and opens an entry. */
export function opensEntryLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  if (before >= 0 && text[before] !== '\n') return false;
  LINE_START_ENTRY.lastIndex = at;
  return LINE_START_ENTRY.test(text);
}

/** Two conventions for braces: `\}` closes nothing (Pandoc, biber), or it does (BibTeX). */
export type Escapes = 'escapes' | 'no-escapes';

/** One attempt to scan an entry. */
export class BibtexWalker {
  private limit: number;
  private readonly honoursEscapes: boolean;

  constructor(
    private readonly text: string,
    escapes: Escapes,
    private readonly runOn: number = RUN_ON,
  ) {
    this.limit = text.length;
    this.honoursEscapes = escapes === 'escapes';
  }

  /** From `{` to the offset after its matching `}`; -1 when there is none. */
  braced(from: number): number {
    const text = this.text;
    let depth = 0;
    for (let at = from; at < this.limit; at++) {
      const letter = text.charCodeAt(at);
      if (letter === Letter.BraceOpen) depth++;
      else if (letter === Letter.BraceClose) {
        if (--depth === 0) return at + 1;
      } else if (letter === Letter.Backslash) {
        if (this.honoursEscapes) at++;
      } else if (letter === Letter.At) this.passing(at);
    }
    return -1;
  }

  /** From `"` to the offset after the closing `"` at brace depth 0; -1 when there is none. */
  quoted(from: number): number {
    const text = this.text;
    let depth = 0;
    for (let at = from + 1; at < this.limit; at++) {
      const letter = text.charCodeAt(at);
      if (letter === Letter.Quote) {
        if (depth === 0) return at + 1;
      } else if (letter === Letter.BraceOpen) depth++;
      else if (letter === Letter.BraceClose) {
        if (--depth < 0) return -1;
      } else if (letter === Letter.Backslash) {
        if (this.honoursEscapes) at++;
      } else if (letter === Letter.At) this.passing(at);
    }
    return -1;
  }

  /**
   * Scans fields up to the `closer` (`}` or `)`) of the entry.
   * @param from The offset after the key.
   */
  fields(from: number, closer: string, visit?: FieldVisitor): Walk {
    const text = this.text;
    const close = closer.charCodeAt(0);
    let slips: Fault[] | null = null;
    let at = from;
    for (;;) {
      at = skipBlank(text, at);
      const letter = text.charCodeAt(at);
      if (letter === close) return { end: at + 1, fatal: null, slips: slips ?? NO_SLIPS };
      if (letter === Letter.Comma) {
        at++;
        continue;
      }
      if (at >= text.length || (letter === Letter.At && opensEntryLine(text, at)))
        return stopped('unclosed', at, '', slips);
      const nameFrom = at;
      at = this.word(at);
      if (at === nameFrom) return stopped('stray-text', at, '', slips);
      const nameTo = at;
      const equals = skipBlank(text, at);
      if (text.charCodeAt(equals) !== Letter.Equals) {
        at = nameFrom;
        return stopped('no-equals-sign', at, text.slice(nameFrom, nameTo), slips);
      }
      const valueFrom = skipBlank(text, equals + 1);
      const value = this.value(valueFrom);
      if (value.fault === 'no-value') {
        (slips ??= []).push({ kind: 'no-value', at: nameFrom, field: text.slice(nameFrom, nameTo) });
      } else if (value.fault) {
        at = value.end;
        return stopped(value.fault, at, text.slice(nameFrom, nameTo), slips);
      }
      visit?.(nameFrom, nameTo, valueFrom, value.end);
      at = skipBlank(text, value.end);
      const next = text.charCodeAt(at);
      if (next === Letter.Comma) at++;
      else if (next !== close && at < text.length) {
        const follows = this.word(at);
        if (follows > at && text.charCodeAt(skipBlank(text, follows)) === Letter.Equals)
          (slips ??= []).push({ kind: 'no-comma', at, field: text.slice(at, follows) });
        else if (next !== Letter.At || !opensEntryLine(text, at)) return stopped('stray-text', at, '', slips);
      }
    }
  }

  /** Scans a value: `{…}`, `"…"`, a number or an abbreviation, and what `#` concatenates. */
  value(from: number): { end: number; fault: FaultKind | null } {
    const text = this.text;
    let at = from;
    for (;;) {
      const letter = text.charCodeAt(at);
      let end: number;
      if (letter === Letter.BraceOpen) {
        end = this.braced(at);
        if (end < 0) return { end: at, fault: 'unclosed-value' };
      } else if (letter === Letter.Quote) {
        end = this.quoted(at);
        if (end < 0) return { end: at, fault: 'unclosed-quotation' };
      } else {
        end = this.word(at);
        if (end === at) return { end: at, fault: 'no-value' };
      }
      const joint = skipBlank(text, end);
      if (text.charCodeAt(joint) !== Letter.Hash) return { end, fault: null };
      at = skipBlank(text, joint + 1);
    }
  }

  /** The end of a field name or abbreviation: any characters but white space and delimiters. */
  private word(from: number): number {
    const text = this.text;
    let at = from;
    for (; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (letter <= Letter.Space || letter === 0xa0) break;
      if (letter === Letter.Comma || letter === Letter.Equals || letter === Letter.At) break;
      if (letter >= Letter.BraceOpen && letter <= Letter.BraceClose && letter !== 124) break;
      if (
        letter >= Letter.Quote &&
        letter <= Letter.ParenClose &&
        letter !== 36 &&
        letter !== 38 &&
        letter !== 39
      )
        break;
    }
    return at;
  }

  /**
   * A line inside a value looks like the next entry. It may belong to the value, so only the length of the
   * rest is limited.
   */
  private passing(at: number): void {
    if (at + this.runOn < this.limit && opensEntryLine(this.text, at)) this.limit = at + this.runOn;
  }
}

function stopped(kind: FaultKind, at: number, field: string, slips: readonly Fault[] | null): Walk {
  return { end: at, fatal: { kind, at, field }, slips: slips ?? NO_SLIPS };
}
