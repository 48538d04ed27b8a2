import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { WordQuery } from '../reasoning/claim-words.ts';
import type { TextRange } from '../text/range.ts';
import type { Library } from '../workspace/library.ts';

/** A named thing of the workspace. */
export interface WorkspaceSymbol {
  readonly kind: 'claim' | 'actor' | 'work' | 'document';
  readonly name: string;
  /** Its context in a few words. */
  readonly container: string;
  readonly path: string;
  readonly range: TextRange;
}

/** The maximum number of symbols in an answer. */
export const MOST_SYMBOLS = 512;
/** How many are examined before yielding: works are sketched on first use. */
const AT_ONCE = 128;
/** How many UTF-16 units of a claim are shown. */
const LONGEST = 160;

/**
 * The claims, actors, works and documents in whose names or words each word of `query` begins a word. Yields now and
 * then; the result comes at the end.
 */
export function* workspaceSymbols(
  query: string,
  { library, reasoning }: { readonly library: Library; readonly reasoning: ReasoningIndex },
): Generator<void, WorkspaceSymbol[]> {
  const wanted = new WordQuery(query);
  const symbols: WorkspaceSymbol[] = [];
  const isFull = () => symbols.length >= MOST_SYMBOLS;
  let looked = 0;
  const mayRest = () => ++looked % AT_ONCE === 0;
  for (const { path, actor } of library.allActors()) {
    if (isFull()) break;
    const { id, name, aliases, kind } = actor;
    const container = [id.text, kind].filter(Boolean).join(' · ');
    if (wanted.matches([id.text, name.text, ...aliases.map(({ text }) => text)].join(' ')))
      symbols.push({ kind: 'actor', name: name.text, container, path, range: id.range });
    if (mayRest()) yield;
  }
  for (const path of library.sharedPaths())
    for (const entry of library.bibliography(path)?.content.entries ?? []) {
      if (isFull()) break;
      const { text: key, range } = entry.key;
      const { names, year, title } = entry.sketch();
      const words = [names.join(', '), year, title].filter(Boolean).join(' ');
      if (wanted.matches(`${key} ${words}`))
        symbols.push({ kind: 'work', name: `${key} ${words}`.trim(), container: path, path, range });
      if (mayRest()) yield;
    }
  for (const path of library.documentPaths()) {
    if (isFull()) break;
    const title = library.summary(path)?.title;
    if (title && wanted.matches(title))
      symbols.push({ kind: 'document', name: title, container: path, path, range: { from: 0, to: 0 } });
    if (mayRest()) yield;
  }
  yield;
  for (const claims of reasoning.search(query)) {
    for (const { id, text, path, idRange, headRange } of claims) {
      if (isFull()) return symbols;
      const words = text.slice(0, LONGEST);
      const name = id === null ? words || 'claim' : `#${id} ${words}`;
      symbols.push({ kind: 'claim', name, container: path, path, range: idRange ?? headRange });
    }
    yield;
  }
  return symbols;
}
