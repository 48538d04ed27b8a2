/** Scans JSON text object by object: where each ends, the range of its `id`, and the first error. */
import type { Token } from '../facts/model.ts';

export interface ScannedObject {
  /** The offset after the `}`, or of the error. */
  readonly end: number;
  readonly fault: JsonFault | null;
  /** The object's own `id`, a string or number. */
  readonly id: Token | null;
  /** Whether it has a `type` or `title` of its own, as bibliography items have. */
  readonly isItem: boolean;
}

export type JsonFault =
  | 'unclosed'
  | 'next-item'
  | 'no-key'
  | 'no-colon'
  | 'no-value'
  | 'no-comma'
  | 'last-comma'
  | 'string'
  | 'depth';

const DEPTH = 60;
const BLANK = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\n\u0000-\u0008\u000b-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const ATOM = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Scans the object whose `{` is at `from`. One pass; an error ends it. */
export function scanObject(text: string, from: number): ScannedObject {
  return new ObjectScanner(text).scan(from);
}

class ObjectScanner {
  private fault: JsonFault | null = null;
  private id: Token | null = null;
  private isItem = false;
  private at = 0;

  constructor(private readonly text: string) {}

  scan(from: number): ScannedObject {
    this.at = from;
    this.object(0, false);
    return { end: this.at, fault: this.fault, id: this.id, isItem: this.isItem };
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private blank(): string {
    this.skip(BLANK);
    return this.text[this.at] ?? '';
  }

  private fail(fault: JsonFault): false {
    this.fault = this.at >= this.text.length ? 'unclosed' : fault;
    return false;
  }

  private object(depth: number, inArray: boolean): boolean {
    if (depth > DEPTH) return this.fail('depth');
    const from = this.at;
    let hasId = false;
    let hasType = false;
    this.at++;
    if (this.blank() === '}') return this.past();
    for (;;) {
      if (this.blank() !== '"') return this.fail(this.text[this.at] === '}' ? 'last-comma' : 'no-key');
      const keyFrom = this.at;
      if (!this.skip(STRING)) return this.fail('string');
      const key = this.text.slice(keyFrom + 1, this.at - 1);
      if (this.blank() !== ':') return this.fail('no-colon');
      this.at++;
      this.blank();
      const valueFrom = this.at;
      if (!this.value(depth)) return false;
      hasId ||= key === 'id';
      hasType ||= key === 'type';
      if (depth === 0 && key === 'id') this.id = this.token(valueFrom);
      if (depth === 0 && (key === 'type' || key === 'title')) this.isItem = true;
      if (depth > 0 && inArray && hasId && hasType) {
        this.at = from;
        return this.fail('next-item');
      }
      const next = this.blank();
      if (next === '}') return this.past();
      if (next !== ',') return this.fail('no-comma');
      this.at++;
    }
  }

  private past(): true {
    this.at++;
    return true;
  }

  private value(depth: number): boolean {
    const letter = this.text[this.at];
    if (letter === '"') return this.skip(STRING) || this.fail('string');
    if (letter === '{') return this.object(depth + 1, false);
    if (letter === '[') return this.array(depth + 1);
    return this.skip(ATOM) || this.fail('no-value');
  }

  private array(depth: number): boolean {
    if (depth > DEPTH) return this.fail('depth');
    this.at++;
    if (this.blank() === ']') return this.past();
    for (;;) {
      const letter = this.blank();
      if (!(letter === '{' ? this.object(depth, true) : this.value(depth))) return false;
      const next = this.blank();
      if (next === ']') return this.past();
      if (next !== ',') return this.fail('no-comma');
      this.at++;
    }
  }

  /** The value from `from` to here, without quotation marks; null when it is no string or number. */
  private token(from: number): Token | null {
    const raw = this.text.slice(from, this.at);
    if (raw.startsWith('"')) {
      const text = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
      return text === '' ? null : { text, range: { from: from + 1, to: this.at - 1 } };
    }
    return /^-?\d/.test(raw) ? { text: raw, range: { from, to: this.at } } : null;
  }
}
