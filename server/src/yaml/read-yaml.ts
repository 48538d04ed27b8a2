/** An error-tolerant YAML reader with positions: reads all that it can, and explains the rest. */
import { say } from '../words/say.ts';
import { apart } from '../text/apart.ts';
import { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { withoutDuplicates, YamlConverter } from './convert.ts';
import { sentenceOf, TABS } from './messages.ts';
import { composeMended } from './mend.ts';
import { entriesApart } from './entries.ts';
import { readPlainMapping } from './plain.ts';
import { withContinuedLines } from './continued.ts';
import type { YamlDocument, YamlEntry, YamlNode, YamlProblem } from './model.ts';

export type * from './model.ts';

/** More would help nobody, and a file that is no YAML at all has a problem in every line. */
const MOST_PROBLEMS = 50;

/**
 * Parses the YAML in `text`, or in its part `within`; offsets are in `text`. Never throws. A text that breaks off or
 * misleads the parser is parsed again entry by entry. So an error in one top-level entry does not affect the others.
 * Of several documents the first is read; of duplicate keys the one that `counts` says.
 */
export function parseYaml(
  text: string,
  within: TextRange = { from: 0, to: text.length },
  counts: 'first' | 'last' = 'first',
): YamlDocument {
  return readPlainMapping(text, within) ?? new YamlReading(text, within, false, counts).read();
}

/**
 * Parses only those `entries` of a text that `independentEntries` found, for a caller that caches the others.
 * The root is a mapping of them.
 */
export function parseYamlEntries(text: string, entries: readonly TextRange[]): YamlDocument {
  return new YamlReading(text, { from: 0, to: text.length }, true).readApart(entries);
}

/**
 * The node as plain data (strings, numbers, booleans, null, arrays and objects), for other libraries. Objects
 * have only own keys, `__proto__` too.
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
    /** Whether the result is kept longer than the text, so that strings must be copied. */
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
    // Later errors at the same place are consequences of the first.
    if (this.problems.some((known) => known.range.from === from)) return;
    // Tabs are one fault, however many lines have them.
    // Tabs are told once.
    if (message === say(TABS) && this.problems.some((known) => known.message === message)) return;
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
      this.report({ from: from + base, to: to + base }, say('This is nested too deep to be read.'));
    if (composed.secondDocument !== null) {
      const from = composed.secondDocument + base;
      this.report(
        { from, to: from + 3 },
        say('A second YAML document begins here; only the first, before it, is read.'),
      );
    }
    const contents = composed.document?.contents;
    if (!contents || source.trim() === '') return null;
    const node = new YamlConverter(source, base, this.report, this.lineOf, this.counts).convert(contents);
    return node.kind === 'scalar' && node.value === null && node.outer.from === node.outer.to ? null : node;
  }

  /** Parses one part by itself, with repairs where possible. */
  private mended(part: TextRange): YamlNode | null {
    const slice = this.text.slice(part.from, part.to);
    const source = this.outlives ? apart(slice) : slice;
    const read = this.problems.length < MOST_PROBLEMS ? composeMended : composeUnmended;
    const result = attempt(source, read);
    if (!result) {
      this.report(part, say('This is not valid YAML and could not be read at all.'));
      return null;
    }
    for (const { range, message } of result.mended)
      this.report({ from: range.from + part.from, to: range.to + part.from }, message);
    for (const { from, to } of result.composed.unclosed)
      this.report(
        { from: from + part.from, to: to + part.from },
        say('The bracket {bracket} that opens here is never closed.', { bracket: source[from]! }),
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

  /** Parses each top-level entry by itself and joins them to one mapping. */
  private joined(chunks: readonly TextRange[]): YamlNode {
    const entries: YamlEntry[] = [];
    // Lines after an error that are no entry may be the rest of it.
    let faulty = false;
    let end = -1;
    for (const chunk of chunks) {
      // Between them stand entries that are known already and have no fault.
      if (chunk.from !== end) faulty = false;
      end = chunk.to;
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

/** The message for a node where `key: value` is required. */
export function notAnEntry(text: string, node: YamlNode): string {
  if (node.kind !== 'scalar') return say('Here should stand lines of the form `key: value`.');
  return /^[\p{L}\p{N}_-]{1,60}:\S/u.test(text.slice(node.outer.from, node.outer.from + 70))
    ? say('A space is missing after the colon.')
    : say('This line is not of the form `key: value`.');
}

/** Without repairs, which parse several times: used once the limit of reported problems is reached. */
function composeUnmended(source: string): ReturnType<typeof composeMended> {
  return { composed: compose(source), mended: [] };
}

/** Whether an error only says that a bracket is unclosed, which is reported at the bracket. */
function aboutBrackets(message: string): boolean {
  return /^Flow (sequence|map) .*end with|^Expected flow .*end with/.test(message);
}

/** Parses; null if the `yaml` package throws, which no known text causes. */
function attempt(source: string): Composed | null;
function attempt<T>(source: string, read: (source: string) => T): T | null;
function attempt(source: string, read: (source: string) => unknown = compose): unknown {
  try {
    return read(source);
  } catch {
    return null;
  }
}
