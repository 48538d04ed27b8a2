import type { TextRange } from '../text/range.ts';

/** The context of a cursor in a YAML text, whether the text is complete or not. */
export interface YamlPlace {
  /** The keys above it, outermost first; `[]` for a list item. */
  readonly path: readonly string[];
  /** At the key of a mapping, at a value, or at a word that may become either. */
  readonly at: 'key' | 'value' | 'word';
  /** The word that was begun, without an opening quotation mark. */
  readonly range: TextRange;
  /** The quotation mark around the word. */
  readonly quote: '"' | "'" | '';
  /** Whether it is in brackets or braces (flow style). */
  readonly inFlow: boolean;
  /** The other keys of the same mapping with their values as written; for the top level only those near by. */
  readonly beside: ReadonlyMap<string, string>;
}

/** How far back the top-level entry, and how far ahead sibling keys, are searched for, in UTF-16 units. */
const FARTHEST = 30_000;

const KEY = /^("[^"\n]*"|'[^'\n]*'|[^\s#{}[\],&*!|>'"%@`-][^:#\n]*?|-[^\s:#\n][^:#\n]*?)[ \t]*:(?=[ \t]|$)/;

interface Open {
  readonly indent: number;
  readonly key: string;
  /** The keys of a mapping under this key. */
  readonly below: Map<string, string>;
  /** Their indentation. */
  inner?: number;
}

/** The context at `offset` in the YAML in `within`; null outside it, in comments and in block scalars. */
export function yamlPlaceAt(text: string, offset: number, within: TextRange): YamlPlace | null {
  if (offset < within.from || offset > within.to) return null;
  const start = topLevelBefore(text, offset, within);
  const walk = new Walk();
  for (let at = start; ;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline >= within.to ? within.to : newline;
    if (offset <= end) return walk.atCursor(text, at, offset, within.to);
    walk.line(text.slice(at, end));
    at = end + 1;
  }
}

/** The start of the nearest line, at or before the offset's, from which no context further up is needed. */
function topLevelBefore(text: string, offset: number, { from }: TextRange): number {
  let at = text.lastIndexOf('\n', offset - 1) + 1;
  while (at > from && offset - at < FARTHEST && !/[^\s#\-}\]]/.test(text[at] ?? ' '))
    at = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
  return Math.max(at, from);
}

class Walk {
  private readonly open: Open[] = [{ indent: -1, key: '', below: new Map() }];
  /** A stack of open brackets with their keys. */
  private readonly flow: {
    readonly sign: string;
    key: string | null;
    readonly below: Map<string, string>;
  }[] = [];
  /** A block scalar continues while lines are indented more than this. */
  private textBelow: number | null = null;
  private quote: '"' | "'" | '' = '';
  /** Where the current word begins. */
  private wordAt = 0;

  /** Processes a whole line before the cursor's. */
  line(line: string): void {
    if (this.flow.length > 0) return void this.inFlow(line, 0);
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#') return;
    if (this.isText(indent)) return;
    const at = this.dashes(line, indent);
    const key = KEY.exec(line.slice(at));
    if (!key) {
      this.atValue(line, at);
      return;
    }
    this.push(at, unquoted(key[1]!), line.slice(at + key[0].length).trim());
    this.atValue(line, at + key[0].length);
  }

  /** The context at the cursor, whose line begins at `at`. */
  atCursor(text: string, at: number, offset: number, to: number): YamlPlace | null {
    const line = text.slice(at, offset);
    const place = (
      kind: YamlPlace['at'],
      wordAt: number,
      beside: ReadonlyMap<string, string>,
    ): YamlPlace => ({
      path: this.path(),
      at: kind,
      range: { from: at + wordAt, to: offset },
      quote: this.quote,
      inFlow: this.flow.length > 0,
      beside,
    });
    if (this.flow.length === 0) {
      const found = line.search(/\S/);
      const indent = found < 0 ? line.length : found;
      if (line[indent] === '#' || (indent < line.length && this.isText(indent))) return null;
      if (indent === line.length && this.textBelow !== null && indent > this.textBelow) return null;
      const column = this.dashes(line, indent);
      const key = KEY.exec(line.slice(column));
      if (!key) {
        const rest = line.slice(column);
        if (/^[[{]/.test(rest)) this.atValue(line, column);
        else {
          this.popTo(column);
          const quote = /^["']/.exec(rest)?.[0] as '"' | "'" | undefined;
          this.quote = quote ?? '';
          if (quote && rest.indexOf(quote, 1) > 0) return null;
          if (!quote && /\s#/.test(rest)) return null;
          const { below: known, inner } = this.open.at(-1)!;
          if (inner !== undefined && inner !== column) return null;
          return place('word', column + (quote ? 1 : 0), keysAfter(text, offset, column, to, known));
        }
      } else {
        this.push(column, unquoted(key[1]!), '');
        const behind = column + key[0].length;
        if (behind === line.length || !this.atValue(line, behind)) return null;
      }
    } else if (!this.inFlow(line, 0)) return null;
    if (this.flow.length > 0 && line.endsWith(':')) return null;
    const inside = this.flow.at(-1);
    const behind = inside?.sign === '{' && inside.key === null ? 'key' : 'value';
    return place(behind, this.wordAt, inside?.below ?? new Map());
  }

  private path(): string[] {
    const path = this.open.slice(1).map(({ key }) => key);
    for (const { sign, key } of this.flow) {
      if (sign === '[') path.push('[]');
      else if (key !== null) path.push(key);
    }
    return path;
  }

  private isText(indent: number): boolean {
    if (this.textBelow === null) return false;
    if (indent > this.textBelow) return true;
    this.textBelow = null;
    return false;
  }

  /** Processes the hyphens of list items. Returns the column after them. */
  private dashes(line: string, indent: number): number {
    let at = indent;
    while (line[at] === '-' && (at + 1 >= line.length || line[at + 1] === ' ')) {
      while (this.open.length > 1) {
        const last = this.open.at(-1)!;
        if (last.indent < at || (last.indent === at && last.key !== '[]')) break;
        this.open.pop();
      }
      this.open.push({ indent: at, key: '[]', below: new Map() });
      at++;
      while (line[at] === ' ') at++;
    }
    return at;
  }

  private popTo(indent: number): void {
    while (this.open.length > 1 && this.open.at(-1)!.indent >= indent) this.open.pop();
  }

  private push(indent: number, key: string, value: string): void {
    this.popTo(indent);
    const outer = this.open.at(-1)!;
    outer.below.set(key, value);
    outer.inner ??= indent;
    this.open.push({ indent, key, below: new Map() });
  }

  /** Processes what follows a key or a hyphen; false inside a comment. */
  private atValue(line: string, from: number): boolean {
    let at = from;
    while (line[at] === ' ' || line[at] === '\t') at++;
    this.wordAt = at;
    this.quote = '';
    const first = line[at];
    if (first === '#') return false;
    if (first === '|' || first === '>') {
      this.textBelow = this.open.at(-1)!.indent;
      return false;
    }
    if (first === '[' || first === '{') return this.inFlow(line, at);
    if (first === '"' || first === "'") {
      this.wordAt = at + 1;
      const close = line.indexOf(first, at + 1);
      if (close < 0) this.quote = first;
      return close < 0;
    }
    return !/\s#/.test(line.slice(at));
  }

  /** Processes text inside brackets; false where it ends in a comment or after the last bracket. */
  private inFlow(line: string, from: number): boolean {
    this.wordAt = from;
    this.quote = '';
    let word = '';
    const take = (at: number) => {
      word = '';
      this.wordAt = at;
      while (line[this.wordAt] === ' ') this.wordAt++;
    };
    take(from);
    for (let at = from; at < line.length; at++) {
      const letter = line[at]!;
      if (this.quote) {
        if (letter === this.quote) this.quote = '';
        else word += letter;
        continue;
      }
      if ((letter === '"' || letter === "'") && at === this.wordAt) {
        this.quote = letter;
        this.wordAt = at + 1;
      } else if (letter === '[' || letter === '{') {
        this.flow.push({ sign: letter, key: null, below: new Map() });
        take(at + 1);
      } else if (letter === ']' || letter === '}') {
        this.note(word);
        this.flow.pop();
        take(at + 1);
        if (this.flow.length === 0) return false;
      } else if (letter === ',') {
        this.note(word);
        take(at + 1);
      } else if (letter === ':' && (line[at + 1] === ' ' || at + 1 === line.length)) {
        const inside = this.flow.at(-1);
        if (inside?.sign === '{' && inside.key === null) {
          inside.key = word.trim();
          inside.below.set(inside.key, '');
          take(at + 1);
        }
      } else if (letter === '#' && /\s/.test(line[at - 1] ?? ' ')) return false;
      else word += letter;
    }
    return true;
  }

  /** Ends an item inside braces: its value is complete, and another key may follow. */
  private note(word: string): void {
    const inside = this.flow.at(-1);
    if (inside?.sign !== '{') return;
    if (inside.key !== null) inside.below.set(inside.key, word.trim());
    inside.key = null;
  }
}

/** Keys of the same mapping further down. */
function keysAfter(
  text: string,
  offset: number,
  column: number,
  to: number,
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const keys = new Map(before);
  const rest = text.slice(offset, Math.min(to, offset + FARTHEST));
  for (const line of rest.split('\n').slice(1)) {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#' || indent > column) continue;
    if (indent < column) break;
    const key = KEY.exec(line.slice(indent));
    if (key) keys.set(unquoted(key[1]!), line.slice(indent + key[0].length).trim());
  }
  return keys;
}

function unquoted(word: string): string {
  return /^(["']).*\1$/.test(word) ? word.slice(1, -1) : word;
}

/** A word as it must be written in a context: quoted where it would have another meaning. */
export function yamlWord(word: string, { quote, inFlow }: Pick<YamlPlace, 'quote' | 'inFlow'>): string {
  if (quote === '"') return JSON.stringify(word).slice(1, -1);
  // Between single quotation marks a line end cannot be written, and would let the word end the front matter.
  if (quote === "'") return word.replace(/\p{Cc}+/gu, ' ').replaceAll("'", "''");
  const plain =
    /^[\p{L}\p{N}_./(*]/u.test(word) &&
    !/^\*|: |:$| #|[\p{Cc}"\\\u2028\u2029]|\s$/u.test(word) &&
    !(inFlow && /[,[\]{}]/.test(word)) &&
    !/^(?:true|false|null|~|\.inf|\.nan)$/i.test(word);
  return plain ? word : JSON.stringify(word);
}
