import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { foldedWords, holdsWords } from '../reasoning/claim-words.ts';
import type { TextRange } from '../text/range.ts';
import type { Library } from '../workspace/library.ts';

/** Something of the workspace that can be asked for by name. */
export interface WorkspaceSymbol {
  readonly kind: 'claim' | 'actor' | 'work' | 'document';
  readonly name: string;
  /** What it belongs to, in a few words. */
  readonly container: string;
  readonly path: string;
  readonly range: TextRange;
}

/** More are not given: nobody reads them. */
export const MOST_SYMBOLS = 512;
/** How many letters of a claim are worth showing. */
const LONGEST = 160;

/**
 * The claims, actors, works and documents in whose names or words each word of `query` begins a word. Rests now and
 * then, so that whoever runs it may attend to others in between; the answer comes at the end.
 */
export function* workspaceSymbols(
  query: string,
  { library, reasoning }: { readonly library: Library; readonly reasoning: ReasoningIndex },
): Generator<void, WorkspaceSymbol[]> {
  const folded = foldedWords(query);
  const symbols: WorkspaceSymbol[] = [];
  const isFull = () => symbols.length >= MOST_SYMBOLS;
  const take = (symbol: WorkspaceSymbol, words: string) => {
    if (!isFull() && holdsWords(foldedWords(words), folded)) symbols.push(symbol);
  };
  for (const { path, actor } of library.allActors()) {
    const { id, name, aliases, kind } = actor;
    take(
      {
        kind: 'actor',
        name: name.text,
        container: [id.text, kind].filter(Boolean).join(' · '),
        path,
        range: id.range,
      },
      [id.text, name.text, ...aliases.map(({ text }) => text)].join(' '),
    );
  }
  yield;
  for (const path of library.sharedPaths())
    for (const { key, sketch } of entriesOf(path, library)) {
      if (isFull()) break;
      const { names, year, title } = sketch();
      const words = [names.join(', '), year, title].filter(Boolean).join(' ');
      take(
        { kind: 'work', name: `${key.text} ${words}`.trim(), container: path, path, range: key.range },
        `${key.text} ${words}`,
      );
    }
  yield;
  for (const path of library.documentPaths()) {
    const title = library.summary(path)?.title;
    if (title)
      take({ kind: 'document', name: title, container: path, path, range: { from: 0, to: 0 } }, title);
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

function entriesOf(path: string, library: Library) {
  return (library.bibliography(path)?.content.entries ?? []).map((entry) => ({
    key: entry.key,
    sketch: () => entry.sketch(),
  }));
}
