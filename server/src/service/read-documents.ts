import type { Library } from '../workspace/library.ts';
import type { DocumentReader, DocumentReading } from './document-reader.ts';
import { readAhead } from './read-ahead.ts';
import type { TextContent } from './text-content.ts';

/** What came of reading a document: a text, a digest of one, or why there is neither. */
export interface ReadDocumentContent {
  readonly path: string;
  readonly content: TextContent | DocumentReading;
}

export interface DocumentSources {
  readonly library: Library;
  /** Reads many at once; not used where mentions want the texts themselves. */
  readonly reader: DocumentReader | undefined;
  readonly text: (path: string) => Promise<TextContent>;
}

/**
 * Reads documents, some at a time and in no order. `whole` says whether they are all that there are. Ends early when
 * `signal` does.
 */
export async function* readDocuments(
  paths: readonly string[],
  whole: boolean,
  { library, reader, text }: DocumentSources,
  signal: AbortSignal,
): AsyncGenerator<readonly ReadDocumentContent[]> {
  const { mentions, project } = library;
  if (reader && !mentions.wantsTexts) {
    const wanted = paths.map((path) => ({ path, source: project.sources.get(path)?.text ?? null }));
    const terms = { whole, names: mentions.sharedNames(), largest: library.largest };
    for await (const readings of reader.read(wanted, terms, signal)) {
      if (signal.aborted) return;
      yield readings.map((reading) => ({ path: reading.path, content: reading }));
    }
    return;
  }
  for await (const [path, content] of readAhead(paths, text)) {
    if (signal.aborted) return;
    yield [{ path, content }];
  }
}
