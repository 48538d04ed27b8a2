import { Composer, Parser } from 'yaml';
import type { CST, Document, YAMLParseError } from 'yaml';
import type { TextRange } from '../text/range.ts';

/** The result of the `yaml` package; offsets are in the given text. */
export interface Composed {
  readonly document: Document.Parsed | null;
  readonly errors: readonly YAMLParseError[];
  /** The offset of a second document, which is not read. */
  readonly secondDocument: number | null;
  readonly tooDeep: readonly TextRange[];
  /** Opening brackets that are never closed. */
  readonly unclosed: readonly TextRange[];
  /** Quoted scalars: offset of the end → offset of the start. */
  readonly quoted: ReadonlyMap<number, number>;
}

/** A limit on nesting, since the package's composer is recursive. Real bibliographies and registers are flatter. */
const DEEPEST = 60;

/**
 * Parses `source` with the `yaml` package. Never throws: nodes nested deeper than the limit are emptied
 * before the recursive part, and other exceptions become errors of the text.
 */
export function compose(source: string): Composed {
  const tokens = [...new Parser().parse(source)];
  const { tooDeep, unclosed, quoted } = prune(tokens);
  // Our own check for duplicates is linear and knows the first occurrence; `uniqueKeys` is quadratic.
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens)];
  const document = documents[0] ?? null;
  const second = documents.slice(1).find((other) => other.contents !== null);
  return {
    document,
    errors: document?.errors ?? [],
    secondDocument: second ? second.range[0] : null,
    tooDeep,
    unclosed,
    quoted,
  };
}

/** Empties collections that are nested too deep (with an explicit stack), and records brackets and quotations. */
function prune(tokens: readonly CST.Token[]): {
  tooDeep: TextRange[];
  unclosed: TextRange[];
  quoted: Map<number, number>;
} {
  const tooDeep: TextRange[] = [];
  const unclosed: TextRange[] = [];
  const quoted = new Map<number, number>();
  const waiting: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (token.type === 'document') {
      if (token.value) waiting.push({ token: token.value, depth });
    } else if (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') {
      quoted.set(token.offset + token.source.length, token.offset);
    } else if ('items' in token) {
      if (token.type === 'flow-collection' && !token.end.some(({ type }) => /^flow-\w+-end$/.test(type)))
        unclosed.push({ from: token.offset, to: token.offset + 1 });
      if (depth >= DEEPEST) {
        token.items.length = 0;
        tooDeep.push({ from: token.offset, to: token.offset + 1 });
        continue;
      }
      for (const item of token.items) {
        if (item.key) waiting.push({ token: item.key, depth: depth + 1 });
        if (item.value) waiting.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return { tooDeep, unclosed, quoted };
}
