/**
 * A recogniser for the grammar of Pandoc's BibTeX reader (`bibEntries` of Text.Pandoc.Citeproc.BibTeX in
 * 3.x), which refuses the whole file at the first error. We continue at the next line that begins an entry,
 * so that all errors are found in one pass.
 */
import { opensEntryLine } from './bibtex-walker.ts';

export type RefusalKind =
  | 'stray-at'
  | 'type'
  | 'parentheses'
  | 'key-missing'
  | 'key-sign'
  | 'no-fields'
  | 'two-commas'
  | 'field-name'
  | 'no-equals-sign'
  | 'value-sign'
  | 'after-value'
  | 'escaped-brace'
  | 'unclosed'
  | 'comment'
  | 'string'
  | 'preamble';

/** Where Pandoc stops, and why. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The UTF-16 offset of the unexpected character. */
  readonly at: number;
  /** The offset of the entry or directive with the error. */
  readonly entry: number;
  /** The key, field or character concerned; '' where there is none. */
  readonly word: string;
}

const LETTERS = /\p{L}+/uy;
const KEY = /[\p{L}\p{N}!$&'()*+\-./:;=?@[\]_]+/uy;
const FIELD = /[\p{L}\p{N}+\-:_]+/uy;
const BARE = /[\p{L}\p{N}+\-:_]*/uy;
/** White space, and comments to the end of their line. */
const SPACES = /(?:[\s\u00a0]|%[^\n]*)*/uy;

/**
 * All offsets in `text` at which Pandoc would stop, in order; empty for a valid file. Takes linear time;
 * never fails.
 */
export function refusalsOf(text: string): Refusal[] {
  return new Recognizer(text).all();
}

class Stop {
  constructor(
    readonly kind: RefusalKind,
    readonly at: number,
    readonly word = '',
  ) {}
}

class Recognizer {
  private at = 0;
  /** Offsets of braces and quotation marks known to be unclosed: a group that contains one is unclosed too. */
  private readonly unclosed = new Set<number>();

  constructor(private readonly text: string) {}

  all(): Refusal[] {
    const { text } = this;
    const refusals: Refusal[] = [];
    const between = /[@%]/g;
    for (;;) {
      between.lastIndex = this.at;
      const sign = between.exec(text);
      if (!sign) return refusals;
      if (sign[0] === '%') {
        const end = text.indexOf('\n', sign.index);
        if (end < 0) return refusals;
        this.at = end;
        continue;
      }
      this.at = sign.index + 1;
      const stop = this.directive();
      if (!stop) continue;
      refusals.push({ kind: stop.kind, at: stop.at, entry: sign.index, word: stop.word });
      this.at = this.nextEntry(Math.max(sign.index + 1, Math.min(stop.at, text.length)), sign.index + 1);
    }
  }

  /**
   * Where to go on after an error: the next line that begins an entry, after the text read so far (or inside
   * it, if it is unclosed).
   */
  private nextEntry(after: number, from: number): number {
    for (let at = this.text.indexOf('@', from); at >= 0; at = this.text.indexOf('@', at + 1))
      if (opensEntryLine(this.text, at)) return at;
      else if (at - after > 100_000) break;
    return this.text.length;
  }

  private directive(): Stop | null {
    const from = this.at;
    const type = this.match(LETTERS);
    if (type === '') return new Stop(/\d/.test(this.text[from] ?? '') ? 'type' : 'stray-at', from);
    const word = type.toLowerCase();
    if (word === 'comment') return this.braced('comment', from);
    if (word === 'preamble') return this.braced('preamble', from);
    if (word === 'string') return this.abbreviation(from);
    return this.entry(from);
  }

  private braced(kind: 'comment' | 'preamble', from: number): Stop | null {
    this.match(SPACES);
    if (this.text[this.at] !== '{') return new Stop(kind, from);
    return this.group() ? null : new Stop(kind, from);
  }

  private abbreviation(from: number): Stop | null {
    this.match(SPACES);
    if (!this.take('{')) return new Stop('string', from);
    this.match(SPACES);
    const stop = this.field();
    if (stop) return stop;
    return this.take('}') ? null : new Stop('string', this.at);
  }

  private entry(from: number): Stop | null {
    const { text } = this;
    this.match(SPACES);
    if (!this.take('{')) {
      const isEntry = text[this.at] === '(' && /[=,]/.test(text.slice(this.at, this.at + 200));
      return new Stop(isEntry ? 'parentheses' : 'stray-at', isEntry ? this.at : from);
    }
    this.match(SPACES);
    const key = this.match(KEY);
    if (key === '') return new Stop('key-missing', this.at);
    const keyEnd = this.at;
    this.match(SPACES);
    if (!this.take(',')) {
      if (text[this.at] === '}') return new Stop('no-fields', this.at, key);
      return new Stop(
        'key-sign',
        text[keyEnd] === '%' || /\s/.test(text[keyEnd] ?? '') ? keyEnd : this.at,
        key,
      );
    }
    this.match(SPACES);
    while (text[this.at] !== '}') {
      if (this.at >= text.length) return new Stop('unclosed', this.at, key);
      if (text[this.at] === ',') return new Stop('two-commas', this.at, key);
      const fieldFrom = this.at;
      const stop = this.field();
      if (stop) return stop;
      if (!this.take(',') && text[this.at] !== '}') {
        const escaped = text.slice(fieldFrom, this.at).lastIndexOf('\\}');
        if (escaped >= 0) return new Stop('escaped-brace', fieldFrom + escaped, key);
        return new Stop('after-value', this.at, key);
      }
      this.match(SPACES);
    }
    this.at++;
    return null;
  }

  private field(): Stop | null {
    const { text } = this;
    const name = this.match(FIELD);
    const nameEnd = this.at;
    this.match(SPACES);
    if (!this.take('=')) {
      const isName = nameEnd === this.at && /[^\s,{}"=]/.test(text[this.at] ?? ' ');
      return new Stop(isName ? 'field-name' : 'no-equals-sign', this.at, name);
    }
    if (name === '') return new Stop('field-name', nameEnd, name);
    for (;;) {
      this.match(SPACES);
      const sign = text[this.at];
      const from = this.at;
      if (sign === '{' || sign === '"') {
        if (!(sign === '{' ? this.group() : this.quotation())) return new Stop('unclosed', from, name);
      } else if (this.match(BARE) === '' && !/[,}]/.test(sign ?? ''))
        return new Stop('value-sign', this.at, name);
      this.match(SPACES);
      if (!this.take('#')) break;
    }
    if (/[^,}\s]/.test(text[this.at] ?? ' ') && /[@.;/!?&'“”‘’]/.test(text[this.at]!))
      return new Stop('value-sign', this.at, name);
    return null;
  }

  /** From `{` to the offset after the matching `}`; `\` escapes the next character. Pandoc’s `inBraces`. */
  private group(): boolean {
    const from = this.at;
    const open: number[] = [];
    if (this.unclosed.has(from)) return false;
    const { text } = this;
    for (let at = from; at < text.length; at++) {
      const letter = text[at]!;
      if (letter === '\\') at++;
      else if (letter === '{') open.push(at);
      else if (letter === '}') {
        open.pop();
        if (open.length === 0) {
          this.at = at + 1;
          return true;
        }
      }
    }
    for (const brace of open) this.unclosed.add(brace);
    return false;
  }

  /** From `"` to the offset after the closing one at brace depth 0. Pandoc’s `inQuotes`. */
  private quotation(): boolean {
    const { text } = this;
    const from = this.at;
    if (this.unclosed.has(from)) return false;
    this.at++;
    while (this.at < text.length) {
      const letter = text[this.at]!;
      if (letter === '"') {
        this.at++;
        return true;
      }
      if (letter === '\\') this.at += 2;
      else if (letter === '{') {
        if (!this.group()) break;
      } else this.at++;
    }
    this.unclosed.add(from);
    return false;
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  /** Consumes what the sticky `pattern` matches, and returns it. */
  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
