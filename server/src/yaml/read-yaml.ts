/** YAML with positions, for people who make mistakes: all that can be read is read, and the rest explained. */
import { apart } from '../text/apart.ts';
import { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { withoutDuplicates, YamlConverter } from './convert.ts';
import { sentenceOf } from './messages.ts';
import { composeMended } from './mend.ts';
import { entriesApart } from './entries.ts';
import { readPlainMapping } from './plain.ts';
import { withContinuedLines } from './continued.ts';
import type { YamlDocument, YamlEntry, YamlNode, YamlProblem } from './model.ts';

export type * from './model.ts';

/** More would help nobody, and a file that is not YAML at all has one in every line. */
const MOST_PROBLEMS = 50;

/**
 * Reads the YAML in `text`, or in the part `within` of it; offsets count in `text`. Never throws. A text that
 * breaks off or misleads the parser is read again entry by entry, so that a fault in one top-level entry costs
 * none of the others. Of several documents in one text the first is read; of a key that stands twice the one that
 * `counts`.
 */
export function parseYaml(
  text: string,
  within: TextRange = { from: 0, to: text.length },
  counts: 'first' | 'last' = 'first',
): YamlDocument {
  return readPlainMapping(text, within) ?? new YamlReading(text, within, false, counts).read();
}

/**
 * Reads those `entries` of a text that `independentEntries` told apart, and nothing else of it; for a reader that
 * remembers the others. The root is a mapping of them.
 */
export function parseYamlEntries(text: string, entries: readonly TextRange[]): YamlDocument {
  return new YamlReading(text, { from: 0, to: text.length }, true).readApart(entries);
}

/**
 * The node as plain data (strings, numbers, booleans, null, arrays and objects), for a library that wants
 * such. An object's keys are its own, `__proto__` too.
 */
export function plainData(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainData);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainData(value)]));
}

/** The value of `key` in a mapping, or null. */
export function valueOf(node: YamlNode | null, key: string): YamlNode | null {
  if (node?.kind !== 'map') return null;
  return node.entries.find((entry) => entry.key.text === key)?.value ?? null;
}

class YamlReading {
  private readonly problems: YamlProblem[] = [];
  private lines: LineIndex | undefined;

  constructor(
    private text: string,
    private readonly within: TextRange,
    /** What is read is kept longer than the text. */
    private readonly outlives = false,
    private readonly counts: 'first' | 'last' = 'first',
  ) {}

  read(): YamlDocument {
    const { from, to } = this.within;
    let source = this.text.slice(from, to);
    let composed = attempt(source);
    if (composed && composed.errors.length > 0) {
      const continued = withContinuedLines(source);
      const again = continued === source ? null : attempt(continued);
      if (again && again.errors.length < composed.errors.length) {
        composed = again;
        source = continued;
        this.text = this.text.slice(0, from) + continued + this.text.slice(to);
      }
    }
    if (composed && composed.errors.length === 0)
      return this.finished(this.converted(composed, source, from));
    const chunks = entriesApart(this.text, this.within);
    if (chunks.length === 0) return this.finished(this.mended(this.within));
    return this.finished(this.joined(chunks));
  }

  readApart(entries: readonly TextRange[]): YamlDocument {
    return this.finished(entries.length > 0 ? this.joined(entries) : null);
  }

  private readonly report = (range: TextRange, message: string, mild?: true): void => {
    if (this.problems.length >= MOST_PROBLEMS) return;
    const from = Math.min(range.from, this.text.length);
    const to = Math.min(Math.max(range.to, from), this.text.length);
    // The first thing said of a place is the nearest to what went wrong; the rest follows from it.
    if (this.problems.some((known) => known.range.from === from)) return;
    this.problems.push({ range: { from, to }, message, ...(mild && { mild }) });
  };

  private readonly lineOf = (offset: number): number =>
    (this.lines ??= LineIndex.of(this.text)).lineAt(offset) + 1;

  private finished(root: YamlNode | null): YamlDocument {
    this.problems.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    return { root, problems: this.problems };
  }

  private converted(composed: Composed, source: string, base: number): YamlNode | null {
    for (const { from, to } of composed.tooDeep)
      this.report({ from: from + base, to: to + base }, 'This is nested too deep to be read.');
    if (composed.secondDocument !== null) {
      const from = composed.secondDocument + base;
      this.report(
        { from, to: from + 3 },
        'A second YAML document begins here; only the first, before it, is read.',
      );
    }
    const contents = composed.document?.contents;
    if (!contents || source.trim() === '') return null;
    const node = new YamlConverter(source, base, this.report, this.lineOf, this.counts).convert(contents);
    return node.kind === 'scalar' && node.value === null && node.outer.from === node.outer.to ? null : node;
  }

  /** One part by itself, mended where that can be done. */
  private mended(part: TextRange): YamlNode | null {
    const slice = this.text.slice(part.from, part.to);
    const source = this.outlives ? apart(slice) : slice;
    const read = this.problems.length < MOST_PROBLEMS ? composeMended : composeUnmended;
    const result = attempt(source, read);
    if (!result) {
      this.report(part, 'This is not valid YAML and could not be read at all.');
      return null;
    }
    for (const { range, message } of result.mended)
      this.report({ from: range.from + part.from, to: range.to + part.from }, message);
    for (const { from, to } of result.composed.unclosed)
      this.report(
        { from: from + part.from, to: to + part.from },
        `The bracket ${source[from]} that opens here is never closed.`,
      );
    for (const error of result.composed.errors) {
      if (result.composed.unclosed.length > 0 && aboutBrackets(error.message)) continue;
      const [from, to] = error.pos;
      this.report(
        { from: from + part.from, to: Math.max(to, from + 1) + part.from },
        sentenceOf(error, source),
      );
    }
    return this.converted(result.composed, source, part.from);
  }

  /** Reads each top-level entry by itself and joins them to one mapping. */
  private joined(chunks: readonly TextRange[]): YamlNode {
    const entries: YamlEntry[] = [];
    // What is no entry after a fault may be the rest of it.
    let faulty = false;
    for (const chunk of chunks) {
      const before = this.problems.length;
      const node = this.mended(chunk);
      if (node?.kind === 'map') entries.push(...node.entries);
      else if (node !== null && !faulty) this.report(node.outer, notAnEntry(this.text, node));
      faulty = this.problems.length > before || (faulty && node?.kind !== 'map');
    }
    const own = withoutDuplicates(entries, this.report, this.lineOf, this.counts);
    const first = chunks[0]!;
    const last = chunks[chunks.length - 1]!;
    const to = last.from + this.text.slice(last.from, last.to).trimEnd().length;
    return { kind: 'map', entries: own, outer: { from: first.from, to } };
  }
}

/** What is wrong with a node that stands where `key: value` should. */
export function notAnEntry(text: string, node: YamlNode): string {
  if (node.kind !== 'scalar') return 'Here should stand lines of the form `key: value`.';
  return /^[\p{L}\p{N}_-]{1,60}:\S/u.test(text.slice(node.outer.from, node.outer.from + 70))
    ? 'A space is missing after the colon.'
    : 'This line is not of the form `key: value`.';
}

/** Past the last problem that is reported there is no use in mending, which reads a part several times. */
function composeUnmended(source: string): ReturnType<typeof composeMended> {
  return { composed: compose(source), mended: [] };
}

/** Whether an error only says that a bracket is not closed, which is said of the bracket itself. */
function aboutBrackets(message: string): boolean {
  return /^Flow (sequence|map) .*end with|^Expected flow .*end with/.test(message);
}

/** The `yaml` package throws on no text that we know; should it, the text is taken for unreadable. */
function attempt(source: string): Composed | null;
function attempt<T>(source: string, read: (source: string) => T): T | null;
function attempt(source: string, read: (source: string) => unknown = compose): unknown {
  try {
    return read(source);
  } catch {
    return null;
  }
}
