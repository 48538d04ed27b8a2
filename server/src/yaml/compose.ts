import { Composer, Parser } from 'yaml';
import type { CST, Document, YAMLParseError } from 'yaml';
import type { TextRange } from '../text/range.ts';

/** What the `yaml` package made of a text; offsets count in that text. */
export interface Composed {
  readonly document: Document.Parsed | null;
  readonly errors: readonly YAMLParseError[];
  /** Where a second document begins, which nobody reads. */
  readonly secondDocument: number | null;
  readonly tooDeep: readonly TextRange[];
  /** Opening brackets that are never closed. */
  readonly unclosed: readonly TextRange[];
  /** Quoted scalars: where each ends → where it begins. */
  readonly quoted: ReadonlyMap<number, number>;
}

/** Nobody nests a bibliography or a register as deep as this; the composer recurses, so there must be an end. */
const DEEPEST = 60;

/**
 * Reads `source` with the `yaml` package. Never throws: what stands deeper than sixty levels is emptied before
 * the package's recursive part sees it, and whatever it throws all the same counts as an error of the text.
 */
export function compose(source: string): Composed {
  const tokens = [...new Parser().parse(source)];
  const { tooDeep, unclosed, quoted } = prune(tokens);
  // `uniqueKeys` compares every key with every other; our own check is linear and says where the first stands.
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

/** Empties collections that are nested too deep, by an explicit stack, and notes brackets and quotations. */
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
