import { say } from '../words/say.ts';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { TextRange } from '../text/range.ts';
import { STAND_IN, withoutStandIns } from './mend.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './model.ts';

/** A limit on the nodes of a document after its aliases are expanded. */
const MOST_NODES = 200_000;
const DEEPEST = 120;

interface Measured {
  readonly node: YamlNode;
  /** The number of nodes with aliases expanded, and the depth. */
  readonly size: number;
  readonly depth: number;
}

/**
 * Converts nodes of the `yaml` package to ours, with offsets from `base`. An alias becomes the node of its
 * anchor, until the document would exceed the limit; further aliases become empty.
 */
export class YamlConverter {
  private readonly anchors = new Map<string, Measured>();
  private total = 0;

  constructor(
    /** The text as written, from `base` on. */
    private readonly source: string,
    private readonly base: number,
    private readonly report: (range: TextRange, message: string, mild?: true) => void,
    /** The one-based line of an offset. */
    private readonly lineOf: (offset: number) => number,
    /** Which of duplicate keys counts. */
    private readonly counts: 'first' | 'last' = 'first',
  ) {}

  convert(node: Node): YamlNode {
    return this.measure(node).node;
  }

  private measure(node: Node | null): Measured {
    if (isAlias(node)) return this.alias(node.source, this.span(node));
    this.total++;
    const measured = isMap(node)
      ? this.map(node)
      : isSeq(node)
        ? this.list(node)
        : { node: this.scalar(isScalar(node) ? node : null, node), size: 1, depth: 1 };
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (anchor) this.anchors.set(anchor, measured);
    return measured;
  }

  private alias(name: string, range: TextRange): Measured {
    const target = this.anchors.get(name);
    if (!target) {
      this.report(
        range,
        say(
          'In YAML, * stands for something that was named before with &; nothing is named &{name}. Words that begin with * must stand in quotation marks.',
          { name },
        ),
      );
    } else if (this.total + target.size > MOST_NODES || target.depth >= DEEPEST) {
      this.report(
        range,
        say('What *{name} stands for makes this document too large; it is left out here.', { name }),
      );
    } else {
      this.total += target.size;
      return { ...target, depth: target.depth + 1 };
    }
    return { node: nothing(range), size: 1, depth: 1 };
  }

  private list(list: YAMLSeq): Measured {
    let size = 1;
    let depth = 0;
    const items: YamlNode[] = [];
    for (const item of list.items) {
      const measured = this.measure(isPair(item) ? null : (item as Node | null));
      items.push(measured.node);
      size += measured.size;
      depth = Math.max(depth, measured.depth);
    }
    return { node: { kind: 'list', items, outer: this.extent(list, items) }, size, depth: depth + 1 };
  }

  private map(map: YAMLMap): Measured {
    let size = 1;
    let depth = 0;
    const merged: YamlNode[] = [];
    const entries: YamlEntry[] = [];
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const key = this.key(pair);
      const value = pair.value
        ? this.measure(pair.value)
        : { node: nothing({ from: key.outer.to, to: key.outer.to }), size: 1, depth: 1 };
      size += value.size + 1;
      depth = Math.max(depth, value.depth);
      if (key.text === '<<' && value.node.kind !== 'scalar') merged.push(value.node);
      else if (key.text !== '') {
        const to = Math.max(key.outer.to, pair.value ? this.endOf(pair.value, value.node) : 0);
        entries.push({ key, value: value.node, range: { from: key.outer.from, to } });
      }
    }
    const own = withoutDuplicates(entries, this.report, this.lineOf, this.counts);
    const outer = this.extent(map, [], own);
    return { node: { kind: 'map', entries: withMerged(own, merged), outer }, size, depth: depth + 1 };
  }

  private key(pair: Pair<Node | null, Node | null>): YamlScalar {
    const { key, value } = pair;
    if (isScalar(key)) {
      const scalar = this.scalar(key, key);
      if (scalar.text === '' && scalar.value === null)
        this.report(atLeastOne(scalar.outer), say('A name is missing before the colon.'));
      return scalar;
    }
    const range = key ? this.span(key) : value ? this.span(value) : { from: this.base, to: this.base };
    this.report(atLeastOne(range), say('A key must be a word or a phrase, not a list or a mapping.'));
    return nothing({ from: range.from, to: range.from });
  }

  private scalar(scalar: Scalar | null, node: Node | null): YamlScalar {
    if (!scalar) return nothing(node ? this.span(node) : { from: this.base, to: this.base });
    const span = this.span(scalar);
    const { value } = scalar;
    const outer = this.trimmed(span);
    if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') {
      const closed = outer.to - outer.from > 1 && this.letter(outer.to - 1) === this.letter(outer.from);
      const text = withoutStandIns(String(value));
      const to = Math.max(outer.from + 1, closed ? outer.to - 1 : outer.to);
      return { kind: 'scalar', text, value: text, range: { from: outer.from + 1, to }, outer };
    }
    if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
      const text = withoutStandIns(String(value));
      const header = this.source.indexOf('\n', outer.from - this.base);
      let from = header < 0 ? outer.to : Math.min(outer.to, header + this.base + 1);
      while (from < outer.to && /\s/.test(this.letter(from))) from++;
      return { kind: 'scalar', text, value: text, range: { from, to: outer.to }, outer };
    }
    const written = scalar.source ?? '';
    const opensQuote = written.startsWith(STAND_IN.doubleQuote) || written.startsWith(STAND_IN.singleQuote);
    const text = withoutStandIns(opensQuote ? written.slice(1) : written);
    const plain =
      text === written && (typeof value === 'number' || typeof value === 'boolean' || value === null);
    return {
      kind: 'scalar',
      text,
      value: plain ? value : text,
      range: opensQuote ? { from: outer.from + 1, to: outer.to } : outer,
      outer,
    };
  }

  /** A node's range in the package's terms, converted to offsets of the whole text and clamped to it. */
  private span(node: Node): TextRange {
    const from = Math.min(node.range?.[0] ?? 0, this.source.length);
    const to = Math.min(Math.max(from, node.range?.[1] ?? from), this.source.length);
    return { from: from + this.base, to: to + this.base };
  }

  private trimmed(range: TextRange): TextRange {
    let to = range.to;
    while (to > range.from && /\s/.test(this.letter(to - 1))) to--;
    return { from: range.from, to };
  }

  /** The package ends block collections after the comments and blank lines that follow; we end them before. */
  private extent(node: YAMLMap | YAMLSeq, items: readonly YamlNode[], entries?: YamlEntry[]): TextRange {
    const span = this.span(node);
    if (node.flow) return this.trimmed(span);
    const last = entries
      ? entries.reduce((end, entry) => Math.max(end, entry.range.to), 0)
      : items.reduce((end, item) => (item.outer.to <= span.to ? Math.max(end, item.outer.to) : end), 0);
    return { from: span.from, to: Math.max(span.from, Math.min(last || span.to, span.to)) };
  }

  /** The end of a value in the text; for an alias, the end of the alias itself. */
  private endOf(node: Node, converted: YamlNode): number {
    return isAlias(node) ? this.span(node).to : converted.outer.to;
  }

  private letter(offset: number): string {
    return this.source[offset - this.base] ?? '';
  }
}

/** Removes duplicate keys, keeping the one that counts, and reports the others. */
export function withoutDuplicates(
  entries: readonly YamlEntry[],
  report: (range: TextRange, message: string, mild?: true) => void,
  lineOf: (offset: number) => number,
  counts: 'first' | 'last' = 'first',
): YamlEntry[] {
  const kept = new Map<string, YamlEntry>();
  for (const entry of entries) {
    const { text, outer } = entry.key;
    const earlier = kept.get(text);
    if (!earlier || counts === 'last') kept.set(text, entry);
    if (!earlier) continue;
    const line = lineOf(earlier.key.outer.from);
    if (counts === 'first')
      report(
        atLeastOne(outer),
        say('`{text}` stands here a second time; what is read is the first, on line {line}.', { text, line }),
      );
    else
      report(
        atLeastOne(outer),
        say(
          '`{text}` stands here a second time; this one counts, and that on line {line} is lost. Delete one of them.',
          { text, line },
        ),
        true,
      );
  }
  return [...kept.values()];
}

/** Applies YAML's merge key: `<<: *defaults` gives what the mapping does not have itself. */
function withMerged(own: readonly YamlEntry[], merged: readonly YamlNode[]): readonly YamlEntry[] {
  if (merged.length === 0) return own;
  const entries = new Map(own.map((entry) => [entry.key.text, entry]));
  const maps = merged.flatMap((node) => (node.kind === 'list' ? node.items : [node]));
  for (const map of maps)
    if (map.kind === 'map')
      for (const entry of map.entries) if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry);
  return [...entries.values()];
}

function nothing(range: TextRange): YamlScalar {
  return { kind: 'scalar', text: '', value: null, range, outer: range };
}

function atLeastOne(range: TextRange): TextRange {
  return range.to > range.from ? range : { from: range.from, to: range.from + 1 };
}
