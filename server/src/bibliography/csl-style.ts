/** Reads a citation style from a file and validates it before use. */
import { say } from '../words/say.ts';
import { SaxesParser } from 'saxes';

/** An element of a style in citeproc's representation: attributes, and children. */
export interface StyleNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleNode | string)[];
}

/** A style; or why there is none, as the end of a sentence that begins “This citation style cannot be used:”. */
export type StyleReading = { readonly style: StyleNode } | { readonly problem: string };

/** In UTF-16 units. The longest of the ten thousand styles of the CSL project has a quarter of this. */
export const MOST_IN_STYLE = 1_000_000;
const MOST_NODES = 15_000;
const MOST_DEPTH = 60;
/** Of one prefix, suffix or term, in UTF-16 units. */
const MOST_IN_ATTRIBUTE = 1000;
/** Macro calls in a style; citeproc searches the whole style for each. */
const MOST_CALLS = 1500;
/** Elements visited to print one entry. APA’s style, the longest that we ship, has 1,600. */
export const MOST_STEPS = 10_000;

/** Elements allowed in rendering; citeproc fails on any other when it reaches one. */
const PRINTING = new Set(
  'alternative alternative-text bibliography choose citation condition conditions date date-part else else-if et-al group if institution institution-part intext key label layout macro name name-part names number sort substitute text'.split(
    ' ',
  ),
);

/** Elements that may be empty: there is no word for the term. */
const WORDS = new Set(['term', 'single', 'multiple']);

/** Parses the XML of a style. Never throws. */
export function readStyle(xml: string): StyleReading {
  if (xml.length > MOST_IN_STYLE)
    return { problem: say('it is longer than {count} characters', { count: count(MOST_IN_STYLE) }) };
  const top: { children: (StyleNode | string)[] } = { children: [] };
  const open = [top];
  let nodes = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attrs: { ...attributes }, children: [] };
    if (++nodes > MOST_NODES)
      throw new Refusal(say('it has more than {count} elements', { count: count(MOST_NODES) }));
    if (open.length > MOST_DEPTH)
      throw new Refusal(
        say('its elements stand more than {depth} deep in each other', { depth: MOST_DEPTH }),
      );
    for (const [attribute, value] of Object.entries(attributes))
      if (value.length > MOST_IN_ATTRIBUTE)
        throw new Refusal(
          say('“{attribute}” of an element “{name}” holds more than {count} characters', {
            attribute,
            name: name.slice(0, 40),
            count: count(MOST_IN_ATTRIBUTE),
          }),
        );
    open[open.length - 1]!.children.push(node);
    open.push(node);
  });
  const text = (words: string): void => {
    if (words.trim() !== '') open[open.length - 1]!.children.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    const node = open.pop()!;
    if (WORDS.has(name) && node.children.length === 0) node.children.push('');
  });
  try {
    parser.write(xml.replace(/^\s+/, '')).close();
  } catch (cause) {
    return {
      problem:
        cause instanceof Refusal
          ? cause.message
          : say('it is not well-formed XML: {problem}', { problem: wordsOf(cause) }),
    };
  }
  const style = top.children.find((child) => typeof child !== 'string' && child.name === 'style');
  return style === undefined || typeof style === 'string'
    ? { problem: say('it holds no element “style”') }
    : { style };
}

/** A style from a user's file: usable, a reference to another style, or refused. */
export type OwnStyle =
  { readonly style: StyleNode } | { readonly parent: string } | { readonly problem: string };

/** Parses and validates the text of a style's file. Never throws. */
export function ownStyle(xml: string): OwnStyle {
  const reading = readStyle(xml);
  if ('problem' in reading) return reading;
  const parent = independentParent(reading.style);
  if (parent !== null) return { parent };
  const problem = problemOfStyle(reading.style);
  return problem === null ? reading : { problem };
}

/** The URL of the style that a dependent style refers to; null for an independent one. */
function independentParent(style: StyleNode): string | null {
  const link = childrenOf(style, 'info')
    .flatMap((node) => childrenOf(node, 'link'))
    .find(({ attrs }) => attrs['rel'] === 'independent-parent');
  return link?.attrs['href'] ?? null;
}

function childrenOf(node: StyleNode, name: string): StyleNode[] {
  return elements(node).filter((child) => child.name === name);
}

/** Why a style is refused without trying it; null when it is not. */
export function problemOfStyle(style: StyleNode): string | null {
  try {
    new Steps(style).check();
    return null;
  } catch (cause) {
    if (cause instanceof Refusal) return cause.message;
    throw cause;
  }
}

class Refusal extends Error {}

/**
 * Counts the elements that citeproc visits for one entry: macros are expanded, and of alternatives the most
 * expensive counts.
 */
class Steps {
  private readonly macros = new Map<string, StyleNode>();
  /** Results by macro; undefined while a macro is being counted. */
  private readonly counted = new Map<string, number | undefined>();
  private calls = 0;
  /** Whether the current element is rendered, rather than only defined. */
  private isCalled = true;

  constructor(private readonly style: StyleNode) {
    for (const child of elements(style))
      if (child.name === 'macro' && !this.macros.has(child.attrs['name'] ?? ''))
        this.macros.set(child.attrs['name'] ?? '', child);
  }

  check(): void {
    if (this.style.attrs['version'] === undefined)
      throw new Refusal(say('its element “style” does not say for which version of CSL it is written'));
    const parts = elements(this.style);
    if (!parts.some(({ name }) => name === 'citation'))
      throw new Refusal(say('it does not say how to cite: it holds no element “citation”'));
    for (const part of parts) if (PRINTING.has(part.name) && part.name !== 'macro') this.within(part, 0);
    this.isCalled = false;
    for (const part of parts) {
      if (part.name === 'macro') this.macro(part.attrs['name'] ?? '', 0);
      else if (!PRINTING.has(part.name)) this.within(part, 0);
    }
  }

  private within(node: StyleNode, depth: number): number {
    const { macro } = node.attrs;
    if (this.isCalled && !PRINTING.has(node.name))
      throw new Refusal(say('CSL knows no element “{name}” there', { name: node.name.slice(0, 80) }));
    let steps = cost(node);
    if (macro !== undefined) {
      if (++this.calls > MOST_CALLS)
        throw new Refusal(say('it calls macros at more than {count} places', { count: count(MOST_CALLS) }));
      steps += this.macro(macro, depth + 1);
    }
    const inner = elements(node).map((child) => this.within(child, depth));
    steps += node.name === 'choose' ? Math.max(0, ...inner) : inner.reduce((sum, each) => sum + each, 0);
    if (steps > MOST_STEPS)
      throw new Refusal(
        say('what its macros call is more than {count} elements for one entry', { count: count(MOST_STEPS) }),
      );
    return steps;
  }

  private macro(name: string, depth: number): number {
    const node = this.macros.get(name);
    if (!node) return 0;
    const known = this.counted.get(name);
    if (known !== undefined) return known;
    if (this.counted.has(name))
      throw new Refusal(say('its macro “{name}” calls itself', { name: name.slice(0, 80) }));
    if (depth > MOST_DEPTH)
      throw new Refusal(say('its macros call each other more than {depth} deep', { depth: MOST_DEPTH }));
    this.counted.set(name, undefined);
    const steps = this.within({ ...node, attrs: {} }, depth);
    this.counted.set(name, steps);
    return steps;
  }
}

/** The cost of an element without its children: a name list counts ten times, and texts count by their length. */
function cost({ name, attrs }: StyleNode): number {
  const words =
    (attrs['prefix'] ?? '').length + (attrs['suffix'] ?? '').length + (attrs['value'] ?? '').length;
  return (name === 'names' ? 10 : 1) + Math.floor(words / 50);
}

function elements(node: StyleNode): StyleNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** The XML parser's message, with its `line:column` in words. */
function wordsOf(cause: unknown): string {
  const message = (cause instanceof Error ? cause.message : String(cause)).slice(0, 200);
  const [, line, column, what] = /^(\d+):(\d+): (.*?)\.?$/s.exec(message) ?? [];
  return what === undefined ? message : `${what} (line ${line}, column ${column})`;
}
